import { join } from 'node:path'
import { createCanvas, loadImage, type Image } from '@napi-rs/canvas'
import { applied, inverted, stretches, type Affine } from '../affine.ts'
import { nativeZoom, PYRAMID_TILE_PX, pyramidTile } from './pyramid.ts'

export type RasterTile = {
  /** Of the picture, as the shelf keeps it. */
  folder: string
  widthPx: number
  heightPx: number
  /** From pixels of the tile to pixels of the picture. */
  toPicture: Affine
  sizePx: number
}

/** Unpacked tiles kept at hand, one megabyte each: neighbours on the map share them. */
const AT_HAND_MOST = 32
const atHand = new Map<string, Promise<Image>>()

function unpacked(file: string): Promise<Image> {
  const known = atHand.get(file)
  const image = known ?? loadImage(file)
  atHand.delete(file)
  atHand.set(file, image)
  if (!known) image.catch(() => atHand.delete(file))
  if (atHand.size > AT_HAND_MOST) atHand.delete(atHand.keys().next().value!)
  return image
}

/** Beside what a tile shows: smoothing looks at the neighbours. */
const MARGIN_PX = 3

/**
 * Draws a tile from the level of the pyramid whose pixels are about as large as its own, so that it costs the
 * same for any picture. What lies outside the picture stays transparent.
 *
 * @returns WebP.
 */
export async function drawRasterTile(tile: RasterTile): Promise<Uint8Array> {
  const { folder, widthPx, heightPx, toPicture, sizePx } = tile
  const zoom = nativeZoom(tile)
  // Small means: so many pixels of the picture fall into one of ours, in the direction where most do.
  const halvings = Math.min(zoom, Math.max(0, Math.round(Math.log2(stretches(toPicture).most))))
  const shrink = 2 ** halvings
  const toLevel = toPicture.map((each) => each / shrink) as unknown as Affine
  const corners = [0, sizePx].flatMap((x) => [0, sizePx].map((y) => applied(toLevel, [x, y])))
  const span = (axis: 0 | 1, most: number) => {
    const all = corners.map((corner) => corner[axis])
    return [
      Math.max(0, Math.floor(Math.min(...all)) - MARGIN_PX),
      Math.min(Math.ceil(most / shrink), Math.ceil(Math.max(...all)) + MARGIN_PX),
    ] as const
  }
  const [left, right] = span(0, widthPx)
  const [top, bottom] = span(1, heightPx)
  const canvas = createCanvas(sizePx, sizePx)
  if (left < right && top < bottom) {
    // Put together first and then turned: tiles that are turned one by one show their seams.
    const part = createCanvas(right - left, bottom - top)
    const ground = part.getContext('2d')
    const of = (px: number) => Math.floor(px / PYRAMID_TILE_PX)
    for (let y = of(top); y <= of(bottom - 1); y++)
      for (let x = of(left); x <= of(right - 1); x++) {
        const image = await unpacked(join(folder, pyramidTile(zoom - halvings, x, y)))
        ground.drawImage(image, x * PYRAMID_TILE_PX - left, y * PYRAMID_TILE_PX - top)
      }
    const [a, b, c, d, e, f] = inverted(toLevel)
    const context = canvas.getContext('2d')
    context.imageSmoothingEnabled = true
    context.imageSmoothingQuality = 'high'
    context.setTransform(a, d, b, e, c, f)
    context.drawImage(part, left, top)
  }
  return canvas.encode('webp', 88)
}
