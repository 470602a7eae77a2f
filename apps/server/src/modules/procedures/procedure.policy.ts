import type { Id, Role } from '@mitsprache/terms'
import { HIDDEN, holds, no, sees, YES, type May, type StaffOf } from '../identity/index.ts'

const PLAN: readonly Role[] = ['planner', 'administrator']

/** Planners and administrators begin procedures; who works on single ones does not begin another. */
export function maySetUp(staff: StaffOf): May {
  if (holds(staff, PLAN)) return YES
  return no(staff.roles.some((role) => PLAN.includes(role)) ? 'onlySingleProcedures' : 'needsPlanner')
}

/** An act about one procedure: hidden from who works on others only. */
function ofProcedure(staff: StaffOf, procedureId: Id, roles: readonly Role[], why: string): May {
  if (!sees(staff, procedureId)) return HIDDEN
  return holds(staff, roles, procedureId) ? YES : no(why)
}

export const mayEdit = (staff: StaffOf, procedureId: Id): May =>
  ofProcedure(staff, procedureId, PLAN, 'needsPlanner')

/** A draft with gaps can be looked at, not published. */
export function mayPublish(staff: StaffOf, procedureId: Id, missing: string[]): May {
  const may = mayEdit(staff, procedureId)
  if (!may.may) return may
  return missing.length ? no('incomplete') : YES
}

const MODERATE: readonly Role[] = ['moderator', 'administrator']

export function mayModerate(staff: StaffOf, procedureId?: Id): May {
  if (procedureId) return ofProcedure(staff, procedureId, MODERATE, 'needsModerator')
  return holds(staff, MODERATE) ? YES : no('needsModerator')
}

/** The procedures a member may moderate, or null for all of the tenant. */
export const moderatedOnly = (staff: StaffOf): Id[] | null =>
  mayModerate(staff).may
    ? null
    : staff.viewer.memberships.flatMap(({ procedureId }) =>
        procedureId && mayModerate(staff, procedureId).may ? [procedureId] : [],
      )

export const mayExport = (staff: StaffOf, procedureId: Id): May =>
  ofProcedure(staff, procedureId, ['planner', 'caseworker', 'administrator'], 'needsPlanner')

/** Erasing a person answers for the whole authority. */
export const mayEraseAuthor = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('needsAdministrator')
