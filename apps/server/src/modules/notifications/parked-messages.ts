import type { Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { enqueueSending } from './relay-messages.ts'

export type ParkedMessage = {
  id: Id
  tenant: string
  kind: string
  reason: string | null
  reply: string | null
  tries: number
  at: Date
}

/** The messages that were given up, of all tenants, the newest first. To whom they go is not told. */
export const parkedMessages = (database: Database): Promise<ParkedMessage[]> =>
  database.transaction('system', {}, (tx) =>
    tx.query<ParkedMessage>(
      `select m.id, t.slug as tenant, m.kind, m.reason, m.reply, m.tries, m.settled_at as at
         from message m join tenant t on t.id = m.tenant_id
        where m.state = 'parked' order by m.settled_at desc, m.id limit 1000`,
    ),
  )

/** Sends them again, as after a mail server was mended; addresses that bounced stay held back. */
export async function retryParkedMessages(database: Database): Promise<number> {
  return database.transaction('system', {}, async (tx) => {
    const again = await tx.query<{ tenantId: Id; id: Id }>(
      `update message set state = 'waiting', reason = null, reply = null, tries = 0, claimed_until = null, settled_at = null
       where state = 'parked' and reason <> 'suppressed' returning tenant_id as "tenantId", id`,
    )
    for (const { tenantId, id } of again) await enqueueSending(tx, tenantId, id)
    return again.length
  })
}
