import { readFile, stat } from 'node:fs/promises'
import { check, HintError } from '@placemarkio/check-geojson'
import type { Geometry } from 'geojson'
import { READ_LIMITS, Unreadable, words } from './plan-data.ts'
import type { RawFeature, RawFile } from './raw-features.ts'

const DIMENSIONS: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/**
 * GeoJSON, also with the `crs` member that RFC 7946 took away and programs still write.
 *
 * @throws Unreadable
 * @source RFC 7946; for `crs` GeoJSON 2008, 3.1.
 */
export async function readGeoJson(path: string): Promise<RawFile> {
  if ((await stat(path)).size > READ_LIMITS.jsonBytes) throw tooLarge(READ_LIMITS.jsonBytes)
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  const input = parsed(text)
  const crs = (input as { crs?: { properties?: { name?: unknown; href?: unknown } } | null }).crs
  const stated = crs?.properties?.name ?? crs?.properties?.href
  return {
    features: featuresOf(input),
    // Without the member it is WGS 84, says the RFC; numbers that cannot be degrees say otherwise.
    crs: typeof stated === 'string' ? stated : null,
    epsg: null,
    findings: [],
  }
}

function parsed(text: string): object {
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw new Unreadable(
      'not-json',
      words('Die Datei ist kein gültiges JSON.', 'The file is not valid JSON.'),
      { line: lineOfFault(text) },
    )
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw notGeoJson('type')
  return input
}

/** A parser that keeps places takes its time; beyond this nobody looks for the line by hand either. */
const LINE_FOUND_BYTES = 2 * 1024 * 1024

function lineOfFault(text: string): number | null {
  if (text.length > LINE_FOUND_BYTES) return null
  try {
    check(text)
  } catch (cause) {
    const line = cause instanceof HintError ? /\((\d+):\d+\)$/.exec(cause.issues[0]!.message)?.[1] : null
    if (line) return Number(line)
  }
  return null
}

function featuresOf(input: object): RawFeature[] {
  const { type, features } = input as { type?: unknown; features?: unknown }
  if (type === 'FeatureCollection') {
    if (!Array.isArray(features)) throw notGeoJson('features')
    if (features.length > READ_LIMITS.objects) throw tooMany(READ_LIMITS.objects)
    return features.map((each: unknown, index) => featureOf(each, `features[${index}]`))
  }
  return [type === 'Feature' ? featureOf(input, '') : { ...bare, geometry: geometryOf(input, '') }]
}

const bare = { id: null, layer: null, properties: {} }

function featureOf(input: unknown, where: string): RawFeature {
  const { type, id, geometry, properties } = (input ?? {}) as Record<string, unknown>
  if (type !== 'Feature') throw notGeoJson(`${where}.type`)
  return {
    ...bare,
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    geometry: geometry === null || geometry === undefined ? null : geometryOf(geometry, `${where}.geometry`),
    properties:
      typeof properties === 'object' && properties !== null ? (properties as Record<string, unknown>) : {},
  }
}

function geometryOf(input: unknown, where: string, depth = 0): Geometry {
  const { type, coordinates, geometries } = (input ?? {}) as Record<string, unknown>
  if (type === 'GeometryCollection' && Array.isArray(geometries) && depth < 4)
    return {
      type,
      geometries: geometries.map((each, index) =>
        geometryOf(each, `${where}.geometries[${index}]`, depth + 1),
      ),
    }
  const dimension = typeof type === 'string' && Object.hasOwn(DIMENSIONS, type) ? DIMENSIONS[type]! : null
  if (dimension === null) throw notGeoJson(`${where}.type`)
  checkCoordinates(coordinates, dimension, where)
  return { type, coordinates } as Geometry
}

function checkCoordinates(value: unknown, dimension: number, where: string): void {
  if (!Array.isArray(value) || value.length === 0) throw notGeoJson(`${where}.coordinates`)
  if (dimension > 0) {
    for (const inner of value) checkCoordinates(inner, dimension - 1, where)
    return
  }
  // Three numbers are a place with its height; RFC 7946 allows no more to mean anything.
  if (value.length < 2 || value.length > 4 || !value.every((each) => Number.isFinite(each)))
    throw notGeoJson(`${where}.coordinates`)
}

const notGeoJson = (where: string) =>
  new Unreadable(
    'not-geojson',
    words(
      `Die Datei ist kein gültiges GeoJSON (${where || 'type'}).`,
      `The file is not valid GeoJSON (${where || 'type'}).`,
    ),
  )

export const tooLarge = (bytes: number) =>
  new Unreadable(
    'too-large',
    words(
      `Die Datei ist zu groß; gelesen werden bis ${Math.round(bytes / 1024 / 1024)} MB dieser Art.`,
      `The file is too large; up to ${Math.round(bytes / 1024 / 1024)} MB of this kind are read.`,
    ),
  )

export const tooMany = (objects: number) =>
  new Unreadable(
    'too-many-objects',
    words(`Die Datei hat mehr als ${objects} Objekte.`, `The file has more than ${objects} objects.`),
  )
