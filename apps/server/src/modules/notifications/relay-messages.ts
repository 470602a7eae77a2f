import type { Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { relayEvents, type Relayed } from '../../platform/database/event.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { outgoingId } from './message-id.rules.ts'
import type { Message } from './message.ts'
import { messagesOn } from './messages/index.ts'

const AT_ONCE = 200

type Candidate = { event: Relayed; message: Message; recipientId: Id }

/**
 * Puts the messages that follow from new events into the outbox, each with its job, and moves the cursor: all of it
 * in one transaction, so that no event is passed over and none counts twice.
 *
 * A consumer of its own rather than a line in each use case: whoever causes an event must not have to know who wants
 * to hear of it, and a mail that cannot be prepared must never fail a submission.
 *
 * @returns how many messages were put in.
 */
export async function relayMessages({
  database,
  clock,
}: {
  database: Database
  clock: Clock
}): Promise<number> {
  let planned = 0
  let read: number
  do {
    read = await relayEvents(
      database,
      'messages',
      async (events, tx) => void (planned += await plan(tx, events, clock())),
      AT_ONCE,
    )
  } while (read === AT_ONCE)
  return planned
}

async function plan(tx: Tx, events: Relayed[], now: Date): Promise<number> {
  const candidates = events.flatMap((event) =>
    messagesOn(event.type).flatMap((message): Candidate[] => {
      const recipientId = message.to(event)
      return recipientId ? [{ event, message, recipientId }] : []
    }),
  )
  const wanted = await onlyReachable(tx, await onlyOnce(tx, candidates))
  let planned = 0
  for (const { event, message, recipientId } of wanted) {
    // Nothing for a tenant that was deleted meanwhile.
    const [put] = await tx.query<{ id: Id; state: string }>(
      `insert into message (tenant_id, id, event_id, kind, recipient_id, state, created_at, settled_at)
       select t.id, $2, $3, $4, $5, case when t.sample then 'kept' else 'waiting' end, $6,
              case when t.sample then $6::timestamptz end
         from tenant t where t.id = $1
       on conflict do nothing returning id, state`,
      [event.tenantId, outgoingId(event.id, recipientId), event.id, message.kind, recipientId, now],
    )
    if (!put) continue
    planned++
    if (put.state === 'waiting') await enqueueSending(tx, event.tenantId, put.id)
  }
  return planned
}

/** A job belongs to the tenant of its transaction; this one goes through many. */
export async function enqueueSending(tx: Tx, tenantId: Id, messageId: Id): Promise<void> {
  await tx.query(`select set_config('app.tenant', $1, true)`, [tenantId])
  await enqueue(tx, 'send-message', tenantId, [messageId])
}

/** Of an act that was recorded for each tenant its person works for, the first record counts. */
async function onlyOnce(tx: Tx, candidates: Candidate[]): Promise<Candidate[]> {
  const several = candidates.filter(({ message }) => message.oncePerAct)
  if (!several.length) return candidates
  const later = await tx.query<{ id: Id }>(
    `select e.id from unnest($1::text[], $2::uuid[]) w (xid, id) join event e on e.xid = w.xid::xid8 and e.id = w.id
      where exists (select from event o where o.xid = e.xid and o.type = e.type and o.subject_ids = e.subject_ids
                      and o.tenant_id < e.tenant_id)`,
    [several.map(({ event }) => event.xid), several.map(({ event }) => event.id)],
  )
  const told = new Set(later.map(({ id }) => id))
  return candidates.filter(({ event, message }) => !message.oncePerAct || !told.has(event.id))
}

/** Most authors leave no address, and who did not confirm theirs is asked to, and nothing else. */
async function onlyReachable(tx: Tx, candidates: Candidate[]): Promise<Candidate[]> {
  const authors = candidates.filter(({ message }) => ['author', 'confirmedAuthor'].includes(message.whom))
  if (!authors.length) return candidates
  const rows = await tx.query<{ id: Id; confirmed: boolean }>(
    'select contribution_id as id, confirmed from authors_to_write($1, $2)',
    [authors.map(({ event }) => event.tenantId), authors.map(({ recipientId }) => recipientId)],
  )
  const confirmed = new Map(rows.map((row) => [row.id, row.confirmed]))
  return candidates.filter(({ message: { whom }, recipientId }) => {
    if (whom === 'author') return confirmed.has(recipientId)
    return whom !== 'confirmedAuthor' || confirmed.get(recipientId) === true
  })
}
