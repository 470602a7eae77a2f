import { LIMITS, type Id, type LocalizedText as Text, type ProcedureKind } from '@mitsprache/terms'
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import type { PublicCtx } from '../../platform/public-door.ts'
import { wordEnum } from '../../platform/refusal.graphql.ts'
import { DateTimeISO, GeoJSONScalar, LocalDate } from '../../platform/scalars.graphql.ts'
import { SameForEveryone } from '../../platform/same-for-everyone.ts'
import { TrustLevelEnum } from '../identity/index.ts'
import { LocalizedText } from '../tenants/index.ts'
import { PlanDrawing } from './drawing-types.graphql.ts'
import {
  Category,
  OfflineWay,
  PeriodExtension,
  PlanDocument,
  ProcedureKindEnum,
  PublicationModeEnum,
  RoundStateEnum,
  TimelineEntry,
} from './procedure-types.graphql.ts'
import { findProcedure, findProcedureById, listProcedures } from './list-procedures.ts'
import { publishedCounts } from './procedure.queries.ts'

export const ProcedureFilterState = wordEnum('ProcedureFilterState', [
  'all',
  'open',
  'planned',
  'closed',
] as const)

@ObjectType({ simpleResolvers: true, description: 'One pass of a consultation with its period.' })
export class Round {
  @Field(() => ID) id!: Id
  @Field(() => String) step!: string
  @Field(() => Int) passNumber!: number
  @Field(() => LocalDate) startsOn!: string
  @Field(() => LocalDate, { description: 'Last day, until 23:59:59 Europe/Berlin.' }) endsOn!: string
  @Field(() => DateTimeISO) startsAt!: Date
  @Field(() => DateTimeISO) endsAt!: Date
  @Field(() => RoundStateEnum) state!: string
  @Field(() => [PeriodExtension], { description: 'How often it was extended, oldest first.' })
  extensions!: PeriodExtension[]
}

@ObjectType({ simpleResolvers: true, description: 'A published consultation as everyone sees it.' })
export class Procedure {
  @Field(() => ID) id!: Id
  @Field(() => String, { description: 'Short name of its authority, as in its address.' }) tenantSlug!: string
  @Field(() => String) slug!: string
  @Field(() => ProcedureKindEnum) kind!: string
  @Field(() => Boolean) formal!: boolean
  @Field(() => String, { nullable: true }) number?: string | null
  @Field(() => LocalizedText) title!: Text
  @Field(() => LocalizedText) summary!: Text
  @Field(() => [LocalizedText]) openQuestions!: Text[]
  @Field(() => [LocalizedText]) decided!: Text[]
  @Field(() => PublicationModeEnum) publicationMode!: string
  @Field(() => TrustLevelEnum, { description: 'How surely it has to be known who hands in.' })
  trustLevel!: string
  @Field(() => Round) round!: Round
  @Field(() => GeoJSONScalar, { nullable: true }) territory?: object | null
  @Field(() => [Float], { nullable: true, description: '[lon, lat] of a point inside the territory.' })
  center?: number[] | null
  @Field(() => String, {
    nullable: true,
    description: 'Where the parts of its plan are, as GeoJSON; null without a plan.',
  })
  planUrl?: string | null
  @Field(() => [PlanDocument]) documents!: PlanDocument[]
  @Field(() => [PlanDrawing], { description: 'Pictures of the plan that lie on the map.' })
  drawings!: PlanDrawing[]
  @Field(() => [Category]) categories!: Category[]
  @Field(() => [TimelineEntry]) timeline!: TimelineEntry[]
  @Field(() => [OfflineWay]) offlineWays!: OfflineWay[]
  @Field(() => Int) publishedCount!: number
  @Field(() => Int, { description: 'All that was handed in, public or not.' }) receivedCount!: number
}

@ObjectType({ simpleResolvers: true })
export class ProcedureConnection {
  @Field(() => [Procedure]) nodes!: Procedure[]
  @Field(() => String, { nullable: true }) endCursor?: string | null
  @Field(() => Boolean) hasNext!: boolean
}

@Resolver()
export class ProcedureResolver {
  @SameForEveryone()
  @Query(() => ProcedureConnection, {
    description:
      'Published procedures, of one tenant or of all: open ones by their last day, then planned, then closed ones.',
  })
  procedures(
    @Ctx() ctx: PublicCtx,
    @Arg('tenant', () => String, { nullable: true }) tenant: string | null | undefined,
    @Arg('kind', () => ProcedureKindEnum, { nullable: true }) kind: ProcedureKind | null | undefined,
    @Arg('state', () => ProcedureFilterState, { defaultValue: 'all' }) state: string,
    @Arg('search', () => String, { nullable: true }) search: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: LIMITS.pageSizeDefault }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<ProcedureConnection> {
    return listProcedures(ctx, { tenant: tenant ?? null, kind, state, search, first, after })
  }

  @SameForEveryone()
  @Query(() => Procedure, { nullable: true })
  procedure(
    @Ctx() ctx: PublicCtx,
    @Arg('tenant', () => String) tenant: string,
    @Arg('slug', () => String) slug: string,
  ): Promise<Procedure | null> {
    return findProcedure(ctx, tenant, slug)
  }

  @SameForEveryone()
  @Query(() => Procedure, { nullable: true, description: 'For links that only know the id.' })
  procedureById(@Ctx() ctx: PublicCtx, @Arg('id', () => ID) id: Id): Promise<Procedure | null> {
    return findProcedureById(ctx, id)
  }
}

/** Counts already asked for while answering this request, by procedure. */
const countsAsked = new WeakMap<PublicCtx, Map<Id, Promise<Record<Id, number>>>>()

/** Where a category stands beside a contribution, its count is rarely wanted: it is asked only then, and once. */
@Resolver(() => Category)
export class CategoryResolver {
  @FieldResolver(() => Int)
  async publishedCount(
    @Root() category: Category & { procedureId?: Id },
    @Ctx() ctx: PublicCtx,
  ): Promise<number> {
    if (!category.procedureId) return category.publishedCount
    const asked = countsAsked.get(ctx) ?? new Map<Id, Promise<Record<Id, number>>>()
    countsAsked.set(ctx, asked)
    const counts =
      asked.get(category.procedureId) ??
      ctx.database.read(publishedCounts, category.procedureId).then(([row]) => row!.counts)
    asked.set(category.procedureId, counts)
    return (await counts)[category.id] ?? 0
  }
}
