import { createRequire } from 'node:module'
import { LIMITS } from '@mitsprache/terms'
import { inLine, runApart, type ApartLimits } from '../../platform/files/index.ts'

export type PictureLimits = Pick<ApartLimits, 'timeMs' | 'memoryBytes'> & { pixels: number }
const BOUNDS: PictureLimits = {
  timeMs: 30_000,
  memoryBytes: 1024 * 1024 * 1024,
  pixels: LIMITS.picturePixels,
}

export type PictureRefusal = {
  code: 'PictureDamaged' | 'PictureTooLarge' | 'PictureTooComplex'
  facts: { name: string; value: string }[]
}

/** Each may take a core and some hundred megabytes. */
const nextInLine = inLine(2)

/**
 * Paints a picture anew: upright, in sRGB, with a longer edge of at most `LIMITS.pictureEdgePx`, and without
 * anything but its pixels. Where and with what it was taken, the thumbnail a camera left inside, and whatever
 * somebody hid behind the last pixel are gone.
 *
 * @param format what its content says it is.
 * @returns the new content, or why there is none.
 */
export async function repaint(
  path: string,
  format: 'jpeg' | 'png' | 'webp',
  limits: PictureLimits = BOUNDS,
): Promise<Buffer | PictureRefusal> {
  const args = [library, path, format, String(limits.pixels), String(LIMITS.pictureEdgePx)]
  const said = await nextInLine(() =>
    runApart(PROGRAM, args, { ...limits, answerBytes: 2 * LIMITS.fileSizeBytes }),
  )
  if (!said) return { code: 'PictureTooComplex', facts: [] }
  const end = said.indexOf(10)
  switch (said.toString('latin1', 0, end)) {
    case 'painted':
      return said.subarray(end + 1)
    case 'tooLarge':
      return { code: 'PictureTooLarge', facts: [{ name: 'limit', value: String(limits.pixels) }] }
    default:
      return { code: 'PictureDamaged', facts: [] }
  }
}

const library = createRequire(import.meta.url).resolve('sharp')

/** The size is read from the head of the file before a single pixel is unpacked. */
const PROGRAM = /* js */ `
const [library, file, format, pixels, edge] = process.argv.slice(1)
const sharp = require(library)
sharp.concurrency(1)
sharp.cache(false)
const say = (word, content = '') => {
  process.stdout.write(word + '\\n')
  process.stdout.write(content, () => process.exit(0))
}
const HOW = { jpeg: { quality: 88 }, png: { compressionLevel: 9 }, webp: { quality: 88 } }
const paint = async () => {
  const { width, height } = await sharp(file, { limitInputPixels: false }).metadata()
  if (width * height > Number(pixels)) return say('tooLarge')
  const size = { width: Number(edge), height: Number(edge), fit: 'inside', withoutEnlargement: true }
  say('painted', await sharp(file, { limitInputPixels: Number(pixels), failOn: 'error' })
    .autoOrient().resize(size).toFormat(format, HOW[format]).toBuffer())
}
paint().catch(() => say('damaged'))
`
