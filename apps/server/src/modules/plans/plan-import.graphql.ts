import { styleOf, isPlanStyle, type DocumentCategory, type Id } from '@mitsprache/terms'
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql'
import { InputRefused, isRefusal, Refusal } from '../../platform/refusal.graphql.ts'
import { procedureLimit, staffOf, type Ctx as Context } from '../identity/index.ts'
import { DocumentCategoryEnum, saved, SaveProcedureResult } from '../procedures/index.ts'
import { LocalizedTextInput } from '../tenants/index.ts'
import { removePart, renamePart } from './change-part.ts'
import { importPlan } from './import-plan.ts'
import type { PlanDataRefusal } from './plan-data/index.ts'
import type { ImportManner } from './plan-import.entity.ts'
import {
  ImportMannerEnum,
  ImportPlanResult,
  PlanPreview,
  PlanUnreadable,
  PreviewPlanResult,
  StaffPlan,
} from './plan-import-types.graphql.ts'
import { lastImportOf, partsOfProcedure } from './plan-part.queries.ts'
import { previewPlanImport, type PlanPreviewView } from './preview-plan-import.ts'
import { undoPlanImport } from './undo-plan-import.ts'

@InputType()
export class PreviewPlanInput {
  @Field(() => ID) procedureId!: Id
  @Field(() => ID) uploadId!: Id
  @Field(() => ImportMannerEnum) manner!: ImportManner
  @Field(() => String, {
    nullable: true,
    description: 'A system such as EPSG:25833, when the file says none.',
  })
  @MaxLength(50)
  assumeCrs?: string | null
  @Field(() => String, { nullable: true, description: 'Which file of an archive is the plan.' })
  @MaxLength(500)
  entry?: string | null
  @Field(() => String, { nullable: true, description: 'Empty for none; the usual one when left out.' })
  @MaxLength(200)
  nameProperty?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(200) designationProperty?: string | null
}

@InputType()
export class AttachmentInput {
  @Field(() => String) @MaxLength(500) path!: string
  @Field(() => DocumentCategoryEnum) category!: DocumentCategory
  @Field(() => String) @MaxLength(1000) title!: string
}

@InputType()
export class ImportPlanInput extends PreviewPlanInput {
  @Field(() => Int) version!: number
  @Field(() => Boolean) takeTerritory!: boolean
  @Field(() => Boolean) takeObjects!: boolean
  @Field(() => [AttachmentInput], { description: 'Files of the archive that become documents.' })
  @ArrayMaxSize(100)
  @ValidateNested()
  attachments!: AttachmentInput[]
}

@InputType()
export class RenamePartInput {
  @Field(() => ID) procedureId!: Id
  @Field(() => Int) version!: number
  @Field(() => ID) partId!: Id
  @Field(() => LocalizedTextInput) @ValidateNested() name!: LocalizedTextInput
}

const isUnreadable = (answer: object): answer is PlanDataRefusal =>
  'refused' in answer && !(answer instanceof Refusal)

@Resolver()
export class PlanImportResolver {
  @Query(() => StaffPlan, { nullable: true })
  async staffPlan(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('procedureId', () => ID) procedureId: Id,
  ): Promise<StaffPlan | null> {
    const staff = staffOf(ctx, tenant)
    const only = procedureLimit(staff)
    if (only && !only.includes(procedureId)) return null
    const [parts, [last]] = await ctx.staff(staff.tenantId, async (tx) => [
      await tx.read(partsOfProcedure, staff.tenantId, procedureId),
      await tx.read(lastImportOf, staff.tenantId, procedureId),
    ])
    const styled = parts.map((part) => ({
      ...part,
      style: isPlanStyle(part.style) ? part.style : styleOf({ class: part.class, fill: part.fill }),
    }))
    return {
      parts: styled,
      drawing: drawingOf(styled),
      lastImport: last ? { ...last, canBeUndone: !last.published } : null,
    }
  }

  @Mutation(() => PreviewPlanResult, { description: 'Reads an uploaded plan; writes nothing.' })
  async previewPlanImport(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => PreviewPlanInput) input: PreviewPlanInput,
  ): Promise<typeof PreviewPlanResult> {
    const answer = await previewPlanImport(ctx, tenant, input)
    if (answer instanceof InputRefused) return answer
    return isUnreadable(answer) ? PlanUnreadable.of(answer) : previewOf(answer)
  }

  @Mutation(() => ImportPlanResult)
  async importPlan(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => ImportPlanInput) input: ImportPlanInput,
  ) {
    const answer = await importPlan(ctx, tenant, input)
    if (isRefusal(answer)) return answer
    return isUnreadable(answer) ? PlanUnreadable.of(answer) : saved(ctx, tenant, answer)
  }

  @Mutation(() => SaveProcedureResult)
  async undoPlanImport(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('version', () => Int) version: number,
  ) {
    return saved(ctx, tenant, await undoPlanImport(ctx, tenant, { procedureId, version }))
  }

  @Mutation(() => SaveProcedureResult)
  async renamePlanPart(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => RenamePartInput) input: RenamePartInput,
  ) {
    return saved(ctx, tenant, await renamePart(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult)
  async removePlanPart(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('version', () => Int) version: number,
    @Arg('partId', () => ID) partId: Id,
  ) {
    return saved(ctx, tenant, await removePart(ctx, tenant, { procedureId, version, partId }))
  }
}

function previewOf({ data, parts, change, mapping, ...view }: PlanPreviewView): PlanPreview {
  const { format, version, plan, crs, territory, withoutPlace, findings, attachments } = data
  const counts = new Map<string, number>()
  for (const { style } of parts) counts.set(style, (counts.get(style) ?? 0) + 1)
  return Object.assign(new PlanPreview(), {
    format,
    version,
    plan,
    crs,
    territory,
    withoutPlace,
    findings,
    attachments,
    territoryProblem: view.territoryProblem,
    territoryM2: view.territoryM2,
    territoryChangeM2: view.territoryChangeM2,
    properties: view.properties,
    objectCount: parts.length,
    counts: [...counts].map(([style, count]) => ({ style, count })).sort((a, b) => b.count - a.count),
    drawing: drawingOf(parts.map((part) => ({ ...part, id: part.key }))),
    nameProperty: mapping.name,
    designationProperty: mapping.designation,
    partsAdded: change.added,
    partsKept: change.kept,
    partsRemoved: change.removed,
    partsHeldBack: change.heldBack,
  })
}

type Drawn = {
  id: string
  key: string
  name: object
  class: string | null
  style: string
  designation: string | null
  storeys: number | null
  geometry: object
}

/** Parts as the map draws them: the same features that the public gets of a plan on display. */
const drawingOf = (parts: Drawn[]) => ({
  type: 'FeatureCollection',
  features: parts.map(({ id, geometry, key, name, class: className, style, designation, storeys }) => ({
    type: 'Feature',
    id,
    properties: { key, name, class: className, style, designation, storeys },
    geometry,
  })),
})
