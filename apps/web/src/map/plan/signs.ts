import { FRAME, inkOf, type Sign, type Theme } from './palette.ts'

const drawn = new Map<string, HTMLCanvasElement>()

/** A single sign, drawn once and stamped from then on: a plan may have a thousand trees. */
export function signOf(
  { kind, ink }: Sign,
  sizePx: number,
  theme: Theme,
  density: number,
): HTMLCanvasElement {
  const key = [kind, ink[0], sizePx, theme, density].join(' ')
  const known = drawn.get(key)
  if (known) return known
  const stamp = document.createElement('canvas')
  const side = Math.ceil((sizePx + 4) * density)
  stamp.width = side
  stamp.height = side
  const ctx = stamp.getContext('2d')!
  ctx.translate(side / 2, side / 2)
  ctx.scale(density, density)
  paintSign(ctx, kind, sizePx / 2, inkOf(ink, theme), inkOf(FRAME.paper, theme))
  drawn.set(key, stamp)
  return stamp
}

/** Trees to keep have their trunk, trees to plant are an open ring: PlanZV 13.2. */
function paintSign(ctx: CanvasRenderingContext2D, kind: Sign['kind'], r: number, ink: string, paper: string) {
  const circle = (radius: number) => {
    ctx.beginPath()
    ctx.arc(0, 0, radius, 0, 2 * Math.PI)
  }
  ctx.strokeStyle = ink
  ctx.fillStyle = ink
  ctx.lineWidth = Math.max(1, r / 4)
  if (r < 2.5) {
    circle(Math.max(1.2, r))
    return ctx.fill()
  }
  if (kind === 'tree' || kind === 'newTree') {
    circle(r - 0.5)
    ctx.globalAlpha = 0.75
    ctx.fillStyle = paper
    ctx.fill()
    ctx.globalAlpha = kind === 'tree' ? 0.3 : 0.12
    ctx.fillStyle = ink
    ctx.fill()
    ctx.globalAlpha = 1
    ctx.stroke()
    if (kind === 'newTree') return
    circle(r * 0.34)
    return ctx.fill()
  }
  if (kind === 'dot') {
    circle(r * 0.6)
    return ctx.fill()
  }
  ctx.beginPath()
  if (kind === 'square') ctx.rect(-r * 0.8, -r * 0.8, r * 1.6, r * 1.6)
  else if (kind === 'triangle') {
    ctx.moveTo(0, -r * 0.9)
    ctx.lineTo(r * 0.9, r * 0.8)
    ctx.lineTo(-r * 0.9, r * 0.8)
    ctx.closePath()
  } else {
    ctx.moveTo(-r * 0.7, 0)
    ctx.lineTo(r * 0.7, 0)
    ctx.moveTo(0, -r * 0.7)
    ctx.lineTo(0, r * 0.7)
    return ctx.stroke()
  }
  ctx.fill()
  ctx.strokeStyle = paper
  ctx.lineWidth = 1
  ctx.stroke()
}
