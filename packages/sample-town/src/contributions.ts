import { complete } from './contribution-entry.ts'
import { alteGaertnerei } from './contributions-alte-gaertnerei.ts'
import { sichereSchulwege } from './contributions-sichere-schulwege.ts'
import type { SampleContribution } from './types.ts'

let made: SampleContribution[] | undefined

/** The contributions of both procedures, always the same and in the same order. */
export function contributions(): SampleContribution[] {
  made ??= [
    ...alteGaertnerei.map(complete('alte-gaertnerei')),
    ...sichereSchulwege.map(complete('sichere-schulwege')),
  ]
  return made
}
