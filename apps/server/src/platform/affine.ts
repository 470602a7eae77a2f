/** `x' = a·x + b·y + c`, `y' = d·x + e·y + f`, as `[a, b, c, d, e, f]`. */
export type Affine = readonly [number, number, number, number, number, number]
export type Pair = readonly [number, number]

export const applied = ([a, b, c, d, e, f]: Affine, [x, y]: Pair): [number, number] => [
  a * x + b * y + c,
  d * x + e * y + f,
]

/** First `inner`, then `outer`. */
export function composed(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + b * j, a * h + b * k, a * i + b * l + c, d * g + e * j, d * h + e * k, d * i + e * l + f]
}

export const determinant = ([a, b, , d, e]: Affine) => a * e - b * d

/** @throws RangeError for a map that folds the plane into a line. */
export function inverted(affine: Affine): Affine {
  const [a, b, c, d, e, f] = affine
  const det = determinant(affine)
  if (!Number.isFinite(det) || det === 0) throw new RangeError('This map has no way back.')
  return [e / det, -b / det, (b * f - e * c) / det, -d / det, a / det, (d * c - a * f) / det]
}

/** How much it stretches at most and at least, whatever the direction. */
export function stretches([a, b, , d, e]: Affine): { most: number; least: number } {
  const sum = a * a + b * b + d * d + e * e
  const product = Math.abs(a * e - b * d)
  const root = Math.sqrt(Math.max(0, sum * sum - 4 * product * product))
  const most = Math.sqrt((sum + root) / 2)
  return { most, least: most === 0 ? 0 : product / most }
}

/** The map that takes the three corners (0, 0), (side, 0) and (0, side) of a square to these places. */
export const fromCorners = (side: number, origin: Pair, right: Pair, down: Pair): Affine => [
  (right[0] - origin[0]) / side,
  (down[0] - origin[0]) / side,
  origin[0],
  (right[1] - origin[1]) / side,
  (down[1] - origin[1]) / side,
  origin[1],
]
