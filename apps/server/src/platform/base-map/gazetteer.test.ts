import { describe, expect, it } from 'vitest'
import { nearestStreet, searchStreets } from './gazetteer.ts'

const first = (text: string) => searchStreets(text)[0]?.name

describe('searching a street', () => {
  it.each([
    ['Neefestraße', 'Neefestraße'],
    ['neefestrasse', 'Neefestraße'],
    ['Neefestr.', 'Neefestraße'],
    ['NEEFE STR', 'Neefestraße'],
    ['neefe', 'Neefestraße'],
    ['Neefesrtaße', 'Neefestraße'],
    ['Nefestrasse', 'Neefestraße'],
    ['Straße der Nationen', 'Straße der Nationen'],
    ['nationen strasse', 'Straße der Nationen'],
    ['Wagner Richard', 'Richard-Wagner-Straße'],
    ['richard wagner', 'Richard-Wagner-Straße'],
    ['martha schrag', 'Martha-Schrag-Straße'],
    ['Muehlenstr', 'Mühlenstraße'],
    ['Muhlenstrasse', 'Mühlenstraße'],
    ['goethepl.', 'Goetheplatz'],
    ['Kapler Drehe', 'Kappler Drehe'],
    ['rößlerstr', 'Rößlerstraße'],
    ['Roesslerstrasse', 'Rößlerstraße'],
  ])('finds %s', (typed, name) => {
    expect(first(typed)).toBe(name)
  })

  it('keeps a house number in the label and says that it is one', () => {
    expect(searchStreets('Neefestraße 12')[0]).toMatchObject({
      name: 'Neefestraße',
      label: 'Neefestraße 12',
      houseNumber: '12',
    })
    expect(searchStreets('mozartstr. 4 b')[0]).toMatchObject({
      label: 'Mozartstraße 4 b',
      houseNumber: '4 b',
    })
  })

  it('answers with a point on the street and its whole geometry', () => {
    const [found] = searchStreets('Mozartstraße', { near: [12.903, 50.8227] })
    expect(found!.geometry.type).toBe('MultiLineString')
    expect(nearestStreet(...found!.point)!.distanceM).toBe(0)
    expect(found!.district).toMatch(/viertel/)
  })

  it('puts the nearer of two streets of one name first', () => {
    const goethe = searchStreets('Goethestraße', { near: [12.906, 50.824], streetsOnly: true }).filter(
      (each) => each.name === 'Goethestraße',
    )
    expect(goethe.length).toBeGreaterThan(1)
    expect(goethe[0]!.point[0]).toBeGreaterThan(12.9)
    const west = searchStreets('Goethestraße', { near: [12.796, 50.812], streetsOnly: true })[0]!
    expect(west.point[0]).toBeLessThan(12.81)
  })

  it('knows parks, water and districts too, unless only streets are asked', () => {
    expect(searchStreets('schlosteich').map((each) => each.name)).toContain('Schlossteich')
    expect(searchStreets('mühlbach')[0]).toMatchObject({ kind: 'place', name: 'Mühlbach' })
    expect(searchStreets('mühlviertel')[0]).toMatchObject({ kind: 'place', name: 'Mühlviertel' })
    expect(searchStreets('stadtwald', { streetsOnly: true }).every((each) => each.kind === 'street')).toBe(
      true,
    )
  })

  it('finds nothing for nothing and for nonsense, and keeps to the limit', () => {
    for (const typed of ['', ' ', 'x', '12', '...', 'qqqqqqqqqq', '\u0000', 'a'.repeat(5000)])
      expect(searchStreets(typed)).toEqual([])
    expect(searchStreets('straße', { limit: 3 })).toHaveLength(3)
    expect(searchStreets('am', { limit: 500 }).length).toBeLessThanOrEqual(50)
  })
})

describe('the nearest street', () => {
  it('is the one a person standing there would name', () => {
    expect(nearestStreet(12.9014, 50.8221)).toEqual({ name: 'Neefestraße', distanceM: expect.any(Number) })
    expect(nearestStreet(12.9014, 50.8221)!.distanceM).toBeLessThan(5)
    expect(nearestStreet(12.90343, 50.82225)!.name).toBe('Mozartstraße')
  })

  it('is found from the middle of the old nursery, and not from another country', () => {
    expect(nearestStreet(12.9005, 50.8233)!.distanceM).toBeGreaterThan(50)
    expect(nearestStreet(2.35, 48.85)).toBeNull()
    expect(nearestStreet(Number.NaN, 50)).toBeNull()
  })
})
