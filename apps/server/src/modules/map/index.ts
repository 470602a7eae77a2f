import { LAYER_RESOLVERS } from './layers/index.ts'
import { PlaceResolver } from './places.graphql.ts'

export {
  LAYER_ENTITIES as MAP_ENTITIES,
  layerCache,
  layerFetcher,
  layersOutbound,
  registerLayers,
  sweepLayers,
  type LayerCache,
} from './layers/index.ts'
export { registerMap } from './map.http.ts'
export { PUBLIC_MAP } from './public-map.ts'
export { registerPlan } from './plan.http.ts'
export const MAP_RESOLVERS = [PlaceResolver, ...LAYER_RESOLVERS] as const
