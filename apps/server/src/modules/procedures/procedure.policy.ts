import type { Id } from '@mitsprache/terms'
import { holds, no, YES, type May, type StaffOf } from '../identity/index.ts'

/** Planners and administrators set up procedures of their tenant. */
export const maySetUp = (staff: StaffOf): May =>
  holds(staff, ['planner', 'administrator']) ? YES : no('needsPlanner')

export const mayEdit = (staff: StaffOf, procedureId: Id): May =>
  holds(staff, ['planner', 'administrator'], procedureId) ? YES : no('needsPlanner')

/** A draft with gaps can be looked at, not published. */
export function mayPublish(staff: StaffOf, procedureId: Id, missing: string[]): May {
  if (!holds(staff, ['planner', 'administrator'], procedureId)) return no('needsPlanner')
  return missing.length ? no('incomplete') : YES
}

export const mayModerate = (staff: StaffOf, procedureId?: Id): May =>
  holds(staff, ['moderator', 'administrator'], procedureId) ? YES : no('needsModerator')

/** The procedures a member may moderate, or null for all of the tenant. */
export const moderatedOnly = (staff: StaffOf): Id[] | null =>
  mayModerate(staff).may
    ? null
    : staff.viewer.memberships.flatMap(({ procedureId }) =>
        procedureId && mayModerate(staff, procedureId).may ? [procedureId] : [],
      )

export const mayExport = (staff: StaffOf, procedureId: Id): May =>
  holds(staff, ['planner', 'caseworker', 'administrator'], procedureId) ? YES : no('needsPlanner')

/** Erasing a person answers for the whole authority. */
export const mayEraseAuthor = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('needsAdministrator')
