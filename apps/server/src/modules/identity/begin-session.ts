import type { Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Ctx } from './context.ts'
import { staffSignedIn } from './identity.events.ts'
import { SessionRow } from './person.entity.ts'
import { newSession, SESSIONS_PER_PERSON } from './session.rules.ts'

/**
 * Signs a person in on this browser. The session is always a new one: whatever cookie came with the request
 * is worthless afterwards, so nobody can have planted it.
 *
 * @param also what else belongs into the same transaction.
 */
export async function beginSession(
  ctx: Ctx,
  person: { personId: Id; tenantId: Id },
  now: Date,
  also: (tx: Tx) => Promise<void> = async () => {},
): Promise<void> {
  const { secret, ...session } = newSession(now)
  await ctx.database.transaction('identity', {}, async (tx) => {
    await also(tx)
    if (ctx.session.idHash) await tx.query('delete from session where id_hash = $1', [ctx.session.idHash])
    await tx.query(
      `delete from session where id_hash in
         (select id_hash from session where person_id = $1 order by seen_at desc, id_hash offset $2)`,
      [person.personId, SESSIONS_PER_PERSON - 1],
    )
    await tx.insert(SessionRow, { ...session, personId: person.personId })
    await recordEvent(tx, staffSignedIn(person.tenantId, person.personId, now))
  })
  ctx.session.begin(secret, session.expiresAt)
}
