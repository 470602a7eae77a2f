import { AsyncLocalStorage } from 'node:async_hooks'
import { LANGUAGES, type Language } from '@mitsprache/terms'

/** What error answers need to know of the request wherever they are made. */
export type RequestScope = { requestId: string; language: Language }

export const requestScope = new AsyncLocalStorage<RequestScope>()

/** The first language of ours that the browser asks for; German when it asks for none of them. */
export function readLanguage(header: string | undefined): Language {
  const asked = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag, q] = part.trim().split(';q=')
      return { tag: tag!.toLowerCase().split('-')[0]!, weight: q === undefined ? 1 : Number(q) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
  return asked.map(({ tag }) => LANGUAGES.find((language) => language === tag)).find(Boolean) ?? 'de'
}
