/** A rectangle on the map, px from its upper left corner. */
export type Box = { left: number; top: number; right: number; bottom: number }

export type PinOnMap = { id: string; x: number; y: number; labelWidth: number }

const SIDES = ['right', 'left', 'below'] as const
type Side = (typeof SIDES)[number]

export type LabelSide = Side | 'none'

const PIN = { width: 40, height: 50, above: 48 }
const LABEL = { gap: 26, height: 32, above: 44, below: 6 }

const pinBox = ({ x, y }: PinOnMap): Box => ({
  left: x - PIN.width / 2,
  right: x + PIN.width / 2,
  top: y - PIN.above,
  bottom: y + PIN.height - PIN.above,
})

function labelBox({ x, y, labelWidth }: PinOnMap, side: Side): Box {
  const left = { right: x + LABEL.gap, left: x - LABEL.gap - labelWidth, below: x - labelWidth / 2 }[side]
  const top = side === 'below' ? y + LABEL.below : y - LABEL.above
  return { left, right: left + labelWidth, top, bottom: top + LABEL.height }
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * On which side of its pin each label stands: right, left, below or nowhere, so that no label covers
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
    const fits = (side: Side) => {
      const box = labelBox(pin, side)
      const inside =
        box.left >= 4 && box.right <= size.width - 4 && box.top >= 4 && box.bottom <= size.height - 4
      return inside && !inTheWay.some((other) => overlap(box, other))
    }
    const side = SIDES.find(fits) ?? 'none'
    sides.set(pin.id, side)
    if (side !== 'none') boxes.push(labelBox(pin, side))
  }
  return sides
}
