/** A rectangle on the map, px from its upper left corner. */
export type Box = { left: number; top: number; right: number; bottom: number }

export type PinOnMap = { id: string; x: number; y: number; labelWidth: number }

export type LabelSide = 'right' | 'left' | 'none'

const PIN = { width: 40, height: 50, above: 48 }
const LABEL = { gap: 26, height: 32, above: 44 }

const pinBox = ({ x, y }: PinOnMap): Box => ({
  left: x - PIN.width / 2,
  right: x + PIN.width / 2,
  top: y - PIN.above,
  bottom: y + PIN.height - PIN.above,
})

function labelBox({ x, y, labelWidth }: PinOnMap, side: 'right' | 'left'): Box {
  const left = side === 'right' ? x + LABEL.gap : x - LABEL.gap - labelWidth
  return { left, right: left + labelWidth, top: y - LABEL.above, bottom: y - LABEL.above + LABEL.height }
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * On which side of its pin each label stands: right, else left, else nowhere, so that no label covers
 * another pin, another label or the controls, or is cut by the edge. The list beside the map has every name.
 *
 * @param taken what is there already, such as the controls.
 */
export function placeLabels(
  pins: PinOnMap[],
  size: { width: number; height: number },
  taken: Box[] = [],
): Map<string, LabelSide> {
  const sides = new Map<string, LabelSide>()
  const boxes = [...taken]
  for (const pin of pins) {
    const inTheWay = [...boxes, ...pins.filter((other) => other !== pin).map(pinBox)]
    const fits = (side: 'right' | 'left') => {
      const box = labelBox(pin, side)
      const inside =
        box.left >= 4 && box.right <= size.width - 4 && box.top >= 4 && box.bottom <= size.height - 4
      return inside && !inTheWay.some((other) => overlap(box, other))
    }
    const side = fits('right') ? 'right' : fits('left') ? 'left' : 'none'
    sides.set(pin.id, side)
    if (side !== 'none') boxes.push(labelBox(pin, side))
  }
  return sides
}
