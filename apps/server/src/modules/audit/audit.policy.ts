import { holds, no, procedureLimit, YES, type May, type StaffOf } from '../identity/index.ts'
import type { Id } from '@mitsprache/terms'

/** Who checks the others has no other power here: administrators do not read the log of themselves. */
export const mayReadLog = (staff: StaffOf): May =>
  auditedOnly(staff) === 'nothing' ? no('onlyAuditors') : YES

/** The procedures whose events somebody may read: null for all of the tenant. */
export function auditedOnly(staff: StaffOf): Id[] | null | 'nothing' {
  if (holds(staff, ['auditor'])) return null
  const limit =
    procedureLimit(staff) ?? staff.viewer.memberships.flatMap(({ procedureId }) => procedureId ?? [])
  const mine = limit.filter((id) => holds(staff, ['auditor'], id))
  return mine.length ? mine : 'nothing'
}
