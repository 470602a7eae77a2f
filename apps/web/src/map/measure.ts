import type { Geometry, Position } from './geojson.ts'

const METRES_PER_DEGREE = 111_195

const flat = (line: readonly Position[]) => {
  const shrink = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180)
  return line.map(([lon, lat]) => [lon! * METRES_PER_DEGREE * shrink, lat! * METRES_PER_DEGREE] as const)
}

function ringM2(ring: readonly Position[]): number {
  const points = flat(ring)
  const [ox, oy] = points[0] ?? [0, 0]
  const doubled = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return sum + (x - ox) * (nextY - oy) - (nextX - ox) * (y - oy)
  }, 0)
  return Math.abs(doubled) / 2
}

const lineM = (line: readonly Position[]) =>
  flat(line).reduce(
    (sum, [x, y], i, all) => (i ? sum + Math.hypot(x - all[i - 1]![0], y - all[i - 1]![1]) : 0),
    0,
  )

const polygonM2 = ([outer, ...holes]: readonly (readonly Position[])[]) =>
  ringM2(outer ?? []) - holes.reduce((sum, hole) => sum + ringM2(hole), 0)

/** How large an area, how long a line is, to about half a per cent; null for points. */
export function sizeOf(geometry: Geometry): { areaM2: number } | { lengthM: number } | null {
  switch (geometry.type) {
    case 'Polygon':
      return { areaM2: polygonM2(geometry.coordinates) }
    case 'MultiPolygon':
      return { areaM2: geometry.coordinates.reduce((sum, rings) => sum + polygonM2(rings), 0) }
    case 'LineString':
      return { lengthM: lineM(geometry.coordinates) }
    case 'MultiLineString':
      return { lengthM: geometry.coordinates.reduce((sum, line) => sum + lineM(line), 0) }
    default:
      return null
  }
}
