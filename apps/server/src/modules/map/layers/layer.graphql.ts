import type { Id } from '@mitsprache/terms'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { PublicCtx } from '../../../platform/public-door.ts'
import { isRefusal } from '../../../platform/refusal.graphql.ts'
import { SameForEveryone } from '../../../platform/same-for-everyone.ts'
import type { Ctx as Context } from '../../identity/index.ts'
import { getLayers, orderLayers, removeLayer } from './arrange-layers.ts'
import { LayerFailure } from './layer-problem.ts'
import {
  LayerKindEnum,
  LayerRefused,
  LayerServiceRead,
  LayerTested,
  MapLayer,
  MapLayerInput,
  ReadLayerServiceResult,
  SaveMapLayerResult,
  StaffMapLayer,
  StaffMapLayers,
  TestMapLayerResult,
} from './layer-types.graphql.ts'
import { publishedLayers, type LayerView, type StaffLayerView } from './layer.queries.ts'
import { isService } from './layer.rules.ts'
import { readLayerService } from './read-layer-service.ts'
import { saveLayer } from './save-layer.ts'
import { testLayer } from './test-layer.ts'
import type { LayerKind } from './tile-address.rules.ts'

const toLayer = ({ version, ...view }: LayerView): MapLayer =>
  Object.assign(new MapLayer(), view, {
    url:
      view.kind === 'geojson'
        ? `/tiles/layers/${view.id}.geojson?v=${version}`
        : `/tiles/layers/${view.id}/{z}/{x}/{y}.png?v=${version}`,
    // Stored in single precision: 0.8 comes back as 0.800000011920929.
    opacity: Math.round(view.opacity * 100) / 100,
  })

const toStaffLayer = (view: StaffLayerView): StaffMapLayer => {
  const { address, layerName, styleName, format, published, ...layer } = view
  return Object.assign(new StaffMapLayer(), {
    layer: toLayer(layer),
    address,
    layerName,
    styleName,
    format,
    published,
    version: view.version,
  })
}

const toStaffLayers = ({ config }: Context, views: StaffLayerView[]): StaffMapLayers =>
  Object.assign(new StaffMapLayers(), { layers: views.map(toStaffLayer), hosts: [...config.layerHosts] })

@Resolver()
export class LayerResolver {
  @SameForEveryone()
  @Query(() => [MapLayer], { description: 'What can be laid on the maps of a tenant, the lowest first.' })
  async mapLayers(
    @Ctx() { database }: PublicCtx,
    @Arg('tenant', () => String) tenant: string,
  ): Promise<MapLayer[]> {
    return (await database.read(publishedLayers, tenant)).map(toLayer)
  }

  @Query(() => StaffMapLayers, { description: 'For the tenant’s administrators.' })
  async staffMapLayers(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
  ): Promise<StaffMapLayers> {
    return toStaffLayers(ctx, await getLayers(ctx, tenant))
  }

  @Mutation(() => ReadLayerServiceResult, {
    description: 'Asks a WMS or WMTS what it offers; changes nothing.',
  })
  async readLayerService(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('kind', () => LayerKindEnum) kind: LayerKind,
    @Arg('address', () => String) address: string,
  ): Promise<typeof ReadLayerServiceResult> {
    if (!isService(kind)) return LayerRefused.of(new LayerFailure('notCapabilities'))
    const read = await readLayerService(ctx, tenant, kind, address)
    if (read instanceof LayerFailure) return LayerRefused.of(read)
    if (isRefusal(read)) return read
    const { title, attribution, layers } = read
    return Object.assign(new LayerServiceRead(), { title, attribution, layers })
  }

  @Mutation(() => SaveMapLayerResult)
  async saveMapLayer(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => MapLayerInput) input: MapLayerInput,
  ): Promise<typeof SaveMapLayerResult> {
    const { id = null, version = null, legend = null, ...layer } = input
    const saved = await saveLayer(ctx, tenant, { ...layer, id, version, legend })
    if (saved instanceof LayerFailure) return LayerRefused.of(saved)
    return isRefusal(saved) ? saved : toStaffLayer(saved)
  }

  @Mutation(() => TestMapLayerResult, { description: 'Asks its server anew; changes nothing.' })
  async testMapLayer(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<typeof TestMapLayerResult> {
    const tested = await testLayer(ctx, tenant, id)
    if (tested instanceof LayerFailure) return LayerRefused.of(tested)
    return isRefusal(tested) ? tested : Object.assign(new LayerTested(), tested)
  }

  @Mutation(() => StaffMapLayers)
  async orderMapLayers(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('ids', () => [ID]) ids: Id[],
  ): Promise<StaffMapLayers> {
    return toStaffLayers(ctx, await orderLayers(ctx, tenant, ids))
  }

  @Mutation(() => StaffMapLayers)
  async removeMapLayer(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<StaffMapLayers> {
    return toStaffLayers(ctx, await removeLayer(ctx, tenant, id))
  }
}
