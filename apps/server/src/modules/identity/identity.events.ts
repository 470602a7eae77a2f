import type { Id } from '@mitsprache/terms'
import type { NewEvent } from '../../platform/database/event.ts'

/** Something that a member of staff did with their own account. */
const ofAccount =
  (type: string) =>
  (tenantId: Id, personId: Id, at: Date): NewEvent => ({
    tenantId,
    type,
    subjectIds: [personId],
    actorKind: 'person',
    actorId: personId,
    at,
  })

export const staffSignedIn = ofAccount('StaffSignedIn')
export const factorAdded = ofAccount('FactorAdded')
export const factorRemoved = ofAccount('FactorRemoved')
export const recoveryCodesRenewed = ofAccount('RecoveryCodesRenewed')
export const passwordChanged = ofAccount('PasswordChanged')
export const addressChanged = ofAccount('AddressChanged')
/** Two mails follow, with links that are made from the change's id. */
export const addressChangeRequested = (tenantId: Id, personId: Id, changeId: Id, at: Date): NewEvent => ({
  ...ofAccount('AddressChangeRequested')(tenantId, personId, at),
  subjectIds: [personId, changeId],
})
/** The invited person is a member from now on. */
export const invitationAccepted = ofAccount('InvitationAccepted')

/**
 * Something that an administrator did, or the operator where `actorId` is null, about who works for the tenant.
 *
 * @param subjectId the person, or the invitation while there is no person yet.
 */
const ofStaff =
  (type: string) =>
  (tenantId: Id, subjectId: Id, actorId: Id | null, at: Date): NewEvent => ({
    tenantId,
    type,
    subjectIds: [subjectId],
    actorKind: actorId ? 'person' : 'system',
    actorId,
    at,
  })

export const staffInvited = ofStaff('StaffInvited')
export const invitationWithdrawn = ofStaff('InvitationWithdrawn')
export const staffRolesChanged = ofStaff('StaffRolesChanged')
export const staffRemoved = ofStaff('StaffRemoved')
export const staffOrganisationChanged = ofStaff('StaffOrganisationChanged')
/** The subject is the organisation. */
export const organisationSaved = ofStaff('OrganisationSaved')
export const organisationRemoved = ofStaff('OrganisationRemoved')

/** Something that a resident asked for; who they are stands nowhere in it. */
const ofResident =
  (type: string) =>
  (tenantId: Id, subjectId: Id, at: Date): NewEvent => ({
    tenantId,
    type,
    subjectIds: [subjectId],
    actorKind: 'resident',
    at,
  })

/** A mail follows from it, with a link that is made from the id. */
export const residentLinkRequested = ofResident('ResidentLinkRequested')
export const residentAccountDeleted = ofResident('ResidentAccountDeleted')
export const residentAddressChanged = ofResident('ResidentAddressChanged')
export const residentAddressChangeStopped = ofResident('ResidentAddressChangeStopped')
export const residentAddressChangeRequested = (
  tenantId: Id,
  accountId: Id,
  changeId: Id,
  at: Date,
): NewEvent => ({
  ...ofResident('ResidentAddressChangeRequested')(tenantId, accountId, at),
  subjectIds: [accountId, changeId],
})

/** Of the settings of single sign-on; the subject is the provider. */
export const signOnProviderSaved = ofStaff('SignOnProviderSaved')
export const signOnProviderRemoved = ofStaff('SignOnProviderRemoved')

/**
 * Somebody was turned away. To be recorded with `recordHourly`: each of them can be repeated at will. Nobody knows who
 * it was; the subject is what they tried: an account, a provider, or only the tenant, where there is no such account.
 * What they typed stands nowhere.
 */
const ofRefused =
  (type: string) =>
  (tenantId: Id, subjectId: Id, at: Date): NewEvent => ({
    tenantId,
    type,
    subjectIds: [subjectId],
    actorKind: 'system',
    at,
  })

/** From the old address, by a link: whoever it was, it need not be the person. */
export const addressChangeStopped = ofRefused('AddressChangeStopped')
export const staffSignInFailed = ofRefused('StaffSignInFailed')
/** The subject is the tenant. */
export const unknownSignInFailed = ofRefused('UnknownSignInFailed')
export const factorProofFailed = ofRefused('FactorProofFailed')
/** The subject is the provider. */
export const signOnWasRefused = ofRefused('SignOnRefused')

/**
 * Somebody who works here was denied an act: one that they may not, or about something that does not exist to them.
 * A page that is out of date does it, too; many of them by one person are worth a question.
 */
const ofDenied =
  (type: string) =>
  (tenantId: Id, personId: Id, at: Date): NewEvent => ({
    tenantId,
    type,
    subjectIds: [personId],
    actorKind: 'person',
    actorId: personId,
    at,
  })

export const actDenied = ofDenied('ActDenied')
export const hiddenAsked = ofDenied('HiddenAsked')
