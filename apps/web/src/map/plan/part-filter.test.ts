import { describe, expect, it } from 'vitest'
import { partsMatching } from './part-filter.ts'

const PARTS = [
  { name: { de: 'Wohnhäuser mit drei Geschossen', en: 'Homes' }, designation: 'WA 1' },
  { name: { de: 'Neue Straße, Zufahrt' }, designation: null },
  { name: { de: 'Kita mit 60 Plätzen' } },
]
const found = (typed: string) => partsMatching(PARTS, typed).map((part) => PARTS.indexOf(part))

describe('the filter of the plan’s parts', () => {
  it.each([
    ['', [0, 1, 2]],
    ['  ', [0, 1, 2]],
    ['wa 1', [0]],
    ['wohnhauser', [0]],
    ['homes', [0]],
    ['STRASSE', [1]],
    ['mit', [0, 2]],
    ['platzen kita', [2]],
    ['wa 9', []],
  ])('%s', (typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })
})
