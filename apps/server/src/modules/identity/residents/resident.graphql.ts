import { type Language, type TrustLevel } from '@mitsprache/terms'
import { Arg, createUnionType, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { InputRefused, isRefusal, TooManyAttempts, wordEnum } from '../../../platform/refusal.graphql.ts'
import { TRUST_LEVELS } from '@mitsprache/terms'
import { LanguageEnum, tenantBySlug } from '../../tenants/index.ts'
import { Done } from '../done.graphql.ts'
import type { Ctx as Context } from '../context.ts'
import { deleteResidentAccount } from './delete-account.ts'
import { enterByLink } from './enter-by-link.ts'
import { requestResidentLink } from './request-link.ts'
import { LinkOver } from './resident-refusals.graphql.ts'
import { residentOf, signOutResident, type Resident as ResidentShape } from './resident-session.ts'

export const TrustLevelEnum = wordEnum('TrustLevel', TRUST_LEVELS)

@ObjectType({
  simpleResolvers: true,
  description: 'A resident who is signed in, with an account of one tenant.',
})
export class Resident {
  @Field(() => String, { nullable: true, description: 'None for who came by a sign-in service.' })
  email?: string | null
  @Field(() => String, { nullable: true, description: 'The sign-in service; none for a link by mail.' })
  providerLabel?: string | null
  @Field(() => TrustLevelEnum, { description: 'How surely it is known who it is.' }) trustLevel!: TrustLevel
}

@ObjectType({ simpleResolvers: true })
export class ResidentSignedIn {
  @Field(() => Resident) resident!: Resident
}

export const RequestLinkResult = createUnionType({
  name: 'RequestLinkResult',
  types: () => [Done, InputRefused, TooManyAttempts] as const,
})
export const EnterByLinkResult = createUnionType({
  name: 'EnterByLinkResult',
  types: () => [ResidentSignedIn, LinkOver] as const,
})

export const residentSignedIn = ({ email, providerLabel, trustLevel }: ResidentShape) =>
  Object.assign(new ResidentSignedIn(), {
    resident: Object.assign(new Resident(), { email, providerLabel, trustLevel }),
  })

@Resolver()
export class ResidentResolver {
  @Query(() => Resident, { nullable: true })
  async resident(@Ctx() ctx: Context, @Arg('tenant', () => String) tenant: string): Promise<Resident | null> {
    const resident = await residentOf(ctx, tenant)
    return resident && residentSignedIn(resident).resident
  }

  @Query(() => Boolean, {
    description: 'Whether the tenant sends links by mail: where mail leaves, or is shown.',
  })
  async residentsByMail(
    @Ctx() { config, database }: Context,
    @Arg('tenant', () => String) slug: string,
  ): Promise<boolean> {
    const [tenant] = await database.read(tenantBySlug, slug)
    return tenant !== undefined && !tenant.suspendedAt && (config.mail !== undefined || tenant.sample)
  }

  @Mutation(() => RequestLinkResult, {
    description: 'A link by mail to sign in with. The answer tells nothing of whether the address is known.',
  })
  async requestResidentLink(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('email', () => String) email: string,
    @Arg('language', () => LanguageEnum) language: Language,
  ): Promise<typeof RequestLinkResult> {
    const result = await requestResidentLink(ctx, tenant, email, language)
    return result === true ? Done.of() : result
  }

  @Mutation(() => EnterByLinkResult)
  async enterByLink(
    @Ctx() ctx: Context,
    @Arg('secret', () => String) secret: string,
  ): Promise<typeof EnterByLinkResult> {
    const result = await enterByLink(ctx, secret)
    return isRefusal(result) ? result : residentSignedIn(result)
  }

  @Mutation(() => Boolean)
  signOutResident(@Ctx() ctx: Context): Promise<boolean> {
    return signOutResident(ctx)
  }

  @Mutation(() => Boolean, {
    description: 'Deletes the account; what was handed in stays, and so do its receipts.',
  })
  deleteResidentAccount(@Ctx() ctx: Context, @Arg('tenant', () => String) tenant: string): Promise<boolean> {
    return deleteResidentAccount(ctx, tenant)
  }
}
