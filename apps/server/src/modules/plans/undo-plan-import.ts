import { isId, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { NotReady, StaleVersion } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayEdit, staffProcedureById, touchProcedure, type StaffProcedureView } from '../procedures/index.ts'
import { takeOut } from './keep-parts.ts'
import { PlanImportRow } from './plan-import.entity.ts'
import { planChanged } from './plan.events.ts'
import { lastImportOf } from './plan-part.queries.ts'

/**
 * Puts area and parts back as they stood before the last import. Once it was published people have read it, and
 * the way back is another import. Documents that came with it stay: they can be removed one by one.
 *
 * @returns the procedure, or the refusal: nothing to undo, published since, or somebody else saved in between.
 */
export async function undoPlanImport(
  ctx: Ctx,
  tenantSlug: string,
  { procedureId, version }: { procedureId: Id; version: number },
): Promise<StaffProcedureView | NotReady | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  demand(mayEdit(staff, procedureId))
  found(isId(procedureId) || null)
  const now = ctx.clock()
  return ctx.staff(tenantId, async (tx) => {
    const [last] = await tx.read(lastImportOf, tenantId, procedureId)
    if (!last) return NotReady.of(['nothingToUndo'])
    if (last.published) return NotReady.of(['importIsPublished'])
    if (!(await touchProcedure(tx, tenantId, procedureId, version))) return StaleVersion.of()
    if (last.tookTerritory)
      await tx.query(
        `update procedure p set territory = i.territory_before from plan_import i
         where p.tenant_id = $1 and p.id = $2 and p.version = $3 and i.tenant_id = $1 and i.id = $4`,
        [tenantId, procedureId, version + 1, last.id],
      )
    if (last.tookObjects) {
      const [before] = await tx.query<{ keys: string[] }>(
        `select coalesce(array_agg(r ->> 'key'), '{}') as keys from plan_import i, jsonb_array_elements(i.parts_before) r
         where i.tenant_id = $1 and i.id = $2`,
        [tenantId, last.id],
      )
      await takeOut(tx, { tenantId, procedureId }, before!.keys, now)
      // The tenant in the row is not trusted: row-level security holds it against the door's.
      await tx.query(
        `insert into plan_part select r.* from plan_import i, jsonb_populate_recordset(null::plan_part, i.parts_before) r
         where i.tenant_id = $1 and i.id = $2
         on conflict on constraint plan_part_pk do update set name = excluded.name, designation = excluded.designation,
           storeys = excluded.storeys, fill = excluded.fill, geometry = excluded.geometry, position = excluded.position,
           class = excluded.class, style = excluded.style, level = excluded.level, details = excluded.details,
           removed_at = excluded.removed_at`,
        [tenantId, last.id],
      )
    }
    await tx.update(PlanImportRow, { tenantId, id: last.id }, { undoneAt: now })
    await recordEvent(
      tx,
      planChanged('PlanImportUndone', tenantId, procedureId, last.id, staff.viewer.personId, now),
    )
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}
