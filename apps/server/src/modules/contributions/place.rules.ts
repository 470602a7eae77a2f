import { LIMITS, type Id, type PlaceKind } from '@mitsprache/terms'
import {
  along,
  bbox,
  booleanIntersects,
  centroid,
  feature,
  length,
  point,
  pointOnFeature,
  pointToPolygonDistance,
} from '@turf/turf'
import type { Geometry, Polygon, Position } from 'geojson'
import { isOnEarth, type Territory } from '../procedures/index.ts'
import type { FieldProblem } from '../../platform/refusal.graphql.ts'

export type PlaceInput = {
  kind: PlaceKind
  label?: string | null
  geometry?: unknown
  planPartId?: Id | null
}

/** Where a contribution lies. Without a place both `geometry` and `lon`/`lat` are null: never a default. */
export type Place = {
  kind: PlaceKind
  label: string | null
  planPartId: Id | null
  geometry: Geometry | null
  /** The point that stands for it on the map. */
  lon: number | null
  lat: number | null
  bounds: [west: number, south: number, east: number, north: number] | null
}

const FORM: Partial<Record<PlaceKind, readonly string[]>> = {
  point: ['Point'],
  line: ['LineString'],
  area: ['Polygon'],
  street: ['Point', 'LineString', 'MultiLineString'],
}

/**
 * Reads a place as a person gave it.
 *
 * @param parts the parts of the plan by id, with their geometry.
 * @returns the place, or what is wrong with it, in fields.
 */
export function readPlace(
  input: PlaceInput,
  parts: Map<Id, { name: string; geometry: Geometry }>,
): Place | FieldProblem {
  const label = input.label?.normalize('NFC').trim() || null
  if (label && [...label].length > LIMITS.placeLabel)
    return { field: 'place.label', problem: 'tooLong', limit: LIMITS.placeLabel }
  const nowhere = {
    kind: input.kind,
    label,
    planPartId: null,
    geometry: null,
    lon: null,
    lat: null,
    bounds: null,
  }
  if (input.kind === 'none' || input.kind === 'wholePlan')
    return { ...nowhere, label: input.kind === 'none' ? null : label }
  if (input.kind === 'planPart') {
    const part = input.planPartId ? parts.get(input.planPartId) : undefined
    if (!part) return { field: 'place.planPartId', problem: 'unknown' }
    return located({
      ...nowhere,
      label: label ?? part.name,
      planPartId: input.planPartId!,
      geometry: part.geometry,
    })
  }
  if (input.geometry === undefined || input.geometry === null) {
    // A street may stand in words alone; the desk finds it.
    return input.kind === 'street' && label ? nowhere : { field: 'place.geometry', problem: 'empty' }
  }
  const geometry = readGeometry(input.geometry, FORM[input.kind]!)
  if ('problem' in geometry) return { field: 'place.geometry', ...geometry }
  return located({ ...nowhere, geometry })
}

function readGeometry(
  input: unknown,
  allowed: readonly string[],
): Geometry | { problem: string; limit?: number } {
  const { type, coordinates } = input as { type?: unknown; coordinates?: unknown }
  if (typeof type !== 'string' || !allowed.includes(type) || !Array.isArray(coordinates))
    return { problem: 'notAPlace' }
  const lists: unknown[] =
    type === 'Point' ? [[coordinates]] : type === 'LineString' ? [coordinates] : coordinates
  let total = 0
  const tidy: Position[][] = []
  for (const list of lists) {
    if (!Array.isArray(list)) return { problem: 'notAPlace' }
    total += list.length
    if (total > LIMITS.placeVertices) return { problem: 'tooManyVertices', limit: LIMITS.placeVertices }
    if (
      !list.every(
        (one) => Array.isArray(one) && (one.length === 2 || one.length === 3) && isOnEarth(one[0], one[1]),
      )
    )
      return { problem: 'notAPlace' }
    // 7 decimals are a centimetre; heights are not asked for.
    tidy.push((list as Position[]).map(([lon, lat]) => [round(lon!), round(lat!)]))
  }
  if (!tidy.length) return { problem: 'notAPlace' }
  if (type === 'Point') return { type, coordinates: tidy[0]![0]! }
  if (type === 'Polygon') {
    const closed = tidy.every((ring) => ring.length >= 4 && same(ring[0]!, ring.at(-1)!))
    return closed ? { type, coordinates: tidy } : { problem: 'notClosed' }
  }
  if (tidy.some((line) => line.length < 2)) return { problem: 'notAPlace' }
  return type === 'LineString'
    ? { type, coordinates: tidy[0]! }
    : { type: 'MultiLineString', coordinates: tidy }
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]

function located(place: Place): Place {
  const [lon, lat] = standInPoint(place.geometry!)
  return { ...place, lon, lat, bounds: bbox(place.geometry!) as Place['bounds'] }
}

/** The point that stands for a geometry: on the line, inside the area. */
function standInPoint(geometry: Geometry): [number, number] {
  if (geometry.type === 'Point') return geometry.coordinates as [number, number]
  if (geometry.type === 'LineString')
    return along(geometry, length(feature(geometry)) / 2).geometry.coordinates.map(round) as [number, number]
  if (geometry.type === 'MultiLineString') {
    const longest = geometry.coordinates.reduce((a, b) => (b.length > a.length ? b : a))
    return standInPoint({ type: 'LineString', coordinates: longest })
  }
  const middle = centroid(geometry)
  const inside = booleanIntersects(middle, geometry) ? middle : pointOnFeature(geometry)
  return inside.geometry.coordinates.map(round) as [number, number]
}

/**
 * How far outside the plan area a place lies.
 *
 * @returns whole metres, at least 1; null for inside, touching, or no place at all.
 */
export function metresOutside(place: Place, territory: Territory | null): number | null {
  if (!place.geometry || !territory) return null
  const polygons = territory.type === 'Polygon' ? [territory.coordinates] : territory.coordinates
  if (
    polygons.some((coordinates) =>
      booleanIntersects(place.geometry!, { type: 'Polygon', coordinates } as Polygon),
    )
  )
    return null
  let nearest = Infinity
  for (const vertex of verticesOf(place.geometry))
    for (const coordinates of polygons)
      nearest = Math.min(
        nearest,
        pointToPolygonDistance(
          point(vertex),
          { type: 'Polygon', coordinates },
          {
            units: 'meters',
          },
        ),
      )
  return Math.max(1, Math.round(nearest))
}

function verticesOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates
    default:
      return (geometry as { coordinates: Position[][] }).coordinates.flat(
        geometry.type === 'MultiPolygon' ? 2 : 1,
      ) as Position[]
  }
}
