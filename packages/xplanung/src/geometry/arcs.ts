import type { Position } from './shapes.ts'

export interface Circle {
  readonly center: Position
  readonly radius: number
}

/** Pieces of one arc at most; a tolerance that wants more is not kept, but no file can ask for millions. */
const MAX_PIECES = 20_000

/** The circle through three positions, or null when they lie on one line (or two of them are the same). */
export function circleThrough(a: Position, b: Position, c: Position): Circle | null {
  // Relative to the first position: coordinates of seven digits would eat up the precision of the squares.
  const bx = b[0] - a[0]
  const by = b[1] - a[1]
  const cx = c[0] - a[0]
  const cy = c[1] - a[1]
  const cross = 2 * (bx * cy - by * cx)
  const bb = bx * bx + by * by
  const cc = cx * cx + cy * cy
  const size = Math.max(bb, cc)
  // Flatter than a hundred-millionth of its length: a straight line that was measured.
  if (size === 0 || Math.abs(cross) < size * 1e-8) return null
  const ux = (cy * bb - by * cc) / cross
  const uy = (bx * cc - cx * bb) / cross
  return { center: [a[0] + ux, a[1] + uy], radius: Math.hypot(ux, uy) }
}

/** The largest angle a straight piece may span so that it stays within the tolerance of the arc. */
function stepAngle(radius: number, tolerance: number): number {
  if (tolerance >= radius) return Math.PI / 2
  return Math.min(Math.PI / 8, 2 * Math.acos(1 - tolerance / radius))
}

/**
 * Positions along a circle, without the one at the starting angle.
 *
 * @param sweep radians, positive counter-clockwise
 */
function along({ center, radius }: Circle, start: number, sweep: number, tolerance: number): Position[] {
  const pieces = Math.min(MAX_PIECES, Math.max(1, Math.ceil(Math.abs(sweep) / stepAngle(radius, tolerance))))
  const positions: Position[] = []
  for (let piece = 1; piece <= pieces; piece++) {
    const angle = start + (sweep * piece) / pieces
    positions.push([center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)])
  }
  return positions
}

const angleAt = (center: Position, position: Position): number =>
  Math.atan2(position[1] - center[1], position[0] - center[0])

const TURN = 2 * Math.PI
const positive = (angle: number): number => ((angle % TURN) + TURN) % TURN

/**
 * The arc from `a` over `b` to `c` as positions that lie on it; straight pieces between them stay within the
 * tolerance. The three given positions are kept as they are, so that arcs meet their neighbours exactly.
 *
 * @param tolerance in the units of the positions
 * @returns null when the three lie on one line
 */
export function arcThrough(a: Position, b: Position, c: Position, tolerance: number): Position[] | null {
  if (a[0] === c[0] && a[1] === c[1]) {
    if (a[0] === b[0] && a[1] === b[1]) return null
    // Start and end are the same: by custom a full circle, with the middle position opposite.
    return fullCircle(
      { center: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], radius: Math.hypot(b[0] - a[0], b[1] - a[1]) / 2 },
      a,
      tolerance,
    )
  }
  const circle = circleThrough(a, b, c)
  if (!circle) return null
  const start = angleAt(circle.center, a)
  const middle = angleAt(circle.center, b)
  const end = angleAt(circle.center, c)
  // Counter-clockwise when the middle comes before the end on the way round in that direction.
  const turnsLeft = positive(middle - start) < positive(end - start)
  const sweepTo = (from: number, to: number) => (turnsLeft ? positive(to - from) : -positive(from - to))
  const first = along(circle, start, sweepTo(start, middle), tolerance)
  const second = along(circle, middle, sweepTo(middle, end), tolerance)
  first[first.length - 1] = b
  second[second.length - 1] = c
  return [a, ...first, ...second]
}

/** A full circle, counter-clockwise, beginning and ending at one of its positions. */
export function fullCircle(circle: Circle, from: Position, tolerance: number): Position[] {
  const positions = along(circle, angleAt(circle.center, from), TURN, tolerance)
  positions[positions.length - 1] = from
  return [from, ...positions]
}

/**
 * An arc around a center.
 *
 * @param start radians from east, counter-clockwise
 * @param end radians; smaller than `start` runs clockwise
 */
export function arcAround(circle: Circle, start: number, end: number, tolerance: number): Position[] {
  const { center, radius } = circle
  const from: Position = [center[0] + radius * Math.cos(start), center[1] + radius * Math.sin(start)]
  return [from, ...along(circle, start, end - start, tolerance)]
}
