import { describe, expect, it } from 'vitest'
import type { PlanStyleKey } from '@mitsprache/terms'
import type { Geometry, Position } from '../geojson.ts'
import { mercator, shapeAt, shapesIn, shapesOf, toDegrees } from './shapes.ts'

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const part = (id: string, style: PlanStyleKey, geometry: Geometry) => ({ id, label: id, style, geometry })

const PLAN = [
  part('lime', 'preservation', { type: 'Point', coordinates: [10.002, 50.002] }),
  part('trees', 'preservation', {
    type: 'MultiPoint',
    coordinates: [
      [10.006, 50.006],
      [10.007, 50.007],
    ],
  }),
  part('limit', 'buildingLimit', {
    type: 'LineString',
    coordinates: [
      [10.001, 50.001],
      [10.009, 50.001],
    ],
  }),
  part('buildable', 'buildable', { type: 'Polygon', coordinates: [square(10.0015, 50.0015, 0.002)] }),
  part('housing', 'generalHousing', {
    type: 'Polygon',
    coordinates: [square(10, 50, 0.01), square(10.0045, 50.0045, 0.001)],
  }),
  part('island', 'publicGreen', {
    type: 'MultiPolygon',
    coordinates: [[square(10.02, 50, 0.001)], [square(10.03, 50, 0.001)]],
  }),
]
const shapes = shapesOf(PLAN)
/** About six pixels at zoom 17. */
const REACH = 6 / (256 * 2 ** 17)
const at = (lon: number, lat: number) => shapeAt(shapes, mercator([lon, lat]), REACH)?.id ?? null

describe('what somebody means who points at a place of the plan', () => {
  it('is the smallest thing there: a tree before a line, a line before areas, a small area before a large one', () => {
    expect(at(10.002, 50.002)).toBe('lime')
    expect(at(10.00201, 50.002)).toBe('lime')
    expect(at(10.005, 50.00101)).toBe('limit')
    expect(at(10.0027, 50.0027)).toBe('buildable')
    expect(at(10.008, 50.008)).toBe('housing')
  })
  it('is each of the points or areas that belong together', () => {
    expect(at(10.007, 50.007)).toBe('trees')
    expect(at(10.0205, 50.0005)).toBe('island')
    expect(at(10.0305, 50.0005)).toBe('island')
    expect(at(10.025, 50.0005)).toBeNull()
  })
  it('is nothing in a hole and nothing beside the plan', () => {
    expect(at(10.005, 50.005)).toBeNull()
    expect(at(10.015, 50.005)).toBeNull()
  })
  it('is not what was taken off the map', () => {
    const found = shapeAt(shapes, mercator([10.002, 50.002]), REACH, ({ kind }) => kind !== 'point')
    expect(found?.id).toBe('buildable')
  })
})

describe('the parts of a plan in drawing order', () => {
  it('begin with the large grounds and end with single signs', () => {
    expect(shapes.all.map(({ id }) => id)).toEqual([
      'housing',
      'island',
      'buildable',
      'limit',
      'lime',
      'trees',
    ])
  })
  it('are found by the view, in that order', () => {
    const [west, north] = mercator([10.0015, 50.0025])
    const [east, south] = mercator([10.0025, 50.0015])
    expect(shapesIn(shapes, [west, north, east, south]).map(({ id }) => id)).toEqual([
      'housing',
      'buildable',
      'lime',
    ])
  })
  it('are lettered where they are widest, streets not at all', () => {
    const room = shapes.byId.get('housing')!.room!
    const [lon, lat] = toDegrees(room.x, room.y)
    expect(at(lon!, lat!)).toBe('housing')
    expect(shapesOf([{ ...PLAN[4]!, style: 'street' }]).all[0]!.room).toBeNull()
  })
  it('are none of an empty plan', () => {
    expect(shapeAt(shapesOf([]), [0.5, 0.5], 1)).toBeNull()
  })
})
