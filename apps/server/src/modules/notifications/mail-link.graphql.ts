import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { wordEnum } from '../../platform/refusal.graphql.ts'
import { Denial, type Ctx as Context } from '../identity/index.ts'
import { LocalizedText } from '../tenants/index.ts'
import { confirmAddress, findMailLink, stopMessages } from './answer-mail-link.ts'
import type { MailLinkKind } from './mail-link.rules.ts'

const MailLinkKindEnum = wordEnum('MailLinkKind', ['confirm', 'stop'] as const)

@ObjectType({ simpleResolvers: true, description: 'What a link in a message to an author is about.' })
export class MailLink {
  @Field(() => LocalizedText) procedureTitle!: LocalizedText
  @Field(() => Boolean) confirmed!: boolean
  @Field(() => Boolean) stopped!: boolean
}

@Resolver()
export class MailLinkResolver {
  @Query(() => MailLink, { nullable: true, description: 'Only looks: mail scanners open links as well.' })
  async mailLink(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('kind', () => MailLinkKindEnum) kind: MailLinkKind,
    @Arg('token', () => String) token: string,
  ): Promise<MailLink | null> {
    if (ctx.method !== 'POST') throw new Denial('NOT_FOUND')
    try {
      return await findMailLink(ctx, tenant, kind, token)
    } catch (cause) {
      if (cause instanceof Denial) return null
      throw cause
    }
  }

  @Mutation(() => MailLink)
  confirmAddress(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('token', () => String) token: string,
  ): Promise<MailLink> {
    return confirmAddress(ctx, tenant, token)
  }

  @Mutation(() => MailLink)
  stopMessages(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('token', () => String) token: string,
  ): Promise<MailLink> {
    return stopMessages(ctx, tenant, token)
  }
}
