import { newId, type Id, type Role } from '@mitsprache/terms'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../../platform/database/event.ts'
import { staffRemoved, staffRolesChanged } from '../identity.events.ts'
import { MembershipRow } from '../person.entity.ts'

/** Changes of one tenant's people queue: by hand, or by what a provider says. */
export const queueForPeople = (tx: Tx, tenantId: Id) =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`people of ${tenantId}`])

/** Makes somebody's roles what their groups say. Roles for single procedures, which people gave, stay. */
export async function takeOverRoles(
  tx: Tx,
  tenantId: Id,
  personId: Id,
  roles: readonly Role[],
  now: Date,
): Promise<void> {
  await queueForPeople(tx, tenantId)
  const gone = await tx.query(
    `delete from membership where tenant_id = $1 and person_id = $2 and procedure_id is null and role <> all ($3)
     returning 1`,
    [tenantId, personId, roles],
  )
  let changed = gone.length > 0
  for (const role of roles) {
    const row = { tenantId, id: newId(), personId, role, procedureId: null }
    if (await tx.insertNew(MembershipRow, row)) changed = true
  }
  if (changed) await recordEvent(tx, staffRolesChanged(tenantId, personId, null, now))
}

/** Somebody belongs here no more: no role of any kind, and signed out everywhere. */
export async function endStaff(tx: Tx, tenantId: Id, personId: Id, now: Date): Promise<void> {
  await queueForPeople(tx, tenantId)
  const gone = await tx.query('delete from membership where tenant_id = $1 and person_id = $2 returning 1', [
    tenantId,
    personId,
  ])
  await tx.query('delete from staff_organisation where tenant_id = $1 and person_id = $2', [
    tenantId,
    personId,
  ])
  await tx.query('delete from session where person_id = $1', [personId])
  if (gone.length) await recordEvent(tx, staffRemoved(tenantId, personId, null, now))
}
