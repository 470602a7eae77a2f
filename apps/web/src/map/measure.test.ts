import { describe, expect, it } from 'vitest'
import { sizeOf } from './measure.ts'

/** At 60° north a degree of longitude is half as long as one of latitude. */
const box = (west: number, south: number, across: number, up: number) => [
  [west, south],
  [west + across, south],
  [west + across, south + up],
  [west, south + up],
  [west, south],
]

describe('the size of a part', () => {
  it('is its area without its holes', () => {
    const size = sizeOf({
      type: 'Polygon',
      coordinates: [box(10, 60, 0.002, 0.001), box(10.0005, 60.0002, 0.001, 0.0005)],
    })
    const wholeM2 = 111.195 * 111.195
    expect(size).toEqual({ areaM2: expect.closeTo(wholeM2 * 0.75, -2) })
  })
  it('adds up what belongs together', () => {
    const one = { type: 'Polygon' as const, coordinates: [box(10, 60, 0.002, 0.001)] }
    const { areaM2 } = sizeOf(one) as { areaM2: number }
    expect(
      sizeOf({ type: 'MultiPolygon', coordinates: [one.coordinates, [box(11, 60, 0.002, 0.001)]] }),
    ).toEqual({
      areaM2: expect.closeTo(2 * areaM2, 3),
    })
  })
  it('is the length of a line and nothing of a point', () => {
    expect(
      sizeOf({
        type: 'LineString',
        coordinates: [
          [10, 60],
          [10.002, 60],
          [10.002, 60.001],
        ],
      }),
    ).toEqual({
      lengthM: expect.closeTo(222.39, 1),
    })
    expect(sizeOf({ type: 'MultiPoint', coordinates: [[10, 60]] })).toBeNull()
  })
})
