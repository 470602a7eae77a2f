import { isId, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { addressHash } from '../../platform/mail/index.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { composeMail } from './compose-mail.ts'
import { mayManageMessages } from './message.policy.ts'
import type { Outgoing } from './message.ts'

/**
 * Sends a message once more that was given up or came back; its address is no longer held back. What arrived is never
 * sent again.
 *
 * @throws Denial NOT_FOUND for a message that is not there, or not given up.
 */
export async function sendAgain(ctx: Ctx, tenantSlug: string, messageId: Id): Promise<true> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageMessages(staff))
  const { tenantId } = staff
  found(isId(messageId) || null)
  const again = await ctx.staff(tenantId, async (tx) => {
    const [row] = await tx.query<Outgoing>(
      `update message set state = 'waiting', reason = null, reply = null, tries = 0, claimed_until = null, settled_at = null
       where tenant_id = $1 and id = $2 and state in ('parked', 'bounced')
       returning tenant_id as "tenantId", id, event_id as "eventId", kind, recipient_id as "recipientId"`,
      [tenantId, messageId],
    )
    const outgoing = found(row)
    await recordEvent(tx, {
      tenantId,
      type: 'MessageSentAgain',
      subjectIds: [messageId],
      actorKind: 'person',
      actorId: staff.viewer.personId,
      at: ctx.clock(),
    })
    return outgoing
  })
  const mail = await composeMail(ctx, again)
  if ('to' in mail)
    await ctx.database.transaction('identity', {}, (tx) =>
      tx.query('delete from mail_suppression where tenant_id = $1 and address_hash = $2', [
        tenantId,
        addressHash(ctx.secrets.signingKey, mail.to),
      ]),
    )
  // Last: it must not leave while its address is still held back. Lost here, the sweep finds it.
  await ctx.staff(tenantId, (tx) => enqueue(tx, 'send-message', tenantId, [messageId]))
  return true
}
