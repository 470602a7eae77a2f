import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { repaint } from './inspect-picture.ts'
import { makePdf } from './pdf.testing.ts'
import { makePhoto, makePng, makePngBomb } from './picture.testing.ts'
import { isFileRefusal, uploadKind, type FileRefusal, type Inspected } from './upload-kinds.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'file')
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ZIP = Buffer.from('PK\x03\x04\x14\x00\x00\x00\x00\x00', 'latin1')

/** What becomes of a file that somebody wants to hand in. */
async function handIn(
  content: Buffer | string,
  name: string,
): Promise<Partial<Inspected> & { kept: Buffer; refused?: FileRefusal }> {
  writeFileSync(path, content)
  const verdict = await uploadKind('contributionFile')!.inspect(path, name)
  if (isFileRefusal(verdict)) return { kept: Buffer.alloc(0), refused: verdict }
  return { kept: await buffer(Readable.from(verdict.instead ?? [])), ...verdict }
}

describe('a picture that is handed in', () => {
  // @bad-input UPL-25
  it('loses place, owner and serial number, and stands upright', async () => {
    const sent = await makePhoto()
    expect(sent.includes('Petra Geheim')).toBe(true)
    const { kept, mediaType, fileName } = await handIn(sent, 'IMG_1.JPG')
    expect({ mediaType, fileName }).toEqual({ mediaType: 'image/jpeg', fileName: 'IMG_1.JPG' })
    const { exif, icc, iptc, xmp, orientation, width, height, format } = await sharp(kept).metadata()
    expect({ exif, icc, iptc, xmp, orientation }).toEqual({})
    expect({ width, height, format }).toEqual({ width: 480, height: 640, format: 'jpeg' })
    for (const word of ['Petra', 'Telefonwerk', '4711', 'Exif']) expect(kept.includes(word)).toBe(false)
    // What was left is above now: turned, not only told to be.
    const [top, bottom] = await Promise.all([0, 600].map((y) => redAt(kept, 10, y)))
    expect(top! - bottom!).toBeGreaterThan(50)
  })

  it('keeps its transparency, and its longer edge within bounds', async () => {
    const png = await handIn(await makePng(5000, 40), 'Skizze.png')
    expect(await sharp(png.kept).metadata()).toMatchObject({ width: 4096, height: 33, hasAlpha: true })
    const webp = await handIn(
      await sharp(await makePng())
        .webp()
        .toBuffer(),
      'Skizze.webp',
    )
    expect(webp.mediaType).toBe('image/webp')
  })

  it('is what its content says, and is called so', async () => {
    expect(await handIn(await makePng(), 'Foto.jpg')).toMatchObject({
      mediaType: 'image/png',
      fileName: 'Foto.png',
    })
    expect(await handIn(makePdf(), 'Brief.jpeg')).toMatchObject({
      mediaType: 'application/pdf',
      pages: 1,
      fileName: 'Brief.pdf',
    })
  })

  // @bad-input XSS-16
  it('takes nothing along that somebody hid behind it', async () => {
    const hidden = Buffer.concat([await makePhoto(), ZIP, Buffer.from('<script>alert(1)</script>')])
    const { kept } = await handIn(hidden, 'Foto.jpg')
    expect(kept.includes('<script>')).toBe(false)
    expect(kept.includes('PK\x03\x04')).toBe(false)
  })

  // @bad-input UPL-26
  it('is refused by its measurements before it is unpacked', async () => {
    const bomb = makePngBomb(30_000)
    expect(bomb.length).toBeLessThan(200_000)
    expect((await handIn(bomb, 'Foto.png')).refused).toEqual({
      code: 'PictureTooLarge',
      facts: [{ name: 'limit', value: '100000000' }],
    })
  })

  it('is refused when half of it is missing', async () => {
    const photo = await makePhoto()
    for (const content of [photo.subarray(0, photo.length / 2), photo.subarray(0, 30)])
      expect((await handIn(content, 'Foto.jpg')).refused?.code).toBe('PictureDamaged')
  })

  it('is given up when it takes too long, and the next one is taken', async () => {
    writeFileSync(path, await makePhoto())
    expect(await repaint(path, 'jpeg', { timeMs: 1, memoryBytes: 1e9, pixels: 1e8 })).toEqual({
      code: 'PictureTooComplex',
      facts: [],
    })
    expect(await repaint(path, 'jpeg')).toBeInstanceOf(Buffer)
  })
})

describe('what is neither picture nor PDF', () => {
  // @bad-input XSS-14 UPL-05
  it.each([
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['svg', '<svg onload="alert(1)"/>'],
    ['archive', ZIP],
    ['office', OLD_OFFICE],
    ['office', '{\\rtf1 Hallo}'],
    ['heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['other', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['other', '<!doctype html><script>alert(1)</script>'],
    ['other', 'GIF89a'],
    ['other', 'x'],
  ])('is refused, whatever it is called: %s', async (kind, content) => {
    for (const name of ['Foto.jpg', 'Brief.pdf']) {
      const { refused } = await handIn(content, name)
      expect(refused).toMatchObject({ code: 'NotAPictureOrPdf', facts: [{ name: 'kind', value: kind }, {}] })
    }
  })

  it('is refused as a PDF that nobody could read', async () => {
    expect((await handIn('%PDF-1.7 and nothing more', 'Brief.pdf')).refused?.code).toBe('PdfDamaged')
  })
})

async function redAt(picture: Buffer, x: number, y: number): Promise<number> {
  const pixel = await sharp(picture).extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()
  return pixel[0]! - pixel[2]!
}
