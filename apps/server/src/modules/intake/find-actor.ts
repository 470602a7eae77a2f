import type { Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { demand, found, type StaffOf } from '../identity/index.ts'
import { mayTakeIn } from './intake.policy.ts'
import { staffByEmail } from './intake.queries.ts'

/**
 * The member of staff in whose name rows are taken in.
 *
 * @throws Denial for an address nobody of the tenant has, or who has not the right.
 */
export async function findActor(
  database: Database,
  tenant: { id: Id; slug: string },
  email: string,
  procedureId: Id,
): Promise<Id> {
  const person = found((await database.read(staffByEmail, tenant.slug, email.trim().toLowerCase()))[0])
  const staff: StaffOf = {
    viewer: person,
    tenantId: tenant.id,
    roles: person.memberships.map((membership) => membership.role),
  }
  demand(mayTakeIn(staff, procedureId))
  return person.personId
}
