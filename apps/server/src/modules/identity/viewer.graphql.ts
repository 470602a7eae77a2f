import { ROLES, type Role } from '@mitsprache/terms'
import { Field, ObjectType } from 'type-graphql'
import { isRefusal, wordEnum, type Refusal } from '../../platform/refusal.graphql.ts'
import type { Ctx, Viewer as Person } from './context.ts'
import { Denial } from './demand.ts'
import { FactorNeeded } from './factor-needed.graphql.ts'
import { ownSessionAfter } from './own-session.ts'

export const RoleEnum = wordEnum('Role', ROLES)

@ObjectType({ simpleResolvers: true, description: 'Who is signed in, as a member of one tenant.' })
export class Viewer {
  @Field(() => String) name!: string
  @Field(() => String) email!: string
  @Field(() => [RoleEnum]) roles!: Role[]
  @Field(() => String) tenantSlug!: string
}

@ObjectType({ simpleResolvers: true })
export class SignedIn {
  @Field(() => Viewer) viewer!: Viewer
}

/** The person as one tenant knows them; null for a tenant they do not work for. */
export function inTenant(person: Person | null, tenantSlug: string): Viewer | null {
  const here = person?.memberships.filter((membership) => membership.tenantSlug === tenantSlug) ?? []
  if (!person || !here.length) return null
  const roles = ROLES.filter((role) => here.some((membership) => membership.role === role))
  return { name: person.name, email: person.email, roles, tenantSlug }
}

export function signedIn<R extends Refusal>(
  result: Person | FactorNeeded | R,
  tenantSlug: string,
): SignedIn | FactorNeeded | R {
  if (isRefusal(result) || result instanceof FactorNeeded) return result
  const viewer = inTenant(result, tenantSlug)
  // Let in, but not by this door: what they may see of another tenant is nothing.
  if (!viewer) throw new Denial('NOT_FOUND')
  return Object.assign(new SignedIn(), { viewer })
}

/** Who is signed in after this very request opened or renewed the session. */
export async function signedInNow(ctx: Ctx, tenantSlug: string): Promise<SignedIn> {
  return signedIn<never>(await ownSessionAfter(ctx), tenantSlug) as SignedIn
}
