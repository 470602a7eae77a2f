import { OutboundFailure, openOutbound, type Outbound } from '../../../platform/outbound/index.ts'
import type { Config } from '../../../platform/config.ts'
import { LIMITS, takeFromLimit } from '../../../platform/limits/index.ts'
import { TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { demand, staffOf, type Ctx } from '../../identity/index.ts'
import { failureOf } from './fetch-layer.ts'
import { LayerFailure } from './layer-problem.ts'
import { mayManageLayers } from './layer.policy.ts'
import { addressProblem, isService, type TypedLayer } from './layer.rules.ts'
import { readWms, readWmts, type WmsOffer, type WmtsOffer } from './read-capabilities.ts'
import { capabilitiesAddress, type LayerService } from './tile-address.rules.ts'

const CAPABILITIES = { maxBytes: 10 * 1024 * 1024, timeoutMs: 20_000 }

/** Counts a question to somebody else's server; the seconds to wait, or 0. */
export const askOften = (ctx: Ctx, tenantId: string): Promise<number> =>
  takeFromLimit(ctx, 'layerQuestion', LIMITS.layerQuestion, { tenant: tenantId })

/** The way to the servers whose maps may be shown here: those that the operator lists. */
export const layersOutbound = ({ layerHosts, layerLoopback }: Config): Outbound =>
  openOutbound({ hosts: layerHosts, loopback: layerLoopback })

/**
 * What a map service offers, so that nobody needs to know its names by heart.
 *
 * @returns its layers, or why it cannot be read; `TooManyAttempts`.
 */
export async function readLayerService(
  ctx: Ctx,
  tenantSlug: string,
  kind: 'wms' | 'wmts',
  address: string,
): Promise<WmsOffer | WmtsOffer | LayerFailure | TooManyAttempts> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageLayers(staff))
  const waitS = await askOften(ctx, staff.tenantId)
  if (waitS) return TooManyAttempts.of(waitS)
  return askService(layersOutbound(ctx.config), kind, address.trim()).catch(failureOf)
}

/** @throws LayerFailure, OutboundFailure */
async function askService(
  outbound: Outbound,
  kind: 'wms' | 'wmts',
  address: string,
): Promise<WmsOffer | WmtsOffer> {
  const problem = addressProblem(kind, address) ?? outbound.problemOf(address)
  if (problem) throw new LayerFailure(problem)
  const ask = async (version?: string) => {
    const { status, body } = await outbound.ask(capabilitiesAddress(kind, address, version), {
      ...CAPABILITIES,
      headers: { accept: 'text/xml,application/xml,application/vnd.ogc.wms_xml' },
    })
    if (status !== 200) throw new LayerFailure('answeredWithError')
    return textOf(body)
  }
  return kind === 'wms' ? readWms(await ask('1.3.0')) : readWmts(await ask('1.0.0'))
}

/** In the encoding the document says of itself; older German services still write ISO 8859-1. */
function textOf(body: Buffer): string {
  const said = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(body.toString('latin1', 0, 200))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(said).decode(body)
  } catch {
    throw new LayerFailure('notCapabilities')
  }
}

/**
 * How the tiles of a layer are asked for. A service is asked what it offers; nothing of that is taken from whoever
 * saves the layer.
 *
 * @throws LayerFailure, OutboundFailure
 */
export async function settleService(outbound: Outbound, typed: TypedLayer): Promise<LayerService> {
  if (!isService(typed.kind)) {
    const problem = addressProblem(typed.kind, typed.address) ?? outbound.problemOf(typed.address)
    if (problem) throw new LayerFailure(problem)
    return {}
  }
  const offer = await askService(outbound, typed.kind, typed.address)
  const layer = offer.layers.find(({ name }) => name === typed.layerName)
  if (!layer) throw new LayerFailure('layerUnknown')
  if (!layer.webMercator) throw new LayerFailure('noWebMercator')
  if (!layer.formats.includes(typed.format)) throw new LayerFailure('formatUnknown')
  if (typed.styleName && !layer.styles.some(({ name }) => name === typed.styleName))
    throw new LayerFailure('layerUnknown')
  const asked = { layer: layer.name, style: typed.styleName, format: typed.format }
  if (offer.kind === 'wms') return { version: offer.version, ...asked }
  const { templates, matrixSet, matrices } = offer.sources.get(layer.name)!
  const template = templates[typed.format] ?? null
  const problem = template && outbound.problemOf(template)
  if (problem) throw new OutboundFailure(problem)
  return { ...asked, style: typed.styleName || (layer.styles[0]?.name ?? ''), matrixSet, matrices, template }
}
