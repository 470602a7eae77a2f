import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Dates as a table has room for them; the weekday is never missing. */
export function useDeskDates() {
  const { locale } = useI18n()
  // English readers here are in Europe: the day comes before the month.
  const languages = computed(() => [locale.value === 'en' ? 'en-GB' : locale.value, 'de'])
  const format = (options: Intl.DateTimeFormatOptions, at: Date) =>
    new Intl.DateTimeFormat(languages.value, options).format(at).replace(/^(\p{L}+)\.?,/u, '$1')
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)
  const twoDigits = { weekday: 'short', day: '2-digit', month: '2-digit' } as const

  return {
    /** Do 19.11. */
    weekDate: (day: string) => format({ ...twoDigits, timeZone: 'UTC' }, noon(day)),
    /** Do 19.11.2026 */
    weekDateYear: (day: string) => format({ ...twoDigits, year: 'numeric', timeZone: 'UTC' }, noon(day)),
    /** So 08.11.2026, 21:14 */
    weekDateTime: (at: string) =>
      format(
        {
          ...twoDigits,
          year: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone: 'Europe/Berlin',
        },
        new Date(at),
      ),
    /** 21:14 */
    clock: (at: Date) =>
      format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Berlin' }, at),
  }
}
