import { newId, type Id } from '@mitsprache/terms'
import type { Clock } from '../../../platform/clock.ts'
import type { Secrets } from '../../../platform/config.ts'
import { asOwner } from '../../../platform/database/owner.ts'
import { unseal } from '../../../platform/seal.ts'
import { aboutAccountEmail } from './resident.rules.ts'

/**
 * Addresses of residents' accounts, for an export of their whole tenant. The reading is written down by the function
 * that gives them out, and committed before anybody has them.
 */
export async function residentsForTenantExport(
  parts: { adminUrl: string; clock: Clock; secrets: Pick<Secrets, 'personKey'> },
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
  return new Map(
    rows.map(({ id, sealed }) => [
      id,
      { email: unseal(parts.secrets.personKey, aboutAccountEmail(id), sealed) },
    ]),
  )
}
