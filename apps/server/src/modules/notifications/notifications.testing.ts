import type { TestDatabase } from '../../../test/database.ts'
import type { Clock } from '../../platform/clock.ts'
import { relayMessages } from './relay-messages.ts'

/**
 * Relays until nothing is left: events wait for every transaction that began before them, in whichever database of the
 * same server, and other tests write beside this one.
 */
export async function relayAll({ database, owner }: TestDatabase, clock: Clock): Promise<number> {
  let planned = 0
  for (let tries = 0; tries < 500; tries++) {
    planned += await relayMessages({ database, clock })
    const { rows } = await owner.query(
      `select 1 from event e, event_cursor c where c.consumer = 'messages' and (e.xid, e.id) > (c.xid, c.event_id) limit 1`,
    )
    if (!rows.length) return planned
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error('Events were left over for ten seconds.')
}
