import { tileQueue, type TileQueue } from '../tiles/tile-queue.ts'
import type { RasterTile } from './draw-raster-tile.ts'

export { lookAtRaster } from './look-at-raster.ts'
export { nativeZoom, PYRAMID_TILE_PX, pyramidTile } from './pyramid.ts'
export { openRasterShelf, type Raster, type RasterShelf, type RasterSource } from './raster-shelf.ts'
export {
  isRasterRefusal,
  PIXELS_MOST,
  RASTER_FORMATS,
  type RasterFormat,
  type RasterRefusal,
} from './run-raster-program.ts'
export type { RasterTile }

/** Tiles of pictures, drawn in a worker of their own. */
export const rasterTiles = (): TileQueue<RasterTile> =>
  tileQueue({
    name: 'raster-worker',
    drawInPlace: async (tile) => (await import('./draw-raster-tile.ts')).drawRasterTile(tile),
  })
