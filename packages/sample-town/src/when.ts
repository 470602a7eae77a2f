import { LANGUAGES, type Language, type LocalizedText } from '@mitsprache/terms'
import type { SampleWhen } from './types.ts'

const LOCALE: Record<Language, string> = { de: 'de-DE', en: 'en-GB', hsb: 'hsb' }
const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
const MONTH = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/**
 * A time of the timeline in words.
 *
 * @param firstDay the municipal day the town is first filled, `2026-11-23`.
 */
export function whenInWords(when: SampleWhen, firstDay: string): LocalizedText {
  if ('de' in when) return when
  const day = (days: number) => new Date(Date.parse(`${firstDay}T00:00:00Z`) + days * 86_400_000)
  const words = (language: Language) => {
    if ('inMonthOf' in when)
      return new Intl.DateTimeFormat(LOCALE[language], MONTH).format(day(when.inMonthOf))
    const format = new Intl.DateTimeFormat(LOCALE[language], DAY)
    return when.to === undefined
      ? format.format(day(when.from))
      : format.formatRange(day(when.from), day(when.to))
  }
  return Object.fromEntries(LANGUAGES.map((language) => [language, words(language)])) as LocalizedText
}
