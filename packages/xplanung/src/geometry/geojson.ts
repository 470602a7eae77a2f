import type { Geometry, Position as GeoJsonPosition } from 'geojson'
import { isEmptyShape, type Position, type Shape } from './shapes.ts'

const copy = (positions: readonly Position[]): GeoJsonPosition[] => positions.map(([lon, lat]) => [lon, lat])

/** A shape as the simplest GeoJSON geometry that holds it, or null when it is empty. */
export function asGeoJson(shape: Shape): Geometry | null {
  if (isEmptyShape(shape)) return null
  const geometries: Geometry[] = []
  if (shape.points.length === 1) geometries.push({ type: 'Point', coordinates: [...shape.points[0]!] })
  if (shape.points.length > 1) geometries.push({ type: 'MultiPoint', coordinates: copy(shape.points) })
  if (shape.lines.length === 1) geometries.push({ type: 'LineString', coordinates: copy(shape.lines[0]!) })
  if (shape.lines.length > 1) geometries.push({ type: 'MultiLineString', coordinates: shape.lines.map(copy) })
  if (shape.surfaces.length === 1)
    geometries.push({ type: 'Polygon', coordinates: shape.surfaces[0]!.map(copy) })
  if (shape.surfaces.length > 1) {
    geometries.push({ type: 'MultiPolygon', coordinates: shape.surfaces.map((rings) => rings.map(copy)) })
  }
  return geometries.length === 1 ? geometries[0]! : { type: 'GeometryCollection', geometries }
}

/** The box around a shape: [west, south, east, north], or null when it is empty. */
export function boxOf(geometry: Geometry | null): [number, number, number, number] | null {
  let box: [number, number, number, number] | null = null
  const add = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return
    if (typeof coordinates[0] !== 'number') {
      for (const inner of coordinates) add(inner)
      return
    }
    const [lon, lat] = coordinates as [number, number]
    box = box
      ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
      : [lon, lat, lon, lat]
  }
  if (!geometry) return null
  if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) add(boxCorners(part))
  else add(geometry.coordinates)
  return box
}

const boxCorners = (geometry: Geometry): GeoJsonPosition[] => {
  const box = boxOf(geometry)
  return box
    ? [
        [box[0], box[1]],
        [box[2], box[3]],
      ]
    : []
}
