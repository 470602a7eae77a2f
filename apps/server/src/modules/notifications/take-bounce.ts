import type { Id } from '@mitsprache/terms'
import { addressHash, readBounce } from '../../platform/mail/index.ts'
import { composeMail } from './compose-mail.ts'
import { readMailToken } from './message-id.rules.ts'
import type { MailParts, Outgoing } from './message.ts'

export type TakenBounce = 'noBounce' | 'notOurs' | 'taken'

/**
 * Takes a report that a message did not arrive: the message says so from now on, and an address that does not exist is
 * not written to again. Repeated, it does no harm.
 */
export async function takeBounce(parts: MailParts, source: Buffer): Promise<TakenBounce> {
  const { database, secrets, clock } = parts
  const bounce = await readBounce(source)
  if (!bounce) return 'noBounce'
  const messageId = readMailToken(secrets.signingKey, bounce.mentions)
  if (!messageId) return 'notOurs'
  const [found] = await database.transaction('system', {}, (tx) =>
    tx.query<{ tenantId: Id }>('select tenant_id as "tenantId" from message where id = $1', [messageId]),
  )
  if (!found) return 'notOurs'
  const { tenantId } = found
  const [bounced] = await database.transaction('staff', { tenantId }, (tx) =>
    tx.query<Outgoing>(
      `update message set state = 'bounced', reason = 'bounced', reply = $3, settled_at = $4
       where tenant_id = $1 and id = $2 and state = 'sent'
       returning tenant_id as "tenantId", id, event_id as "eventId", kind, recipient_id as "recipientId"`,
      [tenantId, messageId, bounce.status, clock()],
    ),
  )
  if (!bounced || !bounce.permanent) return 'taken'
  const mail = await composeMail(parts, bounced)
  if ('to' in mail)
    await database.transaction('identity', {}, (tx) =>
      tx.query(
        `insert into mail_suppression (tenant_id, address_hash, reason, since) values ($1, $2, 'bounced', $3)
         on conflict do nothing`,
        [tenantId, addressHash(secrets.signingKey, mail.to), clock()],
      ),
    )
  return 'taken'
}
