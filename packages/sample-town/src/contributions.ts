import { complete } from './contribution-entry.ts'
import { alteGaertnerei } from './contributions-alte-gaertnerei.ts'
import { marktplatzOhneDurchfahrt } from './contributions-marktplatz.ts'
import { sichereSchulwege } from './contributions-sichere-schulwege.ts'
import { formLetters } from './form-letters.ts'
import type { SampleContribution } from './types.ts'

let made: SampleContribution[] | undefined

/** The contributions of all procedures, always the same and in the same order. */
export function contributions(): SampleContribution[] {
  made ??= [
    ...[...alteGaertnerei, ...formLetters].map(complete('alte-gaertnerei')),
    ...sichereSchulwege.map(complete('sichere-schulwege')),
    ...marktplatzOhneDurchfahrt.map(complete('marktplatz-ohne-durchfahrt')),
  ]
  return made
}
