// A program of its own, run apart by look-at-raster.ts and raster-shelf.ts: it opens what strangers sent. It is plain JavaScript
// because it runs from source as well as from the bundle. It says one line of JSON, or ends badly.
import { open, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { work, file, format, page = 1, folder, edgeMostPx, pixelsMost } = JSON.parse(process.argv[2])
// What libvips unrolls on disk goes with our folder, also when this process is stopped.
if (folder) process.env.TMPDIR = folder
const { default: sharp } = await import('sharp')

sharp.cache(false)
sharp.concurrency(2)
// Everything else libvips could open stays shut, whatever the content says it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Tiff'].map((each) => `VipsForeignLoad${each}File`),
})

export const TILE_PX = 512
/** Rows of a PDF page that are drawn at once: 12,000 px wide they take 98 MB. */
const BAND_PX = 2048
/** As sharp as paper from an office printer; a larger page has fewer, so that it fits `edgeMostPx`. */
const DOTS_PER_INCH_MOST = 300

const refuse = (code, facts = {}) => ({
  refused: { code, facts: Object.entries(facts).map(([name, value]) => ({ name, value: String(value) })) },
})
const picture = (more = {}) =>
  sharp(file, { limitInputPixels: pixelsMost, sequentialRead: true, failOn: 'error', ...more })

/** The pictures of a TIFF that are pages: reduced copies and masks of a page are none. */
async function pagesOfTiff() {
  const { fromFile } = await import('geotiff')
  const tiff = await fromFile(file)
  const pages = []
  const count = Math.min(await tiff.getImageCount(), 500)
  for (let index = 0; index < count; index++) {
    const image = await tiff.getImage(index)
    if (((image.fileDirectory.getValue('NewSubfileType') ?? 0) & 5) === 0) pages.push({ index, image })
  }
  return pages
}

/** Where the picture says it lies: a code of EPSG, and the way from its corners of pixels to its system. */
async function placeOfTiff(image) {
  const keys = image.getGeoKeys() ?? {}
  const code = keys.ProjectedCSTypeGeoKey ?? keys.GeographicTypeGeoKey
  if (!code) return null
  const directory = image.fileDirectory
  const load = async (tag) =>
    directory.hasTag(tag) ? Array.from((await directory.loadValue(tag)) ?? []) : null
  const [matrix, scale, tie] = [
    await load('ModelTransformation'),
    await load('ModelPixelScale'),
    await load('ModelTiepoint'),
  ]
  let way = null
  if (matrix?.length === 16) way = [matrix[0], matrix[1], matrix[3], matrix[4], matrix[5], matrix[7]]
  else if (scale && tie?.length === 6)
    way = [scale[0], 0, tie[3] - tie[0] * scale[0], 0, -scale[1], tie[4] + tie[1] * scale[1]]
  if (!way || way.some((each) => !Number.isFinite(each))) return null
  // RasterPixelIsPoint: the numbers mean the middle of a pixel, ours mean its corner.
  if (keys.GTRasterTypeGeoKey === 2) {
    way[2] -= (way[0] + way[1]) / 2
    way[5] -= (way[3] + way[4]) / 2
  }
  return { epsg: code, way }
}

async function look() {
  const { width, height, orientation = 1 } = await picture().metadata()
  if (width * height > pixelsMost) return refuse('PictureTooLarge', { width, height, most: pixelsMost })
  const pages = format === 'tiff' ? (await pagesOfTiff()).length : 1
  const turned = orientation > 4
  return { width: turned ? height : width, height: turned ? width : height, pages: Math.max(1, pages) }
}

/** From any picture to tiles; streams through libvips, however large it is. */
async function cut(source, { width, height }) {
  const scale = Math.min(1, edgeMostPx / Math.max(width, height))
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  if (scale < 1) source.resize(w, h, { fit: 'fill', kernel: 'lanczos3' })
  await source
    .toColourspace('srgb')
    // Tiles at the edge are filled up, with nothing.
    .ensureAlpha()
    .webp({ quality: 90, effort: 1, smartSubsample: true })
    .tile({ size: TILE_PX, layout: 'google', skipBlanks: -1, background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .toFile(join(folder, 'tiles'))
  return { widthPx: w, heightPx: h }
}

async function buildFromPicture() {
  let place = null
  let index = 0
  if (format === 'tiff') {
    const found = (await pagesOfTiff())[page - 1]
    if (!found && page !== 1) return refuse('NoSuchPage')
    index = found?.index ?? 0
    place = found && (await placeOfTiff(found.image).catch(() => null))
  }
  const source = picture(format === 'tiff' ? { page: index } : {})
  const { width, height, orientation = 1 } = await source.metadata()
  if (width * height > pixelsMost) return refuse('PictureTooLarge', { width, height, most: pixelsMost })
  // A scan that lies on its side is set upright; what says where it lies counts its pixels as they are.
  const turn = orientation !== 1 && !place
  if (turn) source.autoOrient()
  const turned = turn && orientation > 4
  const size = { width: turned ? height : width, height: turned ? width : height }
  return { ...(await cut(source, size)), source: size, place }
}

/** The page in bands, each drawn by pdf.js and put aside; then joined as one picture. */
async function buildFromPdf() {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const pdf = await getDocument({
    url: new URL(`file://${file}`).href,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
    maxImageSize: pixelsMost,
    standardFontDataUrl: `${root}/standard_fonts/`,
    cMapUrl: `${root}/cmaps/`,
    wasmUrl: `${root}/wasm/`,
    iccUrl: `${root}/iccs/`,
  }).promise
  if (page > pdf.numPages) return refuse('NoSuchPage')
  const sheet = await pdf.getPage(page)
  const { width: widthPt, height: heightPt } = sheet.getViewport({ scale: 1 })
  const scale = Math.min(DOTS_PER_INCH_MOST / 72, edgeMostPx / Math.max(widthPt, heightPt))
  const width = Math.max(1, Math.round(widthPt * scale))
  const height = Math.max(1, Math.round(heightPt * scale))
  const bandPx = Math.min(BAND_PX, height)
  const bands = []
  for (let top = 0; top < height; top += bandPx) {
    const { canvas, context } = pdf.canvasFactory.create(width, bandPx)
    const viewport = sheet.getViewport({ scale, offsetY: -top })
    await sheet.render({ canvas: null, canvasContext: context, viewport, background: '#ffffff' }).promise
    const band = join(folder, `band-${bands.length}.tif`)
    await sharp(Buffer.from(context.getImageData(0, 0, width, bandPx).data.buffer), {
      raw: { width, height: bandPx, channels: 4 },
    })
      .removeAlpha()
      .tiff({ compression: 'none' })
      .toFile(band)
    pdf.canvasFactory.destroy({ canvas, context })
    bands.push(band)
  }
  const limits = { limitInputPixels: pixelsMost, sequentialRead: true }
  const whole =
    bands.length === 1 ? sharp(bands[0], limits) : sharp(bands, { ...limits, join: { across: 1 } })
  // The last band reaches below the page.
  whole.extract({ left: 0, top: 0, width, height })
  const built = await cut(whole, { width, height })
  for (const band of bands) await rm(band)
  return { ...built, source: { width, height }, place: null }
}

async function run() {
  if (work === 'look') return look()
  return format === 'pdf' ? buildFromPdf() : buildFromPicture()
}

/** What libvips says when a picture has more pixels than it may open. */
const isTooLarge = (error) => /pixel limit/i.test(String(error?.message))

try {
  await (await open(file, 'r')).close()
  const answer = await run()
  process.stdout.write(`\n${JSON.stringify(answer)}`, () => process.exit(0))
} catch (error) {
  if (process.env.RASTER_TRACE) process.stderr.write(`${error?.stack}\n`)
  const answer = isTooLarge(error)
    ? refuse('PictureTooLarge', { most: pixelsMost })
    : refuse(format === 'pdf' ? 'PdfDamaged' : 'PictureDamaged')
  process.stdout.write(`\n${JSON.stringify(answer)}`, () => process.exit(0))
}
