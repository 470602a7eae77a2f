import { IdentityResolver } from './identity.graphql.ts'
import { AccountResolver } from './account.graphql.ts'
import {
  AuthenticatorAppRow,
  InvitationProcedureRow,
  InvitationRow,
  PasskeyRow,
  RecoveryCodeRow,
  UsedChallengeRow,
} from './factor.entity.ts'
import { PersonAddressChangeRow, ResidentAddressChangeRow } from './new-address/new-address.entity.ts'
import { NewAddressResolver } from './new-address/new-address.graphql.ts'
import { OrganisationRow, StaffOrganisationRow } from './organisations/organisation.entity.ts'
import { OrganisationResolver } from './organisations/organisation.graphql.ts'
import { PeopleResolver } from './people.graphql.ts'
import { MembershipRow, PersonRow, SessionRow, SignInAttemptRow } from './person.entity.ts'
import { ResidentAccountRow, ResidentLinkRow, ResidentSessionRow } from './residents/resident.entity.ts'
import { ResidentResolver } from './residents/resident.graphql.ts'
import { SignOnSettingsResolver } from './sign-on/sign-on-settings.graphql.ts'
import { SignOnIdentityRow, SignOnProviderRow, SignOnSessionRow } from './sign-on/sign-on.entity.ts'
import { SignOnResolver } from './sign-on/sign-on.graphql.ts'

export { addPerson, type NewPerson } from './add-person.ts'
export type { Ctx, Membership, Viewer } from './context.ts'
export {
  demand,
  Denial,
  found,
  HIDDEN,
  holds,
  no,
  procedureLimit,
  sees,
  staffOf,
  YES,
  type May,
  type StaffOf,
} from './demand.ts'
export { erasePerson } from './erase-person.ts'
export { noteDenied } from './note-refused.ts'
export { deviceOf } from './device.rules.ts'
export { May as MayAnswer } from './may.graphql.ts'
export { invitationToSend, makeInvitation } from './invite-person.ts'
export { namesOfInvited, personToWrite } from './person-to-write.ts'
export { AlreadyMember } from './people-refusals.graphql.ts'
export { canonicalEmail, passwordProblem } from './password.rules.ts'
export { residentsForTenantExport } from './residents/residents-for-tenant-export.ts'
export { addressChangeToSend } from './new-address/change-to-send.ts'
export { residentLinkToSend } from './residents/link-to-send.ts'
export { demandResident, residentOfTenant, type Resident } from './residents/resident-session.ts'
export { SEALED_ADDRESSES } from './residents/sealed-addresses.ts'
export { TrustLevelEnum } from './residents/resident.graphql.ts'
export { recheckSignOn } from './sign-on/recheck-sign-on.ts'
export { registerSignOn } from './sign-on/sign-on.http.ts'
export { isTrusted } from './sign-on/provider.rules.ts'
export { sessionIdHash } from './session.rules.ts'
export { RoleEnum } from './viewer.graphql.ts'
export { viewerOf } from './viewer-of.ts'

export const IDENTITY_ENTITIES = [
  PersonRow,
  SessionRow,
  MembershipRow,
  SignInAttemptRow,
  PasskeyRow,
  AuthenticatorAppRow,
  RecoveryCodeRow,
  UsedChallengeRow,
  InvitationRow,
  InvitationProcedureRow,
  OrganisationRow,
  StaffOrganisationRow,
  SignOnProviderRow,
  SignOnIdentityRow,
  SignOnSessionRow,
  ResidentAccountRow,
  ResidentLinkRow,
  ResidentSessionRow,
  PersonAddressChangeRow,
  ResidentAddressChangeRow,
]
export const IDENTITY_RESOLVERS = [
  IdentityResolver,
  AccountResolver,
  PeopleResolver,
  OrganisationResolver,
  SignOnResolver,
  SignOnSettingsResolver,
  ResidentResolver,
  NewAddressResolver,
] as const
