import { inkOf, type Hatch, type Theme } from './palette.ts'

const patterns = new Map<string, CanvasPattern>()

/** A tile that repeats without seams; drawn at the screen's own density, so that thin lines stay thin. */
function tileOf({ kind, ink, gap = 8 }: Hatch, theme: Theme, density: number): HTMLCanvasElement {
  const tile = document.createElement('canvas')
  const side = Math.round(gap * density)
  tile.width = side
  tile.height = side
  const ctx = tile.getContext('2d')!
  ctx.strokeStyle = inkOf(ink, theme)
  ctx.fillStyle = inkOf(ink, theme)
  ctx.lineWidth = density * (gap > 11 ? 1.2 : 1.1)
  const line = (ax: number, ay: number, bx: number, by: number) => {
    ctx.beginPath()
    ctx.moveTo(ax * side, ay * side)
    ctx.lineTo(bx * side, by * side)
    ctx.stroke()
  }
  const dot = (x: number, y: number) => {
    ctx.beginPath()
    ctx.arc(x * side, y * side, density * (gap > 9 ? 1.3 : 1.05), 0, 2 * Math.PI)
    ctx.fill()
  }
  if (kind === 'level' || kind === 'grid') line(-0.1, 0.5, 1.1, 0.5)
  if (kind === 'upright' || kind === 'grid') line(0.5, -0.1, 0.5, 1.1)
  // The corners belong to lines that begin in the neighbouring tiles.
  if (kind === 'rising') for (const shift of [-1, 0, 1]) line(shift - 0.2, 1.2, shift + 1.2, -0.2)
  if (kind === 'falling') for (const shift of [-1, 0, 1]) line(shift - 0.2, -0.2, shift + 1.2, 1.2)
  if (kind === 'dots') {
    dot(0.25, 0.25)
    dot(0.75, 0.75)
  }
  if (kind === 'crosses') {
    line(0.32, 0.32, 0.68, 0.68)
    line(0.32, 0.68, 0.68, 0.32)
  }
  return tile
}

/** The hatch as a canvas fills with it; made once for each density and theme. */
export function patternOf(hatch: Hatch, theme: Theme, density: number, ctx: CanvasRenderingContext2D) {
  const key = [hatch.kind, hatch.ink[0], hatch.gap, theme, density].join(' ')
  const known = patterns.get(key)
  if (known) return known
  const pattern = ctx.createPattern(tileOf(hatch, theme, density), 'repeat')!
  // The canvas is scaled to the density; the tile is drawn at it already.
  pattern.setTransform(new DOMMatrix().scaleSelf(1 / density))
  patterns.set(key, pattern)
  return pattern
}
