import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { STREET_CLASSES } from '@mitsprache/sample-town'
import { Grid } from './grid.ts'
import type { Box } from './projection.ts'
import { isMain, nameSizePx, streetWidthPx } from './style.ts'
import { rounded, townMap, type Line } from './town-map.ts'

/**
 * Where names stand.
 *
 * Placed for the whole town once per zoom, not per tile: only so does a name that crosses the edge of a
 * tile stand in the same place on both sides, and is never cut. A zoom takes some tens of milliseconds.
 */
export type Letter = { text: string; x: number; y: number; angle: number }
export type Name = {
  role: 'street' | 'district' | 'town' | 'park' | 'water'
  sizePx: number
  main: boolean
  /** Single letters or, where the line is straight, the whole name; pixels of the zoom. */
  letters: Letter[]
  box: Box
}

export const FAMILY = 'Mitsprache Map'
const ITALIC = 'Mitsprache Map Italic'

let context: SKRSContext2D | undefined

/** The fonts come with the design system; the same files that the pages use (SIL Open Font License). */
function measuring(): SKRSContext2D {
  if (context) return context
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@kern-ux/native/package.json')),
    'dist/fonts/fira-sans',
  )
  GlobalFonts.registerFromPath(join(folder, 'FiraSans-Medium.woff2'), FAMILY)
  GlobalFonts.registerFromPath(join(folder, 'FiraSans-Italic.woff2'), ITALIC)
  context = createCanvas(8, 8).getContext('2d')
  return context
}

const isItalic = (role: Name['role']) => role === 'park' || role === 'water'

/** The CSS font of a name. */
export const fontOf = (role: Name['role'], sizePx: number) =>
  `${sizePx}px "${isItalic(role) ? ITALIC : FAMILY}"`

const widths = new Map<string, number>()
const advances = new Map<string, number[]>()
const measureKey = (text: string, role: Name['role']) => `${isItalic(role) ? 'i' : 'r'}${text}`

/** Width of a text for a height of one pixel. */
function widthOf(text: string, role: Name['role']): number {
  const key = measureKey(text, role)
  let width = widths.get(key)
  if (width === undefined) {
    const ctx = measuring()
    ctx.font = fontOf(role, 100)
    widths.set(key, (width = ctx.measureText(text).width / 100))
  }
  return width
}

/** Widths of a text's letters with their kerning; apart from `widthOf`, because only bent names need them. */
function advancesOf(text: string, role: Name['role']): number[] {
  const key = measureKey(text, role)
  const known = advances.get(key)
  if (known) return known
  const ctx = measuring()
  ctx.font = fontOf(role, 100)
  const found: number[] = []
  let before = 0
  let prefix = ''
  for (const letter of text) {
    prefix += letter
    const width = ctx.measureText(prefix).width / 100
    found.push(width - before)
    before = width
  }
  advances.set(key, found)
  return found
}

type Zoom = { names: Name[]; grid: Grid }
const zooms = new Map<number, Zoom>()

/** The names that meet a box, given in pixels of the zoom. */
export function namesIn(z: number, box: Box): Name[] {
  let zoom = zooms.get(z)
  if (!zoom) zooms.set(z, (zoom = placeNames(z)))
  const { names, grid } = zoom
  return grid
    .find(box)
    .sort((a, b) => a - b)
    .map((id) => names[id]!)
    .filter(
      ({ box: b }) => b.minX <= box.maxX && b.maxX >= box.minX && b.minY <= box.maxY && b.maxY >= box.minY,
    )
}

/** Names further than this apart may be the same (pixels); nearer, one of them is noise. */
const SAME_NAME_PX = 200
/** A name is repeated after this many pixels at most, where there is room. */
const REPEAT_PX = 340

function placeNames(z: number): Zoom {
  const scale = 2 ** z
  const { chains, waters, areas, placeNames: places } = townMap()
  const names: Name[] = []
  const grid = new Grid(512)
  const taken = new Taken()
  const keep = (name: Name) => {
    grid.add(names.length, name.box)
    names.push(name)
  }

  for (const place of [...places].sort((a, b) => a.rank - b.rank)) {
    const town = place.kind === 'town'
    if (town ? z > 12 : z < 12 || z > 16 || (z === 12 && place.rank < 2)) continue
    const name = standing(
      place.name,
      place.kind,
      town ? 19 : z < 14 ? 12 : 13,
      town ? 0.5 : z < 14 ? 1.8 : 2.6,
      place.x * scale,
      place.y * scale,
    )
    if (taken.take(name, place.name, 40)) keep(name)
  }

  for (const area of areas) {
    if (z < 13 || area.name === '' || area.kind === 'openLand') continue
    // A lake in a park of its name needs no second one.
    if (
      area.kind === 'park' &&
      z > 14 &&
      areas.some((other) => other.kind === 'lake' && other.name === area.name)
    )
      continue
    if (area.kind === 'lake' && z <= 14) continue
    const middle = { x: (area.box.minX + area.box.maxX) / 2, y: (area.box.minY + area.box.maxY) / 2 }
    const role = area.kind === 'lake' ? 'water' : 'park'
    const name = standing(area.name, role, z < 15 ? 12 : 14, 0, middle.x * scale, middle.y * scale)
    const room = (area.box.maxX - area.box.minX) * scale
    if (room > (name.box.maxX - name.box.minX) * 0.8 && taken.take(name, area.name, SAME_NAME_PX)) keep(name)
  }

  for (const water of waters) {
    if (z < 13) continue
    const path = readablePath(water.points, scale)
    const sizePx = z >= 17 ? 15 : water.kind === 'river' || z > 14 ? 13 : 12
    // A name in the middle of a bridge would name the bridge.
    along(
      water.name,
      'water',
      sizePx,
      false,
      path,
      620,
      taken,
      keep,
      (name) => z < 14 || awayFromStreets(name, z),
    )
  }

  const ranked = chains
    .map((chain) => ({
      chain,
      sizePx: nameSizePx(chain.class, z),
      rank: STREET_CLASSES.indexOf(chain.class),
    }))
    .filter(({ sizePx }) => sizePx > 0)
    .map((each) => ({ ...each, path: readablePath(each.chain.points, scale) }))
    .sort((a, b) => a.rank - b.rank || b.path.length - a.path.length)
  for (const { chain, sizePx, path } of ranked)
    along(chain.name, 'street', sizePx, isMain(chain.class), path, REPEAT_PX, taken, keep)
  return { names, grid }
}

/** A name that stands upright around a point, letters spaced. */
function standing(
  text: string,
  role: Name['role'],
  sizePx: number,
  spacingPx: number,
  x: number,
  y: number,
): Name {
  const steps = advancesOf(text, role)
  const letters: Letter[] = []
  const total = widthOf(text, role) * sizePx + spacingPx * (steps.length - 1)
  let at = x - total / 2
  ;[...text].forEach((letter, i) => {
    const advance = steps[i]! * sizePx
    letters.push({ text: letter, x: at + advance / 2, y, angle: 0 })
    at += advance + spacingPx
  })
  if (spacingPx === 0) letters.splice(0, letters.length, { text, x, y, angle: 0 })
  const pad = 4
  const box = {
    minX: x - total / 2 - pad,
    maxX: x + total / 2 + pad,
    minY: y - sizePx * 0.7 - pad,
    maxY: y + sizePx * 0.7 + pad,
  }
  return { role, sizePx, main: false, letters, box }
}

type Path = { points: Line; /** Pixels from the start to each point. */ at: Float64Array; length: number }

/** A line in pixels, without the trembling of the survey, so that letters stand quietly on it. */
function readablePath(world: Line, scale: number): Path {
  const px = new Float64Array(world.length)
  for (let i = 0; i < world.length; i++) px[i] = world[i]! * scale
  const calm = rounded(rounded(simplified(px, 2), false), false)
  const count = calm.length / 2
  const at = new Float64Array(count)
  for (let i = 1; i < count; i++)
    at[i] = at[i - 1]! + Math.hypot(calm[2 * i]! - calm[2 * i - 2]!, calm[2 * i + 1]! - calm[2 * i - 1]!)
  return { points: calm, at, length: at[count - 1]! }
}

/** Douglas-Peucker, with a stack: a long street has a thousand points. */
function simplified(points: Line, tolerance: number): Line {
  const count = points.length / 2
  if (count < 3) return points
  const kept = new Uint8Array(count)
  kept[0] = kept[count - 1] = 1
  const stack: [number, number][] = [[0, count - 1]]
  while (stack.length > 0) {
    const [from, to] = stack.pop()!
    const [x1, y1] = [points[2 * from]!, points[2 * from + 1]!]
    const dx = points[2 * to]! - x1
    const dy = points[2 * to + 1]! - y1
    const length = Math.hypot(dx, dy)
    let far = tolerance
    let index = -1
    for (let i = from + 1; i < to; i++) {
      const ex = points[2 * i]! - x1
      const ey = points[2 * i + 1]! - y1
      // A ring begins and ends at one point: measured from there.
      const distance = length === 0 ? Math.hypot(ex, ey) : Math.abs(ex * dy - ey * dx) / length
      if (distance > far) [far, index] = [distance, i]
    }
    if (index < 0) continue
    kept[index] = 1
    stack.push([from, index], [index, to])
  }
  const out: number[] = []
  for (let i = 0; i < count; i++) if (kept[i]) out.push(points[2 * i]!, points[2 * i + 1]!)
  return Float64Array.from(out)
}

function along(
  text: string,
  role: Name['role'],
  sizePx: number,
  main: boolean,
  path: Path,
  repeatPx: number,
  taken: Taken,
  keep: (name: Name) => void,
  suits: (name: Name) => boolean = () => true,
): void {
  const width = widthOf(text, role) * sizePx
  if (path.length < width + 6) return
  const times = Math.max(1, Math.ceil(path.length / repeatPx))
  const step = path.length / times
  const freedom = Math.max(0, Math.min(step * 0.4, (path.length - width) / 2))
  for (let i = 0; i < times; i++) {
    const wanted = (i + 0.5) * step
    for (let shift = 0; shift <= freedom; shift = shift > 0 ? -shift : -shift + 24) {
      // 0, 24, -24, 48, -48 …: the nearest place that is free and not too bent.
      const middle = wanted + shift
      if (middle - width / 2 >= 0 && middle + width / 2 <= path.length) {
        const name = bent(text, role, sizePx, main, path, middle)
        if (name && suits(name) && taken.take(name, text, SAME_NAME_PX)) {
          keep(name)
          break
        }
      }
      if (shift < 0 && -shift + 24 > freedom) break
    }
  }
}

/** Whether a name keeps off every street that is drawn at the zoom. */
function awayFromStreets(name: Name, z: number): boolean {
  const { lines, lineGrid } = townMap()
  const scale = 2 ** z
  for (const { x, y, r } of discsOf(name)) {
    const [wx, wy] = [x / scale, y / scale]
    const reach = (r + 40) / scale
    for (const id of lineGrid.find({
      minX: wx - reach,
      minY: wy - reach,
      maxX: wx + reach,
      maxY: wy + reach,
    })) {
      const { class: kind, points } = lines[id]!
      const widthPx = streetWidthPx(kind, z)
      if (widthPx === 0) continue
      const keptPx = r * 0.6 + widthPx / 2
      for (let i = 2; i < points.length; i += 2)
        if (distanceToSegment(wx, wy, points, i) * scale < keptPx) return false
    }
  }
  return true
}

/** Distance from a point to the piece of a line that ends at index `i`, in the line's unit. */
function distanceToSegment(x: number, y: number, points: Line, i: number): number {
  const [x1, y1, x2, y2] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!]
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length2))
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
}

/** Letters along a path, readable from left to right; undefined where the path bends too much for them. */
function bent(
  text: string,
  role: Name['role'],
  sizePx: number,
  main: boolean,
  path: Path,
  middle: number,
): Name | undefined {
  const total = widthOf(text, role) * sizePx
  const start = pointAt(path, middle - total / 2)
  const end = pointAt(path, middle + total / 2)
  // Leftwards, or straight down, would stand on its head: then the path is walked from its other end.
  const backwards = Math.abs(end.x - start.x) < 0.02 * total ? end.y > start.y : end.x < start.x
  if (total - Math.hypot(end.x - start.x, end.y - start.y) < 0.0004 * total) {
    // One piece of text keeps its kerning and is drawn at once.
    const angle = Math.atan2(
      backwards ? start.y - end.y : end.y - start.y,
      backwards ? start.x - end.x : end.x - start.x,
    )
    const box = {
      minX: Math.min(start.x, end.x) - sizePx,
      minY: Math.min(start.y, end.y) - sizePx,
      maxX: Math.max(start.x, end.x) + sizePx,
      maxY: Math.max(start.y, end.y) + sizePx,
    }
    const centre = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
    return { role, sizePx, main, letters: [{ text, ...centre, angle }], box }
  }
  const steps = advancesOf(text, role)
  const letters: Letter[] = []
  let walked = 0
  let lowest = Infinity
  let highest = -Infinity
  let last: number | undefined
  const all = [...text]
  for (let i = 0; i < all.length; i++) {
    const advance = steps[i]! * sizePx
    const s = backwards
      ? middle + total / 2 - walked - advance / 2
      : middle - total / 2 + walked + advance / 2
    const here = pointAt(path, s)
    // The direction over a letter and its neighbours, so that no letter stands aslant on a small bend.
    const a = pointAt(path, s - sizePx * 0.6)
    const b = pointAt(path, s + sizePx * 0.6)
    let angle = backwards ? Math.atan2(a.y - b.y, a.x - b.x) : Math.atan2(b.y - a.y, b.x - a.x)
    if (last !== undefined) {
      while (angle - last > Math.PI) angle -= 2 * Math.PI
      while (angle - last < -Math.PI) angle += 2 * Math.PI
      if (Math.abs(angle - last) > 0.3) return undefined
    }
    last = angle
    lowest = Math.min(lowest, angle)
    highest = Math.max(highest, angle)
    letters.push({ text: all[i]!, x: here.x, y: here.y, angle })
    walked += advance
  }
  if (highest - lowest > 1.1) return undefined
  const box: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const { x, y } of letters) {
    box.minX = Math.min(box.minX, x - sizePx)
    box.minY = Math.min(box.minY, y - sizePx)
    box.maxX = Math.max(box.maxX, x + sizePx)
    box.maxY = Math.max(box.maxY, y + sizePx)
  }
  return { role, sizePx, main, letters, box }
}

function pointAt({ points, at, length }: Path, s: number): { x: number; y: number } {
  const wanted = Math.min(length, Math.max(0, s))
  let low = 0
  let high = at.length - 1
  while (high - low > 1) {
    const mid = (low + high) >> 1
    if (at[mid]! <= wanted) low = mid
    else high = mid
  }
  const span = at[high]! - at[low]! || 1
  const t = (wanted - at[low]!) / span
  return {
    x: points[2 * low]! + t * (points[2 * high]! - points[2 * low]!),
    y: points[2 * low + 1]! + t * (points[2 * high + 1]! - points[2 * low + 1]!),
  }
}

/** Ground that names already stand on, as discs: a bent name is a row of them. */
class Taken {
  readonly #discs: { x: number; y: number; r: number }[] = []
  readonly #grid = new Grid(64)
  readonly #byText = new Map<string, { x: number; y: number }[]>()

  /** Takes the ground of a name, or says no when it is not free or the same name stands near. */
  take(name: Name, text: string, apartPx: number): boolean {
    const centre = { x: (name.box.minX + name.box.maxX) / 2, y: (name.box.minY + name.box.maxY) / 2 }
    const same = this.#byText.get(text) ?? []
    if (same.some((other) => Math.hypot(other.x - centre.x, other.y - centre.y) < apartPx)) return false
    const discs = [...discsOf(name)]
    for (const { x, y, r } of discs)
      for (const id of this.#grid.find({ minX: x - r, minY: y - r, maxX: x + r, maxY: y + r })) {
        const other = this.#discs[id]!
        if (Math.hypot(other.x - x, other.y - y) < other.r + r) return false
      }
    for (const disc of discs) {
      this.#grid.add(this.#discs.length, {
        minX: disc.x - disc.r,
        minY: disc.y - disc.r,
        maxX: disc.x + disc.r,
        maxY: disc.y + disc.r,
      })
      this.#discs.push(disc)
    }
    this.#byText.set(text, [...same, centre])
    return true
  }
}

function* discsOf(name: Name): Generator<{ x: number; y: number; r: number }> {
  const r = name.sizePx * 0.72
  for (const { text, x, y, angle } of name.letters) {
    if (text.length === 1) yield { x, y, r }
    else {
      const half = (widthOf(text, name.role) * name.sizePx) / 2
      for (let d = -half; d <= half; d += r)
        yield { x: x + Math.cos(angle) * d, y: y + Math.sin(angle) * d, r }
    }
  }
}
