import { ROLES, type Role } from '@mitsprache/terms'
import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { isRefusal, TooManyAttempts, wordEnum } from '../../platform/refusal.graphql.ts'
import type { Ctx as Context, Viewer as Person } from './context.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { signInAsSample } from './sign-in-as-sample.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

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

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignedIn, SignInRefused, TooManyAttempts] as const,
})

/** The person as one tenant knows them; null for a tenant they do not work for. */
function inTenant(person: Person | null, tenantSlug: string): Viewer | null {
  const here = person?.memberships.filter((membership) => membership.tenantSlug === tenantSlug) ?? []
  if (!person || !here.length) return null
  const roles = ROLES.filter((role) => here.some((membership) => membership.role === role))
  return { name: person.name, email: person.email, roles, tenantSlug }
}

function signedIn<R extends SignInRefused | TooManyAttempts>(
  result: Person | R,
  tenantSlug: string,
): SignedIn | R {
  if (isRefusal(result)) return result
  return Object.assign(new SignedIn(), { viewer: inTenant(result, tenantSlug) })
}

@Resolver()
export class IdentityResolver {
  @Query(() => Viewer, { nullable: true })
  viewer(@Ctx() ctx: Context, @Arg('tenant', () => String) tenant: string): Viewer | null {
    return inTenant(ctx.viewer, tenant)
  }

  @Mutation(() => SignInResult)
  async signIn(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenantSlug: string,
    @Arg('email', () => String) email: string,
    @Arg('password', () => String) password: string,
  ): Promise<typeof SignInResult> {
    return signedIn(await signIn(ctx, { tenantSlug, email, password }), tenantSlug)
  }

  @Mutation(() => SignInResult, { description: 'Only while the tenant is a sample town.' })
  async signInAsSample(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenantSlug: string,
    @Arg('role', () => RoleEnum) role: Role,
  ): Promise<typeof SignInResult> {
    return signedIn(await signInAsSample(ctx, { tenantSlug, role }), tenantSlug)
  }

  @Mutation(() => Boolean)
  signOut(@Ctx() ctx: Context): Promise<boolean> {
    return signOut(ctx)
  }
}
