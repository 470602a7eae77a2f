import type { Role } from '@mitsprache/terms'
import { beginSession } from './begin-session.ts'
import type { Ctx } from './context.ts'
import { samplePersonOfRole } from './identity.queries.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { viewerFrom } from './sign-in.ts'

/**
 * Signs in as the sample person of a role, with a button instead of a password.
 *
 * @returns the person, or `SignInRefused` wherever the tenant is not a sample.
 */
export async function signInAsSample(ctx: Ctx, { tenantSlug, role }: { tenantSlug: string; role: Role }) {
  const [person] = await ctx.database.read(samplePersonOfRole, tenantSlug, role)
  const here = person?.memberships.find((membership) => membership.tenantSlug === tenantSlug)
  if (!person || !here) return SignInRefused.of()
  const { personId, email } = person
  await beginSession(
    ctx,
    { personId, email, tenantId: here.tenantId, by: 'sample', waits: false },
    ctx.clock(),
  )
  return viewerFrom(person)
}
