import { newId, type Id, type LocalizedText } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { addDays, daysBetween } from '../../platform/municipal-day.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { freeSlug, titleProblem } from './create-procedure.ts'
import { ConsultationRoundRow, ProcedureRow } from './procedure.entity.ts'
import { maySetUp } from './procedure.policy.ts'
import { staffProcedureById, type StaffProcedureView } from './procedure.queries.ts'
import { slugOf } from './procedure.rules.ts'
import { periodOf } from './update-procedure.ts'

export type ProcedureCopy = {
  procedureId: Id
  title: LocalizedText
  number?: string | null
  startsOn?: string | null
}

/**
 * Begins a procedure as a copy of an earlier one: its words, ways to take part, territory, parts of the plan, documents,
 * drawings, themes and rules. What belongs to its own course stays there: dates, contributions, decisions and results.
 * From a first day the last one follows: by law, or after as many days as before.
 *
 * @returns the draft, or the refusal: the title or the first day cannot be so.
 */
export async function copyProcedure(
  ctx: Ctx,
  tenantSlug: string,
  { procedureId, title: typed, number, startsOn }: ProcedureCopy,
): Promise<StaffProcedureView | InputRefused> {
  const staff = staffOf(ctx, tenantSlug)
  demand(maySetUp(staff))
  const { tenantId } = staff
  const problem = titleProblem(typed)
  if (problem) return InputRefused.of(problem)
  const title = { ...typed, de: typed.de.trim() }

  return ctx.staff(tenantId, async (tx) => {
    const from = found((await tx.read(staffProcedureById, tenantId, procedureId))[0])
    const period = startsOn
      ? periodOf(unannounced(from), { startsOn, endsOn: lastDayLike(from, startsOn) })
      : null
    if (period && 'field' in period) return InputRefused.of({ ...period, field: 'startsOn' })
    const id = newId()
    await tx.insert(ProcedureRow, {
      tenantId,
      id,
      slug: await freeSlug(tx, tenantId, slugOf(title.de)),
      version: 1,
      kind: from.kind,
      templateKey: from.templateKey,
      number: number?.trim() || null,
      title,
      summary: from.summary,
      openQuestions: from.openQuestions,
      offlineWays: from.offlineWays,
      publicationMode: from.publicationMode,
      trustLevel: from.trustLevel,
      territory: from.territory,
      createdAt: ctx.clock(),
      createdBy: staff.viewer.personId,
    })
    await tx.insert(ConsultationRoundRow, {
      tenantId,
      id: newId(),
      procedureId: id,
      audience: 'public',
      step: from.step,
      passNumber: 1,
      ...(period && { startsOn: period.startsOn, endsOn: period.endsOn }),
    })
    for (const statement of TAKEN_ALONG) await tx.query(statement, [tenantId, procedureId, id])
    await recordEvent(tx, {
      tenantId,
      type: 'ProcedureCopied',
      subjectIds: [id, procedureId],
      actorKind: 'person',
      actorId: staff.viewer.personId,
      at: ctx.clock(),
    })
    return (await tx.read(staffProcedureById, tenantId, id))[0]!
  })
}

/** An earlier procedure without anything that was said of its own days. */
const unannounced = (from: StaffProcedureView): StaffProcedureView => ({
  ...from,
  startsOn: null,
  endsOn: null,
  noticeOn: null,
  displayEndsOn: null,
  lengthReason: null,
  lawText: null,
})

/** A dialogue lasts as long as the earlier one; where the law computes, nobody wishes. */
function lastDayLike({ kind, startsOn, endsOn }: StaffProcedureView, firstDay: string): string | null {
  if (kind !== 'informalDialogue' || !startsOn || !endsOn) return null
  return addDays(firstDay, daysBetween(startsOn, endsOn))
}

/** Files are the same ones, under names of their own; what was taken out of a plan does not come back. */
const TAKEN_ALONG = [
  `insert into category (tenant_id, id, procedure_id, key, label, shape, letter, colour, position)
   select tenant_id, gen_random_uuid(), $3, key, label, shape, letter, colour, position
   from category where tenant_id = $1 and procedure_id = $2`,
  `insert into plan_part (tenant_id, id, procedure_id, key, name, designation, storeys, fill, geometry, position, class, style, level, details)
   select tenant_id, gen_random_uuid(), $3, key, name, designation, storeys, fill, geometry, position, class, style, level, details
   from plan_part where tenant_id = $1 and procedure_id = $2 and removed_at is null`,
  `insert into plan_document (tenant_id, id, procedure_id, category, title, summary, file_id, position)
   select tenant_id, gen_random_uuid(), $3, category, title, summary, file_id, position
   from plan_document where tenant_id = $1 and procedure_id = $2`,
  `insert into plan_drawing (tenant_id, id, procedure_id, file_id, page, width_px, height_px, title, points, placement, zone, transform,
     bounds, opacity, position, version)
   select tenant_id, gen_random_uuid(), $3, file_id, page, width_px, height_px, title, points, placement, zone, transform,
     bounds, opacity, position, 1
   from plan_drawing where tenant_id = $1 and procedure_id = $2`,
]
