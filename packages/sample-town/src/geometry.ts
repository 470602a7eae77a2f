import type { Geometry, PolygonGeometry, Position } from './types.ts'

/** Metres per degree at Quellstedt's latitude; good to a decimetre over a few hundred metres. */
export const METRES_PER_DEGREE: Position = [70_330, 111_250]

// The frame of the drawing: metres along Neefestraße (u, to the north-east) and away from it (v, to the
// brook), from its junction with Mozartstraße. Planners measure from a street, not in degrees.
const ORIGIN: Position = [12.90301, 50.82271]
const COS = Math.cos((30.9 * Math.PI) / 180)
const SIN = Math.sin((30.9 * Math.PI) / 180)

/** Seven decimals: a centimetre. */
const round = (value: number) => Math.round(value * 1e7) / 1e7

/**
 * A place by metres along Neefestraße and towards the brook.
 *
 * @param u metres to the north-east from the junction with Mozartstraße.
 * @param v metres to the north-west, at right angles.
 */
export function fromNeefestrasse(u: number, v: number): Position {
  return [
    round(ORIGIN[0] + (u * COS - v * SIN) / METRES_PER_DEGREE[0]),
    round(ORIGIN[1] + (u * SIN + v * COS) / METRES_PER_DEGREE[1]),
  ]
}

/** A closed polygon from corners in the frame of Neefestraße, counter-clockwise as RFC 7946 asks. */
export function plotOfLand(...corners: [u: number, v: number][]): PolygonGeometry {
  const area = corners.reduce((sum, [u, v], i) => {
    const [u2, v2] = corners[(i + 1) % corners.length]!
    return sum + u * v2 - u2 * v
  }, 0)
  const ordered = area < 0 ? [...corners].reverse() : corners
  const ring = ordered.map(([u, v]) => fromNeefestrasse(u, v))
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** Whether a place lies in a polygon; holes count as outside. */
export function isInside([x, y]: Position, polygon: PolygonGeometry): boolean {
  let inside = false
  for (const ring of polygon.coordinates) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x1, y1] = ring[i]!
      const [x2, y2] = ring[j]!
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  }
  return inside
}

/** Every position of a geometry, in order. */
export function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()
}
