import sharp from 'sharp'

/**
 * A GeoTIFF with its corner of north and west at a place: an ordinary TIFF whose directory is written anew at the
 * end, with the three tags of GeoTIFF added.
 */
export async function geoTiff({
  epsg,
  east,
  north,
  pixelM,
  width = 400,
  height = 300,
}: {
  epsg: number
  east: number
  north: number
  pixelM: number
  width?: number
  height?: number
}): Promise<Buffer> {
  const tiff = await sharp({ create: { width, height, channels: 3, background: '#e8d9b0' } })
    .tiff({ compression: 'lzw' })
    .toBuffer()
  const at = tiff.readUInt32LE(4)
  const count = tiff.readUInt16LE(at)
  const own = Array.from({ length: count }, (_, i) => tiff.subarray(at + 2 + i * 12, at + 14 + i * 12))

  const geographic = epsg === 4326 || epsg === 4258
  const keys = [
    1,
    1,
    0,
    3,
    1024,
    0,
    1,
    geographic ? 2 : 1,
    1025,
    0,
    1,
    1,
    geographic ? 2048 : 3072,
    0,
    1,
    epsg,
  ]
  const values = [
    { tag: 33550, type: 12, data: doubles([pixelM, pixelM, 0]), count: 3 },
    { tag: 33922, type: 12, data: doubles([0, 0, 0, east, north, 0]), count: 6 },
    { tag: 34735, type: 3, data: Buffer.from(Uint16Array.from(keys).buffer), count: keys.length },
  ]
  const parts = [tiff]
  let end = tiff.length
  const entries = [...own]
  for (const { tag, type, data, count } of values) {
    const entry = Buffer.alloc(12)
    entry.writeUInt16LE(tag, 0)
    entry.writeUInt16LE(type, 2)
    entry.writeUInt32LE(count, 4)
    entry.writeUInt32LE(end, 8)
    entries.push(entry)
    parts.push(data)
    end += data.length
  }
  entries.sort((one, two) => one.readUInt16LE(0) - two.readUInt16LE(0))
  const head = Buffer.alloc(2)
  head.writeUInt16LE(entries.length)
  const whole = Buffer.concat([...parts, head, ...entries, Buffer.alloc(4)])
  whole.writeUInt32LE(end, 4)
  return whole
}

const doubles = (values: number[]) => Buffer.from(Float64Array.from(values).buffer)
