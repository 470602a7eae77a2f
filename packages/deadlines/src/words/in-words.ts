import { weekdayOf, type Day } from '../day.ts'
import type { HolidayKey } from '../holidays/holiday-rules.ts'
import type { Finding, Reason } from '../period/answer.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import { upperSorbian } from './upper-sorbian.ts'
import type { Vocabulary } from './vocabulary.ts'

const VOCABULARIES = { de: german, en: english, hsb: upperSorbian } satisfies Record<string, Vocabulary>
export type Language = keyof typeof VOCABULARIES
export const LANGUAGES = Object.keys(VOCABULARIES) as Language[]

const dayWriter = (vocabulary: Vocabulary) => (day: Day) => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return vocabulary.date(vocabulary.weekdays[weekdayOf(day) - 1] ?? '', year, month, dayOfMonth)
}

/** A reason as a sentence; its paragraph stands beside it, in `cite`. */
export function reasonInWords(reason: Reason, language: Language): string {
  const vocabulary: Vocabulary = VOCABULARIES[language]
  // The table has a function for exactly this code; TypeScript does not join the two.
  const say = vocabulary.reasons[reason.code] as (reason: Reason, on: (day: Day) => string) => string
  return say(reason, dayWriter(vocabulary))
}

/** A finding as a sentence. */
export function findingInWords(finding: Finding, language: Language): string {
  const vocabulary: Vocabulary = VOCABULARIES[language]
  const say = vocabulary.findings[finding.code] as (finding: Finding, on: (day: Day) => string) => string
  return say(finding, dayWriter(vocabulary))
}

export const holidayName = (key: HolidayKey, language: Language): string =>
  VOCABULARIES[language].holidays[key]
