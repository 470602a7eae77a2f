import type { Geometry, Position } from 'geojson'

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon'] as const
type Kind = (typeof TYPES)[number]

/** Little-endian WKB of a plane geometry (OGC 06-103r4 § 8). */
export function toWkb(geometry: Geometry): Buffer {
  const kind = geometry.type as Kind
  const code = TYPES.indexOf(kind) + 1
  if (!code) throw new Error(`${geometry.type} is not stored.`)
  const head = Buffer.from([1, code, 0, 0, 0])
  const coordinates = (geometry as unknown as { coordinates: never }).coordinates
  switch (kind) {
    case 'Point':
      return Buffer.concat([head, position(coordinates)])
    case 'LineString':
      return Buffer.concat([head, positions(coordinates)])
    case 'Polygon':
      return Buffer.concat([head, count(coordinates), ...(coordinates as Position[][]).map(positions)])
    default: {
      const part = kind.slice(5) as 'Point' | 'LineString' | 'Polygon'
      const parts = (coordinates as unknown[]).map((one) =>
        toWkb({ type: part, coordinates: one } as Geometry),
      )
      return Buffer.concat([head, count(coordinates), ...parts])
    }
  }
}

function count(list: unknown[]): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(list.length)
  return buffer
}

function position([lon, lat]: Position): Buffer {
  const buffer = Buffer.alloc(16)
  buffer.writeDoubleLE(lon!, 0)
  buffer.writeDoubleLE(lat!, 8)
  return buffer
}

const positions = (list: Position[]) => Buffer.concat([count(list), ...list.map(position)])

/** Byte order and kind of a point, as the first five bytes of its WKB. */
const POINT = 0x01_01_00_00
const POINT_BYTES = 21

/** @throws Error for bytes that we did not write. */
export function fromWkb(wkb: Buffer): Geometry {
  // Nearly all are points, and a page of them is read for every visitor.
  if (wkb.length === POINT_BYTES && wkb.readUInt32BE(0) === POINT)
    return { type: 'Point', coordinates: [wkb.readDoubleLE(5), wkb.readDoubleLE(13)] }
  let at = 0
  const u32 = () => wkb.readUInt32LE((at += 4) - 4)
  const f64 = () => wkb.readDoubleLE((at += 8) - 8)
  const list = <T>(one: () => T): T[] => Array.from({ length: u32() }, one)
  const point = (): Position => [f64(), f64()]
  const line = () => list(point)
  const read = (): Geometry => {
    if (wkb[at++] !== 1) throw new Error('Not our WKB.')
    const kind = TYPES[u32() - 1]
    switch (kind) {
      case 'Point':
        return { type: kind, coordinates: point() }
      case 'LineString':
        return { type: kind, coordinates: line() }
      case 'Polygon':
        return { type: kind, coordinates: list(line) }
      case undefined:
        throw new Error('Not our WKB.')
      default:
        return {
          type: kind,
          coordinates: list(() => (read() as { coordinates: unknown }).coordinates),
        } as Geometry
    }
  }
  return read()
}
