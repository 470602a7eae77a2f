import { describe, expect, it } from 'vitest'
import { importArea } from './import-area.ts'
import { fromUtm, toUtm, zoneOf } from './utm.ts'
import {
  areaOf,
  cornersOf,
  drawingOf,
  placed,
  readCorner,
  readNumber,
  shown,
  without,
  withBend,
} from './vertices.ts'

const square = [
  [12.9, 50.82],
  [12.91, 50.82],
  [12.91, 50.83],
  [12.9, 50.83],
]

describe('the table of corners', () => {
  it('names each corner once and closes the ring again', () => {
    expect(cornersOf(areaOf(square))).toEqual(square)
    expect(areaOf(square)).toMatchObject({ coordinates: [[...square, square[0]]] })
  })
  it('is not offered for holes or several parts, which it would lose', () => {
    expect(
      cornersOf({
        type: 'Polygon',
        coordinates: [
          [...square, square[0]!],
          [...square, square[0]!],
        ],
      }),
    ).toBeNull()
    expect(cornersOf({ type: 'MultiPolygon', coordinates: [] })).toBeNull()
    expect(cornersOf(null)).toEqual([])
  })
  it('draws a line of two and nothing of one', () => {
    expect(drawingOf(square.slice(0, 1))).toBeNull()
    expect(drawingOf(square.slice(0, 2))!.type).toBe('LineString')
  })
  it('appends a point, moves the chosen one, bends an edge, takes one away', () => {
    expect(placed(square, [12.95, 50.85], null)).toHaveLength(5)
    expect(placed(square, [12.95, 50.85], 1)[1]).toEqual([12.95, 50.85])
    expect(withBend(square, 3)[4]).toEqual([12.9, 50.825])
    expect(without(square, 0)[0]).toEqual(square[1])
  })
  it('reads numbers as Germans and as machines write them', () => {
    expect(readNumber('12,905')).toBe(12.905)
    expect(readNumber('5.632.104,25')).toBe(5632104.25)
    expect(readNumber('5 632 104.25')).toBe(5632104.25)
    expect(readNumber('50° 49')).toBeNull()
    expect(readNumber(' ')).toBeNull()
  })
  it('refuses what is no place on earth', () => {
    expect(readCorner(['190', '50'], 'degrees', 33)).toBeNull()
    expect(readCorner(['12', 'x'], 'degrees', 33)).toBeNull()
    expect(readCorner(['12,9', '50,8'], 'metres', 33)).toBeNull()
  })
  it('shows metres that lead back to the same corner', () => {
    const [east, north] = shown(square[0]!, 'metres', 33)
    const [lon, lat] = readCorner([east, north], 'metres', 33)!
    expect(lon).toBeCloseTo(12.9, 6)
    expect(lat).toBeCloseTo(50.82, 6)
  })
})

describe('ETRS89/UTM', () => {
  it('agrees with the meridian arc and the zones of the surveyors', () => {
    expect(zoneOf(12.9)).toBe(33)
    expect(zoneOf(7.1)).toBe(32)
    // On the central meridian: half a million east; the quarter meridian of GRS80 (10,001,965.729 m) north.
    const [east, north] = toUtm([15, 45], 33)
    expect(east).toBeCloseTo(500_000, 3)
    expect(north! / 0.9996).toBeCloseTo(4_984_944.378, 2)
  })
  it('comes back to the centimetre all over Germany', () => {
    for (const [lon, lat] of [
      [5.9, 51],
      [8.4, 54.9],
      [12.9, 50.8],
      [15, 51.1],
    ] as const)
      for (const zone of [32, 33]) {
        const [backLon, backLat] = fromUtm(toUtm([lon, lat], zone), zone)
        expect(Math.abs(backLon! - lon)).toBeLessThan(2e-7)
        expect(Math.abs(backLat! - lat)).toBeLessThan(2e-7)
      }
  })
})

describe('a GeoJSON file', () => {
  const feature = (geometry: unknown) => JSON.stringify({ type: 'Feature', properties: {}, geometry })
  const ring = [...square, square[0]]

  it('gives its area, also from a collection, and counts what is none', () => {
    const points = { type: 'Point', coordinates: [1, 2] }
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] } },
        { type: 'Feature', geometry: points },
      ],
    })
    expect(importArea(text)).toMatchObject({ parts: 1, left: 1, territory: { type: 'Polygon' } })
  })
  it('may begin with a byte order mark and leave its ring open', () => {
    const text = `\uFEFF${feature({ type: 'Polygon', coordinates: [square] })}`
    expect(importArea(text)).toMatchObject({ territory: { coordinates: [ring] } })
  })
  it('says what is wrong with it', () => {
    expect(importArea('<gml/>')).toEqual({ problem: 'notJson' })
    expect(importArea('{"a":1}')).toEqual({ problem: 'notGeoJson' })
    expect(importArea(feature({ type: 'Point', coordinates: [1, 2] }))).toEqual({
      problem: 'noArea',
      found: ['Point'],
    })
    expect(
      importArea(
        feature({
          type: 'Polygon',
          coordinates: [
            [
              [1, 2],
              [3, 'x'],
              [4, 5],
            ],
          ],
        }),
      ),
    ).toMatchObject({ problem: 'noArea' })
    expect(
      importArea(
        feature({
          type: 'Polygon',
          coordinates: [
            [
              [50, 190],
              [51, 190],
              [51, 191],
            ],
          ],
        }),
      ),
    ).toEqual({ problem: 'outOfRange' })
    expect(importArea('x'.repeat(6 * 1024 * 1024))).toEqual({ problem: 'tooLarge' })
  })
  it('in metres is recognised, and read when somebody says so', () => {
    const metres = square.map((corner) => toUtm(corner, 33))
    const text = JSON.stringify({
      type: 'Polygon',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25833' } },
      coordinates: [metres],
    })
    expect(importArea(text)).toEqual({ problem: 'metres', zone: 33 })
    const read = importArea(text, 33)
    expect('territory' in read && cornersOf(read.territory)![2]![1]).toBeCloseTo(50.83, 6)
  })
})
