export const PLAN_ENTITIES: Function[] = []
