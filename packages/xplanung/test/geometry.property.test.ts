import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arcAround, arcThrough, circleThrough, fullCircle } from '../src/geometry/arcs.ts'
import { selfCrossing } from '../src/geometry/crossings.ts'
import { assemble, close, isInside, orientationOf, signedArea, turned } from '../src/geometry/rings.ts'
import { distance, type Position } from '../src/geometry/shapes.ts'

const RUNS = { numRuns: 300 }

/** Numbers of the size that plans hold: metres with millimetres, seven digits before the point. */
const coordinate = (from: number, length: number) =>
  fc.integer({ min: 0, max: length * 1000 }).map((millimetres) => from + millimetres / 1000)
const position = fc.tuple(coordinate(3_500_000, 1000), coordinate(5_600_000, 1000))
const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
const radius = fc.double({ min: 0.5, max: 5000, noNaN: true })
const tolerance = fc.constantFrom(0.001, 0.01, 0.1)

const on = (center: Position, r: number, at: number): Position => [
  center[0] + r * Math.cos(at),
  center[1] + r * Math.sin(at),
]

describe('an arc through three positions', () => {
  test('keeps them, lies on their circle, and its straight pieces stay within the tolerance', () => {
    fc.assert(
      fc.property(
        position,
        radius,
        angle,
        fc.double({ min: 0.1, max: 6, noNaN: true }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        fc.boolean(),
        tolerance,
        (center, r, start, span, part, left, allowed) => {
          const sweep = left ? span : -span
          const [a, b, c] = [
            on(center, r, start),
            on(center, r, start + sweep * part),
            on(center, r, start + sweep),
          ]
          const arc = arcThrough(a, b, c, allowed)!
          expect(arc[0]).toEqual(a)
          expect(arc.at(-1)).toEqual(c)
          expect(arc).toContainEqual(b)
          for (const [index, point] of arc.entries()) {
            expect(Math.abs(distance(point, center) - r)).toBeLessThan(1e-3)
            if (index === 0) continue
            const before = arc[index - 1]!
            const middle: Position = [(before[0] + point[0]) / 2, (before[1] + point[1]) / 2]
            expect(r - distance(middle, center)).toBeLessThan(allowed + 1e-3)
          }
          // Its length is that of the arc: it went the right way round and only once.
          const length = arc.reduce(
            (sum, point, index) => (index ? sum + distance(arc[index - 1]!, point) : 0),
            0,
          )
          expect(length).toBeGreaterThan(r * span * 0.97 - 0.01)
          expect(length).toBeLessThan(r * span + 0.01)
        },
      ),
      RUNS,
    )
  })

  test('is none where they lie on one line', () => {
    fc.assert(
      fc.property(
        position,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        ([x, y], dx, dy) => {
          expect(circleThrough([x, y], [x + dx, y + dy], [x + 2 * dx, y + 2 * dy])).toBeNull()
        },
      ),
      RUNS,
    )
  })

  test('never draws endlessly, whatever it is given', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(any, any), { minLength: 3, maxLength: 3 }), ([a, b, c]) => {
        expect(arcThrough(a!, b!, c!, 0.01)?.length ?? 0).toBeLessThan(50_000)
      }),
      RUNS,
    )
  })
})

test('a circle closes, runs counter-clockwise and has nearly its area', () => {
  fc.assert(
    fc.property(position, radius, angle, tolerance, (center, r, start, allowed) => {
      const ring = fullCircle({ center, radius: r }, on(center, r, start), allowed)
      expect(ring[0]).toEqual(ring.at(-1))
      expect(orientationOf(ring)).toBe('counter-clockwise')
      const area = Math.PI * r * r
      expect(Math.abs(signedArea(ring) - area) / area).toBeLessThan(0.11)
      expect(area - signedArea(ring)).toBeLessThan(2 * Math.PI * r * (allowed + 1e-6) + 1e-2)
    }),
    RUNS,
  )
})

test('an arc around a center begins and ends at its angles', () => {
  fc.assert(
    fc.property(position, radius, angle, angle, (center, r, start, end) => {
      const arc = arcAround({ center, radius: r }, start, end, 0.01)
      expect(distance(arc[0]!, on(center, r, start))).toBeLessThan(1e-6)
      expect(distance(arc.at(-1)!, on(center, r, end))).toBeLessThan(1e-6)
    }),
    RUNS,
  )
})

/** A star around a center: a ring that never crosses itself. */
const star = fc
  .tuple(position, fc.array(fc.double({ min: 10, max: 400, noNaN: true }), { minLength: 4, maxLength: 30 }))
  .map(([center, radii]): Position[] => {
    const corners = radii.map((r, index) => on(center, r, (2 * Math.PI * index) / radii.length))
    return [...corners, corners[0]!]
  })

describe('a ring', () => {
  test('that is cut, each piece turned round at will, comes together again', () => {
    fc.assert(
      fc.property(
        star,
        fc.array(fc.nat(), { minLength: 3, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (ring, cuts, flips) => {
          const places = [
            ...new Set([0, ...cuts.map((cut) => 1 + (cut % (ring.length - 2))), ring.length - 1]),
          ].sort((a, b) => a - b)
          const pieces = places.slice(1).map((end, index) => ring.slice(places[index], end + 1))
          // Two pieces that meet at both ends can be put together in two ways; three and more cannot.
          fc.pre(pieces.length >= 3)
          const turnedPieces = pieces.map((piece, index) => (flips[index % 8] ? piece.toReversed() : piece))
          const { positions, gap } = assemble(turnedPieces, 0.001)
          expect(gap).toBe(0)
          expect(Math.abs(signedArea(positions))).toBeCloseTo(Math.abs(signedArea(ring)), 6)
          expect(close(positions, 0.001)).toMatchObject({ gap: 0 })
        },
      ),
      RUNS,
    )
  })

  test('that is not closed is closed, with its gap told', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const open = ring.slice(0, -1)
        const closed = close(open, 0.001)
        expect(closed.ring).toEqual(ring)
        expect(closed.gap).toBeCloseTo(distance(open[0]!, open.at(-1)!), 9)
      }),
      RUNS,
    )
  })

  test('runs as wanted after turning, with the same corners', () => {
    fc.assert(
      fc.property(
        star,
        fc.constantFrom('clockwise' as const, 'counter-clockwise' as const),
        (ring, wanted) => {
          const result = turned(ring, wanted)
          expect(orientationOf(result.ring)).toBe(wanted)
          expect(turned(result.ring, wanted).wasWrong).toBe(false)
          expect(new Set(result.ring.map(String))).toEqual(new Set(ring.map(String)))
        },
      ),
      RUNS,
    )
  })

  test('crosses itself when two of its edges cross, as comparing them all says too', () => {
    const brute = (ring: readonly Position[]) => {
      const side = (a: Position, b: Position, c: Position) =>
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
      for (let i = 1; i < ring.length; i++) {
        for (let j = i + 1; j < ring.length; j++) {
          const [a, b, c, d] = [ring[i - 1]!, ring[i]!, ring[j - 1]!, ring[j]!]
          if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true
        }
      }
      return false
    }
    const corner = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
    fc.assert(
      fc.property(fc.array(corner, { minLength: 4, maxLength: 12 }), (corners) => {
        const ring = [...corners, corners[0]!]
        expect(selfCrossing(ring, 0, { left: 1e6 }) !== null).toBe(brute(ring))
      }),
      RUNS,
    )
    fc.assert(
      fc.property(star, (ring) => {
        expect(selfCrossing(ring, 0.002, { left: 1e6 })).toBeNull()
      }),
      RUNS,
    )
  })

  test('holds its own center when it is a star', () => {
    fc.assert(
      fc.property(position, radius, (center, r) => {
        const ring = fullCircle({ center, radius: r }, on(center, r, 0), 0.01)
        expect(isInside(center, ring)).toBe(true)
        expect(isInside([center[0] + 2 * r, center[1]], ring)).toBe(false)
      }),
      RUNS,
    )
  })
})
