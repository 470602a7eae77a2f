import { type Id, type Language, type TrustLevel } from '@mitsprache/terms'
import { Arg, createUnionType, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { isRefusal, wordEnum } from '../../../platform/refusal.graphql.ts'
import { LanguageEnum } from '../../tenants/index.ts'
import type { Ctx as Context } from '../context.ts'
import { FactorNeeded } from '../factor-needed.graphql.ts'
import { ResidentSignedIn, residentSignedIn, TrustLevelEnum } from '../residents/resident.graphql.ts'
import { SignedIn, signedIn } from '../viewer.graphql.ts'
import { beginSignOn } from './begin-sign-on.ts'
import { finishSignOn } from './finish-sign-on.ts'
import { SIGN_ON_FOR, type SignOnFor } from './flow.ts'
import { providersOf } from './provider.queries.ts'
import { SignOnRefused } from './sign-on-refused.graphql.ts'

export const SignOnForEnum = wordEnum('SignOnFor', SIGN_ON_FOR)

@ObjectType({ simpleResolvers: true, description: 'A sign-in service of a tenant, as a button.' })
export class SignOnService {
  @Field(() => ID) id!: Id
  @Field(() => String) label!: string
  @Field(() => [TrustLevelEnum], {
    description: 'How surely it can know somebody; the others it cannot tell.',
  })
  levels!: TrustLevel[]
}

@ObjectType({ simpleResolvers: true })
export class SignOnBegun {
  @Field(() => String, { description: 'Where to send the browser.' }) address!: string
}

export const BeginSignOnResult = createUnionType({
  name: 'BeginSignOnResult',
  types: () => [SignOnBegun, SignOnRefused] as const,
})
export const FinishSignOnResult = createUnionType({
  name: 'FinishSignOnResult',
  types: () => [SignedIn, FactorNeeded, ResidentSignedIn, SignOnRefused] as const,
})

@Resolver()
export class SignOnResolver {
  @Query(() => [SignOnService], { description: 'Sign-in services of the tenant for these people.' })
  async signOnServices(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('for', () => SignOnForEnum) who: SignOnFor,
  ): Promise<SignOnService[]> {
    const providers = await ctx.database.read(providersOf, tenant)
    return providers
      .filter(({ forStaff, forResidents }) => (who === 'staff' ? forStaff : forResidents))
      .map(({ id, label, acrLevels }) => ({
        id,
        label,
        levels: [...new Set<TrustLevel>(['basic', ...Object.values(acrLevels)])],
      }))
  }

  @Mutation(() => BeginSignOnResult)
  async beginSignOn(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenantSlug: string,
    @Arg('providerId', () => ID) providerId: Id,
    @Arg('for', () => SignOnForEnum) who: SignOnFor,
    @Arg('language', () => LanguageEnum) language: Language,
    @Arg('level', () => TrustLevelEnum, { defaultValue: 'none' }) level: TrustLevel,
  ): Promise<typeof BeginSignOnResult> {
    const result = await beginSignOn(ctx, { tenantSlug, providerId, for: who, language, level })
    return isRefusal(result) ? result : Object.assign(new SignOnBegun(), { address: result })
  }

  @Mutation(() => FinishSignOnResult)
  async finishSignOn(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenantSlug: string,
    @Arg('providerId', () => ID) providerId: Id,
    @Arg('query', () => String, { description: 'Of the address that the provider sent the browser to.' })
    query: string,
  ): Promise<typeof FinishSignOnResult> {
    const result = await finishSignOn(ctx, { tenantSlug, providerId, query: query.slice(0, 10_000) })
    if (isRefusal(result)) return result
    return result.kind === 'resident'
      ? residentSignedIn(result.resident)
      : signedIn<never>(result.entered, tenantSlug)
  }
}
