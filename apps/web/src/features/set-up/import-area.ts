import { LIMITS } from '@mitsprache/terms'
import type { Geometry, Position } from '../../map/index.ts'
import { fromUtm } from './utm.ts'

export type ImportProblem =
  | { problem: 'tooLarge' }
  | { problem: 'notJson' }
  | { problem: 'notGeoJson' }
  | { problem: 'noArea'; found: string[] }
  | { problem: 'metres'; zone: number | null }
  | { problem: 'outOfRange' }
  | { problem: 'tooManyVertices'; count: number }
export type Imported = { territory: Geometry; parts: number; corners: number; left: number } | ImportProblem

type Loose = {
  type?: unknown
  coordinates?: unknown
  geometry?: unknown
  features?: unknown
  geometries?: unknown
}
const GEOMETRIES = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']

function geometriesOf(input: unknown, depth = 0): Loose[] {
  if (typeof input !== 'object' || input === null || depth > 4) return []
  const { type, geometry, features, geometries } = input as Loose
  if (type === 'Feature') return geometriesOf(geometry, depth + 1)
  if (type === 'FeatureCollection' && Array.isArray(features))
    return features.flatMap((each) => geometriesOf(each, depth + 1))
  if (type === 'GeometryCollection' && Array.isArray(geometries))
    return geometries.flatMap((each) => geometriesOf(each, depth + 1))
  return GEOMETRIES.includes(type as string) ? [input] : []
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((part) => typeof part === 'number' && Number.isFinite(part))
const isRing = (value: unknown): value is Position[] =>
  Array.isArray(value) && value.length >= 3 && value.every(isPosition)
const isPolygon = (value: unknown): value is Position[][] =>
  Array.isArray(value) && value.length > 0 && value.every(isRing)

/** RFC 7946 knows degrees only, but programs still write metres and name the system in `crs`. */
function zoneNamed(input: unknown): number | null {
  const name = JSON.stringify((input as { crs?: unknown } | null)?.crs ?? '')
  const code = /25(8(?:31|32|33))\b/.exec(name)?.[1]
  return code ? Number(code.slice(1)) : null
}

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
}

/**
 * An area from the text of a GeoJSON file; everything that is no area is left out and counted.
 *
 * @param zone read the numbers as metres of this UTM zone.
 */
export function importArea(text: string, zone: number | null = null): Imported {
  if (text.length > LIMITS.territoryFileSizeBytes) return { problem: 'tooLarge' }
  let input: unknown
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { problem: 'notJson' }
  }
  const geometries = geometriesOf(input)
  if (geometries.length === 0) return { problem: 'notGeoJson' }
  const polygons: Position[][][] = []
  for (const { type, coordinates } of geometries) {
    if (type === 'Polygon' && isPolygon(coordinates)) polygons.push(coordinates)
    else if (type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.every(isPolygon))
      polygons.push(...coordinates)
  }
  if (polygons.length === 0)
    return { problem: 'noArea', found: [...new Set(geometries.map(({ type }) => String(type)))] }
  const corners = polygons.flat(2)
  if (corners.length > LIMITS.territoryVertices) return { problem: 'tooManyVertices', count: corners.length }

  const isMetres = corners.some(([x, y]) => Math.abs(x!) > 1000 || Math.abs(y!) > 1000)
  if (isMetres && zone === null) return { problem: 'metres', zone: zoneNamed(input) }
  const read = (position: Position) => (isMetres ? fromUtm(position, zone!) : position.slice(0, 2))
  const rings = polygons.map((polygon) => polygon.map((ring) => closed(ring.map(read))))
  if (rings.flat(2).some(([lon, lat]) => !(Math.abs(lon!) <= 180 && Math.abs(lat!) <= 85)))
    return { problem: 'outOfRange' }
  const areas = geometries.filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon').length
  return {
    territory:
      rings.length === 1
        ? { type: 'Polygon', coordinates: rings[0]! }
        : { type: 'MultiPolygon', coordinates: rings },
    parts: rings.length,
    // The last position of a ring repeats its first and is no corner of its own.
    corners: rings.flat().reduce((sum, ring) => sum + ring.length - 1, 0),
    left: geometries.length - areas,
  }
}
