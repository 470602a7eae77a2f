import { buffer } from 'node:stream/consumers'
import { LRUCache } from 'lru-cache'
import sharp from 'sharp'
import { inLine, type FileStore } from '../../platform/files/index.ts'

/** The widths that can be asked for, in pixels: a stamp in a list, a picture on a page. */
export const THUMBNAIL_WIDTHS = [320, 1280] as const
export type ThumbnailWidth = (typeof THUMBNAIL_WIDTHS)[number]
const CACHE_BYTES = 64 * 1024 * 1024

const made = new LRUCache<string, Buffer>({ maxSize: CACHE_BYTES, sizeCalculation: ({ length }) => length })
const nextInLine = inLine(2)

export const readThumbnailWidth = (query: unknown): ThumbnailWidth | undefined =>
  THUMBNAIL_WIDTHS.find((width) => String(width) === (query as { width?: unknown } | undefined)?.width)

/**
 * A smaller WebP of a picture that was painted by us, made when it is first asked for.
 *
 * @returns null when the content is not in the store.
 */
export async function thumbnailOf(
  store: FileStore,
  sha256: Buffer,
  width: ThumbnailWidth,
): Promise<Buffer | null> {
  const key = `${sha256.toString('hex')} ${width}`
  const known = made.get(key)
  if (known) return known
  return nextInLine(async () => {
    const content = made.get(key) ?? (await store.get(sha256))
    if (!content || Buffer.isBuffer(content)) return content
    const small = await sharp(await buffer(content))
      .resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: 20 })
      .toBuffer()
    made.set(key, small)
    return small
  })
}
