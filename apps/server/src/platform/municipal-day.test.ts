import { describe, expect, it } from 'vitest'
import { addDays, dayOf, endOfDay, isLocalDate, startOfDay } from './municipal-day.ts'

describe('a municipal day', () => {
  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', '2026-01-15T22:59:59.999Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z', '2026-07-15T21:59:59.999Z'],
    // Twenty-three hours, and twenty-five.
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
    ['2028-02-29', '2028-02-28T23:00:00.000Z', '2028-02-29T22:59:59.999Z'],
  ])('%s lasts from %s to %s', (day, from, to) => {
    expect(startOfDay(day).toISOString()).toBe(from)
    expect(endOfDay(day).toISOString()).toBe(to)
    expect([dayOf(startOfDay(day)), dayOf(endOfDay(day))]).toEqual([day, day])
    expect(dayOf(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1))
  })

  it('follows the one before it, all through a leap year', () => {
    for (let day = '2027-12-31'; day < '2029-01-02'; day = addDays(day, 1))
      expect(startOfDay(addDays(day, 1)).getTime() - endOfDay(day).getTime()).toBe(1)
  })

  it('is a day of the calendar', () => {
    expect(['2026-02-28', '2028-02-29'].map(isLocalDate)).toEqual([true, true])
    expect(
      ['2026-02-29', '2026-13-01', '2026-1-1', '02.12.2026', '', '2026-12-02T00:00'].map(isLocalDate),
    ).toEqual(Array.from({ length: 6 }, () => false))
  })
})
