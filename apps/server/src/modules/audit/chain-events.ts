import type { Id } from '@mitsprache/terms'
import type { Database, Tx } from '../../platform/database/database.ts'
import { relayEvents } from '../../platform/database/event.ts'
import { linkOf, NO_HASH, type ChainedEvent } from './event-chain.rules.ts'

/** Where the sequencer stands in the events of the installation. */
export const CHAIN_CURSOR = 'event-chain'

const AT_ONCE = 500

/**
 * Chains whatever happened since, tenant by tenant, in the order of the transactions. Afterwards and by one server at
 * a time: the cursor's row is the lock, so that no writer ever waits for a chain, and it moves with the links.
 *
 * @returns how many events were chained.
 */
export async function chainEvents(database: Database): Promise<number> {
  let chained = 0
  for (;;) {
    const n = await relayEvents(database, CHAIN_CURSOR, chain, AT_ONCE)
    chained += n
    if (n < AT_ONCE) return chained
  }
}

type Head = { tenantId: Id; position: number; hash: Buffer }

async function chain(events: ChainedEvent[], tx: Tx): Promise<void> {
  const heads = new Map<Id, Head>()
  for (const head of await headsOf(tx, [...new Set(events.map((event) => event.tenantId))]))
    heads.set(head.tenantId, head)
  const links = events.map((event) => {
    const { position, hash } = heads.get(event.tenantId) ?? { position: 0, hash: NO_HASH }
    const next = { tenantId: event.tenantId, position: position + 1, hash: linkOf(hash, event, position + 1) }
    heads.set(event.tenantId, next)
    return { ...next, eventId: event.id }
  })
  await tx.query(
    `insert into event_chain (tenant_id, position, event_id, hash)
     select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bytea[])`,
    [
      links.map((link) => link.tenantId),
      links.map((link) => link.position),
      links.map((link) => link.eventId),
      links.map((link) => link.hash),
    ],
  )
}

/** The last link of each tenant that has one. */
export const headsOf = (tx: Tx, tenantIds: Id[]): Promise<Head[]> =>
  tx.query<Head>(
    `select c.tenant_id as "tenantId", c.position, c.hash
     from unnest($1::uuid[]) t (id) cross join lateral
       (select * from event_chain c where c.tenant_id = t.id order by c.position desc limit 1) c`,
    [tenantIds],
  )
