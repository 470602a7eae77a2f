import type { Id } from '@mitsprache/terms'
import type { Database, Tx } from '../../platform/database/database.ts'
import { CHAIN_CURSOR, headsOf } from './chain-events.ts'
import { linkOf, NO_HASH, type ChainedEvent } from './event-chain.rules.ts'

export type Finding = {
  tenantId: Id
  /**
   * - `changed`: event and link do not fit; one of them is not what it was.
   * - `removed`: the link is there, its event is not.
   * - `linkRemoved`: a position is missing in the chain.
   * - `inserted`: an event older than the newest link, and no link for it.
   * - `headDiffers`: the chain does not lead to what was noted down earlier.
   */
  problem: 'changed' | 'removed' | 'linkRemoved' | 'inserted' | 'headDiffers'
  position: number | null
  eventId: Id | null
}

/** A link that somebody noted down elsewhere: the only thing an owner of the database cannot rewrite. */
export type NotedHead = { tenantId: Id; position: number; hash: string }

export type Verified = { events: number; heads: NotedHead[]; findings: Finding[] }

const PAGE = 2_000

type Linked = Omit<ChainedEvent, 'id'> & { position: number; eventId: Id; hash: Buffer; id: Id | null }

/**
 * Computes every link of every tenant anew and compares. Servers may go on running: what is not chained yet is
 * simply not looked at.
 *
 * @param noted heads from earlier runs; without one, nobody can tell a chain that was rewritten to its end.
 */
export async function verifyChains(database: Database, noted: NotedHead[] = []): Promise<Verified> {
  const inSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction('system', {}, work)
  const result: Verified = { events: 0, heads: [], findings: [] }
  const tenants = await inSystem((tx) =>
    tx.query<{ id: Id }>('select distinct tenant_id as id from event_chain order by 1'),
  )
  for (const { id } of tenants) {
    const mine = noted.filter((head) => head.tenantId === id)
    result.events += await verifyChain(
      (last) => inSystem((tx) => linksAfter(tx, id, last)),
      id,
      mine,
      result.findings,
    )
  }
  for (const { tenantId, position } of noted)
    if (!tenants.some(({ id }) => id === tenantId))
      result.findings.push({ tenantId, problem: 'headDiffers', position, eventId: null })
  for (const found of await inSystem(unchained))
    result.findings.push({ ...found, problem: 'inserted', position: null })
  const heads = await inSystem((tx) =>
    headsOf(
      tx,
      tenants.map(({ id }) => id),
    ),
  )
  result.heads = heads.map(({ hash, ...head }) => ({ ...head, hash: hash.toString('hex') }))
  return result
}

async function verifyChain(
  linksAfter: (position: number) => Promise<Linked[]>,
  tenantId: Id,
  noted: NotedHead[],
  findings: Finding[],
): Promise<number> {
  let events = 0
  const wanted = new Map(noted.map((head) => [head.position, head.hash]))
  let position = 0
  let before: Buffer = NO_HASH
  for (let links = await linksAfter(0); links.length; links = await linksAfter(position))
    for (const link of links) {
      for (position++; position < link.position; position++)
        findings.push({ tenantId, problem: 'linkRemoved', position, eventId: null })
      const at = { tenantId, position, eventId: link.eventId }
      if (!link.id) findings.push({ ...at, problem: 'removed' })
      else if (!linkOf(before, { ...link, id: link.id }, position).equals(link.hash))
        findings.push({ ...at, problem: 'changed' })
      const noticed = wanted.get(position)
      if (noticed && noticed !== link.hash.toString('hex')) findings.push({ ...at, problem: 'headDiffers' })
      wanted.delete(position)
      // From what stands there: one event that was changed shall not accuse all that follow.
      before = link.hash
      events++
    }
  for (const left of wanted.keys())
    findings.push({ tenantId, problem: 'headDiffers', position: left, eventId: null })
  return events
}

const linksAfter = (tx: Tx, tenantId: Id, position: number): Promise<Linked[]> =>
  tx.query<Linked>(
    `select c.tenant_id as "tenantId", c.position, c.event_id as "eventId", c.hash, e.id, e.type, e.version,
            e.subject_ids as "subjectIds", e.actor_kind as "actorKind", e.actor_id as "actorId",
            (extract(epoch from e.at) * 1000000)::bigint::text as "atMicros", e.xid::text
     from event_chain c left join event e on e.tenant_id = c.tenant_id and e.id = c.event_id
     where c.tenant_id = $1 and c.position > $2 order by c.position limit ${PAGE}`,
    [tenantId, position],
  )

/** Events that the sequencer has passed without a link: they came into the table by another way. */
const unchained = (tx: Tx) =>
  tx.query<{ tenantId: Id; eventId: Id }>(
    `select e.tenant_id as "tenantId", e.id as "eventId" from event_cursor k join event e on (e.xid, e.id) <= (k.xid, k.event_id)
     where k.consumer = $1
       and not exists (select from event_chain c where c.tenant_id = e.tenant_id and c.event_id = e.id)
     order by e.xid, e.id limit 1000`,
    [CHAIN_CURSOR],
  )
