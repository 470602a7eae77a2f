import type { Id } from '@mitsprache/terms'
import { holds, no, YES, type May, type StaffOf } from '../identity/index.ts'

/** Who enters letters: the desk that works with them. Moderators only see what goes public. */
export const mayTakeIn = (staff: StaffOf, procedureId: Id): May =>
  holds(staff, ['planner', 'caseworker', 'administrator'], procedureId) ? YES : no('needsCaseworker')
