import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  computePeriod,
  daysBetween,
  findingInWords,
  isDay,
  LANGUAGES,
  lastSecondOf,
  reasonInWords,
  restDayOn,
  ruleFor,
  RULES,
  textsFor,
} from '../src/index.ts'
import type { ComputedPeriod, PeriodRequest, RuleId } from '../src/index.ts'

const day = fc.integer({ min: 0, max: 365 * 150 }).map((offset) => addDays('2000-01-01', offset))
const place = fc.constantFrom(
  '14511000',
  '14625080',
  '09162000',
  '11000000',
  '16063032',
  '10',
  '05315000',
  '14',
)
const rule = fc.constantFrom(...RULES.map(({ id }) => id))

function computed(request: PeriodRequest): ComputedPeriod {
  const answer = computePeriod(request)
  if (answer.kind !== 'computed') throw new Error(`invalid: ${answer.field}`)
  return answer
}
const publicDisplay = (firstDay: string, at = '14511000') => {
  const { statements } = computed({ rule: 'baugb-3-2', place: at, firstDay })
  if (!statements) throw new Error('no period')
  return statements
}

describe('every public display', () => {
  it('lasts thirty days and a month, and ends on a working day', () => {
    fc.assert(
      fc.property(day, place, (firstDay, at) => {
        const { lastDay, days } = publicDisplay(firstDay, at)
        expect(days).toBeGreaterThanOrEqual(30)
        // The same number a month later, where there is one; else the month's last day.
        const year = Number(firstDay.slice(0, 4))
        const month = Number(firstDay.slice(5, 7)) % 12
        const nextMonth = `${month === 0 ? year + 1 : year}-${String(month + 1).padStart(2, '0')}-`
        const sameNumber = `${nextMonth}${firstDay.slice(8)}`
        const lastOfMonth = ['31', '30', '29', '28'].map((end) => nextMonth + end).find(isDay)!
        expect(lastDay >= (isDay(sameNumber) ? addDays(sameNumber, -1) : lastOfMonth)).toBe(true)
        expect(restDayOn(lastDay, at)).toBeUndefined()
      }),
    )
  })

  it('is never longer than its month and the longest rest there is, and rolls only over days of rest', () => {
    fc.assert(
      fc.property(day, place, (firstDay, at) => {
        const { reasons, statements } = computed({ rule: 'baugb-3-2', place: at, firstDay })
        expect(statements!.days).toBeLessThanOrEqual(31 + 5)
        for (const reason of reasons)
          if (reason.code === 'rolled') {
            expect(daysBetween(reason.from, reason.to)).toBe(reason.over.length)
            for (const rest of reason.over) expect(restDayOn(rest.day, at)).toEqual(rest)
          }
      }),
    )
  })

  it('never ends earlier for beginning later', () => {
    fc.assert(
      fc.property(day, place, (firstDay, at) => {
        expect(publicDisplay(addDays(firstDay, 1), at).lastDay >= publicDisplay(firstDay, at).lastDay).toBe(
          true,
        )
      }),
    )
  })
})

describe('every rule', () => {
  it('gives statements at least as long as the display, and a notice before the first day', () => {
    fc.assert(
      fc.property(rule, day, place, fc.integer({ min: 0, max: 120 }), (id, firstDay, at, more) => {
        const { display, statements, latestNotice } = computed({
          rule: id,
          place: at,
          firstDay,
          lastDay: addDays(firstDay, more),
        })
        if (display && statements) expect(statements.lastDay >= display.lastDay).toBe(true)
        if (latestNotice) {
          expect(latestNotice.day < firstDay).toBe(true)
          expect(latestNotice.workingDay <= latestNotice.day).toBe(true)
        }
      }),
    )
  })

  it('takes its own answer for a wish without refusing it', () => {
    fc.assert(
      fc.property(rule, day, place, (id, firstDay, at) => {
        const own = computed({ rule: id, place: at, firstDay }).display
        if (!own) return
        const again = computed({ rule: id, place: at, firstDay, lastDay: own.lastDay })
        expect(again.display).toEqual(own)
        const against = again.findings.filter(({ code }) =>
          ['tooShort', 'tooLong', 'longerThanAsked'].includes(code),
        )
        expect(against).toEqual([])
      }),
    )
  })

  it('says every reason and every finding in every language, and names a paragraph', () => {
    fc.assert(
      fc.property(
        rule,
        day,
        place,
        fc.option(fc.integer({ min: -10, max: 500 })),
        (id, firstDay, at, length) => {
          const { reasons, findings } = computed({
            rule: id,
            place: at,
            firstDay,
            lastDay: length === null ? undefined : addDays(firstDay, length),
            noticeDay: addDays(firstDay, -3),
          })
          for (const language of LANGUAGES) {
            for (const reason of reasons)
              expect(reasonInWords(reason, language)).not.toMatch(/undefined|null|NaN/)
            for (const finding of findings)
              expect(findingInWords(finding, language)).not.toMatch(/undefined|null|NaN/)
          }
          for (const { cite } of [...reasons, ...findings]) expect(cite).toMatch(/^§/)
        },
      ),
    )
  })

  it('never throws on what people type', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (id, at, firstDay, lastDay) => {
        expect(computePeriod({ rule: id as RuleId, place: at, firstDay, lastDay }).kind).toBe('invalid')
      }),
    )
  })
})

it('puts the last second of each day before midnight in Berlin', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  fc.assert(
    fc.property(day, (any) => {
      expect(clock.format(lastSecondOf(any))).toBe(`${any} 23:59:59`)
    }),
    { numRuns: 500 },
  )
})

describe('the choice of § 102b VwVfG', () => {
  it('is open until the end of 2027, and presets the text of the day', () => {
    expect(textsFor('2026-07-28')).toEqual({ preset: 'old', choice: true })
    expect(textsFor('2026-07-29')).toEqual({ preset: 'new', choice: true })
    expect(textsFor('2027-12-31')).toEqual({ preset: 'new', choice: true })
    expect(textsFor('2028-01-01')).toEqual({ preset: 'new', choice: false })
  })

  it('is followed while it is open', () => {
    expect(ruleFor('uvpg-21', '2026-08-01').id).toBe('uvpg-21')
    expect(ruleFor('uvpg-21', '2026-08-01', 'old').id).toBe('uvpg-21-2024')
    expect(ruleFor('uvpg-21', '2026-07-01').id).toBe('uvpg-21-2024')
    expect(ruleFor('uvpg-21', '2028-01-01', 'old').id).toBe('uvpg-21')
    expect(ruleFor('baugb-3-2', '2026-01-01', 'old').id).toBe('baugb-3-2')
  })
})
