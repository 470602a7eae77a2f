import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photo as a telephone writes it: held sideways, with the place where it was taken, the owner and a serial number. */
export const makePhoto = (width = 640, height = 480): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#7799aa' } })
    .composite([
      {
        input: { create: { width: width / 4, height, channels: 3, background: '#cc2211' } },
        left: 0,
        top: 0,
      },
    ])
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telefonwerk', Artist: 'Petra Geheim' },
      IFD2: { BodySerialNumber: '4711-0815' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '50/1 49/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '12/1 54/1 20/1',
      },
    })
    .withMetadata({ orientation: 6, icc: 'p3' })
    .toBuffer()

export const makePng = (width = 64, height = 48): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: { r: 10, g: 120, b: 60, alpha: 0.5 } } })
    .png()
    .toBuffer()

/** A PNG of one colour, `edge` × `edge` pixels at one bit each: a few kilobytes that would unfold into gigabytes. */
export function makePngBomb(edge: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(edge, 0)
  head.writeUInt32BE(edge, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(edge / 8) + 1) * edge), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
