import { describe, expect, it } from 'vitest'
import {
  CORPUS_CHRISTI_SAXONY,
  computePeriod,
  holidayName,
  holidayOn,
  holidaysIn,
  LANGUAGES,
} from '../src/index.ts'

const keysIn = (year: number, place: string) => holidaysIn(year, place).map(({ key }) => key)
const dayOf = (key: string, year: number, place: string) =>
  holidaysIn(year, place).find((each) => each.key === key)?.day

describe('Saxony', () => {
  it('has eleven holidays, and no others', () => {
    expect(holidaysIn(2026, '14511000').map(({ day }) => day)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-10-03',
      '2026-10-31',
      '2026-11-18',
      '2026-12-25',
      '2026-12-26',
    ])
  })

  it('keeps the Day of Repentance on the Wednesday before 23 November', () => {
    expect([2025, 2026, 2027, 2028].map((year) => dayOf('repentance', year, '14'))).toEqual([
      '2025-11-19',
      '2026-11-18',
      '2027-11-17',
      '2028-11-22',
    ])
  })

  it('keeps Corpus Christi in the villages of the ordinance only', () => {
    const held = CORPUS_CHRISTI_SAXONY.filter(({ key }) => holidayOn('2026-06-04', key)).map(
      ({ name }) => name,
    )
    expect(held).toEqual([
      'Crostwitz',
      'Königswartha',
      'Nebelschütz',
      'Neschwitz',
      'Panschwitz-Kuckau',
      'Puschwitz',
      'Räckelwitz',
      'Radibor',
      'Ralbitz-Rosenthal',
      'Wittichenau',
    ])
    for (const elsewhere of ['14', '14511000', '14612000', '14625', '14625020', '14625250'])
      expect(holidayOn('2026-06-04', elsewhere)).toBeUndefined()
    expect(dayOf('corpusChristi', 2027, '14625080')).toBe('2027-05-27')
  })

  it('moves an end there and not in the next town', () => {
    const end = (place: string) => {
      const answer = computePeriod({ rule: 'baugb-3-2', place, firstDay: '2026-05-05' })
      return answer.kind === 'computed' ? answer.statements?.lastDay : answer.kind
    }
    expect([end('14625080'), end('14625250')]).toEqual(['2026-06-05', '2026-06-04'])
  })

  it('works on 24 and 31 December, and on Sundays that are feasts elsewhere', () => {
    for (const day of ['2026-12-24', '2026-12-31', '2026-01-06', '2026-08-15', '2026-11-01', '2026-04-05'])
      expect(holidayOn(day, '14')).toBeUndefined()
  })
})

/** How many public holidays a year has in each state; partly kept ones counted. */
const COUNTS_2026: Record<string, number> = {
  '01': 10,
  '02': 10,
  '03': 10,
  '04': 10,
  '05': 11,
  '06': 10,
  '07': 11,
  '08': 12,
  '09': 13,
  '10': 12,
  '11': 10,
  '12': 12,
  '13': 11,
  '14': 11,
  '15': 11,
  '16': 11,
}

describe('the sixteen states', () => {
  it.each(Object.entries(COUNTS_2026))('%s has %i', (state, count) => {
    expect(keysIn(2026, state)).toHaveLength(count)
  })

  it('change with the years', () => {
    expect(keysIn(2017, '02')).toContain('reformation')
    expect(keysIn(2016, '02')).not.toContain('reformation')
    expect(keysIn(2018, '09')).not.toContain('reformation')
    expect([keysIn(2018, '11'), keysIn(2019, '11')].map((keys) => keys.includes('womensDay'))).toEqual([
      false,
      true,
    ])
    expect([keysIn(2022, '13'), keysIn(2023, '13')].map((keys) => keys.includes('womensDay'))).toEqual([
      false,
      true,
    ])
    expect([2024, 2025, 2026].map((year) => keysIn(year, '11').includes('liberationDay'))).toEqual([
      false,
      true,
      false,
    ])
    expect([2018, 2019].map((year) => keysIn(year, '16').includes('childrensDay'))).toEqual([false, true])
  })

  it('leave some days to municipalities: Augsburg’s, the Eichsfeld’s, Catholic Bavaria’s', () => {
    expect(holidayOn('2026-08-08', '09761000')?.key).toBe('peaceFestival')
    expect(holidayOn('2026-08-08', '09162000')).toBeUndefined()
    expect(holidayOn('2026-06-04', '16061045')).toMatchObject({ uncertain: false })
    expect(holidayOn('2026-06-04', '16063032')).toMatchObject({ uncertain: true })
    expect(holidayOn('2026-06-04', '16051000')).toBeUndefined()
    expect(holidayOn('2026-08-15', '09162000')).toMatchObject({ uncertain: true })
  })

  it('take the later day where nobody can be sure, and say so', () => {
    const answer = computePeriod({
      rule: 'baugb-3-2',
      place: '09162000',
      firstDay: '2025-07-16',
      noticeDay: '2025-07-01',
    })
    if (answer.kind !== 'computed') throw new Error(answer.kind)
    // Friday 15 August 2025, and the weekend behind it.
    expect(answer.statements?.lastDay).toBe('2025-08-18')
    expect(answer.findings.map(({ code }) => code)).toEqual(['perhapsHoliday'])
  })
})

it('has every holiday’s name in every language', () => {
  const all = new Set(
    Object.keys(COUNTS_2026).flatMap((state) => [...keysIn(2017, state), ...keysIn(2025, state)]),
  )
  all.add('peaceFestival')
  expect(all.size).toBe(21)
  for (const language of LANGUAGES)
    expect(new Set([...all].map((key) => holidayName(key, language))).size, language).toBe(21)
})
