import {
  loadDrawnMap,
  loadStreets,
  type DrawnFeature,
  type Position,
  type StreetClass,
} from '@mitsprache/sample-town'
import { Grid } from './grid.ts'
import { METRES_PER_WORLD, worldX, worldY, type Box } from './projection.ts'

/** Points as x, y, x, y …, world coordinates. */
export type Line = Float64Array

export type TownLine = { class: StreetClass; name: string; points: Line; box: Box }

/** A street's pieces joined end to end, so that its name can run across them. */
export type Chain = { class: StreetClass; name: string; points: Line }

export type TownWater = { kind: 'river' | 'brook'; name: string; widthM: number; points: Line }
export type TownTram = { name: string; points: Line; box: Box }
export type TownStop = { x: number; y: number }
export type TownArea = { kind: 'park' | 'wood' | 'lake' | 'openLand'; name: string; rings: Line[]; box: Box }
export type TownPlaceName = { kind: 'district' | 'town'; name: string; rank: number; x: number; y: number }

export type TownMap = {
  lines: TownLine[]
  lineGrid: Grid
  chains: Chain[]
  waters: TownWater[]
  trams: TownTram[]
  stops: TownStop[]
  areas: TownArea[]
  placeNames: TownPlaceName[]
  /** Everything there is, with a margin. */
  box: Box
}

const GRID_M = 300
let made: TownMap | undefined

/** The town in world coordinates, built at the first call (about 0.1 s) and kept. */
export function townMap(): TownMap {
  return (made ??= buildTownMap())
}

function buildTownMap(): TownMap {
  const lines: TownLine[] = []
  const lineGrid = new Grid(GRID_M / METRES_PER_WORLD)
  const chains: Chain[] = []
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  const byName = new Map<string, { class: StreetClass; name: string; pieces: Line[] }>()
  for (const street of loadStreets()) {
    for (const positions of street.lines) {
      const points = project(positions)
      const line = { class: street.class, name: street.name, points, box: boxOf(points) }
      lineGrid.add(lines.length, line.box)
      lines.push(line)
      widen(box, line.box)
      if (!street.name) continue
      const key = `${street.name}|${street.class}`
      const group = byName.get(key)
      if (group) group.pieces.push(points)
      else byName.set(key, { class: street.class, name: street.name, pieces: [points] })
    }
  }
  for (const { name, class: kind, pieces } of byName.values())
    for (const points of joinPieces(pieces)) chains.push({ name, class: kind, points })

  const drawn: Drawn = { waters: [], trams: [], stops: [], areas: [], placeNames: [] }
  for (const feature of loadDrawnMap()) addDrawn(feature, drawn)
  const { waters, areas } = drawn
  for (const area of areas) widen(box, area.box)
  for (const water of waters) widen(box, boxOf(water.points))
  const margin = 500 / METRES_PER_WORLD
  return {
    lines,
    lineGrid,
    chains,
    ...drawn,
    box: {
      minX: box.minX - margin,
      minY: box.minY - margin,
      maxX: box.maxX + margin,
      maxY: box.maxY + margin,
    },
  }
}

type Drawn = Pick<TownMap, 'waters' | 'trams' | 'stops' | 'areas' | 'placeNames'>

function addDrawn(feature: DrawnFeature, { waters, trams, stops, areas, placeNames }: Drawn): void {
  switch (feature.kind) {
    case 'river':
    case 'brook':
      waters.push({
        kind: feature.kind,
        name: feature.name,
        widthM: feature.widthM,
        points: rounded(rounded(project(feature.geometry.coordinates), false), false),
      })
      break
    case 'tram': {
      const points = rounded(project(feature.geometry.coordinates), false)
      trams.push({ name: feature.name, points, box: boxOf(points) })
      break
    }
    case 'stop': {
      const [lon, lat] = feature.geometry.coordinates
      stops.push({ x: worldX(lon), y: worldY(lat) })
      break
    }
    case 'district':
    case 'town': {
      const [lon, lat] = feature.geometry.coordinates
      placeNames.push({
        kind: feature.kind,
        name: feature.name,
        rank: feature.rank,
        x: worldX(lon),
        y: worldY(lat),
      })
      break
    }
    default: {
      // A parcel keeps its corners; a wood has none.
      const soft = feature.kind !== 'openLand'
      const rings = feature.geometry.coordinates.map((ring) => {
        const points = project(ring)
        return soft ? rounded(rounded(points, true), true) : points
      })
      areas.push({ kind: feature.kind, name: feature.name, rings, box: boxOf(rings[0]!) })
    }
  }
}

function project(positions: Position[]): Line {
  const points = new Float64Array(positions.length * 2)
  positions.forEach(([lon, lat], i) => {
    points[2 * i] = worldX(lon)
    points[2 * i + 1] = worldY(lat)
  })
  return points
}

/** The box of a line. */
export function boxOf(points: Line): Box {
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!
    const y = points[i + 1]!
    if (x < box.minX) box.minX = x
    if (x > box.maxX) box.maxX = x
    if (y < box.minY) box.minY = y
    if (y > box.maxY) box.maxY = y
  }
  return box
}

function widen(box: Box, other: Box): void {
  box.minX = Math.min(box.minX, other.minX)
  box.minY = Math.min(box.minY, other.minY)
  box.maxX = Math.max(box.maxX, other.maxX)
  box.maxY = Math.max(box.maxY, other.maxY)
}

export const meet = (a: Box, b: Box) =>
  a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY

/** Corners cut at a quarter and three quarters (Chaikin): drawn water should not look like a polygon. */
export function rounded(points: Line, closed: boolean): Line {
  const count = points.length / 2
  if (count < 3) return points
  const out: number[] = []
  if (!closed) out.push(points[0]!, points[1]!)
  for (let i = 0; i < count - 1; i++) {
    const [x1, y1, x2, y2] = [points[2 * i]!, points[2 * i + 1]!, points[2 * i + 2]!, points[2 * i + 3]!]
    out.push(0.75 * x1 + 0.25 * x2, 0.75 * y1 + 0.25 * y2, 0.25 * x1 + 0.75 * x2, 0.25 * y1 + 0.75 * y2)
  }
  if (closed) out.push(out[0]!, out[1]!)
  else out.push(points.at(-2)!, points.at(-1)!)
  return Float64Array.from(out)
}

/** Pieces joined where they meet, straight on first: a name should not turn into a side branch. */
function joinPieces(pieces: Line[]): Line[] {
  const left = pieces.map((points) => Array.from(points))
  const keyOf = (x: number, y: number) => `${Math.round(x * 1e7)},${Math.round(y * 1e7)}`
  const ends = new Map<string, Set<number>>()
  const note = (key: string, i: number) => {
    const set = ends.get(key)
    if (set) set.add(i)
    else ends.set(key, new Set([i]))
  }
  const headKey = (i: number) => keyOf(left[i]![0]!, left[i]![1]!)
  const tailKey = (i: number) => keyOf(left[i]!.at(-2)!, left[i]!.at(-1)!)
  left.forEach((_, i) => {
    note(headKey(i), i)
    note(tailKey(i), i)
  })
  const used = new Set<number>()
  const out: Line[] = []
  const byLength = left.map((_, i) => i).sort((a, b) => left[b]!.length - left[a]!.length || a - b)
  for (const start of byLength) {
    if (used.has(start)) continue
    used.add(start)
    let line = left[start]!
    for (const side of ['tail', 'head'] as const) {
      if (side === 'head') line = reversed(line)
      for (;;) {
        const key = keyOf(line.at(-2)!, line.at(-1)!)
        let best: number[] | undefined
        let bestTurn = -0.3
        let bestIndex = -1
        for (const i of ends.get(key) ?? []) {
          if (used.has(i)) continue
          const next = headKey(i) === key ? left[i]! : reversed(left[i]!)
          const turn = cosOfTurn(line, next)
          if (turn > bestTurn) [best, bestTurn, bestIndex] = [next, turn, i]
        }
        if (!best) break
        used.add(bestIndex)
        line = line.concat(best.slice(2))
      }
    }
    out.push(Float64Array.from(line))
  }
  return out
}

function reversed(line: number[]): number[] {
  const out: number[] = []
  for (let i = line.length - 2; i >= 0; i -= 2) out.push(line[i]!, line[i + 1]!)
  return out
}

function cosOfTurn(line: number[], next: number[]): number {
  const n = line.length
  const [ax, ay] = [line[n - 2]! - line[n - 4]!, line[n - 1]! - line[n - 3]!]
  const [bx, by] = [next[2]! - next[0]!, next[3]! - next[1]!]
  return (ax * bx + ay * by) / (Math.hypot(ax, ay) * Math.hypot(bx, by) || 1)
}

/** Whether a place lies in an area; holes count as outside. */
export function areaHolds(area: TownArea, x: number, y: number): boolean {
  if (x < area.box.minX || x > area.box.maxX || y < area.box.minY || y > area.box.maxY) return false
  let inside = false
  for (const ring of area.rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [x1, y1, x2, y2] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!]
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}
