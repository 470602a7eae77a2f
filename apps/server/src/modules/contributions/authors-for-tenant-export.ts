import { newId, type Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import { asOwner } from '../../platform/database/owner.ts'
import type { Vault } from '../../platform/tenant-keys/index.ts'
import { openAuthors, type Author, type SealedAuthor } from './authors.ts'

/**
 * Who wrote contributions, for an export of their whole tenant. The reading is written down by the function that gives
 * them out, and committed before anybody has them.
 */
export async function authorsForTenantExport(
  parts: Vault & { adminUrl: string; clock: Clock },
  tenantId: Id,
  exportId: Id,
  ids: Id[],
): Promise<Map<Id, Author>> {
  const { rows } = await asOwner(parts.adminUrl, (client) =>
    client.query<SealedAuthor>(
      `select contribution_id as id, name_sealed as "nameSealed", email_sealed as "emailSealed"
       from read_authors_for_tenant_export($1, $2, $3, $4, $5)`,
      [tenantId, exportId, ids, newId(), parts.clock()],
    ),
  )
  return openAuthors(parts, tenantId, rows)
}
