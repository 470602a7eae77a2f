import { describe, expect, it } from 'vitest'
import { distanceM } from './distance.ts'
import type { Geometry, Position } from './geojson.ts'
import { moved } from './scale.ts'

const HERE = [12.92, 50.83]
const at = (eastM: number, northM: number): Position => moved(HERE, eastM, northM)
const square = (westM: number, southM: number, sideM: number): Position[] => [
  at(westM, southM),
  at(westM + sideM, southM),
  at(westM + sideM, southM + sideM),
  at(westM, southM + sideM),
  at(westM, southM),
]

describe('the distance to a part of a plan', () => {
  const cases: [what: string, geometry: Geometry, metres: number][] = [
    ['a point, straight', { type: 'Point', coordinates: at(30, 40) }, 50],
    ['a street, at a right angle', { type: 'LineString', coordinates: [at(-100, 85), at(100, 85)] }, 85],
    ['a street that ends before', { type: 'LineString', coordinates: [at(30, 40), at(100, 40)] }, 50],
    [
      'the nearer of two lines',
      {
        type: 'MultiLineString',
        coordinates: [
          [at(0, 200), at(9, 200)],
          [at(0, 20), at(9, 20)],
        ],
      },
      20,
    ],
    ['an area beside it', { type: 'Polygon', coordinates: [square(60, -20, 40)] }, 60],
    ['the area it lies in', { type: 'Polygon', coordinates: [square(-20, -20, 40)] }, 0],
    [
      'a hole it lies in',
      { type: 'Polygon', coordinates: [square(-90, -90, 180), square(-10, -10, 20)] },
      10,
    ],
    [
      'the nearer of two areas',
      { type: 'MultiPolygon', coordinates: [[square(500, 0, 10)], [square(105, -5, 10)]] },
      105,
    ],
    ['a line of one point twice', { type: 'LineString', coordinates: [at(0, 12), at(0, 12)] }, 12],
  ]
  it.each(cases)('to %s', (_what, geometry, metres) => {
    expect(distanceM(HERE, geometry)).toBeCloseTo(metres, 0)
  })
})
