import type { TestDatabase } from '../../../test/database.ts'
import type { Clock } from '../../platform/clock.ts'
import { relayMessages } from './relay-messages.ts'

/** A database copied from the template by another test is one long transaction: on a slow machine that takes its time. */
const PATIENCE_MS = 100_000

/**
 * Relays until nothing is left: events wait for every transaction that began before them, in whichever database of the
 * same server, and other tests write beside this one.
 */
export async function relayAll({ database, owner }: TestDatabase, clock: Clock): Promise<number> {
  let planned = 0
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    planned += await relayMessages({ database, clock })
    const { rows } = await owner.query(
      `select 1 from event e, event_cursor c where c.consumer = 'messages' and (e.xid, e.id) > (c.xid, c.event_id) limit 1`,
    )
    if (!rows.length) return planned
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`Events were left over for ${PATIENCE_MS / 1000} seconds.`)
}
