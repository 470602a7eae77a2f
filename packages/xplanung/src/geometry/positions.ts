import type { XmlElement } from '../xml/element.ts'
import { Unusable, resolve, spend, type Frame, type GeometryContext } from './frame.ts'
import type { Position } from './shapes.ts'

const dimensionOf = (element: XmlElement): number | null => {
  const stated = Number(element.attributes?.['srsDimension'] ?? element.attributes?.['dimension'])
  return stated === 2 || stated === 3 ? stated : null
}

/** The positions of one list of numbers. */
function fromNumbers(
  element: XmlElement,
  numbers: Float64Array,
  dimension: number | null,
  frame: Frame,
  context: GeometryContext,
): Position[] {
  const guessed = numbers.length % 2 !== 0 && numbers.length % 3 === 0 ? 3 : 2
  let step = dimension ?? guessed
  // The stated dimension does not divide the list, the other one does: then the statement is wrong.
  if (numbers.length % step !== 0) step = numbers.length % 2 === 0 ? 2 : 3
  if (numbers.length % step !== 0) {
    throw new Unusable(element.line, `${numbers.length} numbers are no list of positions`)
  }
  if (numbers.length / step > context.limits.maxPositionsPerLine) {
    throw new Unusable(element.line, `more than ${context.limits.maxPositionsPerLine} positions in one line`)
  }
  spend(element, numbers.length / step, context)
  if (step === 3) context.findings.tell('height-dropped', { line: element.line, objectId: context.objectId })
  const positions: Position[] = []
  for (let at = 0; at < numbers.length; at += step) {
    const first = numbers[at]!
    const second = numbers[at + 1]!
    positions.push(frame.northFirst ? [second, first] : [first, second])
  }
  return positions
}

/** gml:coord of GML 2: X, Y and Z as elements. */
function fromCoord(coord: XmlElement, frame: Frame): Position {
  const number = (name: string) => coord.children.find((child) => child.name === name)?.numbers?.[0]
  const x = number('X')
  const y = number('Y')
  if (x === undefined || y === undefined) throw new Unusable(coord.line, 'coord without X and Y')
  return frame.northFirst ? [y, x] : [x, y]
}

/**
 * The positions written directly inside an element, in whichever of GML's ways: posList, pos, coordinates,
 * coord, pointProperty, pointRep.
 *
 * @throws Unusable when something there is no position
 */
export function positionsIn(
  element: XmlElement,
  frame: Frame,
  context: GeometryContext,
  outerDimension: number | null = null,
): Position[] {
  const dimension = dimensionOf(element) ?? outerDimension
  const positions: Position[] = []
  for (const child of element.children) {
    switch (child.name) {
      case 'pos':
      case 'posList':
      case 'coordinates': {
        if (!child.numbers) throw new Unusable(child.line, `${child.name} holds something that is no number`)
        const found = fromNumbers(child, child.numbers, dimensionOf(child) ?? dimension, frame, context)
        // Not push(...found): a long list has more positions than a call may have arguments.
        for (const position of found) positions.push(position)
        break
      }
      case 'coord':
        positions.push(fromCoord(child, frame))
        break
      case 'pointProperty':
      case 'pointRep':
      case 'pointMember': {
        const point = resolve(child, context)
        const inner = point.name === 'Point' ? point : point.children[0]
        if (!inner) throw new Unusable(child.line, `${child.name} without a point`)
        positions.push(...positionsIn(inner, frame, context, dimension))
        break
      }
    }
  }
  return positions
}

/** The first two numbers below an element as they stand there, to see which system they can be in. */
export function firstNumbers(element: XmlElement): readonly [number, number] | null {
  if (element.numbers) return element.numbers.length >= 2 ? [element.numbers[0]!, element.numbers[1]!] : null
  if (element.name === 'coord') {
    const [x, y] = element.children.map((child) => child.numbers?.[0])
    return x !== undefined && y !== undefined ? [x, y] : null
  }
  for (const child of element.children) {
    const found = firstNumbers(child)
    if (found) return found
  }
  return null
}
