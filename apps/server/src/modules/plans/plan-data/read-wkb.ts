import type { Geometry, Position } from 'geojson'
import { Unreadable, words } from './plan-data.ts'

const TYPES = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const

const DEPTH_MOST = 8

const damaged = () =>
  new Unreadable(
    'geometry-damaged',
    words(
      'Eine Geometrie der Datei ist beschädigt oder von einer Art, die hier nicht gelesen wird (Kurven).',
      'A geometry of the file is damaged or of a kind that is not read here (curves).',
    ),
  )

/**
 * Well-known binary as others write it: either byte order, with heights and measures (left out), ISO and
 * extended.
 *
 * @param most positions that may come
 * @returns null for an empty geometry
 * @throws Unreadable
 * @source OGC 06-103r4, 8.2; GeoPackage 1.4, 2.1.3.
 */
export function readWkb(bytes: Uint8Array, most: number): Geometry | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  let seen = 0

  const geometry = (depth: number): Geometry | null => {
    if (depth > DEPTH_MOST) throw damaged()
    const little = view.getUint8(at++) === 1
    const u32 = () => view.getUint32((at += 4) - 4, little)
    const f64 = () => view.getFloat64((at += 8) - 8, little)
    const code = u32()
    const [hasZ, hasM] = [
      (code & 0x80000000) !== 0 || [1, 3].includes(Math.floor((code & 0xffff) / 1000)),
      (code & 0x40000000) !== 0 || [2, 3].includes(Math.floor((code & 0xffff) / 1000)),
    ]
    if (code & 0x20000000) u32()
    const type = TYPES[((code & 0xffff) % 1000) - 1]
    const more = Number(hasZ) + Number(hasM)
    const position = (): Position => {
      if (++seen > most) throw damaged()
      const pair: Position = [f64(), f64()]
      at += 8 * more
      return pair
    }
    /** A count that the rest of the bytes cannot hold is a lie, and would take the memory it promises. */
    const list = <T>(leastBytes: number, one: () => T): T[] => {
      const count = u32()
      if (count * leastBytes > view.byteLength - at) throw damaged()
      return Array.from({ length: count }, one)
    }
    const positions = () => list(16 + 8 * more, position)
    const parts = () => list(5, () => geometry(depth + 1)).filter((part) => part !== null)
    const coordinates = () => parts().map((part) => (part as { coordinates: unknown }).coordinates)
    switch (type) {
      case 'Point': {
        const point = position()
        return point.every(Number.isNaN) ? null : { type, coordinates: point }
      }
      case 'LineString':
        return unlessEmpty({ type, coordinates: positions() })
      case 'Polygon':
        return unlessEmpty({ type, coordinates: list(4, positions) })
      case 'GeometryCollection': {
        const geometries = parts()
        return geometries.length ? { type, geometries } : null
      }
      case undefined:
        throw damaged()
      default:
        return unlessEmpty({ type, coordinates: coordinates() } as Geometry)
    }
  }

  try {
    return geometry(0)
  } catch (cause) {
    // Reading beyond the end.
    if (cause instanceof RangeError) throw damaged()
    throw cause
  }
}

const unlessEmpty = <T extends Geometry>(geometry: T): T | null =>
  'coordinates' in geometry && geometry.coordinates.length ? geometry : null

/**
 * The geometry of a GeoPackage: a head of its own before the well-known binary.
 *
 * @throws Unreadable
 */
export function readGeoPackageBinary(blob: Uint8Array, most: number): Geometry | null {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) throw damaged()
  const flags = blob[3]!
  if (flags & 0x10) return null
  const envelope = [0, 32, 48, 48, 64][(flags >> 1) & 7]
  if (envelope === undefined) throw damaged()
  return readWkb(blob.subarray(8 + envelope), most)
}
