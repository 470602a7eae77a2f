import { distance, isSame, type Position, type Ring } from './shapes.ts'

/** Twice the signed area is positive counter-clockwise; computed from the first corner to keep its digits. */
export function signedArea(ring: readonly Position[]): number {
  const [ox, oy] = ring[0] ?? [0, 0]
  let twice = 0
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1]!
    const [bx, by] = ring[index]!
    twice += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  }
  return twice / 2
}

export type Orientation = 'clockwise' | 'counter-clockwise'

export const orientationOf = (ring: readonly Position[]): Orientation =>
  signedArea(ring) >= 0 ? 'counter-clockwise' : 'clockwise'

/** Turns a ring round unless it runs as wanted. */
export function turned(ring: Ring, wanted: Orientation): { ring: Ring; wasWrong: boolean } {
  if (orientationOf(ring) === wanted) return { ring, wasWrong: false }
  return { ring: ring.toReversed(), wasWrong: true }
}

/** Whether a position lies in a ring; on its border it may be either. */
export function isInside([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1]!
    const [bx, by] = ring[index]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

export interface Assembled {
  readonly positions: Position[]
  /** largest distance bridged between two pieces, units of the positions; 0 when all meet */
  readonly gap: number
  /** how many pieces had to be turned round */
  readonly reversed: number
}

/**
 * Puts the pieces of a ring together in their order. A piece that ends where it should begin is turned round;
 * pieces that do not meet are joined by a straight line, and how far apart they were is told.
 *
 * @param tolerance how far apart two ends may lie and still be the same place
 */
export function assemble(pieces: readonly Position[][], tolerance: number): Assembled {
  const queue = pieces.filter((piece) => piece.length > 0)
  if (queue.length === 0) return { positions: [], gap: 0, reversed: 0 }
  let reversed = 0
  let gap = 0
  let first = queue[0]!
  const second = queue[1]
  // Of two pieces the end of the second meets the start of the first in any ring; that alone turns nothing round.
  const isBackwards = (start: Position, next: readonly Position[]) =>
    distance(start, next[0]!) <= tolerance || (queue.length > 2 && distance(start, next.at(-1)!) <= tolerance)
  if (second && !meets(first.at(-1)!, second, tolerance) && isBackwards(first[0]!, second)) {
    first = first.toReversed()
    reversed++
  }
  const positions = [...first]
  for (const next of queue.slice(1)) {
    const end = positions.at(-1)!
    const toStart = distance(end, next[0]!)
    const toEnd = distance(end, next.at(-1)!)
    let piece = next
    if (toStart > tolerance && toEnd <= tolerance) {
      piece = next.toReversed()
      reversed++
    }
    const apart = distance(end, piece[0]!)
    if (apart > tolerance) {
      gap = Math.max(gap, apart)
      positions.push(piece[0]!)
    }
    for (let index = 1; index < piece.length; index++) positions.push(piece[index]!)
  }
  return { positions, gap, reversed }
}

const meets = (end: Position, piece: readonly Position[], tolerance: number): boolean =>
  distance(end, piece[0]!) <= tolerance || distance(end, piece.at(-1)!) <= tolerance

export interface Closed {
  readonly ring: Ring
  /** distance between the last and the first position before, 0 when it was closed */
  readonly gap: number
}

/**
 * Closes a ring whose end is not its beginning. Ends within the tolerance are made the same, so that it is
 * closed exactly.
 */
export function close(positions: readonly Position[], tolerance: number): Closed {
  const ring = [...positions]
  const first = ring[0]
  const last = ring.at(-1)
  if (!first || !last || isSame(first, last)) return { ring, gap: 0 }
  const gap = distance(first, last)
  if (gap <= tolerance && ring.length > 3) ring[ring.length - 1] = first
  else ring.push(first)
  return { ring, gap: gap <= tolerance ? 0 : gap }
}

/** Positions that differ from the one before them. */
export const distinct = (positions: readonly Position[]): Position[] =>
  positions.filter((position, index) => index === 0 || !isSame(position, positions[index - 1]!))
