import { LIMITS, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { beginSession } from './begin-session.ts'
import type { Ctx, Viewer } from './context.ts'
import { FactorNeeded } from './factor-needed.graphql.ts'
import { needsFactor } from './factor.rules.ts'
import { noteFailedSignIn } from './note-refused.ts'
import { personByEmail, type PersonView } from './identity.queries.ts'
import { passwordFits } from './password-hash.ts'
import { canonicalEmail } from './password.rules.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { countAttempt, forgiveAttempt } from './sign-in-throttle.ts'

export type Credentials = { tenantSlug: string; email: string; password: string }

/**
 * Signs a member of a tenant's staff in with address and password: the first step of two for whoever needs a second.
 *
 * An unknown address, a wrong password, a disabled person and somebody of another tenant get the same
 * answer after the same work. Each call counts, however many stand in one request.
 *
 * @returns the person, `FactorNeeded`, `TooManyAttempts` or `SignInRefused`.
 * @source ASVS 5.0 6.3.1, 6.3.8, 7.2.4.
 */
export async function signIn(ctx: Ctx, { tenantSlug, email, password }: Credentials) {
  const now = ctx.clock()
  const address = canonicalEmail(email)
  const attempt = await countAttempt(ctx, 'sign-in', address, now)
  if (typeof attempt === 'number') return TooManyAttempts.of(attempt)

  const [person] = await ctx.database.read(personByEmail, canBeAddress(address) ? address : '')
  const fits = await passwordFits(person?.passwordHash, password)
  const here = person?.memberships.find((membership) => membership.tenantSlug === tenantSlug)
  if (!fits || !person || person.disabled || !here) {
    await noteFailedSignIn(ctx, tenantSlug, here && person ? person.personId : null, now)
    return SignInRefused.of()
  }

  return enter(ctx, person, here.tenantId, now, (tx) => forgiveAttempt(tx, attempt))
}

/**
 * The first step is right: the session is open, or waits for the second.
 *
 * @returns the person, or which factors to show; none: one has to be set up before anything opens.
 */
export async function enter(
  ctx: Ctx,
  person: PersonView,
  tenantId: Id,
  now: Date,
  also: (tx: Tx) => Promise<void>,
): Promise<Viewer | FactorNeeded> {
  const { personId, email, factors } = person
  const roles = person.memberships.map((membership) => membership.role)
  const waits = needsFactor(roles, factors)
  await beginSession(ctx, { personId, email, tenantId, by: 'password', waits }, now, also)
  return waits ? FactorNeeded.of(factors) : viewerFrom(person)
}

/** PostgreSQL takes no NUL in a text; what cannot be an address is looked up as one that nobody has. */
export const canBeAddress = (address: string) => address.length <= LIMITS.email && !address.includes('\0')

export const viewerFrom = ({ personId, name, email, memberships }: PersonView): Viewer => ({
  personId,
  name,
  email,
  memberships,
})
