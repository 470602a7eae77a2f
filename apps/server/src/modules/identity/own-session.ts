import type { Tx } from '../../platform/database/database.ts'
import type { Ctx, Viewer } from './context.ts'
import { Denial } from './demand.ts'
import { PROOF_FRESH_MS } from './factor.rules.ts'
import { ownSession, type OwnSession } from './identity.queries.ts'
import { newSessionSecret, SESSION_IDLE_MS, SESSION_LASTS_MS } from './session.rules.ts'
import { SampleAccount, StepUpNeeded } from './account-refusals.graphql.ts'

/**
 * The session of this request, also while it waits for a second factor. Only what belongs to signing in and to
 * one's own account asks for it; everything else asks `ctx.viewer`, who is nobody until the session is open.
 *
 * @throws Denial NOT_SIGNED_IN
 */
export async function ownSessionOf(ctx: Ctx): Promise<OwnSession> {
  const session = await findOwnSession(ctx)
  if (!session) throw new Denial('NOT_SIGNED_IN')
  return session
}

export async function findOwnSession(ctx: Ctx): Promise<OwnSession | null> {
  const { idHash } = ctx.session
  if (!idHash) return null
  const now = ctx.clock()
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS)
  const [session] = await ctx.database.read(ownSession, idHash, now, idleSince)
  return session ?? null
}

/** @throws Denial NOT_SIGNED_IN, also while a second factor is still to come. */
export async function openSessionOf(ctx: Ctx): Promise<OwnSession> {
  const session = await ownSessionOf(ctx)
  if (!session.open) throw new Denial('NOT_SIGNED_IN')
  return session
}

/**
 * Why password, factors and other sessions are not changed in this session right now; null when they may be.
 *
 * @source ASVS 5.0 7.5.1, 7.5.3.
 */
export function whyNotNow(session: OwnSession, now: Date): SampleAccount | StepUpNeeded | null {
  if (session.signedInBy === 'sample') return SampleAccount.of()
  return isFresh(session, now) ? null : StepUpNeeded.of()
}

export const isFresh = ({ provenAt }: OwnSession, now: Date) =>
  now.getTime() - provenAt.getTime() < PROOF_FRESH_MS

/** Whether a second factor was shown this recently, and not the password alone. */
export const isFactorFresh = ({ factorAt }: OwnSession, now: Date) =>
  factorAt !== null && now.getTime() - factorAt.getTime() < PROOF_FRESH_MS

/**
 * Gives the session a new secret after somebody has shown once more who they are; the old one is worthless.
 *
 * @param factor whether it was a second factor: then the session is open, and lasts from now on.
 * @returns what to hand to the browser once the transaction is through.
 * @throws Denial NOT_SIGNED_IN when the session ended meanwhile, or somebody else has just renewed it.
 * @source ASVS 5.0 7.2.4.
 */
export async function renewSession(
  ctx: Ctx,
  tx: Tx,
  session: OwnSession,
  now: Date,
  factor: boolean,
): Promise<() => void> {
  const { secret, idHash } = newSessionSecret()
  const lasts = new Date(now.getTime() + SESSION_LASTS_MS)
  const [renewed] = await tx.query<{ expiresAt: Date }>(
    `update session set id_hash = $2, proven_at = $3, seen_at = $3,
       factor_at = case when $4 then $3 else factor_at end,
       expires_at = case when $5 then $6 else expires_at end
     where id_hash = $1 returning expires_at as "expiresAt"`,
    [ctx.session.idHash, idHash, now, factor, !session.open && factor, lasts],
  )
  if (!renewed) throw new Denial('NOT_SIGNED_IN')
  return () => {
    ctx.session.begin(secret, renewed.expiresAt)
    // What the rest of this request asks, it asks as the renewed session.
    ctx.session.idHash = idHash
  }
}

/** The viewer after this very request has opened or renewed the session. */
export async function ownSessionAfter(ctx: Ctx): Promise<Viewer> {
  const { personId, name, email, memberships } = await openSessionOf(ctx)
  return { personId, name, email, memberships }
}
