import { addDays, SATURDAY, SUNDAY, weekdayOf, yearOf, type Day } from '../day.ts'
import { HOLIDAY_RULES, type HolidayKey } from './holiday-rules.ts'

export interface Holiday {
  key: HolidayKey
  day: Day
  /** It holds in some municipalities of the district or state, and no list says in which. */
  uncertain: boolean
}

/**
 * A year's public holidays at a place, in order.
 *
 * @param place the municipality key (AGS) of the seat of the authority: 2, 5 or 8 digits.
 */
export const holidaysIn = (year: number, place: string): Holiday[] =>
  HOLIDAY_RULES.flatMap(({ key, on, holds }) => {
    const held = holds(place, year)
    return held === 'no' ? [] : [{ key, day: on(year), uncertain: held === 'perhaps' }]
  }).sort((one, other) => (one.day < other.day ? -1 : 1))

/** The holiday on a day at a place, if it is one. */
export const holidayOn = (day: Day, place: string): Holiday | undefined =>
  holidaysIn(yearOf(day), place).find((holiday) => holiday.day === day)

/** Why nothing can be demanded on a day: a holiday before a weekend, since it is what people look up. */
export type RestDay =
  { day: Day; kind: 'holiday'; holiday: Holiday } | { day: Day; kind: 'saturday' | 'sunday' }

export function restDayOn(day: Day, place: string): RestDay | undefined {
  const holiday = holidayOn(day, place)
  if (holiday) return { day, kind: 'holiday', holiday }
  const weekday = weekdayOf(day)
  if (weekday === SATURDAY) return { day, kind: 'saturday' }
  return weekday === SUNDAY ? { day, kind: 'sunday' } : undefined
}

/** The next working day from a day on, and what lay before it. */
export function rollForward(day: Day, place: string): { day: Day; over: RestDay[] } {
  const over: RestDay[] = []
  let at = day
  for (let rest = restDayOn(at, place); rest; rest = restDayOn(at, place)) {
    over.push(rest)
    at = addDays(at, 1)
  }
  return { day: at, over }
}

/** The last working day up to a day. */
export function workingDayUpTo(day: Day, place: string): Day {
  let at = day
  while (restDayOn(at, place)) at = addDays(at, -1)
  return at
}
