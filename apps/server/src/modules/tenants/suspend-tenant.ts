import type { Id, LocalizedText } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { defineRead } from '../../platform/database/read.ts'

/**
 * Closes a tenant for now. Nothing is changed in what it has: what is on display is shown to nobody, nothing is
 * handed in, its staff find themselves nowhere at work, its messages wait. Who holds the secret of a receipt can still
 * read what became of their contribution, and the pages that the law asks for stay.
 *
 * @returns false when it is closed already; what people are told then stays as it is.
 */
export const suspendTenant = (database: Database, clock: Clock, id: Id, reason: LocalizedText) =>
  setSuspended(database, clock, id, reason)

/** Opens it again, as it was. @returns false when it is open. */
export const resumeTenant = (database: Database, clock: Clock, id: Id) =>
  setSuspended(database, clock, id, null)

async function setSuspended(
  database: Database,
  clock: Clock,
  tenantId: Id,
  reason: LocalizedText | null,
): Promise<boolean> {
  const now = clock()
  return database.transaction('system', { tenantId }, async (tx) => {
    const changed = await tx.query(
      `update tenant set suspended_at = $2, suspension_reason = $3, version = version + 1
       where id = $1 and (suspended_at is null) = ($2::timestamptz is not null) returning 1`,
      [tenantId, reason && now, reason && JSON.stringify(reason)],
    )
    if (!changed.length) return false
    // Also what lets go of every answer that was kept.
    await recordEvent(tx, {
      tenantId,
      type: reason ? 'TenantSuspended' : 'TenantResumed',
      subjectIds: [tenantId],
      actorKind: 'system',
      at: now,
    })
    return true
  })
}

const runningProcedures = defineRead<{ running: number; formal: number }, [tenantId: Id, now: Date]>(
  'public',
  'running-procedures',
  (where) => `select count(*)::integer as running, (count(*) filter (where formal))::integer as formal
    from published_procedure where ${where('tenant_id = $1')} and starts_at <= $2 and ends_at >= $2`,
)

const staffCount = defineRead<{ n: number }, [tenantId: Id]>(
  'identity',
  'staff-count',
  (where) =>
    `select count(distinct person_id)::integer as n from membership where ${where('tenant_id = $1')}`,
)

/** Whom it hits to close a tenant now, in numbers. */
export async function whatSuspendingStops(database: Database, clock: Clock, tenantId: Id) {
  const [[procedures], [staff]] = await Promise.all([
    database.read(runningProcedures, tenantId, clock()),
    database.read(staffCount, tenantId),
  ])
  return { ...procedures!, staff: staff!.n }
}
