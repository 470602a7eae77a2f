import type { Id } from '@mitsprache/terms'
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import { InputRefused, isRefusal, TooManyAttempts, unlessRefused } from '../../platform/refusal.graphql.ts'
import { DateTimeISO } from '../../platform/scalars.graphql.ts'
import { accountOf } from './account.ts'
import {
  LastFactor,
  NoPasskeysHere,
  ProofRefused,
  SampleAccount,
  StepUpNeeded,
} from './account-refusals.graphql.ts'
import { addAuthenticatorApp, addPasskey, beginAuthenticatorApp, beginPasskey } from './add-factor.ts'
import { changePassword, endOtherSessions, removeFactor, renewRecoveryCodes } from './change-account.ts'
import type { Ctx as Context } from './context.ts'
import { Done } from './done.graphql.ts'
import { HeldBySignOn } from './people-refusals.graphql.ts'
import { SignedIn, signedInNow } from './viewer.graphql.ts'

@ObjectType({ simpleResolvers: true })
export class Passkey {
  @Field(() => ID) id!: Id
  @Field(() => String) name!: string
  @Field(() => Boolean, { description: 'Kept by its maker’s cloud as well.' }) backedUp!: boolean
  @Field(() => DateTimeISO) createdAt!: string
  @Field(() => DateTimeISO, { nullable: true }) usedAt!: string | null
}

@ObjectType({ simpleResolvers: true })
export class AuthenticatorApp {
  @Field(() => DateTimeISO) createdAt!: string
  @Field(() => DateTimeISO, { nullable: true }) usedAt!: string | null
}

@ObjectType({ simpleResolvers: true })
export class OwnSession {
  @Field(() => ID) id!: Id
  @Field(() => String, { description: 'Browser and system by name; empty when unknown.' }) device!: string
  @Field(() => DateTimeISO) createdAt!: string
  @Field(() => DateTimeISO) seenAt!: string
  @Field(() => Boolean) current!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'An address that waits to be confirmed.' })
export class NewAddress {
  @Field(() => String) email!: string
  @Field(() => DateTimeISO) until!: string
}

@ObjectType({ simpleResolvers: true, description: 'One’s own account.' })
export class Account {
  @Field(() => Boolean, { description: 'Somebody of a sample town: nothing of it can be changed.' })
  sample!: boolean
  @Field(() => Boolean, { description: 'Their role asks for a second factor.' }) factorNeeded!: boolean
  @Field(() => Boolean) hasPassword!: boolean
  @Field(() => String, { description: 'Of single sign-on the one that their service knows; may be empty.' })
  email!: string
  @Field(() => Boolean, { description: 'Signs in at a service, where the account is kept.' })
  bySignOn!: boolean
  @Field(() => NewAddress, { nullable: true }) newAddress!: NewAddress | null
  @Field(() => [Passkey]) passkeys!: Passkey[]
  @Field(() => AuthenticatorApp, { nullable: true }) authenticatorApp!: AuthenticatorApp | null
  @Field(() => Int) recoveryCodesLeft!: number
  @Field(() => [OwnSession]) sessions!: OwnSession[]
}

@ObjectType({ simpleResolvers: true })
export class AuthenticatorAppBegun {
  @Field(() => String, { description: 'Base32, for typing it in.' }) secret!: string
  @Field(() => String, { description: 'For the QR code.' }) uri!: string
  @Field(() => String, { description: 'Goes back with the first code.' }) enrolment!: string
}

@ObjectType({ simpleResolvers: true })
export class PasskeyBegun {
  @Field(() => String, { description: 'JSON for `navigator.credentials.create`.' }) options!: string
}

@ObjectType({ simpleResolvers: true })
export class RecoveryCodes {
  @Field(() => [String], { description: 'Shown this once.' }) recoveryCodes!: string[]
}

@ObjectType({ simpleResolvers: true })
export class FactorAdded extends RecoveryCodes {
  @Field(() => SignedIn) signedIn!: SignedIn
}

const NOT_NOW = [StepUpNeeded, SampleAccount] as const
export const BeginAuthenticatorAppResult = createUnionType({
  name: 'BeginAuthenticatorAppResult',
  types: () => [AuthenticatorAppBegun, ...NOT_NOW] as const,
})
export const BeginPasskeyResult = createUnionType({
  name: 'BeginPasskeyResult',
  types: () => [PasskeyBegun, NoPasskeysHere, ...NOT_NOW] as const,
})
export const AddFactorResult = createUnionType({
  name: 'AddFactorResult',
  types: () => [FactorAdded, ProofRefused, InputRefused, TooManyAttempts, ...NOT_NOW] as const,
})
export const RenewRecoveryCodesResult = createUnionType({
  name: 'RenewRecoveryCodesResult',
  types: () => [RecoveryCodes, ...NOT_NOW] as const,
})
export const ChangeAccountResult = createUnionType({
  name: 'ChangeAccountResult',
  types: () => [Done, InputRefused, LastFactor, HeldBySignOn, ...NOT_NOW] as const,
})

async function added(
  ctx: Context,
  tenant: string,
  result: { recoveryCodes: string[] } | Exclude<typeof AddFactorResult, FactorAdded>,
): Promise<typeof AddFactorResult> {
  if (isRefusal(result)) return result
  const { recoveryCodes } = result
  return Object.assign(new FactorAdded(), { recoveryCodes, signedIn: await signedInNow(ctx, tenant) })
}

@Resolver()
export class AccountResolver {
  @Query(() => Account)
  async account(@Ctx() ctx: Context, @Arg('tenant', () => String) tenant: string): Promise<Account> {
    return Object.assign(new Account(), await accountOf(ctx, tenant))
  }

  @Mutation(() => BeginAuthenticatorAppResult)
  async beginAuthenticatorApp(@Ctx() ctx: Context): Promise<typeof BeginAuthenticatorAppResult> {
    return unlessRefused(await beginAuthenticatorApp(ctx), AuthenticatorAppBegun)
  }

  @Mutation(() => AddFactorResult)
  async addAuthenticatorApp(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('enrolment', () => String) enrolment: string,
    @Arg('code', () => String) code: string,
  ): Promise<typeof AddFactorResult> {
    return added(ctx, tenant, await addAuthenticatorApp(ctx, enrolment, code))
  }

  @Mutation(() => BeginPasskeyResult)
  async beginPasskey(@Ctx() ctx: Context): Promise<typeof BeginPasskeyResult> {
    const begun = await beginPasskey(ctx)
    return typeof begun === 'string' ? Object.assign(new PasskeyBegun(), { options: begun }) : begun
  }

  @Mutation(() => AddFactorResult)
  async addPasskey(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('answer', () => String, { description: 'JSON of the credential.' }) answer: string,
    @Arg('name', () => String) name: string,
  ): Promise<typeof AddFactorResult> {
    return added(ctx, tenant, await addPasskey(ctx, answer, name))
  }

  @Mutation(() => ChangeAccountResult)
  removePasskey(@Ctx() ctx: Context, @Arg('id', () => ID) id: Id): Promise<typeof ChangeAccountResult> {
    return doneOr(removeFactor(ctx, id))
  }

  @Mutation(() => ChangeAccountResult)
  removeAuthenticatorApp(@Ctx() ctx: Context): Promise<typeof ChangeAccountResult> {
    return doneOr(removeFactor(ctx, null))
  }

  @Mutation(() => RenewRecoveryCodesResult)
  async renewRecoveryCodes(@Ctx() ctx: Context): Promise<typeof RenewRecoveryCodesResult> {
    return unlessRefused(await renewRecoveryCodes(ctx), RecoveryCodes)
  }

  @Mutation(() => ChangeAccountResult)
  changePassword(
    @Ctx() ctx: Context,
    @Arg('password', () => String) password: string,
  ): Promise<typeof ChangeAccountResult> {
    return doneOr(changePassword(ctx, password))
  }

  @Mutation(() => ChangeAccountResult)
  endSession(@Ctx() ctx: Context, @Arg('id', () => ID) id: Id): Promise<typeof ChangeAccountResult> {
    return doneOr(endOtherSessions(ctx, id))
  }

  @Mutation(() => ChangeAccountResult)
  endOtherSessions(@Ctx() ctx: Context): Promise<typeof ChangeAccountResult> {
    return doneOr(endOtherSessions(ctx, null))
  }
}

async function doneOr<R extends InputRefused | LastFactor | StepUpNeeded | SampleAccount>(
  result: Promise<true | number | R>,
): Promise<Done | R> {
  const answer = await result
  return typeof answer === 'object' ? answer : Done.of()
}
