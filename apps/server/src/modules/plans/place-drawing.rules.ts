import {
  applied,
  determinant,
  inverted,
  fromCorners,
  stretches,
  type Affine,
  type Pair,
} from '../../platform/affine.ts'
import { latOf, lonOf, TILE_PX } from '../../platform/base-map/projection.ts'
import { fitAffine, fitSimilarity, spreadOf } from './fit-points.rules.ts'
import { fromGround, toGround, zoneFor, type Zone } from './ground.rules.ts'

/** The same spot twice: in pixels of the drawing (from its left top) and in degrees. */
export type ControlPoint = { x: number; y: number; lon: number; lat: number }
export type DrawingSize = { widthPx: number; heightPx: number }

export type Placement = {
  /** UTM zone whose metres the drawing is laid into. */
  zone: Zone
  /** From pixels of the drawing to metres east and north. */
  transform: Affine
}

export type PlacingProblem = 'tooFewPoints' | 'samePlace' | 'onALine' | 'tooFarApart'
export type PlacingWarning = 'mirrored' | 'stretched' | 'scale'

export type Placed = Placement & {
  /** How far each point lies from where the drawing puts it, metres. */
  residualsM: number[]
  /** What a point of the drawing is off on average, metres. */
  errorM: number
  /** The point to look at first: it deviates most. Null where all deviate alike. */
  worst: number | null
  warnings: PlacingWarning[]
}

export const POINTS_LEAST = 3
/** A cloud of points narrower than this part of its length says nothing about the other direction. */
const NARROWEST = 0.02
const FARTHEST_M = 200_000
/** Ten drawings of a millimetre a pixel would be one house; fifty metres a pixel is a country. */
const METRES_PER_PX = { least: 0.002, most: 50 }
/** Paper shrinks and scanners stretch by some thousandths, never by this. */
const STRETCH_MOST = 1.05

/**
 * Lays a drawing on the ground by its control points.
 *
 * Three points give a shift, a turn and a scale. More would fit any three points exactly, and the error would
 * always read zero; so would nobody ever learn of a slip. From four points on also what paper and scanner did:
 * another scale along the other edge, and a slant.
 *
 * @returns the placement with its error, or why these points place nothing.
 */
export function placeDrawing(points: ControlPoint[]): Placed | { problem: PlacingProblem } {
  if (points.length < POINTS_LEAST) return { problem: 'tooFewPoints' }
  const zone = zoneFor(points.reduce((sum, { lon }) => sum + lon, 0) / points.length)
  const pixels = points.map(({ x, y }): Pair => [x, y])
  const ground = points.map(({ lon, lat }): Pair => toGround(zone, [lon, lat]))
  const [onPaper, onGround] = [spreadOf(pixels), spreadOf(ground)]
  if (onPaper.longest < 1 || onGround.longest < 0.05) return { problem: 'samePlace' }
  if (onGround.longest > FARTHEST_M) return { problem: 'tooFarApart' }
  if (Math.min(onPaper.narrowness, onGround.narrowness) < NARROWEST) return { problem: 'onALine' }

  const free = fitAffine(pixels, ground)
  const exact = points.length === POINTS_LEAST ? 2 : 3
  const transform = exact === 2 ? fitSimilarity(pixels, ground) : free
  const residualsM = pixels.map((pixel, i) => distance(applied(transform, pixel), ground[i]!))
  const sum = residualsM.reduce((all, each) => all + each * each, 0)
  return {
    zone,
    transform,
    residualsM,
    // So many points fit whatever they are; only the others tell how exact it is.
    errorM: Math.sqrt(sum / (points.length - exact)),
    worst: worstOf(residualsM),
    warnings: warningsOf(free, transform),
  }
}

const distance = ([a, b]: Pair, [c, d]: Pair) => Math.hypot(a - c, b - d)

function worstOf(residualsM: number[]): number | null {
  const [first, second] = [...residualsM].sort((one, two) => two - one) as [number, number]
  return first < 0.01 || first - second < first * 0.02 ? null : residualsM.indexOf(first)
}

function warningsOf(free: Affine, transform: Affine): PlacingWarning[] {
  const { most, least } = stretches(free)
  const warnings: PlacingWarning[] = []
  // Rows count downwards and north is up: a drawing that is not mirrored turns the plane over.
  if (determinant(free) > 0) warnings.push('mirrored')
  else if (most / least > STRETCH_MOST) warnings.push('stretched')
  const scale = stretches(transform).most
  if (scale < METRES_PER_PX.least || scale > METRES_PER_PX.most) warnings.push('scale')
  return warnings
}

/** West, south, east, north of a placed drawing. */
export function boundsOfDrawing(
  { zone, transform }: Placement,
  { widthPx, heightPx }: DrawingSize,
): [number, number, number, number] {
  const corners = [0, widthPx].flatMap((x) =>
    [0, heightPx].map((y) => fromGround(zone, applied(transform, [x, y]))),
  )
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/**
 * From pixels of a map tile to pixels of the drawing.
 *
 * Three corners are enough: within one tile the map's projection and the ground's differ by less than a fifth of
 * a pixel at any zoom that is shown.
 */
export function tileToDrawing(
  { zone, transform }: Placement,
  { z, x, y }: { z: number; x: number; y: number },
  sizePx: number,
): Affine {
  const side = TILE_PX / 2 ** z
  const back = inverted(transform)
  const at = (right: number, down: number) =>
    applied(back, toGround(zone, [lonOf((x + right) * side), latOf((y + down) * side)]))
  return fromCorners(sizePx, at(0, 0), at(1, 0), at(0, 1))
}
