import { LIMITS, type Id } from '@mitsprache/terms'
import { ArrayMaxSize, ValidateNested } from 'class-validator'
import {
  Arg,
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
import { searchStreets } from '../../platform/base-map/index.ts'
import { readSearch } from '../../platform/search.ts'
import { staffOf, type Ctx as Context } from '../identity/index.ts'
import { saved, SaveProcedureResult } from '../procedures/index.ts'
import { LocalizedTextInput } from '../tenants/index.ts'
import { addDrawing } from './add-drawing.ts'
import { placeDrawing } from './place-drawing.ts'
import { removeDrawing } from './remove-drawing.ts'

@InputType()
export class AddPlanDrawingInput {
  @Field(() => ID) procedureId!: Id
  @Field(() => Int) version!: number
  @Field(() => ID, { nullable: true, description: 'A file sent for `planPicture`, or:' }) uploadId?: Id | null
  @Field(() => ID, { nullable: true, description: 'a document of the procedure.' }) documentId?: Id | null
  @Field(() => Int, { defaultValue: 1 }) page!: number
  @Field(() => LocalizedTextInput) @ValidateNested() title!: LocalizedTextInput
}

@InputType()
export class ControlPointInput {
  @Field(() => Float, { description: 'Pixels from the left edge of the drawing.' }) x!: number
  @Field(() => Float, { description: 'Pixels from its top.' }) y!: number
  @Field(() => Float) lon!: number
  @Field(() => Float) lat!: number
}

@InputType()
export class PlacePlanDrawingInput {
  @Field(() => ID) procedureId!: Id
  @Field(() => Int) version!: number
  @Field(() => ID) drawingId!: Id
  @Field(() => [ControlPointInput], { nullable: true }) @ArrayMaxSize(200) @ValidateNested() points?:
    ControlPointInput[] | null
  @Field(() => Float, { nullable: true }) opacity?: number | null
  @Field(() => LocalizedTextInput, { nullable: true }) @ValidateNested() title?: LocalizedTextInput | null
}

@ObjectType({ simpleResolvers: true })
export class FoundStreet {
  @Field(() => String) label!: string
  @Field(() => String, { nullable: true }) district?: string | null
  @Field(() => [Float], { description: '[lon, lat] on the street.' }) point!: number[]
}

@Resolver()
export class DrawingResolver {
  @Query(() => [FoundStreet], {
    description: 'For staff who look for a spot, also where nothing is on display.',
  })
  streets(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('search', () => String) search: string,
    @Arg('near', () => [Float], { nullable: true }) near?: number[] | null,
  ): FoundStreet[] {
    staffOf(ctx, tenant)
    const words = readSearch(search.slice(0, LIMITS.search))
    if (!words) return []
    const [lon, lat] = near ?? []
    const from = lon !== undefined && lat !== undefined ? ([lon, lat] as [number, number]) : undefined
    return searchStreets(words, { near: from, limit: 8, streetsOnly: true })
  }

  @Mutation(() => SaveProcedureResult, {
    description: 'May take a minute: the page is cut into tiles first.',
  })
  async addPlanDrawing(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => AddPlanDrawingInput) input: AddPlanDrawingInput,
  ) {
    return saved(ctx, tenant, await addDrawing(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult)
  async placePlanDrawing(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => PlacePlanDrawingInput) input: PlacePlanDrawingInput,
  ) {
    return saved(ctx, tenant, await placeDrawing(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult)
  async removePlanDrawing(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('version', () => Int) version: number,
    @Arg('drawingId', () => ID) drawingId: Id,
  ) {
    return saved(ctx, tenant, await removeDrawing(ctx, tenant, { procedureId, version, drawingId }))
  }
}
