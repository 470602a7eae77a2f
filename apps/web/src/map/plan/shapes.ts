import { PLAN_STYLES, type PlanStyleKey, type PlanStyleLayer } from '@mitsprache/terms'
import Flatbush from 'flatbush'
import type { Geometry, Position } from '../geojson.ts'
import type { PlanArea } from '../plan.ts'

/** Numbers in pairs x, y of the web mercator square, 0 to 1, north at 0. */
type Path = Float64Array

export type Shape = {
  id: string
  label: string
  style: PlanStyleKey
  kind: 'area' | 'line' | 'point'
  /** rings of an area with its holes, lines, or for points one path with all of them */
  paths: Path[]
  /** west, north, east, south */
  box: readonly [number, number, number, number]
  /** of the mercator square; 0 for lines and points */
  size: number
  /** where a label has most room, and how wide that room is; null where nothing is lettered */
  room: { x: number; y: number; width: number } | null
}

export type Shapes = { all: Shape[]; byId: Map<string, Shape>; index: Flatbush | null }

export const mercator = ([lon, lat]: Position): [number, number] => {
  const sine = Math.sin((lat! * Math.PI) / 180)
  return [lon! / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

export const toDegrees = (x: number, y: number): Position => [
  (x - 0.5) * 360,
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
]

const pathOf = (line: readonly Position[]): Path => {
  const path = new Float64Array(2 * line.length)
  line.forEach((position, i) => path.set(mercator(position), 2 * i))
  return path
}

function pathsOf(geometry: Geometry): { kind: Shape['kind']; paths: Path[] } {
  switch (geometry.type) {
    case 'Point':
      return { kind: 'point', paths: [pathOf([geometry.coordinates])] }
    case 'MultiPoint':
      return { kind: 'point', paths: [pathOf(geometry.coordinates)] }
    case 'LineString':
      return { kind: 'line', paths: [pathOf(geometry.coordinates)] }
    case 'MultiLineString':
      return { kind: 'line', paths: geometry.coordinates.map(pathOf) }
    case 'Polygon':
      return { kind: 'area', paths: geometry.coordinates.map(pathOf) }
    case 'MultiPolygon':
      return { kind: 'area', paths: geometry.coordinates.flat().map(pathOf) }
  }
}

/** Twice the area under a ring, signed by its direction. */
function doubled(ring: Path): number {
  let sum = 0
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2)
    sum += ring[before]! * ring[i + 1]! - ring[i]! * ring[before + 1]!
  return sum
}

function boxOf(paths: Path[]): Shape['box'] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const path of paths)
    for (let i = 0; i < path.length; i += 2) {
      box[0] = Math.min(box[0], path[i]!)
      box[1] = Math.min(box[1], path[i + 1]!)
      box[2] = Math.max(box[2], path[i]!)
      box[3] = Math.max(box[3], path[i + 1]!)
    }
  return box
}

/** The widest stretch inside an area along a few levels: its box's middle often lies outside of it. */
function roomIn(paths: Path[], [, north, , south]: Shape['box']): Shape['room'] {
  let best: Shape['room'] = null
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = north + (south - north) * share
    const crossings = paths.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1]! - crossings[i]!
      // A middle that is nearly as wide stays the middle.
      if (width > (best?.width ?? 0) * 1.15) best = { x: (crossings[i]! + crossings[i + 1]!) / 2, y, width }
    }
  }
  return best
}

function crossingsAt(ring: Path, y: number): number[] {
  const found: number[] = []
  for (let i = 0, before = ring.length - 2; i < ring.length; before = i, i += 2) {
    const [ay, by] = [ring[before + 1]!, ring[i + 1]!]
    if (ay > y !== by > y) found.push(ring[before]! + ((y - ay) / (by - ay)) * (ring[i]! - ring[before]!))
  }
  return found
}

function shapeOf({ id, label, style, geometry }: PlanArea): Shape {
  const { kind, paths } = pathsOf(geometry)
  const box = boxOf(paths)
  const size = kind === 'area' ? Math.abs(paths.reduce((sum, ring) => sum + doubled(ring), 0)) / 2 : 0
  // Streets and their like are thin crosses, and what lies over a ground would write over its words.
  const { group, layer } = PLAN_STYLES[style]
  const isLettered = kind === 'area' && layer === 'ground' && group !== 'traffic'
  return { id, label, style, kind, paths, box, size, room: isLettered ? roomIn(paths, box) : null }
}

const LAYERS: readonly PlanStyleLayer[] = ['ground', 'overlay', 'line', 'sign']
const KINDS = ['area', 'line', 'point'] as const

/** All parts in the order in which they are drawn: grounds first, the large ones below the small ones. */
export function shapesOf(areas: readonly PlanArea[]): Shapes {
  const rank = (shape: Shape) =>
    4 * KINDS.indexOf(shape.kind) + LAYERS.indexOf(PLAN_STYLES[shape.style].layer)
  const all = areas.map(shapeOf).sort((a, b) => rank(a) - rank(b) || b.size - a.size)
  let index: Flatbush | null = null
  if (all.length) {
    index = new Flatbush(all.length)
    for (const { box } of all) index.add(...box)
    index.finish()
  }
  return { all, byId: new Map(all.map((shape) => [shape.id, shape])), index }
}

/** What lies in a box of the mercator square, in drawing order. */
export const shapesIn = ({ all, index }: Shapes, box: Shape['box']): Shape[] =>
  (index?.search(...box) ?? []).sort((a, b) => a - b).map((i) => all[i]!)

function isInside(paths: Path[], x: number, y: number) {
  return paths.reduce((n, ring) => n + crossingsAt(ring, y).filter((each) => each > x).length, 0) % 2 === 1
}

function distanceTo(path: Path, x: number, y: number, isLine: boolean): number {
  let nearest = Math.hypot(path[0]! - x, path[1]! - y)
  for (let i = 2; i < path.length; i += 2) {
    const [ax, ay] = [path[i - 2]! - x, path[i - 1]! - y]
    const [dx, dy] = isLine ? [path[i]! - path[i - 2]!, path[i + 1]! - path[i - 1]!] : [0, 0]
    const length2 = dx * dx + dy * dy
    const along = length2 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2)) : 0
    nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy))
    if (!isLine) nearest = Math.min(nearest, Math.hypot(path[i]! - x, path[i + 1]! - y))
  }
  return nearest
}

/**
 * What somebody means who points at a place: the smallest thing there. Points and lines are caught within
 * `reach`, areas from inside; the nearest point goes before the nearest line, a small area before a large one.
 *
 * @param reach of the mercator square, such as six pixels at the zoom shown
 */
export function shapeAt(
  shapes: Shapes,
  [x, y]: readonly [number, number],
  reach: number,
  isShown: (shape: Shape) => boolean = () => true,
): Shape | null {
  let best: { shape: Shape; by: readonly [kind: number, measure: number] } | null = null
  for (const shape of shapesIn(shapes, [x - reach, y - reach, x + reach, y + reach])) {
    if (!isShown(shape)) continue
    const measure =
      shape.kind === 'area'
        ? isInside(shape.paths, x, y)
          ? shape.size
          : Infinity
        : Math.min(...shape.paths.map((path) => distanceTo(path, x, y, shape.kind === 'line')))
    if (shape.kind === 'area' ? measure === Infinity : measure > reach) continue
    const by = [-KINDS.indexOf(shape.kind), measure] as const
    if (!best || by[0] < best.by[0] || (by[0] === best.by[0] && by[1] <= best.by[1])) best = { shape, by }
  }
  return best?.shape ?? null
}
