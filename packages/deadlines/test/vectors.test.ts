import { describe, expect, it } from 'vitest'
import { computePeriod, easterSunday, findingInWords, latestNoticeFor, reasonInWords } from '../src/index.ts'
import type { ComputedPeriod, PeriodRequest } from '../src/index.ts'

const CHEMNITZ = '14511000'
const MUNICH = '09162000'

function computed(request: Partial<PeriodRequest> & Pick<PeriodRequest, 'firstDay'>): ComputedPeriod {
  const answer = computePeriod({ rule: 'baugb-3-2', place: CHEMNITZ, ...request })
  if (answer.kind !== 'computed') throw new Error(`invalid: ${answer.field}`)
  return answer
}
const lastDay = (request: Parameters<typeof computed>[0]) => computed(request).statements?.lastDay
const codes = (answer: ComputedPeriod) => answer.findings.map(({ level, code }) => `${level}: ${code}`)

/** start, end of the month, thirtieth day, end in Saxony. */
const PUBLIC_DISPLAY = [
  ['2026-10-19', '2026-11-18', '2026-11-17', '2026-11-19', 'Day of Repentance'],
  ['2026-02-02', '2026-03-01', '2026-03-03', '2026-03-03', 'thirty days are longer'],
  ['2027-02-01', '2027-02-28', '2027-03-02', '2027-03-02', 'thirty days are longer'],
  ['2026-01-30', '2026-02-28', '2026-02-28', '2026-03-02', 'short month and weekend'],
  ['2026-01-31', '2026-02-28', '2026-03-01', '2026-03-02', 'both end on a weekend'],
  ['2026-03-04', '2026-04-03', '2026-04-02', '2026-04-07', 'Good Friday to Easter Monday'],
  ['2028-01-31', '2028-02-29', '2028-02-29', '2028-02-29', 'leap year'],
  ['2026-09-01', '2026-09-30', '2026-09-30', '2026-09-30', 'begins on the first'],
  ['2026-12-01', '2026-12-31', '2026-12-30', '2026-12-31', '31 December is a working day'],
] as const

describe('§ 3 (2) BauGB, one month and at least thirty days', () => {
  it.each(PUBLIC_DISPLAY)(
    'from %s on: month %s, thirtieth day %s, end %s (%s)',
    (first, month, thirtieth, end) => {
      const answer = computed({ firstDay: first })
      expect(answer.reasons.find(({ code }) => code === 'monthsEnd')).toMatchObject({ day: month })
      expect(answer.reasons.find(({ code }) => code === 'daysReached')).toMatchObject({ day: thirtieth })
      expect(answer.statements?.lastDay).toBe(end)
    },
  )

  it('ends a day earlier where the Day of Repentance is a working day', () => {
    expect(lastDay({ firstDay: '2026-10-19', place: MUNICH })).toBe('2026-11-18')
  })

  it('counts agencies’ month the same way', () => {
    expect(lastDay({ rule: 'baugb-4-2', firstDay: '2026-10-19' })).toBe('2026-11-19')
  })

  it('ends at the last second in Berlin, in winter and in summer', () => {
    expect(computed({ firstDay: '2026-10-19' }).statements?.lastSecond.toISOString()).toBe(
      '2026-11-19T22:59:59.000Z',
    )
    expect(computed({ firstDay: '2026-06-01' }).statements?.lastSecond.toISOString()).toBe(
      '2026-06-30T21:59:59.000Z',
    )
  })

  it('ends right on the days on which the clocks change', () => {
    // 28 March 2027 is Easter Sunday and has 23 hours; the end moves past Easter Monday.
    expect(computed({ firstDay: '2027-03-01' }).statements?.lastSecond.toISOString()).toBe(
      '2027-03-31T21:59:59.000Z',
    )
    expect(computed({ firstDay: '2026-09-26' }).statements?.lastSecond.toISOString()).toBe(
      '2026-10-26T22:59:59.000Z',
    )
  })

  it('refuses a shorter period and shows what the law asks for', () => {
    const answer = computed({ firstDay: '2026-10-19', lastDay: '2026-11-17' })
    expect(codes(answer)).toContain('refused: tooShort')
    expect(answer.statements?.lastDay).toBe('2026-11-19')
  })

  it('wants a reason for a longer one, keeps it, and rolls that end too', () => {
    const without = computed({ firstDay: '2026-10-19', lastDay: '2026-12-05' })
    expect(codes(without)).toContain('reasonNeeded: longerThanAsked')
    const answer = computed({ firstDay: '2026-10-19', lastDay: '2026-12-05', reason: ' Herbstferien ' })
    expect(codes(answer)).not.toContain('reasonNeeded: longerThanAsked')
    expect(answer.reasons).toContainEqual(expect.objectContaining({ code: 'wished', reason: 'Herbstferien' }))
    expect(answer.statements?.lastDay).toBe('2026-12-07')
  })

  it('takes the law’s own end for no deviation', () => {
    expect(
      codes(computed({ firstDay: '2026-10-19', lastDay: '2026-11-19', noticeDay: '2026-10-01' })),
    ).toEqual([])
  })

  it('asks whether a hundred years are meant', () => {
    const answer = computed({ firstDay: '2025-08-15', lastDay: '2125-08-14', reason: 'x' })
    expect(codes(answer)).toContain('warning: longerThanAYear')
  })
})

describe('the notice', () => {
  it('lies before the beginning', () => {
    expect(codes(computed({ firstDay: '2026-10-19', noticeDay: '2026-10-19' }))).toContain(
      'refused: noticeTooLate',
    )
    expect(computed({ firstDay: '2026-10-19' }).latestNotice).toEqual({
      day: '2026-10-18',
      workingDay: '2026-10-16',
    })
  })

  it('warns of less than a week, and of no notice at all', () => {
    expect(codes(computed({ firstDay: '2026-10-19', noticeDay: '2026-10-13' }))).toEqual([
      'warning: noticeUnderAWeek',
    ])
    expect(codes(computed({ firstDay: '2026-10-19' }))).toEqual(['missing: noticeMissing'])
  })

  it('is given a week ahead for a regional plan: on 1 June for 9 June', () => {
    expect(latestNoticeFor('2026-06-09', 1, CHEMNITZ).day).toBe('2026-06-01')
    const on = (noticeDay: string) => codes(computed({ rule: 'rog-9-2', firstDay: '2026-06-09', noticeDay }))
    expect(on('2026-06-01')).toEqual([])
    expect(on('2026-06-02')).toEqual(['refused: noticeTooLate'])
  })
})

describe('§ 9 ROG', () => {
  it('asks for a month, takes three without a reason, and warns beyond', () => {
    const rog = (until?: string) =>
      computed({ rule: 'rog-9-2', firstDay: '2026-09-01', lastDay: until, noticeDay: '2026-08-01' })
    expect(rog().statements?.lastDay).toBe('2026-09-30')
    expect(codes(rog('2026-11-30'))).toEqual([])
    expect(codes(rog('2026-12-11'))).toEqual(['warning: overUsual'])
    expect(codes(rog('2026-09-29'))).toEqual(['refused: tooShort'])
  })
})

describe('plan approval', () => {
  it('takes objections for two weeks after the display by the old text', () => {
    const answer = computed({
      rule: 'vwvfg-73-display-2024',
      firstDay: '2026-06-01',
      noticeDay: '2026-05-20',
    })
    expect(answer.display?.lastDay).toBe('2026-06-30')
    expect(answer.statements?.lastDay).toBe('2026-07-14')
  })

  it('and for a month after it with an environmental assessment', () => {
    const answer = computed({ rule: 'uvpg-21-2024', firstDay: '2026-06-01', noticeDay: '2026-05-20' })
    expect(answer.statements?.lastDay).toBe('2026-07-31')
  })

  it('takes them for six weeks from the display by the new text', () => {
    const answer = computed({ rule: 'vwvfg-73-display', firstDay: '2026-09-01', noticeDay: '2026-08-20' })
    expect(answer.display?.lastDay).toBe('2026-09-30')
    expect(answer.statements?.lastDay).toBe('2026-10-13')
  })

  it('never leaves authorities more than three months, and never rolls a wish over them', () => {
    const until = (last: string) =>
      codes(
        computed({
          rule: 'vwvfg-73-authorities',
          firstDay: '2026-09-01',
          lastDay: last,
          noticeDay: '2026-08-20',
        }),
      )
    expect(until('2026-11-30')).toEqual([])
    expect(until('2026-12-01')).toEqual(['refused: tooLong'])
  })

  it('no longer has the old text for procedures of 2028', () => {
    const answer = computed({
      rule: 'vwvfg-73-display-2024',
      firstDay: '2028-02-01',
      noticeDay: '2028-01-10',
    })
    expect(codes(answer)).toContain('refused: notInForce')
    const late = {
      rule: 'uvpg-21-2024',
      firstDay: '2028-02-01',
      noticeDay: '2028-01-10',
      procedureBegins: '2027-12-31',
    }
    expect(codes(computed(late as PeriodRequest))).not.toContain('refused: notInForce')
  })
})

describe('what the law leaves to the authority', () => {
  it.each(['baugb-3-1', 'baugb-4-1', 'baugb-4a-3', 'baugb-13', 'baugb-13a', 'rog-9-3'] as const)(
    '%s has no end until one is chosen',
    (rule) => {
      const answer = computed({ rule, firstDay: '2026-09-01', noticeDay: '2026-08-01' })
      expect(answer.statements).toBeNull()
      expect(codes(answer)).toContain('missing: lastDayMissing')
      const chosen = computed({
        rule,
        firstDay: '2026-09-01',
        lastDay: '2026-09-18',
        noticeDay: '2026-08-01',
      })
      expect(chosen.statements?.lastDay).toBe('2026-09-18')
      expect(codes(chosen)).toEqual([])
    },
  )

  it('wants a renewed display shorter and limited to the changes', () => {
    const renewed = { rule: 'baugb-4a-3', firstDay: '2026-09-01', noticeDay: '2026-08-01' } as const
    expect(codes(computed({ ...renewed, lastDay: '2026-09-30' }))).toEqual(['warning: notShortened'])
    expect(codes(computed({ ...renewed, lastDay: '2026-09-08' }))).toEqual(['warning: veryShort'])
    expect(computed({ ...renewed, lastDay: '2026-09-15' }).reasons.map(({ code }) => code)).toContain(
      'changesOnly',
    )
  })

  it('never takes longer than a month before a consent under § 36a', () => {
    const consent = { rule: 'baugb-36a', firstDay: '2026-09-01' } as const
    expect(computed(consent).statements?.lastDay).toBe('2026-09-30')
    expect(codes(computed({ ...consent, lastDay: '2026-10-01' }))).toEqual(['refused: tooLong'])
    expect(computed({ ...consent, lastDay: '2026-09-15' }).statements?.lastDay).toBe('2026-09-15')
    expect(codes(computed({ ...consent, firstDay: '2025-10-29' }))).toContain('refused: notInForce')
  })

  it('refuses an end before the beginning', () => {
    const answer = computed({ rule: 'baugb-3-1', firstDay: '2026-09-01', lastDay: '2026-08-31' })
    expect(codes(answer)).toContain('refused: endsBeforeItBegins')
    expect(answer.statements).toBeNull()
  })
})

describe('input that is none', () => {
  it.each([
    ['rule', { rule: 'baugb-99' as never }],
    ['place', { place: '17000000' }],
    ['place', { place: '145' }],
    ['firstDay', { firstDay: '2026-02-30' }],
    ['firstDay', { firstDay: '19.10.2026' }],
    ['firstDay', { firstDay: '0000-00-00' }],
    ['firstDay', { firstDay: '1994-12-31' }],
    ['lastDay', { lastDay: '2200-01-01' }],
    ['noticeDay', { noticeDay: 'gestern' }],
    ['procedureBegins', { procedureBegins: '2026-13-01' }],
  ])('names the field: %s', (field, wrong) => {
    const request = { rule: 'baugb-3-2', place: CHEMNITZ, firstDay: '2026-10-19', ...wrong } as PeriodRequest
    expect(computePeriod(request)).toEqual({ kind: 'invalid', field })
  })
})

describe('in words', () => {
  it('gives a planner the chain of reasons, each with its paragraph', () => {
    const answer = computed({ firstDay: '2026-10-19', noticeDay: '2026-10-09' })
    expect(answer.reasons.map((reason) => [reasonInWords(reason, 'de'), reason.cite])).toEqual([
      ['Der erste Tag zählt mit: Mo 19.10.2026.', '§ 187 Abs. 2 BGB'],
      ['Ein Monat endet am Mi 18.11.2026.', '§ 188 Abs. 2 BGB'],
      ['Mindestens 30 Tage: erreicht am Di 17.11.2026.', '§ 3 Abs. 2 Satz 1 BauGB'],
      ['Mi 18.11.2026 ist Buß- und Bettag. Das Ende rückt auf Do 19.11.2026.', '§ 193 BGB, § 1 SächsSFG'],
      [
        'Die Bekanntmachung liegt 10 Tage vor dem Beginn. Spätestens: So 18.10.2026, Werktag davor: Fr 16.10.2026.',
        '§ 3 Abs. 2 Satz 4 BauGB',
      ],
    ])
  })

  it('in English and in Upper Sorbian too', () => {
    const { reasons, findings } = computed({ firstDay: '2026-10-19', lastDay: '2026-11-01' })
    expect(reasonInWords(reasons[3]!, 'en')).toBe(
      'Wed 18 Nov 2026 is Day of Repentance and Prayer. The end moves to Thu 19 Nov 2026.',
    )
    expect(reasonInWords(reasons[0]!, 'hsb')).toBe('Prěni dźeń so sobu liči: Pó 19.10.2026.')
    expect(findingInWords(findings[0]!, 'hsb')).toContain('překrótko')
  })
})

it('knows Easter', () => {
  const EASTERS = [
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
    '2285-03-22',
  ]
  expect(EASTERS.map((day) => easterSunday(Number(day.slice(0, 4))))).toEqual(EASTERS)
})
