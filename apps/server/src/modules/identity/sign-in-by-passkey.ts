import type { Id } from '@mitsprache/terms'
import { TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { beginSession } from './begin-session.ts'
import type { Ctx } from './context.ts'
import { personById } from './identity.queries.ts'
import { claimedCredential, readShownPasskey } from './passkeys.ts'
import { noteFailedSignIn } from './note-refused.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { countAttempt, forgiveAttempt } from './sign-in-throttle.ts'
import { viewerFrom } from './sign-in.ts'

/** Two answers to one question: the second finds it spent. */
class Spent extends Error {}

/**
 * Signs in with a passkey alone: what somebody has, opened by finger, face or PIN, is two factors in one.
 *
 * @returns the person, `TooManyAttempts` or `SignInRefused`.
 */
export async function signInByPasskey(
  ctx: Ctx,
  { tenantSlug, answer }: { tenantSlug: string; answer: string },
) {
  const now = ctx.clock()
  const attempt = await countAttempt(ctx, 'passkey', claimedCredential(answer).slice(0, 2_000), now)
  if (typeof attempt === 'number') return TooManyAttempts.of(attempt)
  const shown = await readShownPasskey(ctx, null, answer, now)
  const refuse = async (personId: Id | null) => {
    await noteFailedSignIn(ctx, tenantSlug, personId, now)
    return SignInRefused.of()
  }
  if (!shown) return refuse(null)
  const [person] = await ctx.database.read(personById, shown.passkey.personId)
  const here = person?.memberships.find((membership) => membership.tenantSlug === tenantSlug)
  // A passkey of theirs is a second step: whether they still belong here, only the provider can tell.
  if (!person || person.disabled || person.bySignOn || !here)
    return refuse(here && person ? person.personId : null)
  const { personId, email } = person
  try {
    await beginSession(
      ctx,
      { personId, email, tenantId: here.tenantId, by: 'passkey', waits: false },
      now,
      async (tx) => {
        if (!(await shown.spend(tx))) throw new Spent()
        await forgiveAttempt(tx, attempt)
      },
    )
  } catch (cause) {
    if (cause instanceof Spent) return SignInRefused.of()
    throw cause
  }
  return viewerFrom(person)
}
