import { isId, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { StaleVersion } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayEdit, staffProcedureById, touchProcedure, type StaffProcedureView } from '../procedures/index.ts'
import { drawingChanged } from './plan.events.ts'

export type RemovedDrawing = { procedureId: Id; version: number; drawingId: Id }

/**
 * Takes a drawing off the map. What the public sees follows with the next publication; the document it was taken
 * from stays what it is.
 */
export async function removeDrawing(
  ctx: Ctx,
  tenantSlug: string,
  { procedureId, version, drawingId }: RemovedDrawing,
): Promise<StaffProcedureView | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  demand(mayEdit(staff, procedureId))
  found((isId(procedureId) && isId(drawingId)) || null)

  return ctx.staff(tenantId, async (tx) => {
    const procedure = found((await tx.read(staffProcedureById, tenantId, procedureId))[0])
    found(procedure.drawings.find(({ id }) => id === drawingId))
    if (!(await touchProcedure(tx, tenantId, procedureId, version))) return StaleVersion.of()
    await tx.query('delete from plan_drawing where tenant_id = $1 and procedure_id = $2 and id = $3', [
      tenantId,
      procedureId,
      drawingId,
    ])
    const { personId } = staff.viewer
    await recordEvent(
      tx,
      drawingChanged('DrawingRemoved', tenantId, procedureId, drawingId, personId, ctx.clock()),
    )
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}
