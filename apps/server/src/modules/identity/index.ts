import { IdentityResolver } from './identity.graphql.ts'
import { MembershipRow, PersonRow, SessionRow, SignInAttemptRow } from './person.entity.ts'

export { addPerson, type NewPerson } from './add-person.ts'
export type { Ctx, Membership, Viewer } from './context.ts'
export {
  demand,
  Denial,
  found,
  holds,
  no,
  procedureLimit,
  staffOf,
  YES,
  type May,
  type StaffOf,
} from './demand.ts'
export { erasePerson } from './erase-person.ts'
export { IdentityResolver, RoleEnum } from './identity.graphql.ts'
export { canonicalEmail, passwordProblem } from './password.rules.ts'
export { sessionIdHash } from './session.rules.ts'
export { viewerOf } from './viewer-of.ts'

export const IDENTITY_ENTITIES = [PersonRow, SessionRow, MembershipRow, SignInAttemptRow]
export const IDENTITY_RESOLVERS = [IdentityResolver] as const
