import { type Role } from '@mitsprache/terms'
import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { InputRefused, isRefusal, TooManyAttempts, wordEnum } from '../../platform/refusal.graphql.ts'
import { acceptInvitation, findInvitation } from './accept-invitation.ts'
import { ProofRefused, SampleAccount } from './account-refusals.graphql.ts'
import type { Ctx as Context } from './context.ts'
import { FactorKindEnum, FactorNeeded } from './factor-needed.graphql.ts'
import { PROOF_KINDS, relyingParty, type FactorKind, type ProofKind } from './factor.rules.ts'
import { findOwnSession, ownSessionOf } from './own-session.ts'
import { askForPasskey } from './passkeys.ts'
import { InvitationOver } from './people-refusals.graphql.ts'
import { proveFactor } from './prove-factor.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { signInAsSample } from './sign-in-as-sample.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { inTenant, RoleEnum, SignedIn, signedIn, signedInNow, Viewer } from './viewer.graphql.ts'

export const ProofKindEnum = wordEnum('ProofKind', PROOF_KINDS)

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody whose password was right and who has yet to show, or set up, a second factor.',
})
export class PendingSignIn {
  @Field(() => String) name!: string
  @Field(() => [FactorKindEnum]) factors!: FactorKind[]
}

@ObjectType({ simpleResolvers: true })
export class InvitationToAccept {
  @Field(() => String) name!: string
  @Field(() => String) email!: string
  @Field(() => [RoleEnum]) roles!: Role[]
  @Field(() => Boolean, { description: 'Their own password is asked for, instead of a new one.' })
  hasAccount!: boolean
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignedIn, FactorNeeded, SignInRefused, TooManyAttempts] as const,
})
export const ProveFactorResult = createUnionType({
  name: 'ProveFactorResult',
  types: () => [SignedIn, ProofRefused, TooManyAttempts, SampleAccount] as const,
})
export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () =>
    [SignedIn, FactorNeeded, InvitationOver, SignInRefused, TooManyAttempts, InputRefused] as const,
})

@Resolver()
export class IdentityResolver {
  @Query(() => Viewer, { nullable: true })
  viewer(@Ctx() ctx: Context, @Arg('tenant', () => String) tenant: string): Viewer | null {
    return inTenant(ctx.viewer, tenant)
  }

  @Query(() => PendingSignIn, { nullable: true })
  async pendingSignIn(@Ctx() ctx: Context): Promise<PendingSignIn | null> {
    const session = ctx.viewer ? null : await findOwnSession(ctx)
    return session && !session.open ? Object.assign(new PendingSignIn(), session) : null
  }

  @Query(() => String, { nullable: true, description: 'Where passkeys work: an origin. Null: nowhere.' })
  passkeyOrigin(@Ctx() ctx: Context): string | null {
    return relyingParty(ctx.config.baseUrl)?.origin ?? null
  }

  @Query(() => InvitationToAccept, { nullable: true })
  async invitation(
    @Ctx() ctx: Context,
    @Arg('secret', () => String) secret: string,
  ): Promise<InvitationToAccept | null> {
    const found = await findInvitation(ctx, secret)
    if (!found) return null
    const { name, email, roles, hasAccount, startsOver } = found
    return Object.assign(new InvitationToAccept(), {
      name,
      email,
      roles,
      hasAccount: hasAccount && !startsOver,
    })
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

  @Mutation(() => String, {
    nullable: true,
    description: 'JSON for `navigator.credentials.get`; a mutation, because each question is a new one.',
  })
  async askForPasskey(
    @Ctx() ctx: Context,
    @Arg('alone', () => Boolean, { description: 'For `signInByPasskey`; else one of the session’s person.' })
    alone: boolean,
  ): Promise<string | null> {
    const session = alone ? null : await ownSessionOf(ctx)
    return askForPasskey(ctx, session, ctx.clock())
  }

  @Mutation(() => SignInResult)
  async signInByPasskey(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenantSlug: string,
    @Arg('answer', () => String, { description: 'JSON of the credential.' }) answer: string,
  ): Promise<typeof SignInResult> {
    return signedIn(await signInByPasskey(ctx, { tenantSlug, answer }), tenantSlug)
  }

  @Mutation(() => ProveFactorResult, {
    description: 'The second step of signing in; or once more, before something that asks for it.',
  })
  async proveFactor(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenantSlug: string,
    @Arg('kind', () => ProofKindEnum) kind: ProofKind,
    @Arg('answer', () => String, { description: 'The code, the password, or JSON of the credential.' })
    answer: string,
  ): Promise<typeof ProveFactorResult> {
    const result = await proveFactor(ctx, { kind, answer })
    return isRefusal(result) ? result : signedInNow(ctx, tenantSlug)
  }

  @Mutation(() => AcceptInvitationResult)
  async acceptInvitation(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenantSlug: string,
    @Arg('secret', () => String) secret: string,
    @Arg('password', () => String) password: string,
  ): Promise<typeof AcceptInvitationResult> {
    return signedIn(await acceptInvitation(ctx, tenantSlug, secret, password), tenantSlug)
  }

  @Mutation(() => Boolean)
  signOut(@Ctx() ctx: Context): Promise<boolean> {
    return signOut(ctx)
  }
}
