import { newId, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Ctx } from './context.ts'
import { staffSignedIn } from './identity.events.ts'
import { SessionRow } from './person.entity.ts'
import { SignOnSessionRow } from './sign-on/sign-on.entity.ts'
import {
  newSessionSecret,
  SESSION_LASTS_MS,
  SESSION_WAITS_MS,
  SESSIONS_PER_PERSON,
  WAITING_PER_PERSON,
} from './session.rules.ts'
import { rememberNetwork } from './sign-in-throttle.ts'

export type Beginning = {
  personId: Id
  email: string
  tenantId: Id
  by: SessionRow['signedInBy']
  /** The first step was right and a second factor is still to come. */
  waits: boolean
  /** Two factors were shown at the provider that vouches for them. */
  factorShown?: boolean
  signOn?: Pick<SignOnSessionRow, 'providerId' | 'subject' | 'sid' | 'refreshSealed'>
}

/**
 * Begins a session of a person on this browser. It is always a new one: whatever cookie came with the request is
 * worthless afterwards, so nobody can have planted it.
 *
 * @param also what else belongs into the same transaction.
 */
export async function beginSession(
  ctx: Ctx,
  { personId, email, tenantId, by, waits, factorShown = by === 'passkey', signOn }: Beginning,
  now: Date,
  also: (tx: Tx) => Promise<void> = async () => {},
): Promise<void> {
  const { secret, idHash } = newSessionSecret()
  const expiresAt = new Date(now.getTime() + (waits ? SESSION_WAITS_MS : SESSION_LASTS_MS))
  await ctx.database.transaction('identity', {}, async (tx) => {
    await also(tx)
    if (ctx.session.idHash) await tx.query('delete from session where id_hash = $1', [ctx.session.idHash])
    await makeRoom(tx, personId, waits)
    const id = newId(now.getTime())
    await tx.insert(SessionRow, {
      id,
      idHash,
      personId,
      signedInBy: by,
      factorAt: factorShown ? now : null,
      provenAt: now,
      device: ctx.session.device,
      createdAt: now,
      seenAt: now,
      expiresAt,
    })
    if (signOn)
      await tx.insert(SignOnSessionRow, { tenantId, sessionId: id, ...signOn, checkedAt: now, askedAt: now })
    if (waits) return
    // A button is nobody's proof of where its person works.
    if (by !== 'sample') await rememberNetwork(tx, ctx, { personId, email }, now)
    await recordEvent(tx, staffSignedIn(tenantId, personId, now))
  })
  ctx.session.begin(secret, expiresAt)
}

/** The oldest gives way. Those that only wait for a factor push out only their like. */
async function makeRoom(tx: Tx, personId: Id, waits: boolean): Promise<void> {
  await tx.query(
    `delete from session where id_hash in
       (select id_hash from session where person_id = $1 and (not $2 or (signed_in_by in ('password', 'signOn') and factor_at is null))
        order by seen_at desc, id_hash offset $3)`,
    [personId, waits, (waits ? WAITING_PER_PERSON : SESSIONS_PER_PERSON) - 1],
  )
}
