import { describe, expect, it } from 'vitest'
import { changesOf, reconcile, type Fields } from './draft-fields.ts'
import { nextOpenTask, progress, taskOf } from './set-up-tasks.ts'
import { daysOf, lineOf } from './period.ts'

const text = (de: string, en = '') => ({ de, en, hsb: '' })
const fields = (over: Partial<Fields> = {}): Fields => ({
  title: text('Alte Gärtnerei'),
  summary: text(''),
  number: '',
  openQuestions: [],
  offlineWays: [],
  publicationMode: 'not',
  trustLevel: 'none',
  territory: null,
  startsOn: '',
  endsOn: '',
  noticeOn: '',
  lengthReason: '',
  lawText: null,
  ...over,
})

describe('what is saved while one types', () => {
  it('is what changed and nothing else', () => {
    expect(changesOf(fields(), fields())).toEqual({})
    expect(changesOf(fields(), fields({ summary: text('Neu') }))).toEqual({
      summary: { de: 'Neu', en: null, hsb: null },
    })
  })
  it('is never an empty title, half a date or a question without German', () => {
    const typing = fields({
      title: text(' '),
      startsOn: '0002-12-07',
      openQuestions: [text('', 'How green?')],
    })
    expect(changesOf(fields(), typing)).toEqual({})
  })
  it('tells an emptied area from one that was never there', () => {
    const territory = { type: 'Polygon' as const, coordinates: [] }
    expect(changesOf(fields({ territory }), fields())).toEqual({ clearTerritory: true })
  })
})

describe('two people at one draft', () => {
  it('keep both changes where they touched different fields', () => {
    const both = reconcile(fields(), fields({ number: '37' }), fields({ summary: text('von der anderen') }))
    expect(both.conflicts).toEqual([])
    expect(both.fields).toMatchObject({ number: '37', summary: { de: 'von der anderen' } })
  })
  it('are asked where both changed the same, and what I typed stays', () => {
    const both = reconcile(fields(), fields({ number: '37' }), fields({ number: '38' }))
    expect(both).toMatchObject({ conflicts: ['number'], fields: { number: '37' } })
  })
  it('are not asked when they wrote the same', () => {
    expect(reconcile(fields(), fields({ number: '37' }), fields({ number: '37' })).conflicts).toEqual([])
  })
})

describe('the task list', () => {
  it('leads from what is missing to where it is put right', () => {
    expect(taskOf('offlineWay')).toBe('basics')
    expect(taskOf('somethingNew')).toBe('basics')
    expect(progress(['territory', 'period', 'planDrawing'])).toEqual({ done: 2, all: 5 })
  })
  it('goes round to the next open point and ends with publishing', () => {
    expect(nextOpenTask('period', ['summary', 'planDrawing'])).toBe('basics')
    expect(nextOpenTask('basics', ['planDrawing'])).toBe('documents')
    expect(nextOpenTask('rules', [])).toBe('publish')
  })
})

describe('the period', () => {
  it('counts its first and its last day', () => {
    expect(daysOf('2026-10-19', '2026-11-19')).toBe(32)
    expect(daysOf('2026-11-19', '2026-11-19')).toBe(1)
    expect(daysOf('2026-11-20', '2026-11-19')).toBeNull()
    expect(daysOf('', '2026-11-19')).toBeNull()
  })
  it('is not shortened by the change of the clocks', () => {
    expect(daysOf('2026-10-24', '2026-10-26')).toBe(3)
    expect(daysOf('2027-03-27', '2027-03-29')).toBe(3)
  })
  it('has a notice shortly before it, and no room for one far ahead', () => {
    const near = lineOf('2026-11-02', '2026-12-02', '2026-11-23', '2026-10-23')!
    expect(near.start - near.notice!).toBe(10)
    expect(near.at('2026-11-18')).toBe(near.start + 16)
    expect(lineOf('2026-11-02', '2026-12-02', '2026-11-23', '2026-08-01')!.notice).toBeNull()
  })
  it('shows the weekends of a month and leaves them out of years', () => {
    const line = lineOf('2026-11-02', '2026-12-02', '2026-11-23')!
    expect(line.weekends.length).toBeGreaterThan(8)
    expect(line.today).toBe(line.start + 21)
    expect(lineOf('2026-01-01', '2027-12-31', '2026-11-23')!.weekends).toEqual([])
  })
})
