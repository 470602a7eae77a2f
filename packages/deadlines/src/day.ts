/**
 * A day of the calendar, `YYYY-MM-DD`, without a time and without a zone: what a law's period is made of. Days of one
 * length compare as texts.
 */
export type Day = string

/** From here on the holidays are known (the Day of Repentance left fifteen states' calendars in 1995). */
export const EARLIEST_DAY: Day = '1995-01-01'
export const LATEST_DAY: Day = '2199-12-31'

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export const SATURDAY = 6
export const SUNDAY = 7

const MS_PER_DAY = 86_400_000
const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10)
const pad = (value: number): string => String(value).padStart(2, '0')

/** Whether a text is a day that exists, between {@link EARLIEST_DAY} and {@link LATEST_DAY}. */
export function isDay(value: string): value is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < EARLIEST_DAY || value > LATEST_DAY) return false
  const time = timeOf(value)
  // `Date` takes 30 February for 1 March.
  return !Number.isNaN(time) && dayAt(time) === value
}

/** @param month 1 to 12. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  `${year}-${pad(month)}-${pad(dayOfMonth)}`

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const addDays = (day: Day, days: number): Day => dayAt(timeOf(day) + days * MS_PER_DAY)
/** How many days lie between: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (timeOf(to) - timeOf(from)) / MS_PER_DAY
export const weekdayOf = (day: Day): Weekday => (((new Date(timeOf(day)).getUTCDay() + 6) % 7) + 1) as Weekday
export const laterOf = (one: Day, other: Day): Day => (one > other ? one : other)

/**
 * The last day of a period of months whose first day counts: the day before the one with the same number; where the
 * last month has no such day, its last.
 *
 * @source § 188 Abs. 2 Alt. 2 and Abs. 3 BGB, on a period after § 187 Abs. 2 BGB.
 */
export function lastDayOfMonths(firstDay: Day, months: number): { day: Day; shortMonth: boolean } {
  const [year, month, dayOfMonth] = firstDay.split('-').map(Number) as [number, number, number]
  const target = month - 1 + months
  const targetYear = year + Math.floor(target / 12)
  const targetMonth = (target % 12) + 1
  const lastOfTarget = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate()
  if (dayOfMonth > lastOfTarget)
    return { day: dayOf(targetYear, targetMonth, lastOfTarget), shortMonth: true }
  return { day: addDays(dayOf(targetYear, targetMonth, dayOfMonth), -1), shortMonth: false }
}

const inBerlin = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })

/** The last second of a day in Germany, 23:59:59 Europe/Berlin, as a moment. */
export function lastSecondOf(day: Day): Date {
  const asIfUtc = Date.parse(`${day}T23:59:59Z`)
  // Clocks change at one in the morning UTC: an hour or two around midnight they stand still.
  const offset = inBerlin.formatToParts(asIfUtc).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, hours = '0', minutes = '0'] = /GMT\+?(-?\d+):(\d+)/.exec(offset) ?? []
  return new Date(asIfUtc - (Number(hours) * 60 + Number(minutes)) * 60_000)
}
