import { expect, it } from 'vitest'
import { placeLabels } from './pin-labels.ts'

const size = { width: 800, height: 600 }
const pin = (id: string, x: number, y: number, labelWidth = 140) => ({ id, x, y, labelWidth })

it('puts a label to the right where there is room', () => {
  expect(placeLabels([pin('A', 200, 300)], size).get('A')).toBe('right')
})

it('puts it to the left at the edge, beside another pin, and beside the controls', () => {
  const sides = placeLabels([pin('A', 760, 300), pin('B', 300, 500), pin('C', 420, 505)], size)
  expect(Object.fromEntries(sides)).toEqual({ A: 'left', B: 'left', C: 'right' })
  const controls = { left: 700, top: 10, right: 760, bottom: 120 }
  expect(placeLabels([pin('D', 600, 80)], size, [controls]).get('D')).toBe('left')
})

it('leaves it out rather than covering anything', () => {
  const crowd = [pin('A', 300, 300), pin('B', 345, 300), pin('C', 390, 300)]
  expect(Object.fromEntries(placeLabels(crowd, size))).toEqual({ A: 'left', B: 'below', C: 'right' })
  const row = [pin('A', 300, 580), pin('B', 345, 580), pin('C', 390, 580)]
  expect(placeLabels(row, size).get('B')).toBe('none')
  expect(placeLabels([pin('A', 40, 20)], size).get('A')).toBe('none')
})
