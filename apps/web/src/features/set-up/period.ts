import { daysBetween } from '../../ui/dates.ts'

const DAY_MS = 86_400_000
const shift = (day: string, by: number) => new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10)
const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))

/** Days of a period, its first and its last counted; null while it is none. */
export function daysOf(startsOn: string, endsOn: string): number | null {
  if (!isDay(startsOn) || !isDay(endsOn)) return null
  const days = daysBetween(startsOn, endsOn) + 1
  return days > 0 && days < 36_500 ? days : null
}

/** A notice further ahead would squeeze the period itself. */
const NOTICE_SHOWN_DAYS = 45

/**
 * A line of days with some air on both sides; Saturdays and Sundays, Mondays to read off, and today. A notice shortly
 * before is on it.
 */
export function lineOf(startsOn: string, endsOn: string, today: string, noticeOn = '') {
  const length = daysOf(startsOn, endsOn)
  if (length === null) return null
  const air = Math.max(3, Math.round(length * 0.12))
  const noticeBefore = isDay(noticeOn) ? daysBetween(noticeOn, startsOn) : 0
  const notice = noticeBefore > 0 && noticeBefore <= NOTICE_SHOWN_DAYS ? noticeBefore : null
  const before = Math.max(air, (notice ?? 0) + 3)
  const from = shift(startsOn, -before)
  const all = before + length + air
  const at = (day: string) => daysBetween(from, day)
  const days = Array.from({ length: all }, (_, i) => shift(from, i))
  const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()
  // Longer lines would turn weekends into a fence and Mondays into a smear.
  const every = Math.max(1, Math.ceil(all / 7 / 8))
  const mondays = days.filter((day) => weekdayOf(day) === 1)
  return {
    all,
    start: at(startsOn),
    end: at(endsOn) + 1,
    weekends: all <= 200 ? days.flatMap((day, i) => ([0, 6].includes(weekdayOf(day)) ? [i] : [])) : [],
    marks: mondays.filter((_, i) => i % every === 0).map((day) => ({ day, at: at(day) })),
    notice: notice === null ? null : at(noticeOn),
    at: (day: string) => (at(day) >= 0 && at(day) < all ? at(day) : null),
    today: at(today) >= 0 && at(today) < all ? at(today) : null,
  }
}
