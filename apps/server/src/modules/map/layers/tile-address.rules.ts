export const LAYER_KINDS = ['wms', 'wmts', 'xyz', 'geojson'] as const
export type LayerKind = (typeof LAYER_KINDS)[number]

export type WmsService = { version: '1.1.1' | '1.3.0'; layer: string; style: string; format: string }
export type WmtsService = {
  layer: string
  style: string
  format: string
  matrixSet: string
  /** Names of the zooms, by zoom; null where the service has none. */
  matrices: (string | null)[]
  /** Address with `{TileMatrix}` and its sisters; null: asked by parameters. */
  template: string | null
}
/** How tiles are asked for; nothing for `xyz` and `geojson`, whose address says it all. */
export type LayerService = WmsService | WmtsService | Record<string, never>

export type Tile = { z: number; x: number; y: number }
export type TiledSource = { kind: LayerKind; address: string; service: LayerService }

/** Half the world in metres of Web Mercator (EPSG:3857). */
const HALF_WORLD_M = 20_037_508.342789244
export const TILE_PX = 256

/**
 * The address of a tile, made of numbers that were checked and of what was stored with the layer; nothing that a
 * visitor sent gets in.
 *
 * @returns null where the service has no such zoom.
 * @source OGC 06-042 (WMS 1.3.0), 01-068r3 (WMS 1.1.1), 07-057r7 (WMTS 1.0.0).
 */
export function tileAddress({ kind, address, service }: TiledSource, tile: Tile): string | null {
  if (kind === 'wms') return wmsAddress(address, service as WmsService, tile)
  if (kind === 'wmts') return wmtsAddress(address, service as WmtsService, tile)
  if (kind === 'xyz')
    return fill(address, {
      z: String(tile.z),
      x: String(tile.x),
      y: String(tile.y),
      '-y': String(2 ** tile.z - 1 - tile.y),
    })
  return null
}

function wmsAddress(address: string, { version, layer, style, format }: WmsService, tile: Tile): string {
  const sideM = (2 * HALF_WORLD_M) / 2 ** tile.z
  const west = tile.x * sideM - HALF_WORLD_M
  const north = HALF_WORLD_M - tile.y * sideM
  return withParameters(address, {
    SERVICE: 'WMS',
    VERSION: version,
    REQUEST: 'GetMap',
    LAYERS: layer,
    STYLES: style,
    // East before north in both versions: EPSG:3857 is no system that 1.3.0 turns round.
    [version === '1.3.0' ? 'CRS' : 'SRS']: 'EPSG:3857',
    BBOX: [west, north - sideM, west + sideM, north].map((metres) => metres.toFixed(6)).join(','),
    WIDTH: String(TILE_PX),
    HEIGHT: String(TILE_PX),
    FORMAT: format,
    TRANSPARENT: format === 'image/jpeg' ? 'FALSE' : 'TRUE',
  })
}

function wmtsAddress(address: string, service: WmtsService, { z, x, y }: Tile): string | null {
  const { layer, style, format, matrixSet, matrices, template } = service
  const matrix = matrices[z]
  if (matrix === null || matrix === undefined) return null
  if (template)
    return fill(template, {
      Style: style,
      style,
      TileMatrixSet: matrixSet,
      TileMatrix: matrix,
      TileRow: String(y),
      TileCol: String(x),
    })
  return withParameters(address, {
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: layer,
    STYLE: style,
    FORMAT: format,
    TILEMATRIXSET: matrixSet,
    TILEMATRIX: matrix,
    TILEROW: String(y),
    TILECOL: String(x),
  })
}

export const capabilitiesAddress = (kind: 'wms' | 'wmts', address: string, version?: string): string =>
  // A document that lies there as a file is asked for as it is.
  kind === 'wmts' && /\.xml$/i.test(new URL(address).pathname)
    ? address
    : withParameters(address, {
        SERVICE: kind.toUpperCase(),
        REQUEST: 'GetCapabilities',
        ...(version ? { VERSION: version } : {}),
      })

/** What the protocol says itself; of the rest, such as `map=`, the service may need every letter. */
const SAID_BY_US =
  /^(service|version|request|layers?|styles?|crs|srs|bbox|width|height|format|transparent|exceptions|tilematrixset|tilematrix|tilerow|tilecol|time|elevation|sld|sld_body)$/i

function withParameters(address: string, parameters: Record<string, string>): string {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()]) if (SAID_BY_US.test(name)) url.searchParams.delete(name)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

const PLACES = /\{([^{}]*)\}/g
const fill = (template: string, values: Record<string, string>): string =>
  template.replace(PLACES, (place, name: string) =>
    name in values ? encodeURIComponent(values[name]!) : place,
  )

/** Names in braces that a template has. */
export const placesOf = (template: string): string[] =>
  [...template.matchAll(PLACES)].map(([, name]) => name!)

/** Parameters that open something: what lies in an address is read by too many. */
const CREDENTIAL =
  /^(api[-_]?key|key|token|access[-_]?token|auth|password|passwd|pwd|user|username|secret|sig|signature)$/i

export const carriesCredentials = (address: string): boolean =>
  URL.canParse(address) && [...new URL(address).searchParams.keys()].some((name) => CREDENTIAL.test(name))
