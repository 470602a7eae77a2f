import { describe, expect, it } from 'vitest'
import type { StaffRowFragment } from '../../gql/graphql.ts'
import { elapsed, grouped, groupOf, matches, tasksOf } from './procedure-groups.ts'

const may = { __typename: 'May' as const, may: true, why: null }
const mayNot = { ...may, may: false, why: 'needsModerator' }
const german = (de: string) => ({ __typename: 'LocalizedText' as const, de, en: null, hsb: null })
const row = (id: string, over: Partial<StaffRowFragment> = {}): StaffRowFragment => ({
  __typename: 'StaffProcedure',
  id,
  slug: id,
  version: 1,
  kind: 'urbanLandUsePlan',
  formal: true,
  templateKey: 'publicDisplay',
  number: null,
  title: german(id),
  publicationMode: 'afterReview',
  startsOn: '2026-11-02',
  endsOn: '2026-12-02',
  published: true,
  publishedAt: '2026-11-01T00:00:00Z',
  roundState: 'open',
  receivedCount: 0,
  publishedCount: 0,
  openReviewCount: 0,
  receivedPerDay: [],
  missing: [],
  viewerMayEdit: may,
  viewerMayPublish: may,
  viewerMayModerate: may,
  viewerMayExport: may,
  ...over,
})
const order = { column: 'deadline', descending: false } as const

describe('the list of procedures', () => {
  it('calls a planner for nothing that only a moderator may do', () => {
    const waiting = { openReviewCount: 4 }
    expect(groupOf(row('a', waiting))).toBe('needsYou')
    expect(groupOf(row('a', { ...waiting, viewerMayModerate: mayNot }))).toBe('runs')
  })
  it('keeps a draft among the drafts and says what it waits for', () => {
    const draft = row('a', {
      published: false,
      roundState: null,
      missing: ['summary', 'period'],
      viewerMayPublish: mayNot,
    })
    expect(groupOf(draft)).toBe('drafts')
    expect(tasksOf(draft)).toEqual([{ kind: 'complete', count: 2 }])
    expect(tasksOf({ ...draft, missing: [], viewerMayPublish: may })).toEqual([{ kind: 'publish', count: 1 }])
  })
  it('brings back what is over but still has contributions to review', () => {
    expect(groupOf(row('a', { roundState: 'closed' }))).toBe('closed')
    expect(groupOf(row('a', { roundState: 'closed', openReviewCount: 1 }))).toBe('needsYou')
  })
  it('begins with the nearest deadline, and with what ended last', () => {
    const rows = [
      row('late', { endsOn: '2026-12-20' }),
      row('soon', { endsOn: '2026-11-25' }),
      row('old', { roundState: 'closed', endsOn: '2026-01-10' }),
      row('fresh', { roundState: 'closed', endsOn: '2026-11-10' }),
    ]
    expect(grouped(rows, order, 'de').map((group) => [group.group, group.rows.map(({ id }) => id)])).toEqual([
      ['runs', ['soon', 'late']],
      ['closed', ['fresh', 'old']],
    ])
  })
  it('counts a planned one by its first day', () => {
    const rows = [
      row('open', { endsOn: '2026-11-30' }),
      row('planned', { roundState: 'planned', startsOn: '2026-11-24' }),
    ]
    expect(grouped(rows, order, 'de')[0]!.rows[0]!.id).toBe('planned')
  })
  it('sorts titles as the language does, and turns round when asked', () => {
    const rows = [row('Öst'), row('Zoo'), row('Ort')]
    const ids = (descending: boolean) =>
      grouped(rows, { column: 'title', descending }, 'de')[0]!.rows.map(({ id }) => id)
    expect(ids(false)).toEqual(['Ort', 'Öst', 'Zoo'])
    expect(ids(true)).toEqual(['Zoo', 'Öst', 'Ort'])
  })
  it('finds words in any order, without accents, also in the number', () => {
    const gardens = row('a', { number: 'Bebauungsplan Nr. 37', title: german('Alte Gärtnerei') })
    expect(matches(gardens, 'gartnerei 37')).toBe(true)
    expect(matches(gardens, 'gärtnerei 38')).toBe(false)
    expect(matches(gardens, '')).toBe(true)
  })
  it('shows a period as full on its last day, not after', () => {
    expect(elapsed('2026-11-01', '2026-11-10', '2026-11-01')).toBeCloseTo(0.1)
    expect(elapsed('2026-11-01', '2026-11-10', '2026-11-10')).toBe(1)
    expect(elapsed('2026-11-01', '2026-11-10', '2026-10-01')).toBe(0)
  })
})
