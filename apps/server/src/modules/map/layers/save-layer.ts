import { isId, LIMITS, newId, type Id, type LocalizedText } from '@mitsprache/terms'
import { recordEvent } from '../../../platform/database/event.ts'
import { InputRefused, StaleVersion, TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../../identity/index.ts'
import { failureOf } from './fetch-layer.ts'
import { LayerFailure } from './layer-problem.ts'
import { MapLayerRow } from './layer.entity.ts'
import { layerEvent } from './layer.events.ts'
import { mayManageLayers } from './layer.policy.ts'
import { layersOfTenant, type StaffLayerView } from './layer.queries.ts'
import { findLayerProblems, isService, type TypedLayer } from './layer.rules.ts'
import { askOften, layersOutbound, settleService } from './read-layer-service.ts'

export type LayerWish = TypedLayer & { id: Id | null; version: number | null }

/**
 * Adds a layer, or changes one. Its service is asked once more when what is asked of it changed, so that a layer that
 * is kept could be drawn when it was.
 *
 * @returns the layer, or why not.
 */
export async function saveLayer(
  ctx: Ctx,
  tenantSlug: string,
  { id, version, ...typed }: LayerWish,
): Promise<StaffLayerView | LayerFailure | InputRefused | StaleVersion | TooManyAttempts> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageLayers(staff))
  const { tenantId, viewer } = staff
  found(id === null || isId(id) || null)
  const layer = tidy(typed)
  const problems = findLayerProblems(layer)
  if (problems.length) return InputRefused.of(...problems)

  const before = await ctx.staff(tenantId, (tx) => tx.read(layersOfTenant, tenantId))
  const mine = id && found(before.find((each) => each.id === id))
  if (mine && mine.version !== version) return StaleVersion.of()
  if (!mine && before.length >= LIMITS.layersPerTenant) return new LayerFailure('tooManyLayers')
  const isAskedOtherwise = !mine || ASKED_BY.some((field) => mine[field] !== layer[field])
  const waitS = isAskedOtherwise && isService(layer.kind) ? await askOften(ctx, tenantId) : 0
  if (waitS) return TooManyAttempts.of(waitS)
  const service = isAskedOtherwise
    ? await settleService(layersOutbound(ctx.config), layer).catch(failureOf)
    : undefined
  if (service instanceof LayerFailure) return service

  return ctx.staff(tenantId, async (tx) => {
    const now = ctx.clock()
    const layerId = mine ? mine.id : newId(now.getTime())
    const row = { ...layer, ...(service && { service }) }
    if (mine) {
      const saved = await tx.update(
        MapLayerRow,
        { tenantId, id: layerId, version: mine.version },
        {
          ...row,
          version: mine.version + 1,
        },
      )
      if (!saved) return StaleVersion.of()
    } else {
      const position = Math.max(-1, ...before.map((_, i) => i)) + 1
      await tx.insert(MapLayerRow, { ...row, service: service!, tenantId, id: layerId, position, version: 1 })
    }
    const type = mine ? 'MapLayerChanged' : 'MapLayerAdded'
    await recordEvent(tx, layerEvent(type, tenantId, [layerId], viewer.personId, now))
    return found((await tx.read(layersOfTenant, tenantId)).find((each) => each.id === layerId))
  })
}

const ASKED_BY = ['kind', 'address', 'layerName', 'styleName', 'format'] as const

function tidy(typed: TypedLayer): TypedLayer {
  const legend = typed.legend && tidyText(typed.legend)
  return {
    ...typed,
    address: typed.address.trim(),
    title: tidyText(typed.title),
    legend: legend && Object.values(legend).some(Boolean) ? legend : null,
    attribution: typed.attribution.trim(),
  }
}

const tidyText = ({ de, en, hsb }: LocalizedText): LocalizedText => ({
  de: de.trim(),
  ...(en?.trim() && { en: en.trim() }),
  ...(hsb?.trim() && { hsb: hsb.trim() }),
})
