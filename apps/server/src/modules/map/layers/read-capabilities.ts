import { LayerFailure } from './layer-problem.ts'
import { placesOf, TILE_PX, type WmtsService } from './tile-address.rules.ts'
import { at, childrenOf, readXml, textAt, type XmlElement } from './xml-tree.ts'

export type StyleOffer = { name: string; title: string }
export type LayerOffer = {
  name: string
  title: string
  styles: StyleOffer[]
  formats: string[]
  /** Whether it can be had in the system our map is drawn in. */
  webMercator: boolean
}
type Offered = { title: string; attribution: string; layers: LayerOffer[] }
export type WmsOffer = Offered & { kind: 'wms'; version: '1.1.1' | '1.3.0' }
export type WmtsOffer = Offered & {
  kind: 'wmts'
  /** By layer name: what of its tiles has to be known to ask for them. */
  sources: Map<string, Pick<WmtsService, 'matrixSet' | 'matrices'> & { templates: Record<string, string> }>
}

/** What browsers show and we pass on. */
export const FORMATS = ['image/png', 'image/webp', 'image/jpeg']
const LAYERS_MOST = 2_000

/**
 * What a WMS offers, from its answer to GetCapabilities.
 *
 * @throws LayerFailure notCapabilities, noLayers
 */
export function readWms(xml: string): WmsOffer {
  const root = readXml(xml)
  const version = root?.attributes.version
  const isWms = root?.name === 'WMS_Capabilities' || root?.name === 'WMT_MS_Capabilities'
  if (!root || !isWms || (version !== '1.3.0' && version !== '1.1.1'))
    throw new LayerFailure('notCapabilities')
  const capability = at(root, 'Capability')
  const formats = knownFormats(
    childrenOf(at(capability, 'Request', 'GetMap'), 'Format').map(({ text }) => text),
  )
  const layers: LayerOffer[] = []
  for (const layer of childrenOf(capability, 'Layer'))
    collect(layer, { systems: [], styles: [] }, formats, layers)
  if (!layers.length) throw new LayerFailure('noLayers')
  return {
    kind: 'wms',
    version,
    ...headOf(at(root, 'Service'), textAt(capability, 'Layer', 'Attribution', 'Title')),
    layers,
  }
}

type Inherited = { systems: string[]; styles: StyleOffer[] }

function collect(layer: XmlElement, above: Inherited, formats: string[], into: LayerOffer[]): void {
  const own = [...childrenOf(layer, 'CRS'), ...childrenOf(layer, 'SRS')].flatMap(({ text }) =>
    text.trim().split(/\s+/),
  )
  const systems = [...above.systems, ...own]
  const styles = [
    ...childrenOf(layer, 'Style').map((style) => ({
      name: textAt(style, 'Name'),
      title: textAt(style, 'Title'),
    })),
    ...above.styles,
  ].filter(({ name }, i, all) => all.findIndex((other) => other.name === name) === i)
  const name = textAt(layer, 'Name')
  if (name && into.length < LAYERS_MOST)
    into.push({
      name,
      title: textAt(layer, 'Title') || name,
      styles,
      formats,
      webMercator: systems.some((system) => system.toUpperCase() === 'EPSG:3857'),
    })
  for (const child of childrenOf(layer, 'Layer')) collect(child, { systems, styles }, formats, into)
}

/**
 * What a WMTS offers.
 *
 * @throws LayerFailure notCapabilities, noLayers
 */
export function readWmts(xml: string): WmtsOffer {
  const root = readXml(xml)
  const contents = at(root ?? undefined, 'Contents')
  if (!root || root.name !== 'Capabilities' || !contents) throw new LayerFailure('notCapabilities')
  const sets = new Map<string, (string | null)[]>()
  for (const set of childrenOf(contents, 'TileMatrixSet')) {
    const matrices = matricesOf(set)
    if (matrices) sets.set(textAt(set, 'Identifier'), matrices)
  }
  const sources: WmtsOffer['sources'] = new Map()
  const layers: LayerOffer[] = []
  for (const layer of childrenOf(contents, 'Layer').slice(0, LAYERS_MOST)) {
    const name = textAt(layer, 'Identifier')
    if (!name) continue
    const matrixSet = childrenOf(layer, 'TileMatrixSetLink')
      .map((link) => textAt(link, 'TileMatrixSet'))
      .find((id) => sets.has(id))
    const templates: Record<string, string> = {}
    for (const { attributes } of childrenOf(layer, 'ResourceURL'))
      if (attributes.resourceType === 'tile' && isFillable(attributes.template ?? ''))
        templates[attributes.format ?? ''] ??= attributes.template!
    if (matrixSet) sources.set(name, { matrixSet, matrices: sets.get(matrixSet)!, templates })
    layers.push({
      name,
      title: textAt(layer, 'Title') || name,
      styles: childrenOf(layer, 'Style').map((style) => ({
        name: textAt(style, 'Identifier'),
        title: textAt(style, 'Title'),
      })),
      formats: knownFormats(childrenOf(layer, 'Format').map(({ text }) => text)),
      webMercator: matrixSet !== undefined,
    })
  }
  if (!layers.length) throw new LayerFailure('noLayers')
  return {
    kind: 'wmts',
    ...headOf(at(root, 'ServiceIdentification'), textAt(root, 'ServiceProvider', 'ProviderName')),
    layers,
    sources,
  }
}

/** Those that lie where our tiles lie, by zoom; null when the set is not in Web Mercator. */
function matricesOf(set: XmlElement): (string | null)[] | null {
  if (!/(EPSG|epsg):(.*:)?3857$/.test(textAt(set, 'SupportedCRS'))) return null
  const matrices: (string | null)[] = []
  for (const matrix of childrenOf(set, 'TileMatrix')) {
    const zoom = Math.log2(DENOMINATOR_0 / Number(textAt(matrix, 'ScaleDenominator')))
    const [left, top] = textAt(matrix, 'TopLeftCorner').split(/\s+/).map(Number)
    const isOurs =
      Math.abs(zoom - Math.round(zoom)) < 0.001 &&
      Number(textAt(matrix, 'TileWidth')) === TILE_PX &&
      Number(textAt(matrix, 'TileHeight')) === TILE_PX &&
      Math.abs(left! + 20_037_508.34) < 1 &&
      Math.abs(top! - 20_037_508.34) < 1
    if (isOurs && zoom > -0.5 && zoom < 22.5) matrices[Math.round(zoom)] = textAt(matrix, 'Identifier')
  }
  return matrices.length ? Array.from(matrices, (name) => name ?? null) : null
}

/** Of the zoom with a single tile. @source OGC 07-057r7, annex E.4 */
const DENOMINATOR_0 = 559_082_264.028_717_8

const FILLED = ['Style', 'style', 'TileMatrixSet', 'TileMatrix', 'TileRow', 'TileCol']
const isFillable = (template: string) =>
  ['TileMatrix', 'TileRow', 'TileCol'].every((name) => placesOf(template).includes(name)) &&
  placesOf(template).every((name) => FILLED.includes(name))

const knownFormats = (offered: string[]) => {
  const types = offered.map((text) => text.trim().split(';')[0]!.trim().toLowerCase())
  return FORMATS.filter((format) => types.includes(format))
}

const headOf = (service: XmlElement | undefined, attribution: string) => ({
  title: textAt(service, 'Title').slice(0, 300),
  attribution: (
    attribution || textAt(service, 'ContactInformation', 'ContactPersonPrimary', 'ContactOrganization')
  ).slice(0, 300),
})
