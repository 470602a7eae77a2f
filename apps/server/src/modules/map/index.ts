import { PlaceResolver } from './places.graphql.ts'

export { registerMap } from './map.http.ts'
export { PUBLIC_MAP } from './public-map.ts'
export { registerPlan } from './plan.http.ts'
export const MAP_RESOLVERS = [PlaceResolver] as const
