import { isId, type Id } from '@mitsprache/terms'
import type { MultiPolygon, Polygon } from 'geojson'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayEdit, readTerritory, staffProcedureById } from '../procedures/index.ts'
import {
  isPlanDataRefusal,
  partsOf,
  propertiesOf,
  usualMapping,
  type NameMapping,
  type NewPart,
  type PlanData,
  type PlanDataRefusal,
  type PropertyChoice,
} from './plan-data/index.ts'
import { areaM2, differenceM2, partChange, type PartChange } from './plan-difference.rules.ts'
import type { ImportManner } from './plan-import.entity.ts'
import { partKeysOf } from './plan-part.queries.ts'
import { findPlanFile, readPlanFile } from './read-plan-upload.ts'

export type PlanQuestionAnswers = {
  assumeCrs?: string | null
  entry?: string | null
  nameProperty?: string | null
  designationProperty?: string | null
}

export type PreviewWish = PlanQuestionAnswers & { procedureId: Id; uploadId: Id; manner: ImportManner }

/** What a file says and what taking it over would do; nothing is written. */
export type PlanPreviewView = {
  data: PlanData
  parts: NewPart[]
  mapping: NameMapping
  properties: PropertyChoice[]
  territoryM2: number | null
  /** What only one of the two areas covers, before and after. */
  territoryChangeM2: number | null
  territoryProblem: string | null
  change: PartChange
}

/** How the chosen properties come into the reading: nothing said leaves the usual ones. */
export const mappingOf = ({ nameProperty, designationProperty }: PlanQuestionAnswers) => ({
  ...(typeof nameProperty === 'string' && { name: nameProperty || null }),
  ...(typeof designationProperty === 'string' && { designation: designationProperty || null }),
})

/**
 * Reads an uploaded plan and says what it holds, what was wrong with it, and what would change.
 *
 * @returns the preview, or why the file cannot be read, with a question where an answer would help.
 */
export async function previewPlanImport(
  ctx: Ctx,
  tenantSlug: string,
  wish: PreviewWish,
): Promise<PlanPreviewView | PlanDataRefusal | InputRefused> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  const { procedureId, manner } = wish
  demand(mayEdit(staff, procedureId))
  found(isId(procedureId) || null)
  const before = await ctx.staff(tenantId, async (tx) => {
    const procedure = found((await tx.read(staffProcedureById, tenantId, procedureId))[0])
    const file = await findPlanFile(ctx, tx, tenantSlug, wish.uploadId)
    return { procedure, file, keys: await tx.read(partKeysOf, tenantId, procedureId) }
  })
  if (before.file instanceof InputRefused) return before.file
  const data = await readPlanFile(ctx.files.store, before.file, wish)
  if (isPlanDataRefusal(data)) return data

  const parts = partsOf(data, mappingOf(wish))
  const territory = data.territory && readTerritory(data.territory)
  const area = territory && !('problem' in territory) ? territory : null
  return {
    data,
    parts,
    mapping: { ...usualMapping(data), ...mappingOf(wish) },
    properties: propertiesOf(data),
    territoryM2: areaM2(area),
    territoryChangeM2: differenceM2(before.procedure.territory as Polygon | MultiPolygon | null, area),
    territoryProblem: territory && 'problem' in territory ? territory.problem : null,
    change: partChange(before.keys, new Set(parts.map(({ key }) => key)), manner),
  }
}
