import type { Geometry, Position } from 'geojson'

const pair = ([lon, lat]: Position) => `${lon} ${lat}`
const line = (positions: Position[]) => `(${positions.map(pair).join(', ')})`
const rings = (lines: Position[][]) => `(${lines.map(line).join(', ')})`

/** Well-known text, longitude first (OGC 06-103r4 § 7). */
export function toWkt(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT (${pair(geometry.coordinates)})`
    case 'LineString':
      return `LINESTRING ${line(geometry.coordinates)}`
    case 'Polygon':
      return `POLYGON ${rings(geometry.coordinates)}`
    case 'MultiPoint':
      return `MULTIPOINT (${geometry.coordinates.map((one) => `(${pair(one)})`).join(', ')})`
    case 'MultiLineString':
      return `MULTILINESTRING ${rings(geometry.coordinates)}`
    case 'MultiPolygon':
      return `MULTIPOLYGON (${geometry.coordinates.map(rings).join(', ')})`
    default:
      throw new Error(`${geometry.type} is not stored.`)
  }
}
