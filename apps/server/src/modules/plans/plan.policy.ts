import type { Id, Role } from '@mitsprache/terms'
import { holds, no, YES, type May, type Membership, type StaffOf } from '../identity/index.ts'

const SET_UP: readonly Role[] = ['planner', 'administrator']
const SEE_DRAFTS: readonly Role[] = [...SET_UP, 'moderator', 'caseworker', 'auditor']

/** Planners and administrators bring files, also those who work on a single procedure. */
export const mayUpload = (staff: StaffOf): May =>
  staff.roles.some((role) => SET_UP.includes(role)) ? YES : no('needsPlanner')

/** How a tenant looks is its administrators' affair. */
export const maySendLogo = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('onlyAdministrators')

/**
 * Whether a membership opens a file that is not on display yet: one of its own procedures, or one that still
 * belongs to none.
 */
export function maySeeDraftFile(membership: Membership, procedureIds: Id[]): boolean {
  if (!procedureIds.length) return SET_UP.includes(membership.role) && membership.procedureId === null
  return (
    SEE_DRAFTS.includes(membership.role) &&
    (membership.procedureId === null || procedureIds.includes(membership.procedureId))
  )
}
