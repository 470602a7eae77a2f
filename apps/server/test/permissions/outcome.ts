import type { Answer } from '../server.ts'
import type { Act } from './act.ts'

/** `yes`: answered or done. `hidden`: as for what does not exist. `no`: told that it is not theirs to do. `broken`: asked wrongly. */
export type Outcome = { word: 'yes' | 'no' | 'hidden' | 'sign in' | 'refused' | 'broken'; why?: string }

/** What somebody got who asked. */
export function outcomeOf({ data, errors }: Answer, { tried = {} }: Act): Outcome {
  const [error] = errors ?? []
  if (error) {
    const { code, why } = error.extensions as { code: string; why?: string }
    if (code === 'NOT_SIGNED_IN') return { word: 'sign in' }
    if (code === 'NOT_FOUND') return { word: 'hidden' }
    if (code === 'FORBIDDEN') return { word: 'no', why }
    return { word: 'broken', why: code }
  }
  const { answer } = data
  const isEmpty = answer === null || (Array.isArray(answer) ? !answer.length : answer.nodes?.length === 0)
  if (isEmpty) return { word: 'hidden' }
  if (answer.facts === undefined) return { word: 'yes' }
  return answer.__typename in tried ? { word: 'yes' } : { word: 'refused', why: answer.__typename }
}
