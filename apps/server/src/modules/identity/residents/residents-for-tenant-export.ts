import { newId, type Id } from '@mitsprache/terms'
import type { Clock } from '../../../platform/clock.ts'
import { asOwner } from '../../../platform/database/owner.ts'
import type { Vault } from '../../../platform/tenant-keys/index.ts'
import { openAddress } from './sealed-addresses.ts'

/**
 * Addresses of residents' accounts, for an export of their whole tenant. The reading is written down by the function
 * that gives them out, and committed before anybody has them.
 */
export async function residentsForTenantExport(
  parts: Vault & { adminUrl: string; clock: Clock },
  tenantId: Id,
  exportId: Id,
  ids: Id[],
): Promise<Map<Id, { email: string }>> {
  const { rows } = await asOwner(parts.adminUrl, (client) =>
    client.query<{ id: Id; sealed: Buffer }>(
      `select account_id as id, email_sealed as sealed from read_residents_for_tenant_export($1, $2, $3, $4, $5)`,
      [tenantId, exportId, ids, newId(), parts.clock()],
    ),
  )
  const opened = new Map<Id, { email: string }>()
  for (const { id, sealed } of rows)
    opened.set(id, { email: await openAddress(parts, tenantId, 'resident_account', id, sealed) })
  return opened
}
