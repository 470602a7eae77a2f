import { newId } from '@mitsprache/terms'
import type { Geometry, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Territory } from '../procedures/index.ts'
import { metresOutside, readPlace, type Place } from './place.rules.ts'

const square = (west: number, south: number): Position[] => [
  [west, south],
  [west + 0.001, south],
  [west + 0.001, south + 0.001],
  [west, south + 0.001],
  [west, south],
]
const TERRITORY: Territory = { type: 'Polygon', coordinates: [square(12.9, 50.82)] }

/** The same part once within the plan and once about 140 metres east of it. */
const at = (shift: number): Geometry[] => {
  const [west, south] = [12.9002 + shift, 50.8202]
  return [
    { type: 'Point', coordinates: [west, south] },
    {
      type: 'MultiPoint',
      coordinates: [
        [west, south],
        [west + 0.0001, south],
      ],
    },
    {
      type: 'LineString',
      coordinates: [
        [west, south],
        [west + 0.0001, south],
      ],
    },
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [west, south],
          [west, south + 0.0001],
        ],
        [
          [west, south],
          [west + 0.0001, south],
        ],
      ],
    },
    { type: 'Polygon', coordinates: [square(west, south)] },
    { type: 'MultiPolygon', coordinates: [[square(west, south)], [square(west + 0.002, south)]] },
  ]
}
const about = (geometry: Geometry) => {
  const id = newId()
  return readPlace({ kind: 'planPart', planPartId: id }, new Map([[id, { name: 'Teil', geometry }]])) as Place
}

describe('a contribution about a part of the plan', () => {
  it.each(at(0))('has a point on the map when the part is a $type', (geometry) => {
    const place = about(geometry)
    expect(place.label).toBe('Teil')
    expect(place.lon).toBeGreaterThan(12.9001)
    expect(place.lat).toBeGreaterThan(50.8201)
    expect(metresOutside(place, TERRITORY)).toBeNull()
  })

  it.each(at(0.0028))('tells how far outside a $type lies', (geometry) => {
    expect(metresOutside(about(geometry), TERRITORY)).toBeCloseTo(140, -1)
  })

  it('is refused for a part that the plan does not have', () => {
    expect(readPlace({ kind: 'planPart', planPartId: newId() }, new Map())).toEqual({
      field: 'place.planPartId',
      problem: 'unknown',
    })
  })
})
