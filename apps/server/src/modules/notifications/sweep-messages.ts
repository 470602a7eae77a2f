import type { Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { enqueueSending } from './relay-messages.ts'

const AT_ONCE = 500

/**
 * Gives a job to each message that waits without one: put in before there was a mail server, held back by its
 * tenant's limit, or whose job was lost. The message is the truth, the job only its alarm clock.
 */
export async function sweepMessages(database: Database): Promise<number> {
  return database.transaction('system', {}, async (tx) => {
    const waiting = await tx.query<{ tenantId: Id; id: Id }>(
      `select m.tenant_id as "tenantId", m.id from message m join tenant t on t.id = m.tenant_id and t.suspended_at is null
       where m.state = 'waiting' and not exists (
         select from pgboss.job j where j.name = 'send-message' and j.state in ('created', 'retry', 'active')
            and j.data->'subjects'->>0 = m.id::text)
       order by m.created_at, m.id limit ${AT_ONCE}`,
    )
    for (const { tenantId, id } of waiting) await enqueueSending(tx, tenantId, id)
    return waiting.length
  })
}
