import type { StreetClass } from '@mitsprache/sample-town'
import { Grid } from './grid.ts'
import { METRES_PER_WORLD, worldX, worldY, type Box } from './projection.ts'
import { areaHolds, townMap, type Line, type TownArea } from './town-map.ts'

/**
 * Houses that nobody measured, set along the streets so that the town looks like one.
 *
 * They depend on the streets alone: a house stands or falls by what is within 60 metres of it, never by
 * what was drawn before, so that neighbouring tiles agree about a house on their common edge.
 */
export type Building = {
  /** Closed outline, world coordinates. */
  outline: Line
  box: Box
}

/** A possible house in metres of the frame (world coordinates times `METRES_PER_WORLD`). */
type Candidate = {
  x: number
  y: number
  /** Unit vector along its street. */
  ux: number
  uy: number
  halfLength: number
  halfDepth: number
  /** Which side of the long wall carries an annex: -1, 0 (none) or 1. */
  annex: number
  /** The higher number stays when two houses want the same ground. */
  claim: number
  clear: boolean | undefined
}

const CELL_M = 320
const REACH_M = 60

/** Metres kept free from the middle of a street: half of how wide it is drawn, and a front garden. */
const KEPT_FREE_M: Record<StreetClass, number> = {
  motorway: 22,
  trunk: 16,
  primary: 11,
  secondary: 10.5,
  tertiary: 9,
  unclassified: 8,
  residential: 8,
  living_street: 7,
  pedestrian: 7,
  service: 4,
}
const BUILT_ALONG: readonly StreetClass[] = [
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'pedestrian',
]

const CENTRE = { x: worldX(12.919) * METRES_PER_WORLD, y: worldY(50.833) * METRES_PER_WORLD }
const cells = new Map<number, Building[]>()
const candidatesByLine = new Map<number, Candidate[]>()

/** Houses whose outline may meet a box of world coordinates. */
export function buildingsIn(box: Box): Building[] {
  const found: Building[] = []
  const cell = CELL_M / METRES_PER_WORLD
  const reach = REACH_M / METRES_PER_WORLD
  const right = Math.floor((box.maxX + reach) / cell)
  const bottom = Math.floor((box.maxY + reach) / cell)
  for (let row = Math.floor((box.minY - reach) / cell); row <= bottom; row++)
    for (let column = Math.floor((box.minX - reach) / cell); column <= right; column++)
      for (const building of buildingsOfCell(column, row))
        if (
          building.box.minX <= box.maxX &&
          building.box.maxX >= box.minX &&
          building.box.minY <= box.maxY &&
          building.box.maxY >= box.minY
        )
          found.push(building)
  return found
}

function buildingsOfCell(column: number, row: number): Building[] {
  const key = row * 16_777_216 + column
  const known = cells.get(key)
  if (known) return known
  // Enough for the whole town; only somebody asking for nonsense fills more.
  if (cells.size > 8000) cells.clear()

  const { lineGrid, lines } = townMap()
  const [x1, y1] = [column * CELL_M, row * CELL_M]
  const around: Candidate[] = []
  const reach = REACH_M * 2
  const asked: Box = {
    minX: (x1 - reach) / METRES_PER_WORLD,
    minY: (y1 - reach) / METRES_PER_WORLD,
    maxX: (x1 + CELL_M + reach) / METRES_PER_WORLD,
    maxY: (y1 + CELL_M + reach) / METRES_PER_WORLD,
  }
  for (const id of lineGrid.find(asked)) {
    if (!BUILT_ALONG.includes(lines[id]!.class)) continue
    for (const each of candidatesAlong(id))
      if (
        each.x > x1 - REACH_M &&
        each.x < x1 + CELL_M + REACH_M &&
        each.y > y1 - REACH_M &&
        each.y < y1 + CELL_M + REACH_M &&
        (each.clear ??= standsClear(each))
      )
        around.push(each)
  }
  const here = around.filter((c) => c.x >= x1 && c.x < x1 + CELL_M && c.y >= y1 && c.y < y1 + CELL_M)
  const built = here
    .filter((c) => !around.some((other) => other.claim > c.claim && collide(c, other)))
    .map(build)
  cells.set(key, built)
  return built
}

/** A number between 0 and 1 that is the same every time for the same numbers. */
function chance(a: number, b: number, c: number): number {
  let h = (Math.imul(a | 0, 0x9e3779b1) ^ Math.imul(b | 0, 0x85ebca6b) ^ Math.imul(c | 0, 0xc2b2ae35)) >>> 0
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 0
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39) >>> 0
  return ((h ^ (h >>> 15)) >>> 0) / 4_294_967_296
}

function candidatesAlong(id: number): Candidate[] {
  const known = candidatesByLine.get(id)
  if (known) return known
  const { class: kind, points } = townMap().lines[id]!
  const out: Candidate[] = []
  const metres = Array.from(points, (value) => value * METRES_PER_WORLD)
  const seed = Math.round(metres[0]! * 3 + metres[1]! * 7)
  const fromCentre = Math.hypot(metres[0]! - CENTRE.x, metres[1]! - CENTRE.y)
  const manner = chance(seed, 1, 1)
  // Closed rows in the old town, slabs here and there around it, single houses elsewhere.
  const rows = fromCentre < 1500 ? manner < 0.85 : fromCentre < 2600 ? manner < 0.35 : manner < 0.05
  const slabs = !rows && fromCentre < 6000 && manner > 0.88

  for (const side of [-1, 1]) {
    let next = 7 + chance(seed, side, 2) * 8
    let walked = 0
    let n = 0
    for (let i = 2; i < metres.length; i += 2) {
      const [ax, ay, bx, by] = [metres[i - 2]!, metres[i - 1]!, metres[i]!, metres[i + 1]!]
      const length = Math.hypot(bx - ax, by - ay)
      if (length === 0) continue
      const [ux, uy] = [(bx - ax) / length, (by - ay) / length]
      while (next <= walked + length) {
        const dice = (which: number) => chance(seed + which * 101, n, side * 13 + which)
        const long = rows ? 15 + dice(1) * 14 : slabs ? 38 + dice(1) * 22 : 9.5 + dice(1) * 5.5
        const deep = rows ? 11 + dice(2) * 3 : slabs ? 11.5 : 8.5 + dice(2) * 3.5
        const setBack = rows ? 0.5 : slabs ? 5 + dice(3) * 6 : 2.5 + dice(3) * 5
        const along = next - walked
        const off = side * (KEPT_FREE_M[kind] + setBack + deep / 2)
        const empty = dice(4) < (rows ? 0.07 : slabs ? 0.2 : 0.13)
        if (!empty) {
          out.push({
            x: ax + ux * along - uy * off,
            y: ay + uy * along + ux * off,
            ux,
            uy,
            halfLength: long / 2,
            halfDepth: deep / 2,
            annex: dice(5) < (rows ? 0.4 : 0.28) ? side : 0,
            claim: (rows ? 1 : 0) + dice(6) + (kind === 'residential' ? 0 : 0.2),
            clear: undefined,
          })
          // A house in the yard behind, as old towns have them.
          if (rows && dice(7) < 0.22) {
            const back = off + side * (deep + 9)
            out.push({
              x: ax + ux * along - uy * back,
              y: ay + uy * along + ux * back,
              ux,
              uy,
              halfLength: long * 0.32,
              halfDepth: 4 + dice(8) * 2,
              annex: 0,
              claim: dice(9) * 0.5,
              clear: undefined,
            })
          }
        }
        const gap = rows ? (dice(10) < 0.16 ? 7 : 0.2) : slabs ? 14 + dice(10) * 14 : 6 + dice(10) * 9
        next += long + gap
        n += 1
      }
      walked += length
    }
  }
  candidatesByLine.set(id, out)
  return out
}

/** Corners, walls' middles and the centre: what has to keep away from streets and water. */
function* probes(c: Candidate): Generator<[number, number]> {
  for (const a of [-1, 0, 1])
    for (const b of [-1, 0, 1])
      yield [
        c.x + c.ux * c.halfLength * a - c.uy * c.halfDepth * b,
        c.y + c.uy * c.halfLength * a + c.ux * c.halfDepth * b,
      ]
}

type Segment = { x1: number; y1: number; x2: number; y2: number; freeM: number }
let segments: { all: Segment[]; grid: Grid } | undefined

/** Every piece of street and water with the metres to keep from it, in the frame of metres. */
function obstacles() {
  if (segments) return segments
  const all: Segment[] = []
  const grid = new Grid(60)
  const add = (points: Line, freeM: number) => {
    for (let i = 2; i < points.length; i += 2) {
      const [x1, y1, x2, y2] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!].map(
        (v) => v * METRES_PER_WORLD,
      ) as [number, number, number, number]
      grid.add(all.length, {
        minX: Math.min(x1, x2) - freeM,
        minY: Math.min(y1, y2) - freeM,
        maxX: Math.max(x1, x2) + freeM,
        maxY: Math.max(y1, y2) + freeM,
      })
      all.push({ x1, y1, x2, y2, freeM })
    }
  }
  const { lines, waters } = townMap()
  for (const line of lines) add(line.points, KEPT_FREE_M[line.class] - 0.6)
  for (const water of waters) add(water.points, water.widthM / 2 + 5)
  return (segments = { all, grid })
}

let keptOpen: TownArea[] | undefined

function standsClear(c: Candidate): boolean {
  keptOpen ??= townMap().areas
  const { all, grid } = obstacles()
  const reach = c.halfLength + c.halfDepth
  const near = grid.find({ minX: c.x - reach, minY: c.y - reach, maxX: c.x + reach, maxY: c.y + reach })
  for (const [x, y] of probes(c)) {
    for (const id of near) {
      const s = all[id]!
      const dx = s.x2 - s.x1
      const dy = s.y2 - s.y1
      const length2 = dx * dx + dy * dy
      const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - s.x1) * dx + (y - s.y1) * dy) / length2))
      const ex = x - s.x1 - t * dx
      const ey = y - s.y1 - t * dy
      if (ex * ex + ey * ey < s.freeM * s.freeM) return false
    }
    for (const area of keptOpen) if (areaHolds(area, x / METRES_PER_WORLD, y / METRES_PER_WORLD)) return false
  }
  return true
}

/** Whether two houses overlap, by the four directions of their walls; rows may touch. */
function collide(a: Candidate, b: Candidate): boolean {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const reach = a.halfLength + a.halfDepth + b.halfLength + b.halfDepth
  if (Math.abs(dx) > reach || Math.abs(dy) > reach) return false
  const gap = a.ux * b.ux + a.uy * b.uy > 0.995 ? -0.2 : 2
  for (const [nx, ny] of [
    [a.ux, a.uy],
    [-a.uy, a.ux],
    [b.ux, b.uy],
    [-b.uy, b.ux],
  ] as [number, number][]) {
    const extent = (c: Candidate) =>
      c.halfLength * Math.abs(c.ux * nx + c.uy * ny) + c.halfDepth * Math.abs(-c.uy * nx + c.ux * ny)
    if (Math.abs(dx * nx + dy * ny) > extent(a) + extent(b) + gap) return false
  }
  return true
}

function build(c: Candidate): Building {
  const corners: [along: number, across: number][] = [
    [-c.halfLength, -c.halfDepth],
    [c.halfLength, -c.halfDepth],
  ]
  const out = c.halfDepth + 3.6
  if (c.annex > 0)
    corners.push([c.halfLength, out], [c.halfLength * 0.25, out], [c.halfLength * 0.25, c.halfDepth])
  else corners.push([c.halfLength, c.halfDepth])
  corners.push([-c.halfLength, c.halfDepth])
  if (c.annex < 0) {
    // The annex stands on the yard side; the walk around the house stays in one direction.
    corners.splice(
      0,
      2,
      [-c.halfLength, -out],
      [-c.halfLength * 0.25, -out],
      [-c.halfLength * 0.25, -c.halfDepth],
      [c.halfLength, -c.halfDepth],
    )
  }
  const outline = new Float64Array(corners.length * 2)
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  corners.forEach(([along, across], i) => {
    const x = (c.x + c.ux * along - c.uy * across) / METRES_PER_WORLD
    const y = (c.y + c.uy * along + c.ux * across) / METRES_PER_WORLD
    outline[2 * i] = x
    outline[2 * i + 1] = y
    box.minX = Math.min(box.minX, x)
    box.minY = Math.min(box.minY, y)
    box.maxX = Math.max(box.maxX, x)
    box.maxY = Math.max(box.maxY, y)
  })
  return { outline, box }
}
