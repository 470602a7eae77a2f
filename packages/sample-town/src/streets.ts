import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { METRES_PER_DEGREE } from './geometry.ts'
import type { Position } from './types.ts'

/** Classes of the source (OpenStreetMap `highway`), most important first. */
export const STREET_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'pedestrian',
  'service',
] as const
export type StreetClass = (typeof STREET_CLASSES)[number]

export type Street = {
  /** Empty for driveways and other ways without a name. */
  name: string
  class: StreetClass
  /** Polylines `[lon, lat]`; a street may consist of several. */
  lines: Position[][]
}

type Extract = {
  attribution: string
  scale: number
  classes: StreetClass[]
  streets: [string, number, number[][]][]
}

let streets: Street[] | undefined

/**
 * The street grid of the town (about 1,600 entries, 12,000 lines), read once and kept.
 *
 * Found through the package's own name and not beside this file, because a bundled server keeps the code
 * in its own folder and the data in this package.
 */
export function loadStreets(): Street[] {
  if (streets) return streets
  const path = createRequire(import.meta.url).resolve('@mitsprache/sample-town/data/streets.json')
  const extract = JSON.parse(readFileSync(path, 'utf8')) as Extract
  streets = extract.streets.map(([name, kind, lines]) => ({
    name,
    class: extract.classes[kind]!,
    lines: lines.map((deltas) => unpack(deltas, extract.scale)),
  }))
  return streets
}

function unpack(deltas: number[], scale: number): Position[] {
  const line: Position[] = []
  let x = 0
  let y = 0
  for (let i = 0; i < deltas.length; i += 2) {
    x += deltas[i]!
    y += deltas[i + 1]!
    line.push([x / scale, y / scale])
  }
  return line
}

/**
 * The point of a named street nearest to a place.
 *
 * @throws when no street carries the name: a sample contribution must not point nowhere.
 */
export function pointOnStreet(name: string, near: Position): Position {
  let best: Position | undefined
  let bestM = Infinity
  for (const street of loadStreets()) {
    if (street.name !== name) continue
    for (const line of street.lines) {
      for (let i = 1; i < line.length; i++) {
        const point = nearestOnSegment(near, line[i - 1]!, line[i]!)
        const distanceM = metresBetween(point, near)
        if (distanceM < bestM) [best, bestM] = [point, distanceM]
      }
    }
  }
  if (!best) throw new Error(`No street of the sample town is called ${name}`)
  return [Math.round(best[0] * 1e6) / 1e6, Math.round(best[1] * 1e6) / 1e6]
}

function nearestOnSegment(p: Position, a: Position, b: Position): Position {
  const [kx, ky] = METRES_PER_DEGREE
  const dx = (b[0] - a[0]) * kx
  const dy = (b[1] - a[1]) * ky
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : ((p[0] - a[0]) * kx * dx + (p[1] - a[1]) * ky * dy) / length2
  const clamped = Math.min(1, Math.max(0, t))
  return [a[0] + clamped * (b[0] - a[0]), a[1] + clamped * (b[1] - a[1])]
}

/** Metres between two places of the town, on a flat earth. */
export function metresBetween(a: Position, b: Position): number {
  return Math.hypot((a[0] - b[0]) * METRES_PER_DEGREE[0], (a[1] - b[1]) * METRES_PER_DEGREE[1])
}
