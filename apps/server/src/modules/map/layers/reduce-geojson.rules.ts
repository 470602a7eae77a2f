import { LayerFailure } from './layer-problem.ts'

export const GEOJSON_LIMITS = { features: 5_000, positions: 100_000, properties: 20, text: 300 } as const

type Feature = { type: 'Feature'; geometry: unknown; properties: Record<string, string | number | boolean> }
export type ReducedGeoJson = { type: 'FeatureCollection'; features: Feature[] }

/** Depth of the arrays in which a geometry's positions lie. */
const DEPTHS: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/**
 * What we pass on of somebody's GeoJSON: geometries with checked coordinates, and plain values. Everything else,
 * foreign members and nested values, stays behind.
 *
 * @throws LayerFailure notGeoJson, wrongCoordinates, tooManyFeatures
 * @source RFC 7946
 */
export function reduceGeoJson(text: string): ReducedGeoJson {
  const read = parse(text)
  if (!isObject(read)) throw new LayerFailure('notGeoJson')
  if (!isInDegrees(read.crs)) throw new LayerFailure('wrongCoordinates')
  const features =
    read.type === 'FeatureCollection' && Array.isArray(read.features)
      ? (read.features as unknown[])
      : read.type === 'Feature'
        ? [read]
        : typeof read.type === 'string' && read.type in DEPTHS
          ? [{ type: 'Feature', geometry: read }]
          : null
  if (!features) throw new LayerFailure('notGeoJson')
  if (features.length > GEOJSON_LIMITS.features) throw new LayerFailure('tooManyFeatures')
  const count = { positions: 0 }
  return {
    type: 'FeatureCollection',
    features: features.flatMap((feature) => {
      if (!isObject(feature) || feature.type !== 'Feature') throw new LayerFailure('notGeoJson')
      // A feature without a place is allowed, and not to be seen.
      if (feature.geometry === null) return []
      return [
        {
          type: 'Feature',
          geometry: geometryOf(feature.geometry, count),
          properties: plain(feature.properties),
        },
      ]
    }),
  }
}

/** The older form of the standard let a file say its system; ours is the one it is without saying. */
function isInDegrees(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : null
  return typeof name === 'string' && /CRS84$|EPSG:+4326$/.test(name)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new LayerFailure('notGeoJson')
  }
}

function geometryOf(value: unknown, count: { positions: number }): object {
  if (!isObject(value) || typeof value.type !== 'string' || !Object.hasOwn(DEPTHS, value.type))
    throw new LayerFailure('notGeoJson')
  return { type: value.type, coordinates: coordinatesOf(value.coordinates, DEPTHS[value.type]!, count) }
}

function coordinatesOf(value: unknown, depth: number, count: { positions: number }): unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new LayerFailure('wrongCoordinates')
  if (depth > 0) return value.map((inner) => coordinatesOf(inner, depth - 1, count))
  const [lon, lat] = value as unknown[]
  const isPlace =
    typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  if (!isPlace) throw new LayerFailure('wrongCoordinates')
  count.positions += 1
  if (count.positions > GEOJSON_LIMITS.positions) throw new LayerFailure('tooManyFeatures')
  // Seven decimals are a centimetre.
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}

function plain(properties: unknown): Feature['properties'] {
  const kept: Feature['properties'] = {}
  if (!isObject(properties)) return kept
  for (const [name, value] of Object.entries(properties).slice(0, GEOJSON_LIMITS.properties))
    if (name.length <= 60 && name !== '__proto__' && isPlain(value))
      kept[name] = typeof value === 'string' ? value.slice(0, GEOJSON_LIMITS.text) : value
  return kept
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
