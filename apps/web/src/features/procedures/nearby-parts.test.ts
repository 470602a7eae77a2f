import { describe, expect, it } from 'vitest'
import type { PlanPart } from '../../map/index.ts'
import { byDistance, oncePerName, roundedM, splitHouseNumber } from './nearby-parts.ts'

const part = (id: string, lon: number) =>
  ({ id, geometry: { type: 'Point', coordinates: [lon, 50.83] } }) as unknown as PlanPart

describe('what the plan changes near an address', () => {
  it('says parts of one name once, with the nearest and how many there are', () => {
    const tree = (id: string, lon: number) => ({ ...part(id, lon), name: { de: 'Baum' } })
    const house = { ...part('house', 12.9205), name: { de: 'Haus' } }
    const near = byDistance([12.92, 50.83], [tree('far', 12.93), house, tree('near', 12.9201)])
    expect(oncePerName(near).map(({ part: { id }, count }) => [id, count])).toEqual([
      ['near', 2],
      ['house', 1],
    ])
  })
  it('begins with the nearest', () => {
    const near = byDistance([12.92, 50.83], [part('far', 12.93), part('here', 12.92), part('near', 12.921)])
    expect(near.map(({ part: { id } }) => id)).toEqual(['here', 'near', 'far'])
    expect(near[0]!.distanceM).toBe(0)
  })
  it.each([
    [2, 0],
    [63, 65],
    [98, 100],
    [104, 100],
    [146, 150],
  ])('says %d m as %d m: a street is no house number', (exact, said) => {
    expect(roundedM(exact)).toBe(said)
  })
})

describe('the house number', () => {
  it.each([
    ['Mozartstraße 4', 'Mozartstraße', '4'],
    ['Neefestr. 12 a', 'Neefestr.', '12 a'],
    ['Am Bach, 3-5', 'Am Bach', '3-5'],
    ['Straße des 17. Juni', 'Straße des 17. Juni', ''],
    ['  Mozartstraße ', 'Mozartstraße', ''],
  ])('%s stays here, only the street is searched', (typed, street, houseNumber) => {
    expect(splitHouseNumber(typed)).toEqual({ street, houseNumber })
  })
})
