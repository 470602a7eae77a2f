import { check } from '@placemarkio/check-geojson'
import type { Geometry, Polygon } from 'geojson'
import { expect, it } from 'vitest'
import { toWkb } from '../../platform/wkb.ts'
import { exportedRow } from './export.testing.ts'
import { geoJsonFeature, geoJsonHead, geoJsonTail, noBounds } from './geojson.rules.ts'
import { toWkt } from './wkt.rules.ts'

const RING = [
  [12.9, 50.8],
  [12.9, 50.9],
  [13, 50.9],
  [13, 50.8],
  [12.9, 50.8],
]

const collection = (geometries: (Geometry | null)[]) => {
  const bounds = noBounds()
  const features = geometries.map((geometry) =>
    geoJsonFeature(exportedRow({ geometry: geometry && toWkb(geometry) }), bounds),
  )
  return check(geoJsonHead() + features.join(',') + geoJsonTail(bounds)) as GeoJSON.FeatureCollection
}

it('has no geometry where there is no place, never a default', () => {
  const { features, bbox } = collection([null])
  expect(features[0]).toMatchObject({
    type: 'Feature',
    geometry: null,
    properties: { text: 'Mehr Bänke am Bach.', lon: null },
  })
  expect(bbox).toBeUndefined()
})

it('turns outer rings counter-clockwise, as RFC 7946 asks', () => {
  const { features } = collection([{ type: 'Polygon', coordinates: [RING] }])
  expect((features[0]!.geometry as Polygon).coordinates[0]).toEqual([...RING].reverse())
})

it('closes with the box around everything, and names no reference system', () => {
  const all = collection([
    { type: 'Point', coordinates: [12.5, 51] },
    null,
    { type: 'Polygon', coordinates: [RING] },
  ])
  expect(all.bbox).toEqual([12.5, 50.8, 13, 51])
  expect(all).not.toHaveProperty('crs')
})

it('carries typed properties and the id', () => {
  const row = exportedRow({
    late: true,
    outsidePlanAreaM: 12,
    commentCount: 2,
    extra: '{"votes": 3, "comments": [{}, {}]}',
  })
  const feature = JSON.parse(geoJsonFeature(row, noBounds())) as GeoJSON.Feature
  expect(feature.id).toBe(row.id)
  expect(feature.properties).toMatchObject({
    receivedAt: '2026-11-23T23:30:00.000Z',
    receivedOn: '2026-11-24',
    late: true,
    outsidePlanAreaM: 12,
    commentCount: 2,
    extra: { votes: 3, comments: [{}, {}] },
  })
})

it.each<[Geometry, string]>([
  [{ type: 'Point', coordinates: [12.9, 50.8] }, 'POINT (12.9 50.8)'],
  [
    {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    'LINESTRING (1 2, 3 4)',
  ],
  [
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
    'POLYGON ((0 0, 1 0, 1 1, 0 0))',
  ],
  [
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    'MULTIPOINT ((1 2), (3 4))',
  ],
  [
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    },
    'MULTILINESTRING ((1 2, 3 4))',
  ],
  [
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      ],
    },
    'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))',
  ],
])('says a geometry in words: %#', (geometry, words) => expect(toWkt(geometry)).toBe(words))
