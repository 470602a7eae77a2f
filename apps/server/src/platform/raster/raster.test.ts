import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFiles, type Files } from '../files/index.ts'
import { drawRasterTile } from './draw-raster-tile.ts'
import { geoTiff } from './geo-tiff.testing.ts'
import {
  isRasterRefusal,
  lookAtRaster,
  nativeZoom,
  openRasterShelf,
  type Raster,
  type RasterShelf,
} from './index.ts'
import { runRasterProgram, type RasterFormat } from './run-raster-program.ts'

let folder: string
let files: Files
let shelf: RasterShelf

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitsprache-raster-'))
  files = openFiles(folder)
  shelf = openRasterShelf(join(folder, 'rasters'), files.store)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A sheet of four coloured quarters: which is where shows whether a picture was turned or cut. */
const quarters = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite(
    [
      ['#c81414', 0, 0],
      ['#14a014', width / 2, 0],
      ['#1414c8', 0, height / 2],
    ].map(([background, left, top]) => ({
      input: {
        create: { width: width / 2, height: height / 2, channels: 3, background: background as string },
      },
      left: left as number,
      top: top as number,
    })),
  )

async function keep(content: Buffer, format: RasterFormat, page = 1) {
  const { sha256 } = await files.store.put(
    (async function* () {
      yield content
    })(),
  )
  return { sha256, page, format }
}

async function obtained(content: Buffer, format: RasterFormat, page = 1) {
  const source = await keep(content, format, page)
  const raster = await shelf.obtain(source)
  if (isRasterRefusal(raster)) throw new Error(raster.code)
  return { ...raster, folder: shelf.folderOf(source) }
}

async function pixel(image: Uint8Array, x: number, y: number): Promise<number[]> {
  const canvas = createCanvas(1, 1)
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(image)), -x, -y)
  return [...canvas.getContext('2d').getImageData(0, 0, 1, 1).data]
}
const near = (colour: number[], wanted: number[]) =>
  colour.every((each, i) => Math.abs(each - wanted[i]!) <= 12)

const RED = [200, 20, 20, 255]
const GREEN = [20, 160, 20, 255]
const BLUE = [20, 20, 200, 255]

describe('a picture on the shelf', () => {
  it.each(['png', 'jpeg', 'webp', 'tiff'] as const)('is cut from %s, every level of it', async (format) => {
    const raster = await obtained(await quarters(1400, 900).toFormat(format).toBuffer(), format)
    expect([raster.widthPx, raster.heightPx, raster.place]).toEqual([1400, 900, null])
    expect(nativeZoom(raster)).toBe(2)
    expect((await readdir(join(raster.folder, 'tiles'))).filter((name) => /^\d$/.test(name))).toEqual([
      '0',
      '1',
      '2',
    ])
    const corner = await readFile(join(raster.folder, 'tiles/2/0/0.webp'))
    expect(near(await pixel(corner, 5, 5), RED)).toBe(true)
  })

  it('is cut from a page of a PDF, upright and on white', async () => {
    const raster = await obtained(pdfOf('1 0 0 rg 0 421 298 421 re f'), 'pdf')
    // A4 at 300 dots an inch.
    expect([raster.widthPx, raster.heightPx]).toEqual([2479, 3508])
    const whole = await readFile(join(raster.folder, 'tiles/0/0/0.webp'))
    expect(near(await pixel(whole, 50, 50), [255, 0, 0, 255])).toBe(true)
    expect(near(await pixel(whole, 250, 300), [255, 255, 255, 255])).toBe(true)
  })

  it('stays whole where a page is drawn in several bands', async () => {
    // A bar from top to bottom: a band too many or too few would leave a gap.
    const raster = await obtained(pdfOf('0 0 1 rg 290 0 15 842 re f'), 'pdf')
    for (const y of [2040, 2047, 2048, 2050, 3400]) {
      const tile = await readFile(join(raster.folder, `tiles/3/${Math.floor(y / 512)}/2.webp`))
      expect(near(await pixel(tile, 1240 - 1024, y % 512), [0, 0, 255, 255])).toBe(true)
    }
  })

  it('is set upright when the scanner wrote down how it lay', async () => {
    const content = await quarters(600, 400).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const raster = await obtained(content, 'jpeg')
    expect([raster.widthPx, raster.heightPx]).toEqual([400, 600])
    // Turned to the right: what was at the left bottom is at the left top.
    expect(near(await pixel(await readFile(join(raster.folder, 'tiles/0/0/0.webp')), 20, 20), BLUE)).toBe(
      true,
    )
  })

  it('is kept smaller when it is larger than any screen needs', async () => {
    const wide = await sharp({ create: { width: 15_000, height: 30, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await obtained(wide, 'png')).toMatchObject({ widthPx: 12_000, heightPx: 24 })
  })

  it('tells where a GeoTIFF says it lies, in the pixels that are kept', async () => {
    const raster = await obtained(
      await geoTiff({ epsg: 25833, east: 352_000, north: 5_632_000, pixelM: 0.5 }),
      'tiff',
    )
    expect(raster.place?.epsg).toBe(25833)
    expect(raster.place?.way).toEqual([0.5, 0, 352_000, 0, -0.5, 5_632_000])
  })

  it('is cut once for all who ask at the same time, and again after its folder was emptied', async () => {
    const source = await keep(await quarters(300, 300).png().toBuffer(), 'png')
    const [one, two] = await Promise.all([shelf.obtain(source), shelf.obtain(source)])
    expect(one).toBe(two)
    await rm(shelf.folderOf(source), { recursive: true })
    expect(await shelf.obtain(source)).toEqual(one)
  })

  it('goes when its file is gone, and leaves nothing half-made', async () => {
    const source = await keep(await quarters(64, 64).png().toBuffer(), 'png')
    await shelf.obtain(source)
    const kept = new Set((await readdir(join(folder, 'rasters'))).map((name) => name.slice(0, 64)))
    kept.delete(source.sha256.toString('hex'))
    expect(await shelf.sweep(async (sha256) => kept.has(sha256.toString('hex')))).toBe(1)
    const names = await readdir(join(folder, 'rasters'))
    expect(names).not.toContain(`${source.sha256.toString('hex')}-1`)
    expect(names.filter((name) => name.startsWith('incoming'))).toEqual([])
  })
})

describe('what cannot be shown', () => {
  const look = async (content: Buffer | string, format: Exclude<RasterFormat, 'pdf'>) => {
    const file = join(folder, createHash('sha256').update(content).digest('hex'))
    await writeFile(file, content)
    return lookAtRaster(file, format)
  }

  it('is refused: a picture cut off on its way', async () => {
    const png = await quarters(800, 800).png().toBuffer()
    const source = await keep(png.subarray(0, png.length / 2), 'png')
    expect(await shelf.obtain(source)).toMatchObject({ code: 'PictureDamaged' })
  })

  it('is refused: a drawing in SVG under another name', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'
    expect(await look(svg, 'png')).toMatchObject({ code: 'PictureDamaged' })
  })

  it('is refused: a small file of more pixels than any sheet has', async () => {
    const bomb = pngOfZeros(21_000)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await look(bomb, 'png')).toMatchObject({ code: 'PictureTooLarge' })
  })

  it('is refused: a page that is not there', async () => {
    expect(await shelf.obtain(await keep(pdfOf(''), 'pdf', 2))).toMatchObject({ code: 'NoSuchPage' })
  })

  it.each([
    { timeMs: 1, memoryBytes: 1e9, answerBytes: 1e5 },
    { timeMs: 20_000, memoryBytes: 1e6, answerBytes: 1e5 },
  ])('is stopped beyond its limits %o', async (limits) => {
    const file = join(folder, 'ordinary.png')
    await writeFile(file, await quarters(64, 64).png().toBuffer())
    expect(await runRasterProgram({ work: 'look', file, format: 'png' }, limits)).toMatchObject({
      code: 'PictureTooComplex',
    })
  })
})

describe('a tile of a picture', () => {
  let raster: Raster & { folder: string }
  beforeAll(async () => {
    raster = await obtained(await quarters(4000, 4000).png().toBuffer(), 'png')
  })
  const draw = (toPicture: [number, number, number, number, number, number]) =>
    drawRasterTile({ ...raster, toPicture, sizePx: 256 })

  it('shows its part, and nothing outside the picture', async () => {
    const tile = await draw([1, 0, -100, 0, 1, -100])
    expect(near(await pixel(tile, 200, 200), RED)).toBe(true)
    expect((await pixel(tile, 50, 50))[3]).toBe(0)
  })

  it('is turned as it is told', async () => {
    // A quarter to the left: what was at the right top is at the left top.
    const tile = await draw([0, -15.6, 4000, 15.6, 0, 0])
    expect(near(await pixel(tile, 30, 30), GREEN)).toBe(true)
    expect(near(await pixel(tile, 30, 225), RED)).toBe(true)
  })

  it('has no seam where tiles of the picture meet', async () => {
    const plain = await obtained(
      await sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#c81414' } })
        .png()
        .toBuffer(),
      'png',
    )
    const tile = await drawRasterTile({ ...plain, toPicture: [0.9, 0.3, 400, -0.3, 0.9, 500], sizePx: 512 })
    const { data } = await sharp(tile).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    for (let i = 0; i < data.length; i += 4)
      if (!near([...data.subarray(i, i + 4)], RED))
        throw new Error(`at ${i / 4}: ${data.subarray(i, i + 4).join()}`)
    expect(data.length).toBe(512 * 512 * 4)
  })

  it('is empty far away', async () => {
    expect((await pixel(await draw([1, 0, 90_000, 0, 1, 0]), 100, 100))[3]).toBe(0)
  })
})

/** A page of A4 with these drawing instructions. */
function pdfOf(drawing: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 5\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${text}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`, 'latin1')
}

/** A black square of one bit a pixel. */
function pngOfZeros(sidePx: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  head.writeUInt32BE(sidePx, 0)
  head.writeUInt32BE(sidePx, 4)
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(sidePx / 8)) * sidePx), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}
