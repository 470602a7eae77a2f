import type { Id } from '@mitsprache/terms'
import { addressHash, MailRefused, type Mail, type Mailer } from '../../platform/mail/index.ts'
import type { Log } from '../../platform/log.ts'
import { tenantById } from '../tenants/index.ts'
import { composeMail } from './compose-mail.ts'
import type { MessageReason, MessageState } from './message.entity.ts'
import { messageOf } from './messages/index.ts'
import type { MailParts, Outgoing } from './message.ts'

/** As many as its queue gives a job; what takes its server down each time must end somewhere too. */
export const TRIES_MOST = 15
/** As long as a job may take: until then nobody else sends the same message. */
const CLAIM_MS = 118_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Unasked messages to one address within a day. */
const UNCONFIRMED_A_DAY = 3

export type SendingParts = MailParts & { mailer: Mailer | null; log: Log }

/**
 * Sends one message of the outbox, or says with it why not. Safe to repeat: what is not waiting is left alone, and
 * what somebody else is just sending as well.
 *
 * It is written down as sent after the mail server took it. Dies the server in between, the message goes out once
 * more, under the same Message-ID: rather twice in a mailbox that knows it again than not at all.
 *
 * @throws MailRefused where a later try may help.
 */
export async function sendMessage(parts: SendingParts, tenantId: Id, messageId: Id): Promise<void> {
  const { mailer } = parts
  // It waits until there is a mail server, until its tenant is no longer suspended, or until the hour is over.
  if (!mailer || (await isSuspended(parts, tenantId)) || (await hasSentEnough(parts, tenantId))) return
  const claimed = await claim(parts, tenantId, messageId)
  if (!claimed) return
  const settle = (state: MessageState, reason: MessageReason | null = null, reply: string | null = null) =>
    settleMessage(parts, claimed, state, reason, reply)
  if (claimed.tries > TRIES_MOST) return settle('parked', 'failed')

  try {
    const mail = await composeMail(parts, claimed)
    if ('reason' in mail) return await settle(mail.pointless ? 'dropped' : 'parked', mail.reason)
    const why = await whyNotTo(parts, claimed, mail)
    if (why) return await settle(why === 'suppressed' ? 'parked' : 'dropped', why)
    await mailer.send(mail)
  } catch (cause) {
    const refused = cause instanceof MailRefused ? cause : null
    if (refused?.when === 'never') {
      parts.log.warn('message parked', { messageId, reason: refused.reason, reply: refused.reply })
      return await settle('parked', refused.reason, refused.reply)
    }
    const last = claimed.tries === TRIES_MOST
    await settle(last ? 'parked' : 'waiting', refused?.reason ?? 'failed', refused?.reply)
    if (!last) throw cause
    parts.log.warn('message parked', {
      messageId,
      reason: refused?.reason ?? 'failed',
      reply: refused?.reply,
    })
    return
  }
  await settle('sent')
}

/** Takes the message for as long as a job may last; nobody else gets it meanwhile. */
async function claim({ database, clock }: MailParts, tenantId: Id, id: Id) {
  const now = clock()
  const [claimed] = await database.transaction('staff', { tenantId }, (tx) =>
    tx.query<Outgoing & { tries: number }>(
      `update message set tries = tries + 1, claimed_until = $4
       where tenant_id = $1 and id = $2 and state = 'waiting' and (claimed_until is null or claimed_until <= $3)
       returning tenant_id as "tenantId", id, event_id as "eventId", kind, recipient_id as "recipientId", tries`,
      [tenantId, id, now, new Date(now.getTime() + CLAIM_MS)],
    ),
  )
  return claimed
}

async function settleMessage(
  { database, clock }: MailParts,
  { tenantId, id }: Outgoing,
  state: MessageState,
  reason: MessageReason | null,
  reply: string | null = null,
): Promise<void> {
  await database.transaction('staff', { tenantId }, (tx) =>
    tx.query(
      `update message set state = $3, reason = $4, reply = $5, claimed_until = null, settled_at = $6
       where tenant_id = $1 and id = $2 and state = 'waiting'`,
      [tenantId, id, state, reason, reply, state === 'waiting' ? null : clock()],
    ),
  )
}

const isSuspended = async ({ database }: MailParts, tenantId: Id): Promise<boolean> =>
  Boolean((await database.read(tenantById, tenantId))[0]?.suspendedAt)

/** One tenant's thousand messages must not cost the others the good name of the mail server. */
async function hasSentEnough({ database, config, clock }: MailParts, tenantId: Id): Promise<boolean> {
  const most = config.mail?.perTenantPerHour ?? Infinity
  const [sent] = await database.transaction('staff', { tenantId }, (tx) =>
    tx.query<{ n: number }>(
      `select count(*) as n from message where tenant_id = $1 and state in ('sent', 'bounced') and settled_at > $2`,
      [tenantId, new Date(clock().getTime() - HOUR_MS)],
    ),
  )
  return sent!.n >= most
}

/** An address that bounced is left alone; one that nobody confirmed gets few messages a day, whoever typed it. */
async function whyNotTo(
  { database, secrets, clock }: MailParts,
  { tenantId, id, kind }: Outgoing,
  { to }: Mail,
): Promise<MessageReason | null> {
  const hash = addressHash(secrets.signingKey, to)
  const now = clock()
  return database.transaction('identity', {}, async (tx) => {
    const [suppressed] = await tx.query(
      'select 1 from mail_suppression where tenant_id = $1 and address_hash = $2',
      [tenantId, hash],
    )
    if (suppressed) return 'suppressed'
    if (!messageOf(kind)?.toUnconfirmed) return null
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`mail ${hash.toString('hex')}`])
    const [recent] = await tx.query<{ n: number }>(
      'select count(*) as n from mail_to_unconfirmed where tenant_id = $1 and address_hash = $2 and at > $3 and id <> $4',
      [tenantId, hash, new Date(now.getTime() - DAY_MS), id],
    )
    if (recent!.n >= UNCONFIRMED_A_DAY) return 'tooManyToAddress'
    await tx.query(
      'insert into mail_to_unconfirmed (tenant_id, address_hash, id, at) values ($1, $2, $3, $4) on conflict do nothing',
      [tenantId, hash, id, now],
    )
    return null
  })
}
