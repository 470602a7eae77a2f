import { describe, expect, it } from 'vitest'
import { afterDecision, ageOf, neighbour, withPage, type Item } from './queue-state.ts'

const item = (id: string, visibility: Item['visibility'] = 'inReview') => ({ id, visibility }) as Item
const ids = (items: readonly Item[]) => items.map(({ id }) => id).join('')
const three = [item('a'), item('b'), item('c')]

describe('the queue', () => {
  it('goes on with the contribution that takes the place of the decided one', () => {
    const after = afterDecision(three, item('b', 'published'), 'inReview')
    expect(ids(after.items)).toBe('ac')
    expect(after.next).toBe('c')
  })
  it('steps back after the last one and ends when nothing is left', () => {
    expect(afterDecision(three, item('c', 'withheld'), 'inReview').next).toBe('b')
    expect(afterDecision([item('a')], item('a', 'published'), 'inReview').next).toBeNull()
  })
  it('takes a reversed decision off the shelf it came from', () => {
    const shelf = [item('a', 'published')]
    expect(afterDecision(shelf, item('a', 'withheld'), 'published').items).toEqual([])
  })
  it('never doubles what a new arrival pushed into the next page', () => {
    expect(ids(withPage(three, [item('c'), item('d')]))).toBe('abcd')
  })
  it('stops at both ends', () => {
    expect(neighbour(three, 'c', 1)).toBe('c')
    expect(neighbour(three, 'a', -1)).toBe('a')
    expect(neighbour(three, null, 1)).toBe('a')
    expect(neighbour([], null, 1)).toBeNull()
  })
  it('tells how long somebody has waited, rounded down', () => {
    const now = Date.parse('2026-11-23T12:00:00Z')
    expect(ageOf('2026-11-23T11:59:50Z', now)).toEqual({ unit: 'minutes', count: 1 })
    expect(ageOf('2026-11-22T01:00:00Z', now)).toEqual({ unit: 'hours', count: 35 })
    expect(ageOf('2026-11-20T13:00:00Z', now)).toEqual({ unit: 'days', count: 2 })
  })
})
