import type { Position } from './shapes.ts'

/** Comparisons one file may cost; a drawing that wants more is told that it was not checked to the end. */
export interface Budget {
  left: number
}

interface Edge {
  readonly a: Position
  readonly b: Position
  readonly index: number
  readonly west: number
  readonly east: number
}

const side = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** Whether the ends of one edge lie on both sides of another, each farther from it than the tolerance. */
const straddles = (e: Edge, f: Edge, tolerance: number): boolean => {
  const far = tolerance * Math.hypot(e.b[0] - e.a[0], e.b[1] - e.a[1])
  const a = side(e.a, e.b, f.a)
  const b = side(e.a, e.b, f.b)
  return (a > far && b < -far) || (a < -far && b > far)
}

/** Whether two edges cross in their inside; touching ends and shared corners are no crossing. */
const cross = (e: Edge, f: Edge, tolerance: number): boolean =>
  straddles(e, f, tolerance) && straddles(f, e, tolerance)

/**
 * Where a closed ring crosses itself first, going from west to east: null when nowhere, 'unknown' when the
 * budget ended before that was sure.
 *
 * @param tolerance how far one edge must reach over another, so that rounded coordinates are no crossing
 */
export function selfCrossing(
  ring: readonly Position[],
  tolerance: number,
  budget: Budget,
): Position | 'unknown' | null {
  if (budget.left <= 0) return 'unknown'
  // Relative to the first corner, so that the products of coordinates keep their digits.
  const [ox, oy] = ring[0] ?? [0, 0]
  const edges: Edge[] = []
  for (let index = 1; index < ring.length; index++) {
    const a: Position = [ring[index - 1]![0] - ox, ring[index - 1]![1] - oy]
    const b: Position = [ring[index]![0] - ox, ring[index]![1] - oy]
    edges.push({ a, b, index, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) })
  }
  edges.sort((e, f) => e.west - f.west)
  let active: Edge[] = []
  for (const edge of edges) {
    if (budget.left <= 0) return 'unknown'
    active = active.filter((other) => other.east >= edge.west)
    budget.left -= active.length + 1
    for (const other of active) {
      if (cross(edge, other, tolerance)) return [edge.a[0] + ox, edge.a[1] + oy]
    }
    active.push(edge)
  }
  return null
}
