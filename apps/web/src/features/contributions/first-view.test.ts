import { describe, expect, it } from 'vitest'
import type { Bbox, Position } from '../../map/index.ts'
import { firstViewOf, surroundingsOf, zoomOf } from './first-view.ts'

const PLAN: Bbox = [12.9, 50.82, 12.91, 50.83]
const at = (...place: Position) => ({ kind: 'cell' as const, at: place, count: 2 })

describe('the first view of the map of contributions', () => {
  it('holds the plan and what was written beside it', () => {
    expect(firstViewOf(PLAN, [at(12.912, 50.825), at(12.905, 50.81)])).toEqual([12.9, 50.81, 12.912, 50.83])
    expect(firstViewOf(PLAN, [])).toEqual(PLAN)
  })
  it('holds all contributions where there is no plan; a single one keeps its surroundings', () => {
    expect(firstViewOf(null, [at(12.9, 50.8), at(12.95, 50.85)])).toEqual([12.9, 50.8, 12.95, 50.85])
    expect(firstViewOf(null, [at(12.9, 50.8)])).toBeNull()
    expect(firstViewOf(null, [])).toBeNull()
  })
  it('looks around as far as the plan is wide, at least 200 metres, and in the town where there is none', () => {
    const [west, south, east, north] = surroundingsOf(PLAN, null)!
    expect([west, south, east, north].map((each) => each.toFixed(3))).toEqual([
      '12.890',
      '50.810',
      '12.920',
      '50.840',
    ])
    const tiny = surroundingsOf([12.9, 50.82, 12.9001, 50.8201], null)!
    expect((tiny[3] - tiny[1]) * 111_195).toBeCloseTo(411, 0)
    const town = surroundingsOf(null, [12.9, 50.82])!
    expect((town[3] - town[1]) * 111_195).toBeCloseTo(6400, 0)
    expect(surroundingsOf(null, null)).toBeNull()
  })
  it('asks at a zoom at which the box is as wide as a map', () => {
    expect(zoomOf(PLAN)).toBe(16)
    expect(zoomOf([0, 0, 0, 0])).toBe(18)
    expect(zoomOf([-180, -85, 180, 85])).toBe(5)
  })
})
