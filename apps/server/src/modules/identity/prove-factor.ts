import type { Tx } from '../../platform/database/database.ts'
import { TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { ProofRefused, SampleAccount } from './account-refusals.graphql.ts'
import { stepOfCode, unsealAppSecret } from './authenticator-app.ts'
import type { Ctx } from './context.ts'
import { authenticatorAppOf } from './factor.queries.ts'
import type { ProofKind } from './factor.rules.ts'
import type { OwnSession } from './identity.queries.ts'
import { factorProofFailed, staffSignedIn } from './identity.events.ts'
import { noteRefused, tenantsOf } from './note-refused.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { ownSessionOf, renewSession } from './own-session.ts'
import { passwordFits } from './password-hash.ts'
import { readShownPasskey } from './passkeys.ts'
import { recoveryCodeProof } from './recovery-codes.ts'
import { countAttempt, forgiveAttempt, rememberNetwork } from './sign-in-throttle.ts'

export type Proof = { kind: ProofKind; answer: string }

/** Spends what was shown, in the transaction that opens the session; false when it was spent already. */
type Spend = (tx: Tx) => Promise<boolean>

/**
 * Shows who one is: as the second step of signing in, or once more before something that asks for it.
 *
 * Each call counts, however many stand in one request, and a code is spent with the session that it opens.
 *
 * @returns true, `ProofRefused`, `TooManyAttempts` or `SampleAccount`.
 * @throws Denial NOT_SIGNED_IN without a session whose first step was right.
 * @source ASVS 5.0 6.3.1, 6.5.1, 6.6.3, 7.2.4.
 */
export async function proveFactor(ctx: Ctx, proof: Proof) {
  const now = ctx.clock()
  const session = await ownSessionOf(ctx)
  if (session.signedInBy === 'sample') return SampleAccount.of()
  // The password was the first step; it cannot be the second as well.
  if (proof.kind === 'password' && !session.open) return ProofRefused.of()
  const attempt = await countAttempt(ctx, 'factor', session.personId, now)
  if (typeof attempt === 'number') return TooManyAttempts.of(attempt)

  const spend = await checkProof(ctx, session, proof, now)
  if (!spend) {
    await noteRefused(
      ctx,
      ...tenantsOf(session.memberships).map((tenantId) => factorProofFailed(tenantId, session.personId, now)),
    )
    return ProofRefused.of()
  }
  const isFactor = proof.kind !== 'password'
  const begin = await ctx.database.transaction('identity', {}, async (tx) => {
    if (!(await spend(tx))) return null
    await forgiveAttempt(tx, attempt)
    await rememberNetwork(tx, ctx, session, now)
    if (!session.open)
      for (const tenantId of new Set(session.memberships.map((membership) => membership.tenantId)))
        await recordEvent(tx, staffSignedIn(tenantId, session.personId, now))
    return renewSession(ctx, tx, session, now, isFactor)
  })
  if (!begin) return ProofRefused.of()
  begin()
  return true
}

async function checkProof(
  ctx: Ctx,
  session: OwnSession,
  { kind, answer }: Proof,
  now: Date,
): Promise<Spend | null> {
  const { personId } = session
  switch (kind) {
    case 'password':
      return (await passwordFits(session.passwordHash, answer)) ? async () => true : null
    case 'recoveryCode':
      return recoveryCodeProof(ctx.secrets.signingKey, personId, answer)
    case 'passkey':
      return (await readShownPasskey(ctx, session, answer, now))?.spend ?? null
    case 'authenticatorApp': {
      const [app] = await ctx.database.read(authenticatorAppOf, personId)
      if (!app) return null
      const secret = unsealAppSecret(ctx.secrets.personKey, personId, app.secretSealed)
      const step = stepOfCode(secret, answer, now)
      if (step === null) return null
      return async (tx) => {
        const taken = await tx.query(
          `update authenticator_app set used_step = $2, used_at = $3
           where person_id = $1 and used_step < $2 and secret_sealed = $4 returning 1`,
          [personId, step, now, app.secretSealed],
        )
        return taken.length === 1
      }
    }
  }
}
