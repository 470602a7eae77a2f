export { LIMITS, type Limit, type LimitKind } from './limits.rules.ts'
export { takeFromLimit } from './shared-limits.ts'
