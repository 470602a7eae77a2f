/** Side of the finest grid: 2^24 squares over Web Mercator, as in the database. */
const SIDE = 2 ** 24
/** Zooms for which cells are kept. */
export const CELL_ZOOMS = { least: 5, most: 17 }

export type Bbox = [west: number, south: number, east: number, north: number]

const clamp = (value: number) => Math.min(SIDE - 1, Math.max(0, Math.floor(value)))

export const gridX = (lon: number) => clamp(((lon + 180) / 360) * SIDE)
export const gridY = (lat: number) =>
  clamp(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * SIDE)

/** The cells of 64 px that a view touches at a zoom; north is small. */
export function cellsOf([west, south, east, north]: Bbox, zoom: number) {
  const shift = 2 ** (22 - zoom)
  return {
    west: Math.floor(gridX(west) / shift),
    north: Math.floor(gridY(north) / shift),
    east: Math.floor(gridX(east) / shift),
    south: Math.floor(gridY(south) / shift),
  }
}

/** Interleaves the bits of a square's x and y; as a string because it needs up to 48 bits twice. */
export function morton(x: number, y: number): bigint {
  let key = 0n
  for (let bit = 0n; bit < 24n; bit++) {
    key |= ((BigInt(x) >> bit) & 1n) << (2n * bit)
    key |= ((BigInt(y) >> bit) & 1n) << (2n * bit + 1n)
  }
  return key
}

/**
 * The Morton ranges that cover a view: at most four squares of a size like the view's, so that few keys
 * outside it are read.
 */
export function mortonRanges(bbox: Bbox): { from: string[]; to: string[] } {
  const [west, south, east, north] = bbox
  const [x0, x1, y0, y1] = [gridX(west), gridX(east), gridY(north), gridY(south)]
  const level = Math.ceil(Math.log2(Math.max(1, x1 - x0 + 1, y1 - y0 + 1)))
  const size = 2 ** level
  const from: string[] = []
  const to: string[] = []
  for (let gx = Math.floor(x0 / size); gx <= Math.floor(x1 / size); gx++)
    for (let gy = Math.floor(y0 / size); gy <= Math.floor(y1 / size); gy++) {
      const low = morton(gx * size, gy * size)
      from.push(low.toString())
      to.push((low + BigInt(size) * BigInt(size) - 1n).toString())
    }
  return { from, to }
}
