import { isId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent, type NewEvent } from '../../platform/database/event.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { LastFactor } from './account-refusals.graphql.ts'
import type { Ctx } from './context.ts'
import { found } from './demand.ts'
import { needsFactor, realFactors } from './factor.rules.ts'
import { factorRemoved, passwordChanged, recoveryCodesRenewed } from './identity.events.ts'
import type { OwnSession } from './identity.queries.ts'
import { openSessionOf, renewSession, whyNotNow } from './own-session.ts'
import { hashPassword } from './password-hash.ts'
import { passwordProblem } from './password.rules.ts'
import { HeldBySignOn } from './people-refusals.graphql.ts'
import { newRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts'

type EventOf = (tenantId: Id, personId: Id, at: Date) => NewEvent

/** What happened to an account is told to every authority its person works for, in ids only. */
async function tell(tx: Tx, { personId, memberships }: OwnSession, event: EventOf, now: Date): Promise<void> {
  for (const tenantId of new Set(memberships.map((membership) => membership.tenantId)))
    await recordEvent(tx, event(tenantId, personId, now))
}

/**
 * Takes a new password; whoever was signed in elsewhere with the old one is signed out.
 *
 * @returns true, `InputRefused`, `StepUpNeeded`, `HeldBySignOn` or `SampleAccount`.
 * @source ASVS 5.0 6.2.1 to 6.2.12, 7.4.3, 7.5.1.
 */
export async function changePassword(ctx: Ctx, password: string) {
  const now = ctx.clock()
  const session = await openSessionOf(ctx)
  const refused = whyNotNow(session, now)
  if (refused) return refused
  if (session.signedInBy === 'signOn') return HeldBySignOn.of()
  const problem = passwordProblem(password, [session.name, session.email])
  if (problem) return InputRefused.of({ field: 'password', ...problem })
  const passwordHash = await hashPassword(password)
  const begin = await ctx.database.transaction('identity', {}, async (tx) => {
    await tx.query('update person set password_hash = $2 where id = $1', [session.personId, passwordHash])
    await tx.query('delete from session where person_id = $1 and id <> $2', [session.personId, session.id])
    await tell(tx, session, passwordChanged, now)
    return renewSession(ctx, tx, session, now, false)
  })
  begin()
  return true
}

/** Ten new recovery codes; the old ones open nothing any more. */
export async function renewRecoveryCodes(ctx: Ctx) {
  const now = ctx.clock()
  const session = await openSessionOf(ctx)
  const refused = whyNotNow(session, now)
  if (refused) return refused
  const { codes, hashes } = await newRecoveryCodes(ctx.secrets.signingKey, session.personId)
  await ctx.database.transaction('identity', {}, async (tx) => {
    await replaceRecoveryCodes(tx, session.personId, hashes, now)
    await tell(tx, session, recoveryCodesRenewed, now)
  })
  return { recoveryCodes: codes }
}

/**
 * Removes a passkey, or the authenticator app.
 *
 * @param passkeyId null: the authenticator app.
 * @returns true, `LastFactor`, `StepUpNeeded` or `SampleAccount`.
 */
export async function removeFactor(ctx: Ctx, passkeyId: Id | null) {
  const now = ctx.clock()
  const session = await openSessionOf(ctx)
  const refused = whyNotNow(session, now)
  if (refused) return refused
  const { personId } = session
  if (passkeyId !== null) found(isId(passkeyId) || null)
  const roles = session.memberships.map((membership) => membership.role)
  return ctx.database.transaction('identity', {}, async (tx) => {
    // Two removed at once must not both be the last but one.
    await tx.query('select 1 from person where id = $1 for update', [personId])
    const [left] = await tx.query<{ n: number }>(
      `select (select count(*) from passkey where person_id = $1)::int
            + (select count(*) from authenticator_app where person_id = $1)::int as n`,
      [personId],
    )
    const isLast = left!.n <= 1
    if (isLast && realFactors(session.factors).length && needsFactor(roles, [])) return LastFactor.of()
    const [gone] = passkeyId
      ? await tx.query('delete from passkey where person_id = $1 and id = $2 returning 1 as n', [
          personId,
          passkeyId,
        ])
      : await tx.query('delete from authenticator_app where person_id = $1 returning 1 as n', [personId])
    found(gone)
    if (isLast) await tx.query('delete from recovery_code where person_id = $1', [personId])
    await tell(tx, session, factorRemoved, now)
    return true
  })
}

/**
 * Signs out one session of one's own, or all but this one.
 *
 * @param sessionId null: all others.
 * @returns how many ended, `StepUpNeeded` or `SampleAccount`.
 */
export async function endOtherSessions(ctx: Ctx, sessionId: Id | null) {
  const session = await openSessionOf(ctx)
  const refused = whyNotNow(session, ctx.clock())
  if (refused) return refused
  if (sessionId !== null) found(isId(sessionId) || null)
  return ctx.database.transaction('identity', {}, async (tx) => {
    const ended = await tx.query(
      `delete from session where person_id = $1 and id <> $2 and ($3::uuid is null or id = $3)
       and signed_in_by <> 'sample' returning 1`,
      [session.personId, session.id, sessionId],
    )
    return ended.length
  })
}
