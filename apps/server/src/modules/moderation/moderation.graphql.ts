import {
  DECISIONS,
  isId,
  type Id,
  type LocalizedText as Text,
  type Visibility as VisibilityWord,
} from '@mitsprache/terms'
import { MaxLength } from 'class-validator'
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
import { badInput } from '../../platform/bad-input.ts'
import { pageOf, readPage } from '../../platform/page.ts'
import { InputRefused, isRefusal, Refusal, wordEnum } from '../../platform/refusal.graphql.ts'
import { DateTimeISO, GeoJSONScalar } from '../../platform/scalars.graphql.ts'
import { fromWkb } from '../../platform/wkb.ts'
import {
  AudienceEnum,
  HandedInFile,
  PlaceKindEnum,
  VisibilityEnum,
  WithholdReasonEnum,
} from '../contributions/index.ts'
import { demand, Denial, MayAnswer, staffOf, type Ctx as Context, type May } from '../identity/index.ts'
import { categoriesOf, Category, mayModerate, moderatedOnly } from '../procedures/index.ts'
import { LanguageEnum, LocalizedText } from '../tenants/index.ts'
import { withNames, type Moderated } from './names-to-publish.ts'
import { decideVisibility, type VisibilityChoice } from './decide-visibility.ts'
import { moderationItemById, openCount, procedureQueue, tenantQueue } from './moderation.queries.ts'
import { canBeDecided } from './moderation.rules.ts'

export const DecisionEnum = wordEnum('Decision', DECISIONS)

@ObjectType({ simpleResolvers: true })
export class DecisionEntry {
  @Field(() => DecisionEnum) decision!: string
  @Field(() => WithholdReasonEnum, { nullable: true }) reason?: string | null
  @Field(() => String, { nullable: true }) reasonText?: string | null
  @Field(() => Boolean) withFiles!: boolean
  @Field(() => String) byName!: string
  @Field(() => DateTimeISO) at!: Date | string
}

@ObjectType({
  simpleResolvers: true,
  description: 'A contribution as its moderator sees it: what the public would see, and its history.',
})
export class ModerationItem {
  @Field(() => ID) id!: Id
  @Field(() => String) number!: string
  @Field(() => Int) version!: number
  @Field(() => ID) procedureId!: Id
  @Field(() => LocalizedText) procedureTitle!: Text
  @Field(() => String) title!: string
  @Field(() => String) text!: string
  @Field(() => LanguageEnum) language!: string
  @Field(() => Category, { nullable: true }) category?: Category | null
  @Field(() => PlaceKindEnum) placeKind!: string
  @Field(() => String, { nullable: true }) placeLabel?: string | null
  @Field(() => GeoJSONScalar, { nullable: true }) geometry?: object | null
  @Field(() => AudienceEnum) audience!: string
  @Field(() => String, { nullable: true, description: 'Only when it would be published with it.' })
  authorName?: string | null
  @Field(() => DateTimeISO) receivedAt!: Date
  @Field(() => Boolean) late!: boolean
  @Field(() => Int, { nullable: true }) outsidePlanAreaM?: number | null
  @Field(() => VisibilityEnum) visibility!: string
  @Field(() => [HandedInFile]) files!: HandedInFile[]
  @Field(() => Boolean, { description: 'Published together with the files that their author released.' })
  withFiles!: boolean
  @Field(() => [DecisionEntry]) history!: DecisionEntry[]
  @Field(() => MayAnswer) viewerMayDecide!: May
}

@ObjectType({ simpleResolvers: true })
export class ModerationConnection {
  @Field(() => [ModerationItem]) nodes!: ModerationItem[]
  @Field(() => String, { nullable: true }) endCursor?: string | null
  @Field(() => Boolean) hasNext!: boolean
  @Field(() => Int, { description: 'Waiting for review; counted up to 1,000.' }) openCount!: number
}

@InputType()
export class DecideVisibilityInput implements VisibilityChoice {
  @Field(() => ID) contributionId!: Id
  @Field(() => Int, { description: 'The version the moderator looked at.' }) version!: number
  @Field(() => DecisionEnum) decision!: VisibilityChoice['decision']
  @Field(() => WithholdReasonEnum, { nullable: true }) reason?: VisibilityChoice['reason']
  @Field(() => String, { nullable: true }) @MaxLength(20_000) reasonText?: string | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'Publish the files as well that their author released; without it the text alone.',
  })
  withFiles?: boolean | null
}

@ObjectType({ simpleResolvers: true })
export class VisibilityDecided {
  @Field(() => ModerationItem) item!: ModerationItem
  @Field(() => Int) openCount!: number
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Somebody was first; `item` shows what they decided.',
})
export class AlreadyDecided extends Refusal {
  @Field(() => ModerationItem) item!: ModerationItem
}

export const DecideVisibilityResult = createUnionType({
  name: 'DecideVisibilityResult',
  types: () => [VisibilityDecided, AlreadyDecided, InputRefused] as const,
})

export const toModerationItem = (view: Moderated): ModerationItem => ({
  ...view,
  category: view.category && categoriesOf([view.category], {})[0]!,
  geometry: view.geometry && fromWkb(view.geometry),
  history: view.history.map((entry) => ({ ...entry, at: new Date(entry.at) })),
  // Only who may moderate its procedure is shown it.
  viewerMayDecide: canBeDecided(view),
})

@Resolver()
export class ModerationResolver {
  @Query(() => ModerationConnection, { description: 'Oldest first.' })
  async moderationQueue(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('procedureId', () => ID, { nullable: true }) procedureId: Id | null | undefined,
    @Arg('visibility', () => VisibilityEnum, { defaultValue: 'inReview' }) visibility: VisibilityWord,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<ModerationConnection> {
    const staff = staffOf(ctx, tenant)
    const only = moderatedOnly(staff)
    demand(mayModerate(staff, procedureId ?? only?.[0]))
    if (visibility === 'notPublic') throw badInput('What goes to the planners only is not up for moderation.')
    const page = readPage(ctx.secrets, { first, after }, [
      'moderationQueue',
      tenant,
      procedureId ?? null,
      visibility,
    ])
    if (procedureId && !isId(procedureId)) throw new Denial('NOT_FOUND')
    const at = page.after ? new Date(page.after[0] as string) : null
    const id = (page.after?.[1] as Id | undefined) ?? null
    return ctx.staff(staff.tenantId, async (tx) => {
      const [rows, [count]] = await Promise.all([
        procedureId
          ? tx.read(procedureQueue, staff.tenantId, visibility, page.first + 1, at, id, procedureId)
          : tx.read(tenantQueue, staff.tenantId, visibility, page.first + 1, at, id, only),
        tx.read(openCount, staff.tenantId, procedureId ?? null, only),
      ])
      const nodes = pageOf(
        ctx.secrets,
        page,
        await withNames(ctx, tx, staff, rows),
        (row) => [row.receivedAt.toISOString(), row.id],
        toModerationItem,
      )
      return { ...nodes, openCount: count!.n }
    })
  }

  @Query(() => ModerationItem, { nullable: true })
  async moderationItem(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<ModerationItem | null> {
    const staff = staffOf(ctx, tenant)
    if (!isId(id)) return null
    return ctx.staff(staff.tenantId, async (tx) => {
      const [row] = await tx.read(moderationItemById, staff.tenantId, id)
      // What is kept to the planners is not the moderators' to read.
      if (!row || row.visibility === 'notPublic' || !mayModerate(staff, row.procedureId).may) return null
      const [named] = await withNames(ctx, tx, staff, [row])
      return toModerationItem(named!)
    })
  }

  @Mutation(() => DecideVisibilityResult)
  async decideVisibility(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => DecideVisibilityInput) input: DecideVisibilityInput,
  ) {
    if (!isId(input.contributionId)) throw new Denial('NOT_FOUND')
    const result = await decideVisibility(ctx, tenant, input)
    if (isRefusal(result)) return result
    if ('alreadyDecided' in result)
      return Object.assign(new AlreadyDecided(), {
        code: 'AlreadyDecided',
        facts: [],
        item: toModerationItem(result.alreadyDecided),
      })
    return Object.assign(new VisibilityDecided(), {
      item: toModerationItem(result.item),
      openCount: result.openCount,
    })
  }
}
