type Value = number | Buffer
type Entry = [tag: number, type: number, count: number, value: Value]

const ASCII = 2
const LONG = 4
const RATIONAL = 5

/** A JPEG as a telephone leaves it: with the place where it was taken and the name of its owner written into it. */
export function withPlace(jpeg: Buffer, owner: string): Buffer {
  const name = Buffer.from(`${owner}\0`)
  const degrees = (...parts: number[]) => {
    const out = Buffer.alloc(24)
    for (const [i, part] of parts.entries()) {
      out.writeUInt32BE(part, i * 8)
      out.writeUInt32BE(1, i * 8 + 4)
    }
    return out
  }
  const gpsAt = 8 + 2 + 2 * 12 + 4 + name.length + (name.length % 2)
  const main = directory(8, [
    [0x013b, ASCII, name.length, name],
    [0x8825, LONG, 1, gpsAt],
  ])
  const gps = directory(gpsAt, [
    [1, ASCII, 2, Buffer.from('N\0')],
    [2, RATIONAL, 3, degrees(50, 49, 30)],
    [3, ASCII, 2, Buffer.from('E\0')],
    [4, RATIONAL, 3, degrees(12, 54, 20)],
  ])
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), main, gps])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)])
}

/** A directory of TIFF that begins at `start`; what does not fit into an entry stands behind it. */
function directory(start: number, entries: Entry[]): Buffer {
  const table = Buffer.alloc(2 + entries.length * 12 + 4)
  table.writeUInt16BE(entries.length, 0)
  const behind: Buffer[] = []
  let at = start + table.length
  for (const [i, [tag, type, count, value]] of entries.entries()) {
    const place = 2 + i * 12
    table.writeUInt16BE(tag, place)
    table.writeUInt16BE(type, place + 2)
    table.writeUInt32BE(count, place + 4)
    if (typeof value === 'number') table.writeUInt32BE(value, place + 8)
    else if (value.length <= 4) value.copy(table, place + 8)
    else {
      table.writeUInt32BE(at, place + 8)
      const even = value.length % 2 ? Buffer.concat([value, Buffer.alloc(1)]) : value
      behind.push(even)
      at += even.length
    }
  }
  return Buffer.concat([table, ...behind])
}
