import { newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import type { Assignment } from './invitation.rules.ts'
import { MembershipRow } from './person.entity.ts'

/** Gives somebody these roles, for all procedures of the tenant or for these only; what they hold already stays. */
export async function assign(
  tx: Tx,
  tenantId: Id,
  personId: Id,
  { roles, procedureIds }: Assignment,
): Promise<void> {
  for (const role of roles)
    for (const procedureId of procedureIds ?? [null])
      await tx.insertNew(MembershipRow, { tenantId, id: newId(), personId, role, procedureId })
}
