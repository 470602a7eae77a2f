import { createHash } from 'node:crypto'
import {
  AUDIENCES,
  isId,
  LIMITS,
  parseReceiptNumber,
  PLACE_KINDS,
  VISIBILITIES,
  WITHHOLD_REASONS,
  type Id,
  type LocalizedText as Text,
} from '@mitsprache/terms'
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator'
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import { badInput } from '../../platform/bad-input.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import {
  InputRefused,
  KeyAlreadyUsed,
  ParticipationClosed,
  ParticipationNotOpen,
  TooManyAttempts,
  unlessRefused,
  wordEnum,
} from '../../platform/refusal.graphql.ts'
import { DateTimeISO, GeoJSONScalar, LocalDate } from '../../platform/scalars.graphql.ts'
import { SameForEveryone } from '../../platform/same-for-everyone.ts'
import { fromWkb } from '../../platform/wkb.ts'
import { Denial, type Ctx as Context } from '../identity/index.ts'
import { Category, Procedure, publicProcedureById, toProcedure } from '../procedures/index.ts'
import { LanguageEnum, LocalizedText } from '../tenants/index.ts'
import { ContributionFileInput, HandedInFile, PublishedFile } from './contribution-file.graphql.ts'
import { statusByBearer } from './contribution.queries.ts'
import { findPublished, listPublished } from './list-published.ts'
import { ProofNeeded } from './proof-needed.graphql.ts'
import { submitContribution } from './submit-contribution.ts'
import { TrustLevelNeeded } from './trust-level-needed.graphql.ts'

export const AudienceEnum = wordEnum('Audience', AUDIENCES)
export const PlaceKindEnum = wordEnum('PlaceKind', PLACE_KINDS)
export const VisibilityEnum = wordEnum('Visibility', VISIBILITIES)
export const WithholdReasonEnum = wordEnum('WithholdReason', WITHHOLD_REASONS)
export const ContributionOrder = wordEnum('ContributionOrder', ['newestFirst', 'oldestFirst'] as const)

@ObjectType({
  simpleResolvers: true,
  description: 'A contribution as everyone sees it: what is published, and nothing else.',
})
export class PublishedContribution {
  @Field(() => ID) id!: Id
  @Field(() => ID) procedureId!: Id
  @Field(() => String, { description: 'Running public number in its procedure.' }) number!: string
  @Field(() => String) title!: string
  @Field(() => String) text!: string
  @Field(() => LanguageEnum) language!: string
  @Field(() => String, { nullable: true }) authorName?: string | null
  @Field(() => Category, { nullable: true }) category?: Category | null
  @Field(() => PlaceKindEnum) placeKind!: string
  @Field(() => String, { nullable: true }) placeLabel?: string | null
  @Field(() => GeoJSONScalar, { nullable: true }) geometry?: object | null
  @Field(() => LocalDate) receivedOn!: string
  @Field(() => DateTimeISO) publishedAt!: Date
  @Field(() => [PublishedFile]) files!: PublishedFile[]
}

@ObjectType({ simpleResolvers: true })
export class ContributionConnection {
  @Field(() => [PublishedContribution]) nodes!: PublishedContribution[]
  @Field(() => String, { nullable: true }) endCursor?: string | null
  @Field(() => Boolean) hasNext!: boolean
}

@InputType()
export class PersonInput {
  @Field(() => String, { nullable: true }) @MaxLength(2_000) name?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(2_000) email?: string | null
}

@InputType()
export class PlaceInput {
  @Field(() => PlaceKindEnum) kind!: (typeof PLACE_KINDS)[number]
  @Field(() => String, { nullable: true }) @MaxLength(2_000) label?: string | null
  @Field(() => GeoJSONScalar, { nullable: true }) geometry?: object | null
  @Field(() => ID, { nullable: true }) planPartId?: Id | null
}

@InputType()
export class SubmitContributionInput {
  @Field(() => ID, {
    description: 'UUID made in the browser with the draft; repeat it when you repeat the send.',
  })
  idempotencyKey!: Id
  @Field(() => ID) procedureId!: Id
  @Field(() => ID) roundId!: Id
  @Field(() => String, { nullable: true }) @MaxLength(5_000) title?: string | null
  @Field(() => String) @MaxLength(200_000) text!: string
  @Field(() => LanguageEnum) language!: 'de' | 'en' | 'hsb'
  @Field(() => ID, { nullable: true }) categoryId?: Id | null
  @Field(() => PlaceInput) @ValidateNested() place!: PlaceInput
  @Field(() => AudienceEnum) audience!: (typeof AUDIENCES)[number]
  @Field(() => PersonInput, { nullable: true }) @ValidateNested() person?: PersonInput | null
  @Field(() => [ContributionFileInput], { nullable: true })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  files?: ContributionFileInput[] | null
  @Field(() => Boolean, {
    nullable: true,
    description: 'Show the files with the contribution, once a moderator has looked at them.',
  })
  releaseFiles?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Keep it in the account of who is signed in.' })
  keepInAccount?: boolean | null
  @Field(() => String, { nullable: true, description: 'Leave it empty: a field that people do not see.' })
  @MaxLength(2_000)
  website?: string | null
  @Field(() => String, { nullable: true, description: 'A solved `ProofNeeded`.' })
  @MaxLength(400)
  proof?: string | null
}

@ObjectType({ simpleResolvers: true })
export class SubmissionReceipt {
  @Field(() => String) number!: string
  @Field(() => String, { description: 'Opens /status/<number>#<secret>.' }) secret!: string
  @Field(() => DateTimeISO, { description: 'Arrival of the complete request, by the server’s clock.' })
  receivedAt!: Date
  @Field(() => Boolean) late!: boolean
  @Field(() => Int, { nullable: true, description: 'Metres; null inside or without a place.' })
  outsidePlanAreaM?: number | null
  @Field(() => VisibilityEnum) visibility!: string
  @Field(() => [HandedInFile]) files!: HandedInFile[]
}

export const SubmitContributionResult = createUnionType({
  name: 'SubmitContributionResult',
  types: () =>
    [
      SubmissionReceipt,
      ParticipationClosed,
      ParticipationNotOpen,
      TrustLevelNeeded,
      ProofNeeded,
      InputRefused,
      KeyAlreadyUsed,
      TooManyAttempts,
    ] as const,
})

@ObjectType({ simpleResolvers: true, description: 'What its author may know of a contribution.' })
export class ContributionStatus {
  @Field(() => String) number!: string
  @Field(() => Procedure) procedure!: Procedure
  @Field(() => String, { nullable: true }) title?: string | null
  @Field(() => String) text!: string
  @Field(() => LocalizedText, { nullable: true }) categoryLabel?: Text | null
  @Field(() => PlaceKindEnum) placeKind!: string
  @Field(() => String, { nullable: true }) placeLabel?: string | null
  @Field(() => GeoJSONScalar, { nullable: true }) geometry?: object | null
  @Field(() => AudienceEnum) audience!: string
  @Field(() => DateTimeISO) receivedAt!: Date
  @Field(() => Boolean) late!: boolean
  @Field(() => Int, { nullable: true }) outsidePlanAreaM?: number | null
  @Field(() => VisibilityEnum) visibility!: string
  @Field(() => WithholdReasonEnum, { nullable: true }) withheldReason?: string | null
  @Field(() => String, { nullable: true }) withheldReasonText?: string | null
  @Field(() => DateTimeISO, { nullable: true }) decidedAt?: Date | null
  @Field(() => ID, { nullable: true }) publishedId?: Id | null
  @Field(() => [HandedInFile], {
    description: 'Each at /files/<id>, with the secret in the header Contribution-Secret.',
  })
  files!: HandedInFile[]
}

@Resolver()
export class ContributionResolver {
  @SameForEveryone()
  @Query(() => ContributionConnection)
  contributions(
    @Ctx() ctx: PublicCtx,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('categoryIds', () => [ID], { nullable: true }) categoryIds: Id[] | null | undefined,
    @Arg('search', () => String, { nullable: true }) search: string | null | undefined,
    @Arg('bbox', () => [Float], { nullable: true }) bbox: number[] | null | undefined,
    @Arg('order', () => ContributionOrder, { defaultValue: 'newestFirst' }) order: string,
    @Arg('first', () => Int, { defaultValue: LIMITS.pageSizeDefault }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
  ): Promise<ContributionConnection> {
    return listPublished(ctx, { procedureId, categoryIds, search, bbox, order, first, after })
  }

  @SameForEveryone()
  @Query(() => PublishedContribution, { nullable: true })
  contribution(@Ctx() ctx: PublicCtx, @Arg('id', () => ID) id: Id): Promise<PublishedContribution | null> {
    return findPublished(ctx, id)
  }

  @Query(() => ContributionStatus, {
    description: 'By the secret of the receipt. POST only: a secret never stands in an address.',
  })
  async contributionStatus(
    @Ctx() ctx: Context,
    @Arg('number', () => String) number: string,
    @Arg('secret', () => String) secret: string,
  ): Promise<ContributionStatus> {
    const parsed = parseReceiptNumber(number)
    if (ctx.method !== 'POST') throw badInput('A secret is only taken by POST.')
    // A wrong number, a wrong secret and an unknown one are the same answer.
    if (!parsed || secret.length > 100) throw new Denial('NOT_FOUND')
    const bearerHash = createHash('sha256').update(secret).digest()
    const [row] = await ctx.database.transaction('bearer', { bearerHash }, (tx) =>
      tx.read(statusByBearer, parsed),
    )
    const [procedure] = row ? await ctx.database.read(publicProcedureById, row.procedureId) : []
    if (!row || !procedure) throw new Denial('NOT_FOUND')
    const category = procedure.categories.find((one) => one.id === row.categoryId)
    return {
      ...row,
      procedure: toProcedure(procedure, ctx.clock()),
      categoryLabel: category?.label ?? null,
      geometry: row.geometry && fromWkb(row.geometry),
    }
  }

  @Mutation(() => SubmitContributionResult)
  async submitContribution(
    @Ctx() ctx: Context,
    @Arg('input', () => SubmitContributionInput) input: SubmitContributionInput,
  ) {
    for (const id of [
      input.idempotencyKey,
      input.procedureId,
      input.roundId,
      input.categoryId,
      input.place.planPartId,
    ])
      if (id && !isId(id))
        throw id === input.procedureId
          ? new Denial('NOT_FOUND')
          : badInput('An id must be a UUID in lower case.')
    const result = await submitContribution(ctx, input)
    return unlessRefused(result, SubmissionReceipt)
  }
}
