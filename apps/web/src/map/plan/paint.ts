import { patternOf } from './hatches.ts'
import { DRAWINGS, FRAME, inkOf, type Sign, type Stroke, type Theme } from './palette.ts'
import type { Shape } from './shapes.ts'
import { signOf } from './signs.ts'

/** Where and how something is drawn: `scale` and origin lead from the mercator square to pixels of the canvas. */
export type Sheet = {
  ctx: CanvasRenderingContext2D
  scale: number
  originX: number
  originY: number
  zoom: number
  theme: Theme
  density: number
}

/** Corners nearer to each other than this cannot be told apart. */
const CLOSE_PX = 0.6

export function traced(sheet: Sheet, { paths, kind }: Pick<Shape, 'paths' | 'kind'>): Path2D {
  const { scale, originX, originY } = sheet
  const path = new Path2D()
  for (const points of paths) {
    let [lastX, lastY] = [NaN, NaN]
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i]! * scale - originX
      const y = points[i + 1]! * scale - originY
      if (i === 0) path.moveTo(x, y)
      else if (i === points.length - 2 || Math.abs(x - lastX) + Math.abs(y - lastY) > CLOSE_PX)
        path.lineTo(x, y)
      else continue
      lastX = x
      lastY = y
    }
    if (kind === 'area') path.closePath()
  }
  return path
}

/** Diameter of a single sign: trees grow with the map, and are dots from afar. */
export const signPx = (zoom: number) =>
  zoom < 15 ? 2 : zoom < 16 ? 3 : zoom < 17 ? 6 : zoom < 18 ? 11 : zoom < 19 ? 14 : 18

function paintStroke(sheet: Sheet, path: Path2D, stroke: Stroke, isArea: boolean) {
  const { ctx, theme, zoom } = sheet
  const ink = inkOf(stroke.ink, theme)
  // From afar a plan is many lines in few pixels: they get thinner, and keep their rhythm.
  const thinner = zoom < 15 ? 0.5 : zoom < 16 ? 0.7 : 1
  const width = (stroke.width ?? 1) * thinner
  ctx.strokeStyle = ink
  ctx.lineWidth = width
  ctx.setLineDash((stroke.dash ?? []).map((length) => length * thinner))
  ctx.stroke(path)
  ctx.setLineDash([])
  if (stroke.ticks && zoom >= 15) paintTicks(sheet, path, isArea, thinner)
  if (stroke.beads && zoom >= 15) paintBeads(sheet, path, stroke, thinner)
}

/** A wide dashed stroke, of which the clip leaves the half inside: short lines standing on the edge. */
function paintTicks({ ctx }: Sheet, path: Path2D, isArea: boolean, thinner: number) {
  ctx.save()
  if (isArea) ctx.clip(path, 'evenodd')
  ctx.lineWidth = (isArea ? 11 : 7) * thinner
  ctx.setLineDash([1.2, 8.8 * thinner])
  ctx.stroke(path)
  ctx.restore()
}

/** Dashes of no length with round ends are dots. */
function paintBeads({ ctx, theme }: Sheet, path: Path2D, { beads }: Stroke, thinner: number) {
  ctx.save()
  ctx.lineCap = 'round'
  ctx.setLineDash([0.01, 10 * thinner])
  ctx.lineWidth = (beads === 'hollow' ? 5 : 4) * thinner
  ctx.stroke(path)
  if (beads === 'hollow') {
    ctx.strokeStyle = inkOf(FRAME.paper, theme)
    ctx.lineWidth = 2.6 * thinner
    ctx.stroke(path)
  }
  ctx.restore()
}

const signFor = (style: Shape['style']): Sign => {
  const { sign, edge, fill } = DRAWINGS[style]
  return sign ?? { kind: 'dot', ink: edge?.ink ?? fill! }
}

function stampSigns(sheet: Sheet, { paths, style }: Shape) {
  const { ctx, scale, originX, originY, theme, density } = sheet
  const stamp = signOf(signFor(style), signPx(sheet.zoom), theme, density)
  const side = stamp.width / density
  for (const points of paths)
    for (let i = 0; i < points.length; i += 2)
      ctx.drawImage(
        stamp,
        points[i]! * scale - originX - side / 2,
        points[i + 1]! * scale - originY - side / 2,
        side,
        side,
      )
}

/** Draws one part as its style says. */
export function paintShape(sheet: Sheet, shape: Shape): void {
  if (shape.kind === 'point') return stampSigns(sheet, shape)
  const { ctx, theme, density } = sheet
  const { fill, hatch, edge, line } = DRAWINGS[shape.style]
  const path = traced(sheet, shape)
  if (shape.kind === 'line') return paintStroke(sheet, path, line ?? edge ?? { ink: fill!, width: 2 }, false)
  if (fill) {
    ctx.fillStyle = inkOf(fill, theme)
    ctx.fill(path, 'evenodd')
  }
  if (hatch) {
    ctx.fillStyle = patternOf(hatch, theme, density, ctx)
    ctx.fill(path, 'evenodd')
  }
  if (edge) paintStroke(sheet, path, edge, true)
}

/** The outline that tells which part is meant; never by colour alone, it is also wider than any other. */
export function paintChosen(sheet: Sheet, shape: Shape, width: number): void {
  const { ctx, theme, zoom } = sheet
  const path = new Path2D()
  if (shape.kind === 'point') {
    const radius = signPx(zoom) / 2 + 5
    for (const points of shape.paths)
      for (let i = 0; i < points.length; i += 2) {
        const x = points[i]! * sheet.scale - sheet.originX
        const y = points[i + 1]! * sheet.scale - sheet.originY
        path.moveTo(x + radius, y)
        path.arc(x, y, radius, 0, 2 * Math.PI)
      }
  } else path.addPath(traced(sheet, shape))
  ctx.lineJoin = 'round'
  for (const [ink, px] of [
    [FRAME.halo, width + 3],
    [FRAME.chosen, width],
  ] as const) {
    ctx.strokeStyle = inkOf(ink, theme)
    ctx.lineWidth = px
    ctx.stroke(path)
  }
}
