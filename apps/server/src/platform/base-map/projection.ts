/**
 * World coordinates: Web Mercator in pixels of zoom 0 (0 to 256, y to the south). A pixel of zoom z is
 * `world * 2 ** z`; everything about the map is kept in them so that a tile needs one subtraction.
 */
export const TILE_PX = 256

/** World x of a longitude. */
export const worldX = (lon: number) => ((lon + 180) / 360) * TILE_PX

/** World y of a latitude. */
export function worldY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180)
  return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * TILE_PX
}

/** Longitude of a world x. */
export const lonOf = (x: number) => (x / TILE_PX) * 360 - 180

/** Latitude of a world y. */
export const latOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / TILE_PX))) * 180) / Math.PI

/** Metres per world unit at the latitude of the town; right to 0.2 % from its south to its north. */
export const METRES_PER_WORLD = (40_075_016.686 / TILE_PX) * Math.cos((50.83 * Math.PI) / 180)

/** Metres per pixel at a zoom. */
export const metresPerPx = (z: number) => METRES_PER_WORLD / 2 ** z

export type Box = { minX: number; minY: number; maxX: number; maxY: number }

/** The box of a tile in world coordinates, wider by a margin in pixels of its zoom. */
export function boxOfTile(z: number, x: number, y: number, marginPx: number): Box {
  const side = TILE_PX / 2 ** z
  const margin = marginPx / 2 ** z
  return {
    minX: x * side - margin,
    minY: y * side - margin,
    maxX: (x + 1) * side + margin,
    maxY: (y + 1) * side + margin,
  }
}
