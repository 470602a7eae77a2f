import { isId, LIMITS, type Id, type LocalizedText } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, StaleVersion, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import {
  mayEdit,
  PlanPartRow,
  staffProcedureById,
  touchProcedure,
  type StaffProcedureView,
} from '../procedures/index.ts'
import { takeOut } from './keep-parts.ts'
import { planChanged } from './plan.events.ts'
import { partsOfProcedure } from './plan-part.queries.ts'

export type PartKey = { procedureId: Id; version: number; partId: Id }

/**
 * Gives a part of the plan another name. The public reads it with the next publication.
 *
 * @returns the procedure, or the refusal: a name that cannot be so, or somebody else saved in between.
 */
export async function renamePart(
  ctx: Ctx,
  tenantSlug: string,
  { procedureId, version, partId, name }: PartKey & { name: LocalizedText },
): Promise<StaffProcedureView | InputRefused | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  demand(mayEdit(staff, procedureId))
  found((isId(procedureId) && isId(partId)) || null)
  const problems = nameProblems(name)
  if (problems.length) return InputRefused.of(...problems)
  return ctx.staff(tenantId, async (tx) => {
    if (!(await touchProcedure(tx, tenantId, procedureId, version))) return StaleVersion.of()
    found((await tx.update(PlanPartRow, { tenantId, id: partId, procedureId }, { name })) || null)
    await recordEvent(
      tx,
      planChanged('PlanPartRenamed', tenantId, procedureId, partId, staff.viewer.personId, ctx.clock()),
    )
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}

/**
 * Takes a part out of the plan. What people wrote about it stays about it.
 *
 * @returns the procedure, or the refusal: somebody else saved in between.
 */
export async function removePart(
  ctx: Ctx,
  tenantSlug: string,
  { procedureId, version, partId }: PartKey,
): Promise<StaffProcedureView | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  demand(mayEdit(staff, procedureId))
  found((isId(procedureId) && isId(partId)) || null)
  const now = ctx.clock()
  return ctx.staff(tenantId, async (tx) => {
    const parts = await tx.read(partsOfProcedure, tenantId, procedureId)
    found(parts.find(({ id }) => id === partId))
    if (!(await touchProcedure(tx, tenantId, procedureId, version))) return StaleVersion.of()
    const stay = parts.filter(({ id }) => id !== partId).map(({ key }) => key)
    await takeOut(tx, { tenantId, procedureId }, stay, now)
    await recordEvent(
      tx,
      planChanged('PlanPartRemoved', tenantId, procedureId, partId, staff.viewer.personId, now),
    )
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}

function nameProblems(name: LocalizedText): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!name.de.trim()) problems.push({ field: 'name', problem: 'empty' })
  for (const one of [name.de, name.en, name.hsb]) {
    if ([...(one ?? '')].length > LIMITS.planPartName)
      problems.push({ field: 'name', problem: 'tooLong', limit: LIMITS.planPartName })
    if (one?.includes('\0')) problems.push({ field: 'name', problem: 'unreadable' })
  }
  return problems
}
