import { LIMITS, type Id, type Language } from '@mitsprache/terms'
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
import { InputRefused, StaleVersion, wordEnum } from '../../platform/refusal.graphql.ts'
import { DateTimeISO } from '../../platform/scalars.graphql.ts'
import type { Ctx as Context } from '../identity/index.ts'
import { LanguageEnum } from '../tenants/index.ts'
import { listMessages, MESSAGE_SHELVES, readKeptMail, type MessageShelf } from './list-messages.ts'
import { MESSAGE_REASONS, MESSAGE_STATES, type MessageReason, type MessageState } from './message.entity.ts'
import { sendAgain } from './send-again.ts'
import { listTemplates, resetTemplate, saveTemplate } from './templates.ts'

const MessageStateEnum = wordEnum('MessageState', MESSAGE_STATES)
const MessageReasonEnum = wordEnum('MessageReason', MESSAGE_REASONS)
const MessageShelfEnum = wordEnum('MessageShelf', MESSAGE_SHELVES)

@ObjectType({ simpleResolvers: true, description: 'A message in the outbox: to whom and what became of it.' })
export class OutgoingMessage {
  @Field(() => ID) id!: Id
  @Field(() => String, { description: 'Which message it is, such as staffInvitation.' }) kind!: string
  @Field(() => String, {
    nullable: true,
    description:
      'A member of staff or somebody invited by name, an author by the number of the contribution.',
  })
  recipient!: string | null
  @Field(() => MessageStateEnum) state!: MessageState
  @Field(() => MessageReasonEnum, { nullable: true }) reason!: MessageReason | null
  @Field(() => String, { nullable: true, description: 'Reply of the mail server as numbers: 550 5.1.1' })
  reply!: string | null
  @Field(() => Int) tries!: number
  @Field(() => DateTimeISO) createdAt!: string
  @Field(() => DateTimeISO, { nullable: true }) settledAt!: string | null
}

@ObjectType({ simpleResolvers: true })
export class MessageConnection {
  @Field(() => [OutgoingMessage]) nodes!: OutgoingMessage[]
  @Field(() => String, { nullable: true }) endCursor!: string | null
  @Field(() => Boolean) hasNext!: boolean
  @Field(() => Int, { description: 'A thousand at most.' }) waiting!: number
  @Field(() => Int, { description: 'Given up or come back; two thousand at most.' }) parked!: number
  @Field(() => Boolean, { description: 'Whether a mail server is configured.' }) mailServer!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'A message of a sample town, which never leaves it.' })
export class KeptMail {
  @Field(() => ID) id!: Id
  @Field(() => DateTimeISO) createdAt!: string
  @Field(() => String) sender!: string
  @Field(() => String) to!: string
  @Field(() => String) subject!: string
  @Field(() => String) text!: string
}

@ObjectType({ simpleResolvers: true })
export class MessageWording {
  @Field(() => LanguageEnum) language!: Language
  @Field(() => String) subject!: string
  @Field(() => String) body!: string
  @Field(() => Boolean, { description: 'The tenant wrote it; else it is ours.' }) own!: boolean
  @Field(() => Int) version!: number
}

@ObjectType({ simpleResolvers: true })
export class MessageTemplate {
  @Field(() => String) kind!: string
  @Field(() => [String]) placeholders!: string[]
  @Field(() => [String], { description: 'Have to stand in the text.' }) needed!: string[]
  @Field(() => [MessageWording]) wordings!: MessageWording[]
}

@InputType()
export class MessageWordingInput {
  @Field(() => String) kind!: string
  @Field(() => LanguageEnum) language!: Language
  @Field(() => Int) version!: number
  @Field(() => String) subject!: string
  @Field(() => String) body!: string
}

@ObjectType({ simpleResolvers: true })
export class MessageTemplatesSaved {
  @Field(() => [MessageTemplate]) templates!: MessageTemplate[]
}

export const SaveMessageTemplateResult = createUnionType({
  name: 'SaveMessageTemplateResult',
  types: () => [MessageTemplatesSaved, InputRefused, StaleVersion] as const,
})

@Resolver()
export class MessagesResolver {
  @Query(() => MessageConnection, { description: 'What left, what waits and what did not arrive.' })
  async messages(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('shelf', () => MessageShelfEnum, { nullable: true }) shelf?: MessageShelf | null,
    @Arg('first', () => Int, { defaultValue: LIMITS.pageSizeDefault })
    first = LIMITS.pageSizeDefault as number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<MessageConnection> {
    const { nodes, ...rest } = await listMessages(ctx, tenant, { shelf, first, after })
    return Object.assign(new MessageConnection(), {
      ...rest,
      nodes: nodes.map(({ createdAt, settledAt, ...node }) => ({
        ...node,
        createdAt: createdAt.toISOString(),
        settledAt: settledAt?.toISOString() ?? null,
      })),
    })
  }

  @Query(() => KeptMail, { nullable: true, description: 'One message in the mailbox of a sample town.' })
  async keptMail(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<KeptMail | null> {
    const mail = await readKeptMail(ctx, tenant, id)
    if (!mail) return null
    const { createdAt, from, to, subject, text } = mail
    const sender = `${from.name} <${from.address}>`
    return Object.assign(new KeptMail(), {
      id,
      createdAt: createdAt.toISOString(),
      sender,
      to,
      subject,
      text,
    })
  }

  @Query(() => [MessageTemplate])
  messageTemplates(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
  ): Promise<MessageTemplate[]> {
    return listTemplates(ctx, tenant)
  }

  @Mutation(() => MessageConnection)
  async sendMessageAgain(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<MessageConnection> {
    await sendAgain(ctx, tenant, id)
    return this.messages(ctx, tenant, 'parked')
  }

  @Mutation(() => SaveMessageTemplateResult)
  async saveMessageTemplate(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => MessageWordingInput) input: MessageWordingInput,
  ): Promise<typeof SaveMessageTemplateResult> {
    const saved = await saveTemplate(ctx, tenant, input)
    return saved === true ? templatesSaved(ctx, tenant) : saved
  }

  @Mutation(() => MessageTemplatesSaved)
  async resetMessageTemplate(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('kind', () => String) kind: string,
    @Arg('language', () => LanguageEnum) language: Language,
  ): Promise<MessageTemplatesSaved> {
    await resetTemplate(ctx, tenant, kind, language)
    return templatesSaved(ctx, tenant)
  }
}

const templatesSaved = async (ctx: Context, tenant: string) =>
  Object.assign(new MessageTemplatesSaved(), { templates: await listTemplates(ctx, tenant) })
