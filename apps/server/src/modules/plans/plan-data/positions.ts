import type { Geometry, Position } from 'geojson'

/** Every position of a geometry with where it stands, replaced by what `change` makes of it. */
export function mapPositions(geometry: Geometry, change: (position: Position) => Position): Geometry {
  const walk = (value: unknown): unknown =>
    typeof (value as unknown[])[0] === 'number' ? change(value as Position) : (value as unknown[]).map(walk)
  if (geometry.type === 'GeometryCollection')
    return { type: geometry.type, geometries: geometry.geometries.map((each) => mapPositions(each, change)) }
  return { type: geometry.type, coordinates: walk(geometry.coordinates) } as Geometry
}

export function positionsOf(geometry: Geometry): Position[] {
  const found: Position[] = []
  mapPositions(geometry, (position) => {
    found.push(position)
    return position
  })
  return found
}
