import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, inverted, type Affine, type Pair } from '../../platform/affine.ts'
import { worldX, worldY } from '../../platform/base-map/projection.ts'
import { fromGround, placeByFile, toGround, zoneFor } from './ground.rules.ts'
import {
  boundsOfDrawing,
  placeDrawing,
  tileToDrawing,
  type ControlPoint,
  type Placed,
} from './place-drawing.rules.ts'

const ZONE = 33
const MIDDLE: Pair = [352_300, 5_632_400]
const SIZE = { widthPx: 6000, heightPx: 4000 }

/** A sheet with its middle at a place, turned to the left by so many degrees. */
function sheet(metresPerPx: number, turnedDeg: number, [east, north]: Pair = MIDDLE): Affine {
  const [cos, sin] = [Math.cos((turnedDeg * Math.PI) / 180), Math.sin((turnedDeg * Math.PI) / 180)]
  const linear: Affine = [metresPerPx * cos, metresPerPx * sin, 0, metresPerPx * sin, -metresPerPx * cos, 0]
  const [x, y] = applied(linear, [SIZE.widthPx / 2, SIZE.heightPx / 2])
  return [linear[0], linear[1], east - x, linear[3], linear[4], north - y]
}

const pointOf = (transform: Affine, pixel: Pair, offM: Pair = [0, 0]): ControlPoint => {
  const [east, north] = applied(transform, pixel)
  const [lon, lat] = fromGround(ZONE, [east + offM[0], north + offM[1]])
  return { x: pixel[0], y: pixel[1], lon, lat }
}
const CORNERS: Pair[] = [
  [100, 100],
  [5900, 150],
  [5800, 3900],
  [150, 3850],
]

function placed(points: ControlPoint[]): Placed {
  const result = placeDrawing(points)
  if ('problem' in result) throw new Error(result.problem)
  return result
}

describe('control points', () => {
  it('place a drawing where three of them say, to the centimetre', () => {
    const transform = sheet(0.1, 12)
    const result = placed(CORNERS.slice(0, 3).map((pixel) => pointOf(transform, pixel)))
    for (const pixel of CORNERS) {
      const [east, north] = applied(result.transform, pixel)
      const [wantedEast, wantedNorth] = applied(transform, pixel)
      expect(Math.hypot(east - wantedEast, north - wantedNorth)).toBeLessThan(0.01)
    }
    expect(result.errorM).toBeLessThan(0.01)
    expect([result.worst, result.warnings]).toEqual([null, []])
  })

  it('tell of a slip also when there are only three', () => {
    const transform = sheet(0.1, 0)
    const points = CORNERS.slice(0, 3).map((pixel, i) =>
      pointOf(transform, pixel, i === 1 ? [20, 0] : [0, 0]),
    )
    expect(placed(points).errorM).toBeGreaterThan(5)
  })

  it('name the one that deviates most', () => {
    const transform = sheet(0.1, 5)
    const pixels: Pair[] = [...CORNERS, [3000, 2000], [3000, 300], [2000, 3500]]
    const points = pixels.map((pixel, i) => pointOf(transform, pixel, i === 2 ? [-9, 4] : [0.1 * i, 0]))
    expect(placed(points).worst).toBe(2)
  })

  it('see from the fourth on that paper shrank along one edge', () => {
    const [a, b, c, d, e, f] = sheet(0.1, 0)
    const shrunk: Affine = [a * 0.99, b, c, d * 0.99, e, f]
    expect(placed(CORNERS.map((pixel) => pointOf(shrunk, pixel))).errorM).toBeLessThan(0.01)
  })

  it.each([
    ['too few', CORNERS.slice(0, 2), 'tooFewPoints'],
    ['none', [], 'tooFewPoints'],
    [
      'on a line',
      [
        [0, 0],
        [1000, 1000],
        [4000, 4001],
      ] as Pair[],
      'onALine',
    ],
    [
      'all on one spot',
      [
        [5, 5],
        [5, 5],
        [5.2, 5],
      ] as Pair[],
      'samePlace',
    ],
  ])('place nothing when they are %s', (_, pixels, problem) => {
    expect(placeDrawing(pixels.map((pixel) => pointOf(sheet(0.1, 0), pixel)))).toEqual({ problem })
  })

  it('place nothing when two of the same place are said to be three', () => {
    const points = CORNERS.slice(0, 3).map((pixel) => pointOf(sheet(0.1, 0), pixel))
    const same = points.map((point) => ({ ...point, lon: points[0]!.lon, lat: points[0]!.lat }))
    expect(placeDrawing(same)).toEqual({ problem: 'samePlace' })
  })

  it('place nothing across half of Europe', () => {
    const points = CORNERS.map((pixel) => pointOf(sheet(0.1, 0), pixel))
    points[0] = { ...points[0]!, lon: -3, lat: 40 }
    expect(placeDrawing(points)).toEqual({ problem: 'tooFarApart' })
  })

  it.each([
    ['mirrored', ([a, b, c, d, e, f]: Affine): Affine => [-a, b, c + 600, -d, e, f]],
    ['stretched', ([a, b, c, d, e, f]: Affine): Affine => [a * 1.2, b, c, d * 1.2, e, f]],
    ['scale', (): Affine => sheet(0.001, 0)],
  ])('warn of a drawing that is %s', (warning, changed) => {
    const transform = changed(sheet(0.1, 0))
    expect(placed(CORNERS.map((pixel) => pointOf(transform, pixel))).warnings).toEqual([warning])
  })

  it('find any sheet again, and call its error about what it is', () => {
    const pixel = fc.tuple(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 4000 }))
    const unit = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 5, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.array(fc.tuple(pixel, unit, unit), { minLength: 0, maxLength: 12 }),
        (metresPerPx, turned, more) => {
          const transform = sheet(metresPerPx, turned)
          const noisy = [...CORNERS.map((each) => [each, 0.3, -0.4] as const), ...more]
          const result = placed(noisy.map(([each, east, north]) => pointOf(transform, each, [east, north])))
          // Nobody is off by more than √2 m, so the drawing is not off by more than a few metres at its edges.
          for (const corner of CORNERS) {
            const [east, north] = applied(result.transform, corner)
            const [wantedEast, wantedNorth] = applied(transform, corner)
            expect(Math.hypot(east - wantedEast, north - wantedNorth)).toBeLessThan(6)
          }
          expect(result.errorM).toBeLessThan(4)
          expect(result.residualsM).toHaveLength(noisy.length)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never answer with something that is no number', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 20 }),
      y: fc.integer({ min: 0, max: 20 }),
      lon: fc.double({ min: 5, max: 16, noNaN: true }),
      lat: fc.double({ min: 47, max: 56, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(point, { maxLength: 8 }), (points) => {
        const result = placeDrawing(points)
        if ('problem' in result) return
        expect([...result.transform, result.errorM, ...result.residualsM].every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a placed drawing', () => {
  const placement = { zone: ZONE, transform: sheet(0.1, 30) } as const

  it('has bounds that hold its corners', () => {
    const [west, south, east, north] = boundsOfDrawing(placement, SIZE)
    const [lon, lat] = fromGround(ZONE, applied(placement.transform, [0, 0]))
    expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true)
    expect(east - west).toBeLessThan(0.02)
  })

  it.each([11, 14, 17, 20])('lies in the tiles of zoom %i where it lies on the ground', (z) => {
    const pixel: Pair = [1234, 3210]
    const [lon, lat] = fromGround(ZONE, applied(placement.transform, pixel))
    const [px, py] = [worldX(lon) * 2 ** z, worldY(lat) * 2 ** z]
    const tile = { z, x: Math.floor(px / 256), y: Math.floor(py / 256) }
    const back = inverted(tileToDrawing(placement, tile, 256))
    const [x, y] = applied(back, pixel)
    expect(Math.hypot(x - (px - tile.x * 256), y - (py - tile.y * 256))).toBeLessThan(0.3)
  })
})

describe('a file that says where it lies', () => {
  it.each([25832, 25833, 31468, 4326, 3857])('is laid there, in EPSG:%i', (epsg) => {
    const [lon, lat] = [12.91, 50.82]
    const degree = epsg === 4326
    const [x, y] = degree
      ? [lon, lat]
      : epsg === 3857
        ? [1_437_134.6, 6_589_424.4]
        : epsg === 31468
          ? [4_563_940, 5_631_450]
          : toGround((epsg - 25_800) as 32, [lon, lat])
    const step = degree ? 1e-6 : 0.1
    const result = placeByFile({ epsg, way: [step, 0, x, 0, -step, y] }, SIZE)!
    const [west, , , north] = boundsOfDrawing(result, SIZE)
    expect(Math.abs(west - lon)).toBeLessThan(0.01)
    expect(Math.abs(north - lat)).toBeLessThan(0.01)
    expect(result.accuracyM).toBe({ 31468: 3, 4326: 0, 3857: 0 }[epsg] ?? 1)
  })

  it('is laid nowhere by a system that is not known, or off the earth', () => {
    expect(placeByFile({ epsg: 2056, way: [1, 0, 0, 0, -1, 0] }, SIZE)).toBeNull()
    expect(placeByFile({ epsg: 4326, way: [1, 0, 170, 0, -1, 89] }, SIZE)).toBeNull()
  })

  it('takes the zone of its middle', () => {
    expect([zoneFor(6.1), zoneFor(11.9), zoneFor(12.1), zoneFor(40), zoneFor(-20)]).toEqual([
      32, 32, 33, 33, 31,
    ])
  })
})
