import 'reflect-metadata'
import { EVENT_KIND_WORDS, eventKindOf, type EventKind, type Id } from '@mitsprache/terms'
import { Arg, Ctx, Field, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { wordEnum } from '../../platform/refusal.graphql.ts'
import { DateTimeISO, LocalDate } from '../../platform/scalars.graphql.ts'
import type { Ctx as Context } from '../identity/index.ts'
import { LocalizedText } from '../tenants/index.ts'
import { readLog, readLogChoices, type LogFilter } from './read-log.ts'

export const EventKindEnum = wordEnum('EventKind', EVENT_KIND_WORDS)
export const ActorKindEnum = wordEnum('ActorKind', ['person', 'resident', 'system'] as const)

@ObjectType({ simpleResolvers: true, description: 'Something that happened, in ids and words.' })
export class LoggedEvent {
  @Field(() => ID) id!: Id
  @Field(() => DateTimeISO) at!: Date
  @Field(() => EventKindEnum) kind!: EventKind
  @Field(() => String, { description: 'As it is called in the log itself.' }) type!: string
  @Field(() => ActorKindEnum) actorKind!: string
  @Field(() => ID, { nullable: true }) actorId?: Id | null
  @Field(() => String, { nullable: true, description: 'Of a colleague who still works here.' })
  actorName?: string | null
  @Field(() => ID, { nullable: true }) procedureId?: Id | null
  @Field(() => LocalizedText, { nullable: true }) procedureTitle?: object | null
  @Field(() => [ID], { description: 'What it was about, the first 50.' }) subjectIds!: Id[]
  @Field(() => Int) subjectCount!: number
  @Field(() => Int, { nullable: true, description: 'Its place in the chain; none until it is chained.' })
  position?: number | null
}

@ObjectType({ simpleResolvers: true })
export class LogConnection {
  @Field(() => [LoggedEvent]) nodes!: LoggedEvent[]
  @Field(() => String, { nullable: true }) endCursor?: string | null
  @Field(() => Boolean) hasNext!: boolean
}

@ObjectType({ simpleResolvers: true })
export class LogProcedure {
  @Field(() => ID) id!: Id
  @Field(() => LocalizedText) title!: object
}

@ObjectType({ simpleResolvers: true })
export class LogPerson {
  @Field(() => ID) id!: Id
  @Field(() => String) name!: string
}

@ObjectType({ simpleResolvers: true, description: 'What the log can be narrowed to.' })
export class LogChoices {
  @Field(() => [LogProcedure]) procedures!: LogProcedure[]
  @Field(() => [LogPerson]) people!: LogPerson[]
}

@InputType()
export class LogFilterInput implements LogFilter {
  @Field(() => EventKindEnum, { nullable: true }) kind?: EventKind | null
  @Field(() => ID, { nullable: true }) actorId?: Id | null
  @Field(() => ID, { nullable: true }) procedureId?: Id | null
  @Field(() => LocalDate, { nullable: true }) from?: string | null
  @Field(() => LocalDate, { nullable: true }) until?: string | null
}

/** An export names a few hundred contributions in one event; the file of the log has them all. */
const SUBJECTS_SHOWN = 50

@Resolver()
export class AuditResolver {
  @Query(() => LogConnection, { description: 'The newest first; for the auditors of the tenant.' })
  async auditLog(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('filter', () => LogFilterInput, { nullable: true }) filter: LogFilterInput | null | undefined,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<LogConnection> {
    const { nodes, ...rest } = await readLog(ctx, tenant, filter ?? {}, { first, after })
    return {
      ...rest,
      nodes: nodes.map(({ subjectIds, hash: _hash, ...event }) => ({
        ...event,
        kind: eventKindOf(event.type),
        subjectIds: subjectIds.slice(0, SUBJECTS_SHOWN),
        subjectCount: subjectIds.length,
      })),
    }
  }

  @Query(() => LogChoices)
  auditLogChoices(@Ctx() ctx: Context, @Arg('tenant', () => String) tenant: string): Promise<LogChoices> {
    return readLogChoices(ctx, tenant)
  }
}
