import type { Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { ownProcedures } from './people.queries.ts'

/** The refusal of procedures that are not, or no longer, the tenant's; null where all are. */
export async function unknownProcedure(
  database: Database,
  tenantId: Id,
  procedureIds: Id[] | null,
): Promise<InputRefused | null> {
  if (!procedureIds) return null
  const own = await database.transaction('staff', { tenantId }, (tx) =>
    tx.read(ownProcedures, tenantId, procedureIds),
  )
  if (own.length === procedureIds.length) return null
  return InputRefused.of({ field: 'procedures', problem: 'unknown' })
}
