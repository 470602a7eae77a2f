export type { Ctx, Membership, Viewer } from './context.ts'
export { demand, Denial, found, holds, no, procedureLimit, staffOf, YES, type May, type StaffOf } from './demand.ts'

export const IDENTITY_ENTITIES: Function[] = []
