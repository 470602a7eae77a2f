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
