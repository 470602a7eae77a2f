import { LIMITS } from '@mitsprache/terms'
import { check, HintError } from '@placemarkio/check-geojson'
import {
  area,
  bbox,
  booleanPointInPolygon,
  centroid,
  kinks,
  pointOnFeature,
  rewind,
  truncate,
} from '@turf/turf'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'

export type Territory = Polygon | MultiPolygon

export type TerritoryProblem =
  'notGeoJson' | 'notAnArea' | 'outOfRange' | 'tooManyVertices' | 'selfIntersecting' | 'empty'

const positionsOf = (territory: Territory): Position[] =>
  (territory.type === 'Polygon' ? [territory.coordinates] : territory.coordinates).flat(2)

/** Nested arrays cost a parser its stack; four levels are all a MultiPolygon has. */
function isTooDeep(value: unknown, depth = 0): boolean {
  if (!Array.isArray(value)) return false
  return depth > 4 || value.some((inner) => Array.isArray(inner) && isTooDeep(inner, depth + 1))
}

/**
 * A planning area as a planner drew or imported it: one area or several, as geometry, feature or collection
 * of features with areas. Rings are turned to RFC 7946 order and coordinates cut to 7 decimals (1 cm).
 *
 * @returns the area in EPSG:4326, or why it is none.
 */
export function readTerritory(input: unknown): Territory | { problem: TerritoryProblem; limit?: number } {
  const parts: Territory[] = []
  for (const geometry of geometriesOf(input)) {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return { problem: 'notAnArea' }
    if (isTooDeep(geometry.coordinates)) return { problem: 'notGeoJson' }
    try {
      check(JSON.stringify({ type: geometry.type, coordinates: geometry.coordinates }))
    } catch (cause) {
      if (cause instanceof HintError || cause instanceof Error) return { problem: 'notGeoJson' }
      throw cause
    }
    parts.push({ type: geometry.type, coordinates: geometry.coordinates } as Territory)
  }
  if (!parts.length) return { problem: 'notAnArea' }
  const territory: Territory =
    parts.length === 1
      ? parts[0]!
      : {
          type: 'MultiPolygon',
          coordinates: parts.flatMap((part) =>
            part.type === 'Polygon' ? [part.coordinates] : part.coordinates,
          ),
        }
  const positions = positionsOf(territory)
  if (positions.length > LIMITS.territoryVertices)
    return { problem: 'tooManyVertices', limit: LIMITS.territoryVertices }
  if (positions.some(([lon, lat]) => !isOnEarth(lon, lat))) return { problem: 'outOfRange' }
  // Before the area: the two halves of a bow-tie cancel each other out.
  if (positions.length <= 2_000 && kinks(territory as Polygon).features.length)
    return { problem: 'selfIntersecting' }
  if (area(territory) < 1) return { problem: 'empty' }
  return truncate(rewind(territory, { reverse: false }) as Territory, { precision: 7, coordinates: 2 })
}

/** Longitude and latitude in degrees; Web Mercator ends at 85.05°. */
export const isOnEarth = (lon: unknown, lat: unknown): boolean =>
  typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 85

type AnyGeometry = { type?: unknown; coordinates?: unknown }

function geometriesOf(input: unknown, depth = 0): AnyGeometry[] {
  if (typeof input !== 'object' || input === null || depth > 3) return []
  const { type, geometry, features, geometries } = input as Record<string, unknown>
  if (type === 'Feature') return geometriesOf(geometry, depth + 1)
  if (type === 'FeatureCollection' && Array.isArray(features))
    return features.slice(0, 1_000).flatMap((one) => geometriesOf(one, depth + 1))
  if (type === 'GeometryCollection' && Array.isArray(geometries))
    return geometries.slice(0, 1_000).flatMap((one) => geometriesOf(one, depth + 1))
  return [input]
}

/** A point that surely lies inside, for the pin on the start page: the centroid where it does, else any. */
export function pinOf(territory: Territory): [lon: number, lat: number] {
  const middle = centroid(territory)
  const feature: Feature<Territory> = { type: 'Feature', geometry: territory, properties: {} }
  const point = booleanPointInPolygon(middle, feature) ? middle : pointOnFeature(feature)
  return point.geometry.coordinates.slice(0, 2) as [number, number]
}

export const boundsOf = (territory: Territory) =>
  bbox(territory) as [west: number, south: number, east: number, north: number]
