import { LIMITS } from '@mitsprache/terms'
import { TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { beginSession } from './begin-session.ts'
import type { Ctx, Viewer } from './context.ts'
import { personByEmail, type PersonView } from './identity.queries.ts'
import { passwordFits } from './password-hash.ts'
import { canonicalEmail } from './password.rules.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { countAttempt, forgiveAttempt } from './sign-in-throttle.ts'

export type Credentials = { tenantSlug: string; email: string; password: string }

/**
 * Signs a member of a tenant's staff in with address and password.
 *
 * An unknown address, a wrong password, a disabled person and somebody of another tenant get the same
 * answer after the same work. Each call counts, however many stand in one request.
 *
 * @returns the person, `TooManyAttempts` or `SignInRefused`.
 * @source ASVS 5.0 6.3.1, 6.3.8, 7.2.4.
 */
export async function signIn(ctx: Ctx, { tenantSlug, email, password }: Credentials) {
  const now = ctx.clock()
  const address = canonicalEmail(email)
  const attempt = await countAttempt(ctx, address, now)
  if (typeof attempt === 'number') return TooManyAttempts.of(attempt)

  const [person] = await ctx.database.read(personByEmail, canBeAddress(address) ? address : '')
  const fits = await passwordFits(person?.passwordHash, password)
  const here = person?.memberships.find((membership) => membership.tenantSlug === tenantSlug)
  if (!fits || !person || person.disabled || !here) return SignInRefused.of()

  await beginSession(ctx, { personId: person.personId, tenantId: here.tenantId }, now, (tx) =>
    forgiveAttempt(tx, attempt),
  )
  return viewerFrom(person)
}

/** PostgreSQL takes no NUL in a text; what cannot be an address is looked up as one that nobody has. */
const canBeAddress = (address: string) => address.length <= LIMITS.email && !address.includes('\0')

export const viewerFrom = ({ personId, name, email, memberships }: PersonView): Viewer => ({
  personId,
  name,
  email,
  memberships,
})
