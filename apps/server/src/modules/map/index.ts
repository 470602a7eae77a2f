import { PlaceResolver } from './places.graphql.ts'

export { findPlaces } from './find-places.ts'
export { planOnDisplay } from './plan-on-display.ts'
export { registerMap } from './map.http.ts'
export { registerPlan } from './plan.http.ts'
export const MAP_RESOLVERS = [PlaceResolver] as const
