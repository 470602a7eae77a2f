import { isId, LIMITS, newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, StaleVersion, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import {
  mayEdit,
  ProcedureRow,
  readTerritory,
  staffProcedureById,
  touchProcedure,
  type StaffProcedureView,
} from '../procedures/index.ts'
import { keepAttachments, takeAttachments, type AttachmentWish } from './take-attachments.ts'
import { keepParts } from './keep-parts.ts'
import {
  isPlanDataRefusal,
  partsOf,
  type NewPart,
  type PlanData,
  type PlanDataRefusal,
} from './plan-data/index.ts'
import { PlanImportRow, type ImportManner } from './plan-import.entity.ts'
import { UploadRow } from './plan.entity.ts'
import { planChanged } from './plan.events.ts'
import { mappingOf, type PlanQuestionAnswers } from './preview-plan-import.ts'
import { findPlanFile, readPlanFile } from './read-plan-upload.ts'

export type PlanOrder = PlanQuestionAnswers & {
  procedureId: Id
  version: number
  uploadId: Id
  takeTerritory: boolean
  takeObjects: boolean
  manner: ImportManner
  attachments: AttachmentWish[]
}

type Taken = { territory: object | null; parts: NewPart[] | null }

/**
 * Takes a plan over from an uploaded file: its area, its objects, the files that came with it. The public sees
 * it with the next publication.
 *
 * Reading and checking come first and may take seconds; only then is anything written, all of it together.
 *
 * @returns the procedure, or the refusal: a file that cannot be read, nothing in it to take, an area that is
 * none, too many objects, or somebody else saved in between.
 */
export async function importPlan(
  ctx: Ctx,
  tenantSlug: string,
  order: PlanOrder,
): Promise<StaffProcedureView | PlanDataRefusal | InputRefused | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  const { personId } = staff.viewer
  const { procedureId, uploadId, manner } = order
  demand(mayEdit(staff, procedureId))
  found(isId(procedureId) || null)
  const file = await ctx.staff(tenantId, async (tx) => {
    found((await tx.read(staffProcedureById, tenantId, procedureId))[0])
    return findPlanFile(ctx, tx, tenantSlug, uploadId)
  })
  if (file instanceof InputRefused) return file
  const data = await readPlanFile(ctx.files.store, file, order)
  if (isPlanDataRefusal(data)) return data
  const taken = takenOf(data, order)
  if (taken instanceof InputRefused) return taken
  const attachments = await takeAttachments(ctx.files.store, file, data, order.attachments)
  if (attachments instanceof InputRefused) return attachments

  return ctx.staff(tenantId, async (tx) => {
    const before = found((await tx.read(staffProcedureById, tenantId, procedureId))[0])
    if (before.documents.length + attachments.length > LIMITS.documentsPerProcedure)
      return InputRefused.of({
        field: 'attachments',
        problem: 'tooMany',
        limit: LIMITS.documentsPerProcedure,
      })
    // Asked again, and locked: one upload is taken over once.
    const again = await findPlanFile(ctx, tx, tenantSlug, uploadId)
    if (again instanceof InputRefused) return again
    if (!(await touchProcedure(tx, tenantId, procedureId, order.version))) return StaleVersion.of()

    const now = ctx.clock()
    const id = newId()
    await tx.insert(PlanImportRow, {
      tenantId,
      id,
      procedureId,
      fileId: file.fileId,
      format: data.format,
      tookTerritory: taken.territory !== null,
      tookObjects: taken.parts !== null,
      manner,
      objectCount: taken.parts?.length ?? 0,
      territoryBefore: before.territory,
      partsBefore: taken.parts ? await rowsBefore(tx, tenantId, procedureId) : [],
      importedAt: now,
      importedBy: personId,
    })
    if (taken.territory)
      await tx.update(
        ProcedureRow,
        { tenantId, id: procedureId, version: order.version + 1 },
        { territory: taken.territory },
      )
    if (taken.parts) await keepParts(tx, { tenantId, procedureId }, taken.parts, manner, now)
    await keepAttachments(tx, { tenantId, procedureId, personId, now }, attachments)
    await tx.update(UploadRow, { tenantId, id: uploadId }, { state: 'used' })
    await recordEvent(tx, planChanged('PlanImported', tenantId, procedureId, id, personId, now))
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}

async function rowsBefore(tx: Tx, tenantId: Id, procedureId: Id): Promise<object[]> {
  const [row] = await tx.query<{ rows: object[] }>(
    `select coalesce(jsonb_agg(to_jsonb(a)), '[]') as rows from plan_part a where a.tenant_id = $1 and a.procedure_id = $2`,
    [tenantId, procedureId],
  )
  return row!.rows
}

/** What of the file was asked for, or what is wrong with it. */
function takenOf(data: PlanData, order: PlanOrder): Taken | InputRefused {
  const { takeTerritory, takeObjects, manner } = order
  const problems: FieldProblem[] = []
  if (!takeTerritory && !takeObjects) problems.push({ field: 'takeObjects', problem: 'empty' })
  if (manner !== 'replace' && manner !== 'add') problems.push({ field: 'manner', problem: 'unknown' })
  const territory = takeTerritory && data.territory ? readTerritory(data.territory) : null
  if (takeTerritory && !data.territory) problems.push({ field: 'takeTerritory', problem: 'notInFile' })
  else if (territory && 'problem' in territory) problems.push({ field: 'takeTerritory', ...territory })
  const parts = takeObjects ? partsOf(data, mappingOf(order)) : null
  if (parts && !parts.length) problems.push({ field: 'takeObjects', problem: 'notInFile' })
  if (parts && parts.length > LIMITS.planParts)
    problems.push({ field: 'takeObjects', problem: 'tooMany', limit: LIMITS.planParts })
  return problems.length ? InputRefused.of(...problems) : { territory, parts }
}
