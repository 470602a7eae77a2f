import type { Id } from '@mitsprache/terms'
import type { NewEvent } from '../../platform/database/event.ts'

/** Something that a member of staff did with their own account. Who failed to is counted, never recorded. */
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

/** Of the settings of single sign-on; the subject is the provider. */
export const signOnProviderSaved = ofStaff('SignOnProviderSaved')
export const signOnProviderRemoved = ofStaff('SignOnProviderRemoved')
