import { LayerResolver } from './layer.graphql.ts'
import { MapLayerRow } from './layer.entity.ts'

export { layerCache, type LayerCache } from './layer-cache.ts'
export { layerFetcher } from './fetch-layer.ts'
export { layersOutbound } from './read-layer-service.ts'
export { registerLayers } from './layers.http.ts'
export { sweepLayers } from './sweep-layers.ts'
export const LAYER_RESOLVERS = [LayerResolver] as const
export const LAYER_ENTITIES = [MapLayerRow]
