import { rewind } from '@turf/turf'
import type { Geometry, MultiPolygon, Polygon } from 'geojson'
import { fromWkb } from '../../platform/wkb.ts'
import { EXPORT_FIELDS, type Exported } from './export-fields.ts'

/** West, south, east, north of everything so far; the collection closes with it. */
export type Bounds = [west: number, south: number, east: number, north: number]

export const noBounds = (): Bounds => [Infinity, Infinity, -Infinity, -Infinity]

function widen(bounds: Bounds, coordinates: unknown): void {
  const list = coordinates as unknown[]
  if (Array.isArray(list[0])) return list.forEach((one) => widen(bounds, one))
  const [lon, lat] = list as [number, number]
  bounds[0] = Math.min(bounds[0], lon)
  bounds[1] = Math.min(bounds[1], lat)
  bounds[2] = Math.max(bounds[2], lon)
  bounds[3] = Math.max(bounds[3], lat)
}

/** Outer rings counter-clockwise, holes clockwise (RFC 7946 § 3.1.6); who drew it went round as they liked. */
function turned(geometry: Geometry): Geometry {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return geometry
  return rewind<Polygon | MultiPolygon>(geometry, { reverse: false }) as Polygon | MultiPolygon
}

export const geoJsonHead = () => '{"type":"FeatureCollection","features":['

/** One contribution as a feature (RFC 7946 § 3.2): without a place its geometry is null, never a default. */
export function geoJsonFeature(row: Exported, bounds: Bounds): string {
  const geometry = row.geometry && turned(fromWkb(row.geometry))
  if (geometry) widen(bounds, (geometry as unknown as { coordinates: unknown }).coordinates)
  const properties: Record<string, unknown> = {}
  for (const { name, kind, of } of EXPORT_FIELDS) {
    const value = of(row) ?? null
    properties[name] = kind === 'json' && value !== null ? (JSON.parse(value as string) as unknown) : value
  }
  return JSON.stringify({ type: 'Feature', id: row.id, geometry, properties })
}

/** The bounding box comes last, because only then it is known and nothing had to be read twice. */
export const geoJsonTail = (bounds: Bounds) =>
  bounds[0] <= bounds[2] ? `\n],"bbox":${JSON.stringify(bounds)}}\n` : '\n]}\n'
