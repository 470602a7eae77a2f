/** Side of the tiles that `raster-program.mjs` cuts. */
export const PYRAMID_TILE_PX = 512

/** The zoom at which a pixel is a pixel of the picture; at 0 all of it fits one tile. */
export const nativeZoom = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) =>
  Math.max(0, Math.ceil(Math.log2(Math.max(widthPx, heightPx) / PYRAMID_TILE_PX)))

/** Where a tile lies in the folder of a picture. */
export const pyramidTile = (z: number, x: number, y: number) => `tiles/${z}/${y}/${x}.webp`
