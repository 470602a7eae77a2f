import { FRAME, inkOf } from './palette.ts'
import type { Sheet } from './paint.ts'
import type { Shape } from './shapes.ts'

const HEIGHT_PX = 18

/** Signs and short names where they fit and cover no other; the large areas first. */
export function paintLettering(sheet: Sheet, shapes: Shape[]): void {
  const { ctx, scale, originX, originY, theme } = sheet
  ctx.save()
  ctx.font = "600 14px 'Fira Sans', sans-serif"
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.lineJoin = 'round'
  const taken: [left: number, top: number, right: number, bottom: number][] = []
  for (const { label, room, box } of shapes) {
    if (!room || !label || (box[3] - box[1]) * scale < HEIGHT_PX + 4) continue
    const roomPx = room.width * scale
    // Measuring is dear; a letter is never narrower than this.
    if (roomPx < label.length * 5) continue
    const width = ctx.measureText(label).width
    if (roomPx < width + 12) continue
    const x = room.x * scale - originX
    const y = room.y * scale - originY
    const [left, top] = [x - width / 2 - 4, y - HEIGHT_PX / 2]
    const [right, bottom] = [x + width / 2 + 4, y + HEIGHT_PX / 2]
    if (taken.some((other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1]))
      continue
    taken.push([left, top, right, bottom])
    ctx.strokeStyle = inkOf(FRAME.textHalo, theme)
    ctx.lineWidth = 4
    ctx.strokeText(label, x, y)
    ctx.fillStyle = inkOf(FRAME.text, theme)
    ctx.fillText(label, x, y)
  }
  ctx.restore()
}
