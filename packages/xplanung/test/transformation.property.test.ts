import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLonLat, toLonLat } from '../src/crs/project.ts'
import { systemOf } from '../src/crs/systems.ts'

describe('a transformation', () => {
  const place = fc.tuple(
    fc.double({ min: 6, max: 15, noNaN: true }),
    fc.double({ min: 47.3, max: 55, noNaN: true }),
  )

  test.each([25831, 25832, 25833, 31466, 31467, 31468, 31469, 4326, 4647, 5650])(
    'to EPSG:%i and back stays within a centimetre',
    (epsg) => {
      const system = systemOf(epsg)!
      fc.assert(
        fc.property(place, (lonLat) => {
          const back = toLonLat(system, fromLonLat(system, lonLat))!
          expect(Math.abs(back[0] - lonLat[0])).toBeLessThan(1.5e-7)
          expect(Math.abs(back[1] - lonLat[1])).toBeLessThan(1e-7)
        }),
        { numRuns: 300 },
      )
    },
  )

  test('agrees with known places', () => {
    // Zone 32 meets its own middle: 500 km east of its border at 9°, whatever the latitude.
    expect(toLonLat(systemOf(25832)!, [500_000, 5_600_000])![0]).toBeCloseTo(9, 8)
    expect(toLonLat(systemOf(25833)!, [500_000, 5_600_000])![0]).toBeCloseTo(15, 8)
    // From Potsdam's datum to WGS 84 Germany moves by roughly a hundred metres, mostly eastward numbers shrink.
    const shifted = toLonLat(systemOf(31467)!, [3_500_000, 5_600_000])!
    expect(Math.abs(shifted[0] - 9) * 70_000).toBeGreaterThan(40)
    expect(Math.abs(shifted[0] - 9) * 70_000).toBeLessThan(160)
  })

  test('has no place for what its series cannot follow', () => {
    for (const wild of [
      [1e300, 1e300],
      [-1e12, 1e12],
      [1e9, 0],
    ] as const) {
      const found = toLonLat(systemOf(25832)!, wild)
      expect(found === null || found.every(Number.isFinite)).toBe(true)
    }
  })
})
