import { isId, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../../platform/database/event.ts'
import { demand, found, staffOf, type Ctx } from '../../identity/index.ts'
import { layerEvent } from './layer.events.ts'
import { mayManageLayers } from './layer.policy.ts'
import { layersOfTenant, type StaffLayerView } from './layer.queries.ts'

/** All layers of the tenant, as its administrators see them. */
export async function getLayers(ctx: Ctx, tenantSlug: string): Promise<StaffLayerView[]> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageLayers(staff))
  return ctx.staff(staff.tenantId, (tx) => tx.read(layersOfTenant, staff.tenantId))
}

/** Brings layers into an order, the first lowest. Those that are not named keep their places behind them. */
export async function orderLayers(ctx: Ctx, tenantSlug: string, ids: Id[]): Promise<StaffLayerView[]> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageLayers(staff))
  const { tenantId, viewer } = staff
  return ctx.staff(tenantId, async (tx) => {
    const there = (await tx.read(layersOfTenant, tenantId)).map(({ id }) => id)
    const named = [...new Set(ids)]
    for (const id of named) found(there.includes(id) || null)
    const order = [...named, ...there.filter((id) => !named.includes(id))]
    await tx.query(
      `update map_layer l set position = o.position - 1
       from unnest($2::uuid[]) with ordinality as o (id, position) where l.tenant_id = $1 and l.id = o.id`,
      [tenantId, order],
    )
    if (order.length)
      await recordEvent(tx, layerEvent('MapLayersOrdered', tenantId, order, viewer.personId, ctx.clock()))
    return tx.read(layersOfTenant, tenantId)
  })
}

/** Takes a layer off every map. What was fetched of it is swept. */
export async function removeLayer(ctx: Ctx, tenantSlug: string, id: Id): Promise<StaffLayerView[]> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageLayers(staff))
  const { tenantId, viewer } = staff
  found(isId(id) || null)
  return ctx.staff(tenantId, async (tx) => {
    const [gone] = await tx.query('delete from map_layer where tenant_id = $1 and id = $2 returning 1', [
      tenantId,
      id,
    ])
    found(gone)
    await recordEvent(tx, layerEvent('MapLayerRemoved', tenantId, [id], viewer.personId, ctx.clock()))
    return tx.read(layersOfTenant, tenantId)
  })
}
