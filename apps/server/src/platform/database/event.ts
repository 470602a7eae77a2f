import { createHash } from 'node:crypto'
import { newId, type Id } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Database, Tx } from './database.ts'

/** What happened, in ids only, so that a person can be erased without tearing the log. */
@Entity('event')
export class EventRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('text') type!: string
  @Column('smallint') version!: number
  @Column('uuid', { name: 'subject_ids', array: true }) subjectIds!: Id[]
  @Column('text', { name: 'actor_kind' }) actorKind!: 'person' | 'resident' | 'system'
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: Id | null
  @Column('timestamptz') at!: Date
}

export type NewEvent = Pick<EventRow, 'tenantId' | 'type' | 'subjectIds' | 'actorKind' | 'at'> & {
  actorId?: Id | null
  version?: number
}

/** Records what happened in the transaction in which it happens. */
export const recordEvent = (tx: Tx, event: NewEvent) =>
  tx.insert(EventRow, { id: newId(), version: 1, actorId: null, ...event })

const HOUR_MS = 3_600_000

/**
 * Records what strangers can make happen as often as they like: once an hour for the same type and the same subjects.
 * The id is made of them, so that the second finds the first there, on whichever server; nobody has to read the log
 * to write it, and nobody can fill it.
 */
export async function recordHourly(tx: Tx, event: NewEvent): Promise<void> {
  const { tenantId, type, subjectIds, actorKind, actorId = null, at } = event
  const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS
  const id = idOf(hour, JSON.stringify([tenantId, type, subjectIds, actorId]))
  await tx.query(
    `insert into event (tenant_id, id, type, version, subject_ids, actor_kind, actor_id, at)
     values ($1, $2, $3, 1, $4::uuid[], $5, $6, $7) on conflict do nothing`,
    [tenantId, id, type, subjectIds, actorKind, actorId, at],
  )
}

/** A UUIDv7 of an instant, whose other bits are no chance: equal for what is equal. */
function idOf(at: number, of: string): Id {
  const hash = createHash('sha256').update(of).digest('hex')
  return `${newId(at).slice(0, 14)}7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`
}

/** `atMicros`: microseconds since 1970, where a `Date` would round. */
export type Relayed = EventRow & { xid: string; atMicros: string }

/**
 * Hands a consumer the events it has not seen, in the order of their transactions, and moves its cursor.
 *
 * Only what lies below every running transaction is read: a transaction that took its number earlier but
 * commits later would otherwise be skipped for ever.
 *
 * @returns how many were handed over; fewer than `limit` means it has caught up.
 */
export async function relayEvents(
  database: Database,
  consumer: string,
  handle: (events: Relayed[], tx: Tx) => Promise<void>,
  limit = 500,
): Promise<number> {
  return database.transaction('system', {}, async (tx) => {
    await tx.query(
      `insert into event_cursor (consumer, xid, event_id) values ($1, '0', '00000000-0000-0000-0000-000000000000')
       on conflict do nothing`,
      [consumer],
    )
    const [cursor] = await tx.query<{ xid: string; event_id: Id }>(
      'select xid::text, event_id from event_cursor where consumer = $1 for update',
      [consumer],
    )
    const events = await tx.query<Relayed>(
      `select tenant_id as "tenantId", id, type, version, subject_ids as "subjectIds", actor_kind as "actorKind",
              actor_id as "actorId", at, (extract(epoch from at) * 1000000)::bigint::text as "atMicros", xid::text
       from event
       where (xid, id) > ($1::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
       order by xid, id limit $3`,
      [cursor!.xid, cursor!.event_id, limit],
    )
    if (events.length) {
      await handle(events, tx)
      const last = events.at(-1)!
      await tx.query('update event_cursor set xid = $2::xid8, event_id = $3 where consumer = $1', [
        consumer,
        last.xid,
        last.id,
      ])
    }
    return events.length
  })
}
