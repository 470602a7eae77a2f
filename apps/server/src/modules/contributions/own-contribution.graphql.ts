import type { LocalizedText as Text } from '@mitsprache/terms'
import { GraphQLError } from 'graphql'
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { DateTimeISO } from '../../platform/scalars.graphql.ts'
import type { Ctx as Context } from '../identity/index.ts'
import { LocalizedText } from '../tenants/index.ts'
import { VisibilityEnum } from './contribution.graphql.ts'
import { getOwnContributions, keepInAccount, leaveAccount } from './own-contributions.ts'

@ObjectType({ simpleResolvers: true, description: 'A contribution in its author’s account.' })
export class OwnContribution {
  @Field(() => String) number!: string
  @Field(() => String, { description: 'Opens /status/<number>#<secret>.' }) secret!: string
  @Field(() => String, { nullable: true }) title?: string | null
  @Field(() => String, { description: 'Its beginning.' }) text!: string
  @Field(() => DateTimeISO) receivedAt!: Date
  @Field(() => VisibilityEnum) visibility!: string
  @Field(() => LocalizedText) procedureTitle!: Text
  @Field(() => String) procedureSlug!: string
}

@Resolver()
export class OwnContributionsResolver {
  @Query(() => [OwnContribution], {
    description: 'Of the resident who is signed in. POST only: it holds secrets.',
  })
  async ownContributions(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
  ): Promise<OwnContribution[]> {
    if (ctx.method !== 'POST')
      throw new GraphQLError('Secrets are only told by POST.', { extensions: { code: 'BAD_USER_INPUT' } })
    return getOwnContributions(ctx, tenant)
  }

  @Mutation(() => Boolean, { description: 'Puts a contribution into the account, by its receipt.' })
  keepInAccount(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('number', () => String) number: string,
    @Arg('secret', () => String) secret: string,
  ): Promise<boolean> {
    return keepInAccount(ctx, tenant, number, secret)
  }

  @Mutation(() => Boolean, { description: 'Takes it out again; it stays handed in.' })
  leaveAccount(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('number', () => String) number: string,
  ): Promise<boolean> {
    return leaveAccount(ctx, tenant, number)
  }
}
