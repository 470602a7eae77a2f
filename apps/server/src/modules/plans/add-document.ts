import {
  DOCUMENT_CATEGORIES,
  isId,
  LIMITS,
  newId,
  type DocumentCategory,
  type Id,
  type LocalizedText,
} from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, StaleVersion, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayEdit, staffProcedureById, touchProcedure, type StaffProcedureView } from '../procedures/index.ts'
import { PlanDocumentRow, UploadRow } from './plan.entity.ts'
import { documentChanged } from './plan.events.ts'
import { documentsOf, uploadOfPerson } from './plan.queries.ts'
import { uploadProblem } from './upload.rules.ts'

export type NewDocument = {
  procedureId: Id
  version: number
  uploadId: Id
  category: DocumentCategory
  title: LocalizedText
  summary?: LocalizedText | null
}

/**
 * Adds an uploaded file to the documents of a procedure. The public sees it with the next publication.
 *
 * @returns the procedure, or the refusal: a text that cannot be so, an upload that is not there, not checked
 * or used already, too many documents, or somebody else saved in between.
 */
export async function addDocument(
  ctx: Ctx,
  tenantSlug: string,
  document: NewDocument,
): Promise<StaffProcedureView | InputRefused | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  const { procedureId, uploadId, category, title } = document
  demand(mayEdit(staff, procedureId))
  found(isId(procedureId) || null)
  const summary = hasText(document.summary) ? document.summary! : null
  const problems = findProblems(document)
  if (problems.length) return InputRefused.of(...problems)

  return ctx.staff(tenantId, async (tx) => {
    found((await tx.read(staffProcedureById, tenantId, procedureId))[0])
    const [upload] = await tx.read(uploadOfPerson, tenantId, uploadId, staff.viewer.personId, ctx.clock())
    const problem = uploadProblem(upload, 'planDocument')
    if (problem) return InputRefused.of({ field: 'uploadId', problem })
    const there = await tx.read(documentsOf, tenantId, procedureId)
    if (there.length >= LIMITS.documentsPerProcedure)
      return InputRefused.of({ field: 'uploadId', problem: 'tooMany', limit: LIMITS.documentsPerProcedure })

    if (!(await touchProcedure(tx, tenantId, procedureId, document.version))) return StaleVersion.of()
    const id = newId()
    // Whoever saves the procedure waits for the row just touched, so the next position is ours alone.
    const [{ position }] = (await tx.query<{ position: number }>(
      `select coalesce(max(position) + 1, 0)::integer as position from plan_document where tenant_id = $1 and procedure_id = $2`,
      [tenantId, procedureId],
    )) as [{ position: number }]
    await tx.insert(PlanDocumentRow, {
      tenantId,
      id,
      procedureId,
      category,
      title,
      summary,
      fileId: upload!.fileId!,
      position,
    })
    await tx.update(UploadRow, { tenantId, id: uploadId }, { state: 'used' })
    await recordEvent(
      tx,
      documentChanged('DocumentAdded', tenantId, procedureId, id, staff.viewer.personId, ctx.clock()),
    )
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}

const hasText = (text: LocalizedText | null | undefined) =>
  !!text && [text.de, text.en, text.hsb].some((one) => one?.trim())

function findProblems({ uploadId, category, title, summary }: NewDocument): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!isId(uploadId)) problems.push({ field: 'uploadId', problem: 'unknown' })
  if (!DOCUMENT_CATEGORIES.includes(category)) problems.push({ field: 'category', problem: 'unknown' })
  if (!title.de.trim()) problems.push({ field: 'title', problem: 'empty' })
  if (hasText(summary) && !summary!.de.trim()) problems.push({ field: 'summary', problem: 'empty' })
  for (const [field, text, limit] of [
    ['title', title, LIMITS.procedureTitle],
    ['summary', summary, LIMITS.procedureSummary],
  ] as const)
    for (const one of [text?.de, text?.en, text?.hsb]) {
      if ([...(one ?? '')].length > limit) problems.push({ field, problem: 'tooLong', limit })
      if (one?.includes('\0')) problems.push({ field, problem: 'unreadable' })
    }
  return problems
}
