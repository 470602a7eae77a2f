import type { Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'

/** What is agreed between a tenant and whoever runs the installation; what is not named stays, null lifts it. */
export type TenantTerms = {
  host?: string | null
  /** Of all of its files together. */
  storageMb?: number | null
  /** On display at the same time. */
  procedures?: number | null
}

const COLUMN = { host: 'host', storageMb: 'storage_quota_mb', procedures: 'procedure_quota' } as const

/**
 * Sets host name and quotas of a tenant.
 *
 * @returns whether there is such a tenant, or `hostTaken`.
 * @throws what the database throws where a value cannot be so.
 */
export async function setTerms(
  database: Database,
  clock: Clock,
  slug: string,
  terms: TenantTerms,
): Promise<boolean | 'hostTaken'> {
  const changed = Object.entries(terms).filter(([, value]) => value !== undefined)
  const set = changed.map(([name], i) => `${COLUMN[name as keyof TenantTerms]} = $${i + 2}`)
  try {
    return await database.transaction('system', {}, async (tx) => {
      const [row] = await tx.query<{ id: Id }>(
        `update tenant set ${['version = version + 1', ...set].join(', ')} where slug = $1 returning id`,
        [slug, ...changed.map(([, value]) => value)],
      )
      if (!row) return false
      if (changed.length)
        await recordEvent(tx, {
          tenantId: row.id,
          type: 'TenantTermsChanged',
          subjectIds: [row.id],
          actorKind: 'system',
          at: clock(),
        })
      return true
    })
  } catch (cause) {
    if ((cause as { constraint?: string }).constraint === 'tenant_host_unique') return 'hostTaken'
    throw cause
  }
}
