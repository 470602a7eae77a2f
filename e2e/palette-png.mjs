import { crc32, deflateSync, inflateSync } from 'node:zlib'

const COLOURS = 256
/** Two colours closer than this (sum over red, green, blue) look the same in a picture of a page. */
const SAME = 10
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const BYTES_A_PIXEL = { 2: 3, 6: 4 }

/**
 * The same picture with at most 256 colours, a third of the size: pages have few colours, and what lies
 * between them is the soft edge of a letter or a street.
 *
 * @param {Buffer} png eight bits a channel, not interlaced, as Chromium makes them
 * @returns {Buffer}
 */
export function withPalette(png) {
  const { width, height, pixels } = decode(png)
  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const byNumber = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a))

  const palette = []
  for (const colour of byNumber) {
    if (palette.length === COLOURS) break
    if (counts.size <= COLOURS || palette.every((known) => distance(known, colour) > SAME))
      palette.push(colour)
  }
  const indexOf = new Map(byNumber.map((colour) => [colour, nearest(palette, colour)]))

  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(pixels[y * width + x])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const distance = (a, b) =>
  Math.abs((a >> 16) - (b >> 16)) +
  Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) +
  Math.abs((a & 255) - (b & 255))

function nearest(palette, colour) {
  let best = 0
  for (let i = 1; i < palette.length; i++)
    if (distance(palette[i], colour) < distance(palette[best], colour)) best = i
  return best
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** @source PNG (third edition), 9: filtering. */
function decode(png) {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const step = BYTES_A_PIXEL[png[25]]
  if (png[24] !== 8 || !step || png[28] !== 0)
    throw new Error('This PNG is of a kind that browsers do not make.')

  const parts = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(parts))

  const line = width * step
  const pixels = new Uint32Array(width * height)
  let above = Buffer.alloc(line)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)]
    const row = raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1))
    for (let i = 0; i < line; i++) {
      const left = i < step ? 0 : row[i - step]
      const corner = i < step ? 0 : above[i - step]
      row[i] += [0, left, above[i], (left + above[i]) >> 1, paeth(left, above[i], corner)][filter]
    }
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = (row[x * step] << 16) | (row[x * step + 1] << 8) | row[x * step + 2]
    above = row
  }
  return { width, height, pixels }
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(guess - each))
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
