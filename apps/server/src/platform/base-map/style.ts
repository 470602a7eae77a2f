import type { StreetClass } from '@mitsprache/sample-town'
import { BASE_MAP_VERSION } from '@mitsprache/terms'

export type Theme = 'light' | 'dark'

/** Part of every tile's ETag and of the addresses that may be kept for ever. */
export const TILE_STYLE_VERSION = BASE_MAP_VERSION

export const MIN_ZOOM = 10
export const MAX_ZOOM = 19

/** From this zoom buildings are drawn; below it, a soft tint says that people live there. */
export const BUILDINGS_FROM_ZOOM = 16

export type Palette = {
  paper: string
  builtUp: string
  park: string
  wood: string
  tree: string
  building: string
  buildingEdge: string
  water: string
  casing: string
  mainStreet: string
  mainCasing: string
  street: string
  service: string
  tram: string
  ink: string
  halo: string
  districtInk: string
  parkInk: string
  waterInk: string
}

/** Dark is drawn anew: streets are lighter than the paper, lettering lighter still, and nothing is straw. */
export const PALETTES: Record<Theme, Palette> = {
  light: {
    paper: '#f3efe6',
    builtUp: '#eae2d3',
    park: '#d3e3c4',
    wood: '#c9dcb8',
    tree: '#b3cc9f',
    building: '#ddd3c3',
    buildingEdge: '#d0c5b2',
    water: '#abcbdb',
    casing: '#dfd6c6',
    mainStreet: '#fff6df',
    mainCasing: '#e2d2ac',
    street: '#ffffff',
    service: '#ffffff',
    tram: '#9a6a62',
    ink: '#39423d',
    halo: '#fffdf8',
    districtInk: '#5f655f',
    parkInk: '#3a6335',
    waterInk: '#2f6a8c',
  },
  dark: {
    paper: '#1a2129',
    builtUp: '#212a33',
    park: '#1e3329',
    wood: '#1b3026',
    tree: '#254234',
    building: '#2e3a46',
    buildingEdge: '#3a4754',
    water: '#27475a',
    casing: '#12181f',
    mainStreet: '#4a5560',
    mainCasing: '#12181f',
    street: '#39434e',
    service: '#2f3943',
    tram: '#b98f86',
    ink: '#d3dade',
    halo: '#12181f',
    districtInk: '#9fabb3',
    parkInk: '#8fc09a',
    waterInk: '#8fc1da',
  },
}

/** Width at a zoom, in pixels, from stops; between stops it grows evenly in proportion, like the map does. */
function between(stops: [zoom: number, px: number][], z: number): number {
  const [first] = stops
  if (z < first![0]) return 0
  for (let i = 1; i < stops.length; i++) {
    const [z1, px1] = stops[i - 1]!
    const [z2, px2] = stops[i]!
    if (z <= z2) return px1 * (px2 / px1) ** ((z - z1) / (z2 - z1))
  }
  const [lastZ, lastPx] = stops.at(-1)!
  return lastPx * 2 ** (z - lastZ)
}

const WIDTHS: Record<StreetClass, [number, number][]> = {
  motorway: [
    [10, 1.6],
    [12, 2.6],
    [14, 5],
    [16, 11],
    [17, 19],
    [19, 62],
  ],
  trunk: [
    [10, 1.6],
    [12, 2.6],
    [14, 5],
    [16, 11],
    [17, 19],
    [19, 62],
  ],
  primary: [
    [10, 1.4],
    [12, 2.3],
    [14, 4.6],
    [16, 10.5],
    [17, 18],
    [19, 58],
  ],
  secondary: [
    [10, 1],
    [12, 1.9],
    [14, 4.2],
    [16, 10],
    [17, 17],
    [19, 54],
  ],
  tertiary: [
    [11, 0.8],
    [12, 1.3],
    [14, 3.2],
    [16, 9],
    [17, 15.5],
    [19, 50],
  ],
  unclassified: [
    [12, 0.7],
    [13, 1.1],
    [14, 2.2],
    [16, 7.5],
    [17, 13.5],
    [19, 46],
  ],
  residential: [
    [12, 0.6],
    [13, 1],
    [14, 2],
    [16, 7.5],
    [17, 13.5],
    [19, 46],
  ],
  living_street: [
    [13, 0.8],
    [14, 1.6],
    [16, 6.5],
    [17, 11.5],
    [19, 40],
  ],
  pedestrian: [
    [13, 0.8],
    [14, 1.6],
    [16, 6],
    [17, 10.5],
    [19, 36],
  ],
  service: [
    [14, 0.7],
    [15, 1.3],
    [16, 3],
    [17, 5.5],
    [19, 20],
  ],
}

/** Width of a street's fill in pixels; 0 where it is not drawn. */
export const streetWidthPx = (kind: StreetClass, z: number) => between(WIDTHS[kind], z)

/** Width of the edge on each side of a street, in pixels. */
export const casingWidthPx = (z: number) => (z < 13 ? 0.4 : z < 15 ? 0.6 : z < 17 ? 0.9 : 1.2)

export const MAIN_STREETS: readonly StreetClass[] = ['motorway', 'trunk', 'primary', 'secondary']
export const isMain = (kind: StreetClass) => MAIN_STREETS.includes(kind)

/** Height of a street's name in pixels; 0 where it has none: city scale names main roads only. */
export function nameSizePx(kind: StreetClass, z: number): number {
  if (kind === 'service' || kind === 'motorway') return z >= 17 ? 12 : 0
  if (isMain(kind)) return z < 12 ? 0 : z < 16 ? 12 : z === 16 ? 13 : z === 17 ? 14 : 16
  if (kind === 'tertiary') return z < 15 ? 0 : z < 17 ? 12 : z === 17 ? 13.5 : 15
  return z < 16 ? 0 : z === 16 ? 12 : z === 17 ? 13 : 14.5
}
