/** `[lon, lat]`, EPSG:4326; only this room turns them round. */
export type Position = number[]
export type Point = { type: 'Point'; coordinates: Position }
export type MultiPoint = { type: 'MultiPoint'; coordinates: Position[] }
export type LineString = { type: 'LineString'; coordinates: Position[] }
export type MultiLineString = { type: 'MultiLineString'; coordinates: Position[][] }
export type Polygon = { type: 'Polygon'; coordinates: Position[][] }
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Position[][][] }
export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon

/** West, south, east, north. */
export type Bbox = [number, number, number, number]

function positions(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'LineString' || geometry.type === 'MultiPoint') return geometry.coordinates
  if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') return geometry.coordinates.flat()
  return geometry.coordinates.flat(2)
}

/** The box around all of them; null when there is nothing to enclose. */
export function bboxOf(geometries: (Geometry | null | undefined)[]): Bbox | null {
  const all = geometries.filter((geometry) => geometry != null).flatMap(positions)
  if (all.length === 0) return null
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of all as [number, number][]) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

/** The box around a circle; metres. */
export function bboxAround([lon, lat]: Position, radiusM: number): Bbox {
  const north = radiusM / 111_195
  const east = north / Math.cos((lat! * Math.PI) / 180)
  return [lon! - east, lat! - north, lon! + east, lat! + north]
}

/** A point to show a geometry by: itself, the middle vertex of a line, the middle of an area's box. */
export function anchorOf(geometry: Geometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates
  if (geometry.type === 'LineString')
    return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)]!
  const [west, south, east, north] = bboxOf([geometry])!
  return [(west + east) / 2, (south + north) / 2]
}
