import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const BERLIN = 'Europe/Berlin'
const DAY_MS = 86_400_000

/** The municipal day of an instant, `2026-11-23`. */
export const dayOf = (at: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: BERLIN, dateStyle: 'short' }).format(at)

/** From here on days are no measure any more; months are said instead. */
export const DAYS_SAID = 62
export const monthsOf = (days: number) => Math.floor(days / 30.4)

/** Whole municipal days from one day to another; negative when it is past. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Dates as people say them: with weekday, in the municipality's time zone wherever the reader is. */
export function useDates() {
  const { locale } = useI18n()
  // A browser without Upper Sorbian must not fall back to its own language in the middle of the page.
  const languages = computed(() => [locale.value === 'en' ? 'en-GB' : locale.value, 'de'])
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(languages.value, options)

  /** A municipal day has no time zone; noon UTC keeps every formatter on it. */
  const ofDay = (day: string) => new Date(`${day}T12:00:00Z`)
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

  return {
    /** Mittwoch, 2. Dezember 2026 */
    longDay: (day: string) => format({ ...long, timeZone: 'UTC' }).format(ofDay(day)),
    /** Mittwoch, 2. Dezember, with the year only when it is not this one */
    nearDay: (day: string, today = dayOf(new Date())) =>
      format({
        ...long,
        year: day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric',
        timeZone: 'UTC',
      }).format(ofDay(day)),
    /** 2. Dezember */
    shortDay: (day: string) => format({ day: 'numeric', month: 'long', timeZone: 'UTC' }).format(ofDay(day)),
    /** Montag, 23. November 2026 */
    dayOfInstant: (at: string) => format({ ...long, timeZone: BERLIN }).format(new Date(at)),
    /** 14:06:31 */
    clock: (at: string, seconds = false) =>
      format({
        hour: '2-digit',
        minute: '2-digit',
        second: seconds ? '2-digit' : undefined,
        hourCycle: 'h23',
        timeZone: BERLIN,
      }).format(new Date(at)),
  }
}
