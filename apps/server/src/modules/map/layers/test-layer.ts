import { isId, type Id } from '@mitsprache/terms'
import { TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../../identity/index.ts'
import { tenantById } from '../../tenants/index.ts'
import { failureOf, fetchGeoJson, fetchTile } from './fetch-layer.ts'
import { LayerFailure } from './layer-problem.ts'
import { mayManageLayers } from './layer.policy.ts'
import { layerSourceOfTenant } from './layer.queries.ts'
import { askOften, layersOutbound } from './read-layer-service.ts'
import { tileAddress } from './tile-address.rules.ts'

export type LayerTried = { durationMs: number; sizeBytes: number; format: string }

/** Asks for what a layer shows in the middle of the tenant's map, past everything that is kept. */
export async function testLayer(
  ctx: Ctx,
  tenantSlug: string,
  id: Id,
): Promise<LayerTried | LayerFailure | TooManyAttempts> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageLayers(staff))
  const { tenantId } = staff
  found(isId(id) || null)
  const source = found((await ctx.staff(tenantId, (tx) => tx.read(layerSourceOfTenant, tenantId, id)))[0])
  const waitS = await askOften(ctx, tenantId)
  if (waitS) return TooManyAttempts.of(waitS)
  const outbound = layersOutbound(ctx.config)
  const from = performance.now()
  try {
    const tenant = found((await ctx.database.read(tenantById, tenantId))[0])
    const zoom = Math.min(source.zoomMost, Math.max(source.zoomLeast, tenant.mapZoom))
    const address =
      source.kind === 'geojson'
        ? source.address
        : tileAddress(source, tileAt(tenant.mapLon, tenant.mapLat, zoom))
    if (!address) return new LayerFailure('noWebMercator')
    const [content, format] =
      source.kind === 'geojson'
        ? await fetchGeoJson(outbound, address)
        : await fetchTile(outbound, address, false)
    return { durationMs: Math.round(performance.now() - from), sizeBytes: content.length, format }
  } catch (cause) {
    return failureOf(cause)
  }
}

function tileAt(lon: number, lat: number, z: number) {
  const side = 2 ** z
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
  return { z, x: Math.floor(((lon + 180) / 360) * side), y: Math.floor(y * side) }
}
