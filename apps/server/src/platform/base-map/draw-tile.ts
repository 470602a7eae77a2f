import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { STREET_CLASSES, type StreetClass } from '@mitsprache/sample-town'
import { buildingsIn } from './buildings.ts'
import { fontOf, namesIn, type Name } from './lettering.ts'
import { boxOfTile, metresPerPx, TILE_PX } from './projection.ts'
import {
  BUILDINGS_FROM_ZOOM,
  casingWidthPx,
  isMain,
  PALETTES,
  streetWidthPx,
  type Palette,
  type Theme,
} from './style.ts'
import { meet, townMap, type Line, type TownLine } from './town-map.ts'

export type TileAddress = {
  z: number
  x: number
  y: number
  theme: Theme
  /** Pixels of the image per pixel of the map; 2 for dense screens. */
  scale: 1 | 2
}

/** Streets and water reach over the edge by half of their width; names are found by their own boxes. */
const MARGIN_PX = 48
/** Half of what a house with its street takes: the tint of the city scale reaches that far from a street. */
const BUILT_UP_M = 105

/** Woods have single trees from here, tram lines their two rails, and stops are marked. */
const TREES_FROM_ZOOM = 14
const TRAMS_FROM_ZOOM = 13
const RAILS_FROM_ZOOM = 16
const TREE_STEP_PX = 11

const BUILT_UP_CLASSES: readonly StreetClass[] = [
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'pedestrian',
]

/**
 * One tile of the base map as PNG, 256 map pixels wide.
 *
 * Order: paper, built-up tint, parks and woods, buildings, water, streets (all edges, then all fills), tram,
 * lettering.
 * The same address gives the same bytes; neighbours fit without a seam.
 */
export function drawTile({ z, x, y, theme, scale }: TileAddress): Buffer {
  const palette = PALETTES[theme]
  const canvas = createCanvas(TILE_PX * scale, TILE_PX * scale)
  const ctx = canvas.getContext('2d')
  ctx.scale(scale, scale)
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  ctx.fillStyle = palette.paper
  ctx.fillRect(0, 0, TILE_PX, TILE_PX)

  const pen = new Pen(ctx, z, x * TILE_PX, y * TILE_PX)
  const box = boxOfTile(z, x, y, MARGIN_PX)
  const map = townMap()
  const lines = map.lineGrid
    .find(box)
    .map((id) => map.lines[id]!)
    .filter((line) => meet(line.box, box))

  if (z < BUILDINGS_FROM_ZOOM) drawBuiltUp(pen, palette, lines, z)
  for (const area of map.areas) {
    if (area.kind === 'openLand' || area.kind === 'lake' || !meet(area.box, box)) continue
    pen.fillRings(area.rings, area.kind === 'wood' ? palette.wood : palette.park)
    if (area.kind === 'wood' && z >= TREES_FROM_ZOOM) pen.scatterTrees(area.rings, palette.tree)
  }
  if (z >= BUILDINGS_FROM_ZOOM) drawBuildings(pen, palette, boxOfTile(z, x, y, 2), z)
  for (const area of map.areas)
    if (area.kind === 'lake' && meet(area.box, box)) pen.fillRings(area.rings, palette.water)
  for (const water of map.waters) {
    const widthPx = Math.max(water.kind === 'river' ? 1.8 : 1.1, water.widthM / metresPerPx(z))
    if (water.kind === 'brook' && z < 12) continue
    pen.strokeLines([water.points], palette.water, widthPx)
  }
  drawStreets(pen, palette, lines, z)
  drawTrams(pen, palette, box, z)
  drawNames(ctx, palette, z, x * TILE_PX, y * TILE_PX)
  return canvas.toBuffer('image/png')
}

/** Draws world coordinates on one tile. */
class Pen {
  readonly #ctx: SKRSContext2D
  readonly #scale: number
  readonly #left: number
  readonly #top: number

  constructor(ctx: SKRSContext2D, z: number, left: number, top: number) {
    this.#ctx = ctx
    this.#scale = 2 ** z
    this.#left = left
    this.#top = top
  }

  strokeLines(lines: Line[], colour: string, widthPx: number): void {
    const ctx = this.#ctx
    ctx.beginPath()
    for (const points of lines) this.#trace(points)
    ctx.strokeStyle = colour
    ctx.lineWidth = widthPx
    ctx.stroke()
  }

  fillRings(rings: Line[], colour: string, edge?: string, edgePx = 1): void {
    const ctx = this.#ctx
    ctx.beginPath()
    for (const ring of rings) {
      this.#trace(ring)
      ctx.closePath()
    }
    ctx.fillStyle = colour
    ctx.fill('evenodd')
    if (!edge) return
    ctx.strokeStyle = edge
    ctx.lineWidth = edgePx
    ctx.stroke()
  }

  /** Trees on a trembling grid of the zoom, the same for every tile that shows them. */
  scatterTrees(rings: Line[], colour: string): void {
    const ctx = this.#ctx
    ctx.save()
    ctx.beginPath()
    for (const ring of rings) {
      this.#trace(ring)
      ctx.closePath()
    }
    ctx.clip('evenodd')
    ctx.fillStyle = colour
    const first = (edge: number) => Math.floor(edge / TREE_STEP_PX) - 1
    const across = Math.ceil(TILE_PX / TREE_STEP_PX) + 2
    for (let i = first(this.#left); i <= first(this.#left) + across; i++)
      for (let j = first(this.#top); j <= first(this.#top) + across; j++) {
        const shake = (Math.imul(i, 73856093) ^ Math.imul(j, 19349663)) >>> 0
        const x = (i + 0.2 + (0.6 * (shake % 97)) / 97) * TREE_STEP_PX - this.#left
        const y = (j + 0.2 + (0.6 * ((shake >>> 7) % 89)) / 89) * TREE_STEP_PX - this.#top
        ctx.beginPath()
        ctx.arc(x, y, 1.1 + ((shake >>> 14) % 3) * 0.45, 0, 2 * Math.PI)
        ctx.fill()
      }
    ctx.restore()
  }

  dot({ x, y }: { x: number; y: number }, radiusPx: number, fill: string, edge: string): void {
    const ctx = this.#ctx
    ctx.beginPath()
    ctx.arc(x * this.#scale - this.#left, y * this.#scale - this.#top, radiusPx, 0, 2 * Math.PI)
    ctx.fillStyle = fill
    ctx.fill()
    ctx.strokeStyle = edge
    ctx.lineWidth = radiusPx * 0.5
    ctx.stroke()
  }

  #trace(points: Line): void {
    const ctx = this.#ctx
    let lastX = points[0]! * this.#scale - this.#left
    let lastY = points[1]! * this.#scale - this.#top
    ctx.moveTo(lastX, lastY)
    const end = points.length - 2
    for (let i = 2; i <= end; i += 2) {
      const x = points[i]! * this.#scale - this.#left
      const y = points[i + 1]! * this.#scale - this.#top
      // What is nearer than half a pixel cannot be seen and costs as much as the rest.
      if (i < end && Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue
      ctx.lineTo(x, y)
      lastX = x
      lastY = y
    }
  }
}

function drawBuiltUp(pen: Pen, palette: Palette, lines: TownLine[], z: number): void {
  const along = lines
    .filter((line) => BUILT_UP_CLASSES.includes(line.class) && line.name !== '')
    .map((line) => line.points)
  pen.strokeLines(along, palette.builtUp, Math.max(2, BUILT_UP_M / metresPerPx(z)))
}

function drawBuildings(pen: Pen, palette: Palette, box: ReturnType<typeof boxOfTile>, z: number): void {
  const outlines = buildingsIn(box).map((building) => building.outline)
  if (outlines.length > 0) pen.fillRings(outlines, palette.building, palette.buildingEdge, z < 18 ? 0.7 : 1)
}

function drawStreets(pen: Pen, palette: Palette, lines: TownLine[], z: number): void {
  const casingPx = casingWidthPx(z)
  // Least important first, so that a main road lies over the side street that joins it.
  const layers = [...STREET_CLASSES]
    .reverse()
    .map((kind) => ({
      main: isMain(kind),
      service: kind === 'service',
      widthPx: streetWidthPx(kind, z),
      points: lines.filter((line) => line.class === kind).map((line) => line.points),
    }))
    .filter(({ widthPx, points }) => widthPx > 0 && points.length > 0)
  for (const { main, widthPx, points } of layers) {
    // An edge round a hairline would be all that is seen of it.
    if (widthPx < 1.2) continue
    pen.strokeLines(points, main ? palette.mainCasing : palette.casing, widthPx + 2 * casingPx)
  }
  for (const { main, service, widthPx, points } of layers)
    pen.strokeLines(points, main ? palette.mainStreet : service ? palette.service : palette.street, widthPx)
}

/** One line from afar, two rails from near, and a ring where it stops. */
function drawTrams(pen: Pen, palette: Palette, box: ReturnType<typeof boxOfTile>, z: number): void {
  if (z < TRAMS_FROM_ZOOM) return
  const { trams, stops } = townMap()
  const lines = trams.filter((tram) => meet(tram.box, box)).map(({ points }) => points)
  if (lines.length === 0) return
  if (z < RAILS_FROM_ZOOM) pen.strokeLines(lines, palette.tram, z < 15 ? 1 : 1.3)
  else {
    const gaugePx = Math.max(2.4, 1.435 / metresPerPx(z))
    pen.strokeLines(lines, palette.tram, gaugePx + 2)
    pen.strokeLines(lines, palette.mainStreet, gaugePx)
  }
  if (z < 15) return
  const radiusPx = z < 17 ? 3 : 4.5
  for (const stop of stops)
    if (meet({ minX: stop.x, minY: stop.y, maxX: stop.x, maxY: stop.y }, box))
      pen.dot(stop, radiusPx, palette.halo, palette.tram)
}

function drawNames(ctx: SKRSContext2D, palette: Palette, z: number, left: number, top: number): void {
  const names = namesIn(z, { minX: left, minY: top, maxX: left + TILE_PX, maxY: top + TILE_PX })
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.lineJoin = 'round'
  const inks: Record<Name['role'], string> = {
    street: palette.ink,
    district: palette.districtInk,
    town: palette.ink,
    park: palette.parkInk,
    water: palette.waterInk,
  }
  for (const name of names) {
    ctx.font = fontOf(name.role, name.sizePx)
    ctx.lineWidth = name.sizePx * 0.28
    ctx.strokeStyle = palette.halo
    // The halo of the whole name first: otherwise a letter's halo eats its neighbour.
    for (const ink of [null, inks[name.role]]) {
      if (ink) ctx.fillStyle = ink
      for (const { text, x, y, angle } of name.letters) {
        ctx.save()
        ctx.translate(x - left, y - top)
        ctx.rotate(angle)
        if (ink) ctx.fillText(text, 0, name.sizePx * 0.33)
        else ctx.strokeText(text, 0, name.sizePx * 0.33)
        ctx.restore()
      }
    }
  }
}
