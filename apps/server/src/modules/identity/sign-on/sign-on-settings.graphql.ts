import { type Id, type Role, type TrustLevel } from '@mitsprache/terms'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import { InputRefused, isRefusal, StaleVersion } from '../../../platform/refusal.graphql.ts'
import { SampleAccount, StepUpNeeded } from '../account-refusals.graphql.ts'
import type { Ctx as Context } from '../context.ts'
import { Done } from '../done.graphql.ts'
import { TrustLevelEnum } from '../residents/resident.graphql.ts'
import { RoleEnum } from '../viewer.graphql.ts'
import { logoutUri, redirectUri } from './provider-client.ts'
import type { ProviderView } from './provider.queries.ts'
import { getProviders, removeProvider, saveProvider } from './save-provider.ts'

@ObjectType({ simpleResolvers: true })
export class GroupRoles {
  @Field(() => String) group!: string
  @Field(() => [RoleEnum]) roles!: Role[]
}

@ObjectType({ simpleResolvers: true })
export class AcrLevel {
  @Field(() => String) acr!: string
  @Field(() => TrustLevelEnum) level!: TrustLevel
}

@ObjectType({ simpleResolvers: true, description: 'A sign-in service as its administrators set it up.' })
export class SignOnProvider {
  @Field(() => ID) id!: Id
  @Field(() => Int) version!: number
  @Field(() => String) label!: string
  @Field(() => String) issuer!: string
  @Field(() => String) clientId!: string
  @Field(() => Boolean, { description: 'The secret itself is never shown again.' }) hasSecret!: boolean
  @Field(() => String) scope!: string
  @Field(() => Boolean) forStaff!: boolean
  @Field(() => Boolean) forResidents!: boolean
  @Field(() => Boolean, { description: 'It always asks staff for a second factor.' }) showsFactor!: boolean
  @Field(() => String) groupClaim!: string
  @Field(() => [GroupRoles]) groupRoles!: GroupRoles[]
  @Field(() => [AcrLevel]) acrLevels!: AcrLevel[]
  @Field(() => String, { description: 'To be entered there as redirect URI.' }) redirectUri!: string
  @Field(() => String, { description: 'To be entered there as back-channel logout URI.' }) logoutUri!: string
}

@InputType()
export class GroupRolesInput {
  @Field(() => String) group!: string
  @ArrayMaxSize(20)
  @Field(() => [RoleEnum])
  roles!: Role[]
}

@InputType()
export class AcrLevelInput {
  @Field(() => String) acr!: string
  @Field(() => TrustLevelEnum) level!: TrustLevel
}

@InputType()
export class SignOnProviderInput {
  @Field(() => ID, { nullable: true }) id?: Id | null
  @Field(() => Int, { nullable: true }) version?: number | null
  @Field(() => String) label!: string
  @Field(() => String) issuer!: string
  @Field(() => String) clientId!: string
  @Field(() => String, { nullable: true, description: 'Missing: as it was; empty: none.' })
  clientSecret?: string | null
  @Field(() => String, { nullable: true }) scope?: string | null
  @Field(() => Boolean) forStaff!: boolean
  @Field(() => Boolean) forResidents!: boolean
  @Field(() => Boolean) showsFactor!: boolean
  @Field(() => String, { nullable: true }) groupClaim?: string | null
  @Field(() => [GroupRolesInput])
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  groupRoles!: GroupRolesInput[]
  @Field(() => [AcrLevelInput]) @ArrayMaxSize(200) @ValidateNested({ each: true }) acrLevels!: AcrLevelInput[]
}

@ObjectType({ simpleResolvers: true })
export class SignOnProviderSaved {
  @Field(() => SignOnProvider) provider!: SignOnProvider
}

export const SaveSignOnProviderResult = createUnionType({
  name: 'SaveSignOnProviderResult',
  types: () => [SignOnProviderSaved, InputRefused, StaleVersion, StepUpNeeded, SampleAccount] as const,
})
export const RemoveSignOnProviderResult = createUnionType({
  name: 'RemoveSignOnProviderResult',
  types: () => [Done, StepUpNeeded, SampleAccount] as const,
})

function toProvider({ config }: Context, view: ProviderView): SignOnProvider {
  const { clientSecretSealed, groupRoles, acrLevels, ...rest } = view
  return Object.assign(new SignOnProvider(), rest, {
    hasSecret: clientSecretSealed !== null,
    groupRoles: Object.entries(groupRoles).map(([group, roles]) => ({ group, roles })),
    acrLevels: Object.entries(acrLevels).map(([acr, level]) => ({ acr, level })),
    redirectUri: redirectUri(config.baseUrl, view),
    logoutUri: logoutUri(config.baseUrl, view),
  })
}

@Resolver()
export class SignOnSettingsResolver {
  @Query(() => [SignOnProvider], { description: 'For the administrators of the tenant.' })
  async signOnProviders(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
  ): Promise<SignOnProvider[]> {
    return (await getProviders(ctx, tenant)).map((view) => toProvider(ctx, view))
  }

  @Mutation(() => SaveSignOnProviderResult)
  async saveSignOnProvider(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => SignOnProviderInput) input: SignOnProviderInput,
  ): Promise<typeof SaveSignOnProviderResult> {
    const result = await saveProvider(ctx, tenant, input)
    if (isRefusal(result)) return result
    const saved = (await getProviders(ctx, tenant)).find(({ id }) => id === result)!
    return Object.assign(new SignOnProviderSaved(), { provider: toProvider(ctx, saved) })
  }

  @Mutation(() => RemoveSignOnProviderResult)
  async removeSignOnProvider(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<typeof RemoveSignOnProviderResult> {
    const result = await removeProvider(ctx, tenant, id)
    return result === true ? Done.of() : result
  }
}
