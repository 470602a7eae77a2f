import type { Geometry, Position } from './geojson.ts'

const METRES_PER_DEGREE = 111_195

type Flat = [x: number, y: number]

/** Metres east and north of a point: a plane is exact enough for what one can walk to. */
const flatAround = ([lon, lat]: Position) => {
  const shrink = Math.cos((lat! * Math.PI) / 180)
  return ([eachLon, eachLat]: Position): Flat => [
    (eachLon! - lon!) * METRES_PER_DEGREE * shrink,
    (eachLat! - lat!) * METRES_PER_DEGREE,
  ]
}

function toSegment([ax, ay]: Flat, [bx, by]: Flat) {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

const toLine = (line: Flat[]) =>
  line.length === 1
    ? Math.hypot(...line[0]!)
    : Math.min(...line.slice(1).map((point, i) => toSegment(line[i]!, point)))

/** Whether a ring goes round the origin. */
function isRound(ring: Flat[]) {
  let inside = false
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring.at(i - 1)!
    if (ay > 0 !== by > 0 && 0 < ((bx - ax) * -ay) / (by - ay) + ax) inside = !inside
  })
  return inside
}

function toPolygon(rings: Flat[][]) {
  const [outer, ...holes] = rings
  if (outer && isRound(outer) && !holes.some(isRound)) return 0
  return Math.min(...rings.map(toLine))
}

/** Metres from a point to the nearest spot of a geometry; 0 inside an area. Meant for up to some kilometres. */
export function distanceM(from: Position, geometry: Geometry): number {
  const flat = flatAround(from)
  switch (geometry.type) {
    case 'Point':
      return Math.hypot(...flat(geometry.coordinates))
    case 'MultiPoint':
      return Math.min(...geometry.coordinates.map((each) => Math.hypot(...flat(each))))
    case 'LineString':
      return toLine(geometry.coordinates.map(flat))
    case 'MultiLineString':
      return Math.min(...geometry.coordinates.map((line) => toLine(line.map(flat))))
    case 'Polygon':
      return toPolygon(geometry.coordinates.map((ring) => ring.map(flat)))
    case 'MultiPolygon':
      return Math.min(...geometry.coordinates.map((rings) => toPolygon(rings.map((ring) => ring.map(flat)))))
  }
}
