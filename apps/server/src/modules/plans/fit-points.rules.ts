import { composed, type Affine, type Pair } from '../../platform/affine.ts'

const mean = (all: readonly Pair[]): Pair => [
  all.reduce((sum, [x]) => sum + x, 0) / all.length,
  all.reduce((sum, [, y]) => sum + y, 0) / all.length,
]
const shift = ([x, y]: Pair): Affine => [1, 0, x, 0, 1, y]

/** Both clouds around their middles: the sums stay small, and no digit is lost. */
function centred(from: readonly Pair[], to: readonly Pair[]) {
  const [mx, my] = mean(from)
  const [mu, mv] = mean(to)
  const pairs = from.map(([x, y], i) => ({ x: x - mx, y: y - my, u: to[i]![0] - mu, v: to[i]![1] - mv }))
  const sum = (of: (pair: (typeof pairs)[number]) => number) => pairs.reduce((all, pair) => all + of(pair), 0)
  const whole = (linear: Affine): Affine => composed(shift([mu, mv]), composed(linear, shift([-mx, -my])))
  return { sum, whole }
}

/** The affine map with the least squares of what remains; exact for three points that are not on a line. */
export function fitAffine(from: readonly Pair[], to: readonly Pair[]): Affine {
  const { sum, whole } = centred(from, to)
  const [xx, xy, yy] = [sum(({ x }) => x * x), sum(({ x, y }) => x * y), sum(({ y }) => y * y)]
  const det = xx * yy - xy * xy
  const solve = (along: number, across: number): [number, number] => [
    (along * yy - across * xy) / det,
    (across * xx - along * xy) / det,
  ]
  const [a, b] = solve(
    sum(({ x, u }) => x * u),
    sum(({ y, u }) => y * u),
  )
  const [d, e] = solve(
    sum(({ x, v }) => x * v),
    sum(({ y, v }) => y * v),
  )
  return whole([a, b, 0, d, e, 0])
}

/**
 * The shift, turn and scale with the least squares, from a plane whose second axis points down to one where it
 * points up. Exact for two points.
 */
export function fitSimilarity(from: readonly Pair[], to: readonly Pair[]): Affine {
  const { sum, whole } = centred(from, to)
  const length = sum(({ x, y }) => x * x + y * y)
  const p = sum(({ x, y, u, v }) => x * u - y * v) / length
  const q = sum(({ x, y, u, v }) => y * u + x * v) / length
  return whole([p, q, 0, q, -p, 0])
}

/** How long a cloud of points is, and how narrow: 0 when all lie on a line, 1 when it is as wide as long. */
export function spreadOf(points: readonly Pair[]): { longest: number; narrowness: number } {
  const { sum } = centred(points, points)
  const [xx, xy, yy] = [sum(({ x }) => x * x), sum(({ x, y }) => x * y), sum(({ y }) => y * y)]
  const root = Math.sqrt(Math.max(0, (xx - yy) ** 2 + 4 * xy * xy))
  const [most, least] = [(xx + yy + root) / 2, Math.max(0, (xx + yy - root) / 2)]
  return { longest: 2 * Math.sqrt(most), narrowness: most === 0 ? 0 : Math.sqrt(least / most) }
}
