import { isId, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { NotReady, StaleVersion } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayEdit, staffProcedureById, touchProcedure, type StaffProcedureView } from '../procedures/index.ts'
import { documentChanged } from './plan.events.ts'
import { documentsOf } from './plan.queries.ts'

export type RemovedDocument = { procedureId: Id; version: number; documentId: Id }

/**
 * Takes a document out of a draft. What is on display stays: people have read it and refer to it, and the law
 * wants it to lie there for the whole period.
 *
 * @returns the procedure, or the refusal: it is on display, or somebody else saved in between.
 * @source § 3 Abs. 2 BauGB: the draft and its documents are on display for the announced period.
 */
export async function removeDocument(
  ctx: Ctx,
  tenantSlug: string,
  { procedureId, version, documentId }: RemovedDocument,
): Promise<StaffProcedureView | NotReady | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  demand(mayEdit(staff, procedureId))
  found((isId(procedureId) && isId(documentId)) || null)

  return ctx.staff(tenantId, async (tx) => {
    const documents = await tx.read(documentsOf, tenantId, procedureId)
    const document = found(documents.find(({ id }) => id === documentId))
    if (document.onDisplay) return NotReady.of(['documentIsOnDisplay'])
    if (!(await touchProcedure(tx, tenantId, procedureId, version))) return StaleVersion.of()
    await tx.query('delete from plan_document where tenant_id = $1 and procedure_id = $2 and id = $3', [
      tenantId,
      procedureId,
      documentId,
    ])
    await recordEvent(
      tx,
      documentChanged(
        'DocumentRemoved',
        tenantId,
        procedureId,
        documentId,
        staff.viewer.personId,
        ctx.clock(),
      ),
    )
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}
