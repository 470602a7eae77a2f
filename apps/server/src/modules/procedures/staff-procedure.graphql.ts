import type { Id, LocalizedText as LocalizedTextShape } from '@mitsprache/terms'
import { SameForEveryone } from '../../platform/same-for-everyone.ts'
import { ArrayMaxSize, IsIn, MaxLength, ValidateNested } from 'class-validator'
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
  registerEnumType,
  Resolver,
} from 'type-graphql'
import { readPage, type PageArgs, pageOf } from '../../platform/page.ts'
import { GeoJSONScalar, DateTimeISO, LocalDate } from '../../platform/scalars.graphql.ts'
import { InputRefused, isRefusal, NotReady, StaleVersion } from '../../platform/refusal.graphql.ts'
import { addDays, dayOf, endOfDay, startOfDay } from '../../platform/municipal-day.ts'
import {
  MayAnswer,
  procedureLimit,
  staffOf,
  TrustLevelEnum,
  type Ctx as Context,
  type May,
  type StaffOf,
} from '../identity/index.ts'
import { LocalizedText, LocalizedTextInput, QuotaReached } from '../tenants/index.ts'
import { copyProcedure } from './copy-procedure.ts'
import { createProcedure } from './create-procedure.ts'
import { extendPeriod } from './extend-period.ts'
import { StaffDrawing, staffDrawingOf } from './drawing-types.graphql.ts'
import {
  Category,
  categoriesOf,
  extensionOf,
  OfflineWay,
  OfflineWayInput,
  PeriodExtension,
  PlanDocument,
  planDocumentOf,
  ProcedureKindEnum,
  PublicationModeEnum,
  RoundStateEnum,
} from './procedure-types.graphql.ts'
import { PLACE_UNLESS_TOLD, type LawText } from './period.rules.ts'
import { mayEdit, mayExport, mayModerate, mayPublish, maySetUp } from './procedure.policy.ts'
import { staffProcedureById, staffProcedures, type StaffProcedureView } from './procedure.queries.ts'
import { missingBeforePublishing, roundState } from './procedure.rules.ts'
import { PROCEDURE_TEMPLATES, templateByKey } from './procedure-templates.ts'
import { publishProcedure } from './publish-procedure.ts'
import { updateProcedure } from './update-procedure.ts'

const LawTextEnum = { old: 'old', new: 'new' } as const
registerEnumType(LawTextEnum, {
  name: 'LawText',
  description:
    'Where the law changed and leaves a choice for a time: the text before, or the one now in force.',
})

@ObjectType({ simpleResolvers: true })
export class ProcedureTemplate {
  @Field(() => String) key!: string
  @Field(() => ProcedureKindEnum) kind!: string
  @Field(() => PublicationModeEnum) publicationMode!: string
  @Field(() => String) step!: string
  @Field(() => String, { nullable: true }) legalBasis?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A procedure as its staff work on it.' })
export class StaffProcedure {
  @Field(() => ID) id!: Id
  @Field(() => String) slug!: string
  @Field(() => Int) version!: number
  @Field(() => ProcedureKindEnum) kind!: string
  @Field(() => Boolean) formal!: boolean
  @Field(() => String) templateKey!: string
  @Field(() => String, { nullable: true }) number?: string | null
  @Field(() => LocalizedText) title!: LocalizedTextShape
  @Field(() => LocalizedText) summary!: LocalizedTextShape
  @Field(() => [LocalizedText]) openQuestions!: LocalizedTextShape[]
  @Field(() => [OfflineWay]) offlineWays!: OfflineWay[]
  @Field(() => PublicationModeEnum) publicationMode!: string
  @Field(() => TrustLevelEnum) trustLevel!: string
  @Field(() => GeoJSONScalar, { nullable: true }) territory?: object | null
  @Field(() => LocalDate, { nullable: true }) startsOn?: string | null
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day for statements, until 23:59:59 Europe/Berlin. Computed in formal procedures.',
  })
  endsOn?: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The rule the period follows; none for dialogues.',
  })
  periodRule?: string | null
  @Field(() => String, { description: 'The municipality key whose public holidays count.' }) place!: string
  @Field(() => LocalDate, { nullable: true, description: 'The day of the public notice.' })
  noticeOn?: string | null
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of the display as the authority wants it, where that is not the law’s own.',
  })
  displayEndsOn?: string | null
  @Field(() => String, { nullable: true, description: 'Why it is longer than the law asks.' })
  lengthReason?: string | null
  @Field(() => LawTextEnum, { nullable: true }) lawText?: LawText | null
  @Field(() => [PeriodExtension], { description: 'How often it was extended, oldest first.' })
  extensions!: PeriodExtension[]
  @Field(() => [PlanDocument]) documents!: PlanDocument[]
  @Field(() => [StaffDrawing]) drawings!: StaffDrawing[]
  @Field(() => [Category]) categories!: Category[]
  @Field(() => Boolean) published!: boolean
  @Field(() => DateTimeISO, { nullable: true }) publishedAt?: Date | null
  @Field(() => RoundStateEnum, { nullable: true }) roundState?: string | null
  @Field(() => Int) receivedCount!: number
  @Field(() => Int) publishedCount!: number
  @Field(() => Int, { description: 'Waiting for a moderator; counted up to 1,000.' }) openReviewCount!: number
  @Field(() => [Int], { description: 'Handed in on each of the last 21 days, oldest first.' })
  receivedPerDay!: number[]
  @Field(() => [String], { description: 'Codes of what is missing before publishing.' }) missing!: string[]
  @Field(() => MayAnswer) viewerMayEdit!: May
  @Field(() => MayAnswer) viewerMayPublish!: May
  @Field(() => MayAnswer) viewerMayModerate!: May
  @Field(() => MayAnswer) viewerMayExport!: May
}

@ObjectType({ simpleResolvers: true })
export class StaffProcedureConnection {
  @Field(() => [StaffProcedure]) nodes!: StaffProcedure[]
  @Field(() => String, { nullable: true }) endCursor?: string | null
  @Field(() => Boolean) hasNext!: boolean
  @Field(() => MayAnswer) viewerMayCreate!: May
}

@ObjectType({ simpleResolvers: true })
export class ProcedureSaved {
  @Field(() => StaffProcedure) procedure!: StaffProcedure
}

export const SaveProcedureResult = createUnionType({
  name: 'SaveProcedureResult',
  types: () => [ProcedureSaved, InputRefused, StaleVersion, NotReady, QuotaReached] as const,
})

@InputType()
export class CreateProcedureInput {
  @Field(() => String) @MaxLength(100) templateKey!: string
  @Field(() => LocalizedTextInput) @ValidateNested() title!: LocalizedTextInput
  @Field(() => String, { nullable: true }) @MaxLength(400) number?: string | null
}

@InputType()
export class CopyProcedureInput {
  @Field(() => ID, { description: 'The earlier procedure.' }) procedureId!: Id
  @Field(() => LocalizedTextInput) @ValidateNested() title!: LocalizedTextInput
  @Field(() => String, { nullable: true }) @MaxLength(400) number?: string | null
  @Field(() => LocalDate, { nullable: true, description: 'From it the last day follows.' })
  startsOn?: string | null
}

@InputType()
export class UpdateProcedureInput {
  @Field(() => ID) id!: Id
  @Field(() => Int) version!: number
  @Field(() => LocalizedTextInput, { nullable: true }) @ValidateNested() title?: LocalizedTextInput | null
  @Field(() => LocalizedTextInput, { nullable: true }) @ValidateNested() summary?: LocalizedTextInput | null
  @Field(() => String, { nullable: true }) @MaxLength(400) number?: string | null
  @Field(() => [LocalizedTextInput], { nullable: true }) @ArrayMaxSize(200) @ValidateNested() openQuestions?:
    LocalizedTextInput[] | null
  @Field(() => [OfflineWayInput], { nullable: true }) @ArrayMaxSize(200) @ValidateNested() offlineWays?:
    OfflineWayInput[] | null
  @Field(() => PublicationModeEnum, { nullable: true })
  @IsIn(Object.values(PublicationModeEnum))
  publicationMode?: StaffProcedureView['publicationMode'] | null
  @Field(() => TrustLevelEnum, { nullable: true })
  trustLevel?: StaffProcedureView['trustLevel'] | null
  @Field(() => GeoJSONScalar, { nullable: true }) territory?: object | null
  @Field(() => Boolean, { nullable: true }) clearTerritory?: boolean | null
  @Field(() => LocalDate, { nullable: true }) startsOn?: string | null
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'In a dialogue the last day; in a formal procedure the last day of display the authority would like, null for the law’s own.',
  })
  endsOn?: string | null
  @Field(() => LocalDate, { nullable: true }) noticeOn?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(8_000) lengthReason?: string | null
  @Field(() => LawTextEnum, { nullable: true })
  @IsIn(Object.values(LawTextEnum))
  lawText?: LawText | null
}

@InputType()
export class ExtendPeriodInput {
  @Field(() => ID) id!: Id
  @Field(() => Int) version!: number
  @Field(() => LocalDate, { description: 'The new last day, until 23:59:59 Europe/Berlin.' }) endsOn!: string
  @Field(() => LocalizedTextInput, { description: 'Why, as everybody will read it.' })
  @ValidateNested()
  note!: LocalizedTextInput
}

/** The API's view of a procedure for this member of staff. */
export function toStaffProcedure(view: StaffProcedureView, staff: StaffOf, now: Date): StaffProcedure {
  const missing = missingBeforePublishing(view, dayOf(now))
  const open = view.publishedAt ? missing.filter((code) => code !== 'periodInThePast') : missing
  const today = dayOf(now)
  return {
    ...view,
    formal: view.kind !== 'informalDialogue',
    periodRule: templateByKey(view.templateKey)?.rule ?? null,
    place: view.place ?? PLACE_UNLESS_TOLD,
    extensions: view.extensions.map(extensionOf),
    documents: view.documents.map(planDocumentOf),
    drawings: view.drawings.map(staffDrawingOf),
    categories: categoriesOf(view.categories, view.publishedCounts),
    published: view.publishedAt !== null,
    roundState:
      view.publishedAt && view.startsOn && view.endsOn
        ? roundState(startOfDay(view.startsOn), endOfDay(view.endsOn), now)
        : null,
    publishedCount: Object.values(view.publishedCounts).reduce((sum, n) => sum + n, 0),
    receivedPerDay: Array.from({ length: 21 }, (_, i) => view.receivedByDay[addDays(today, i - 20)] ?? 0),
    missing: open,
    viewerMayEdit: mayEdit(staff, view.id),
    viewerMayPublish: mayPublish(staff, view.id, open),
    viewerMayModerate: mayModerate(staff, view.id),
    viewerMayExport: mayExport(staff, view.id),
  }
}

/** What a mutation answers: the saved procedure as this viewer sees it, or the refusal as it is. */
export function saved(
  ctx: Context,
  tenant: string,
  result: StaffProcedureView | InputRefused | StaleVersion | NotReady | QuotaReached,
) {
  if (isRefusal(result)) return result
  return Object.assign(new ProcedureSaved(), {
    procedure: toStaffProcedure(result, staffOf(ctx, tenant), ctx.clock()),
  })
}

@Resolver()
export class StaffProcedureResolver {
  @SameForEveryone()
  @Query(() => [ProcedureTemplate])
  procedureTemplates(): ProcedureTemplate[] {
    return [...PROCEDURE_TEMPLATES]
  }

  @Query(() => StaffProcedureConnection)
  async staffProcedures(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<StaffProcedureConnection> {
    const staff = staffOf(ctx, tenant)
    const page: PageArgs = readPage(ctx.secrets, { first, after }, ['staffProcedures', tenant])
    const rows = await ctx.staff(staff.tenantId, (tx) =>
      tx.read(
        staffProcedures,
        staff.tenantId,
        page.first + 1,
        procedureLimit(staff),
        page.after ? new Date(page.after[0] as string) : null,
        (page.after?.[1] as Id | undefined) ?? null,
      ),
    )
    const nodes = pageOf(
      ctx.secrets,
      page,
      rows,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => toStaffProcedure(row, staff, ctx.clock()),
    )
    return { ...nodes, viewerMayCreate: maySetUp(staff) }
  }

  @Query(() => StaffProcedure, { nullable: true })
  async staffProcedure(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<StaffProcedure | null> {
    const staff = staffOf(ctx, tenant)
    const only = procedureLimit(staff)
    if (only && !only.includes(id)) return null
    const [row] = await ctx.staff(staff.tenantId, (tx) => tx.read(staffProcedureById, staff.tenantId, id))
    return row ? toStaffProcedure(row, staff, ctx.clock()) : null
  }

  @Mutation(() => SaveProcedureResult)
  async createProcedure(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => CreateProcedureInput) input: CreateProcedureInput,
  ) {
    return saved(ctx, tenant, await createProcedure(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult, {
    description: 'A draft with all that an earlier procedure has, but for its dates and its course.',
  })
  async copyProcedure(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => CopyProcedureInput) input: CopyProcedureInput,
  ) {
    return saved(ctx, tenant, await copyProcedure(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult)
  async updateProcedure(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => UpdateProcedureInput) input: UpdateProcedureInput,
  ) {
    return saved(ctx, tenant, await updateProcedure(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult, {
    description: 'A later last day for a period that is announced and not over; the page shows it at once.',
  })
  async extendPeriod(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => ExtendPeriodInput) input: ExtendPeriodInput,
  ) {
    return saved(ctx, tenant, await extendPeriod(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult)
  async publishProcedure(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
    @Arg('version', () => Int) version: number,
  ) {
    return saved(ctx, tenant, await publishProcedure(ctx, tenant, id, version))
  }
}
