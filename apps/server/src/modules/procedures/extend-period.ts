import { LIMITS, newId, type Id, type LocalizedText } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { addDays, dayOf, endOfDay } from '../../platform/municipal-day.ts'
import { InputRefused, NotReady, StaleVersion, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { periodByLaw } from './period.rules.ts'
import { ConsultationRoundRow, ProcedureRow, type PeriodExtension } from './procedure.entity.ts'
import { mayEdit } from './procedure.policy.ts'
import { staffProcedureById, type StaffProcedureView } from './procedure.queries.ts'

export type Extension = { id: Id; version: number; endsOn: string; note: LocalizedText }

/** Later than that somebody meant another year. */
const MOST_DAYS = 366

/**
 * Extends an announced period that is not over: the page has the new last day and the note at once, and nothing else of
 * what planners changed meanwhile. After the last day there is nothing to extend; what failed then is displayed again.
 *
 * @returns the procedure, or the refusal: the day or the note cannot be so, somebody else saved in between, or it is not
 * on display (`notPublished`) or over (`periodOver`).
 * @source § 3 Abs. 2 Satz 1 BauGB: longer for an important reason; no rule knows an earlier end than was announced.
 */
export async function extendPeriod(
  ctx: Ctx,
  tenantSlug: string,
  { id, version, endsOn, note: typed }: Extension,
): Promise<StaffProcedureView | InputRefused | NotReady | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayEdit(staff, id))
  const { tenantId } = staff
  const note = tidied(typed)
  const problems = problemsOf(note)
  if (problems.length) return InputRefused.of(...problems)
  const now = ctx.clock()
  return ctx.staff(tenantId, async (tx) => {
    const before = found((await tx.read(staffProcedureById, tenantId, id))[0])
    if (!before.publishedAt || !before.endsOn) return NotReady.of(['notPublished'])
    if (before.endsOn < dayOf(now)) return NotReady.of(['periodOver'])
    if (endsOn <= before.endsOn) return InputRefused.of({ field: 'endsOn', problem: 'notLater' })
    if (endsOn > addDays(before.endsOn, MOST_DAYS))
      return InputRefused.of({ field: 'endsOn', problem: 'outOfRange' })
    if (!(await tx.update(ProcedureRow, { tenantId, id, version }, { version: version + 1 })))
      return StaleVersion.of()

    const one: PeriodExtension = { endedOn: before.endsOn, endsOn, note, at: now.toISOString() }
    const period = {
      endsOn,
      displayEndsOn: displayAfter(before, endsOn),
      extensions: [...before.extensions, one],
    }
    await tx.update(ConsultationRoundRow, { tenantId, id: before.roundId }, period)
    // What is on display is kept word for word each time it changes, and only the period changes here.
    await tx.query(
      `insert into procedure_revision (tenant_id, id, procedure_id, number, content, published_at, published_by)
       select tenant_id, $3, procedure_id, number + 1, content || $4::jsonb, $5, $6 from procedure_revision
       where tenant_id = $1 and procedure_id = $2 order by number desc limit 1`,
      [tenantId, id, newId(), JSON.stringify(period), now, staff.viewer.personId],
    )
    await tx.query(
      `update published_procedure set ends_on = $3, ends_at = $4, extensions = $5, changed_at = $6,
         revision = (select max(number) from procedure_revision where tenant_id = $1 and procedure_id = $2)
       where tenant_id = $1 and id = $2`,
      [tenantId, id, endsOn, endOfDay(endsOn), JSON.stringify(period.extensions), now],
    )
    await recordEvent(tx, {
      tenantId,
      type: 'PeriodExtended',
      subjectIds: [id],
      actorKind: 'person',
      actorId: staff.viewer.personId,
      at: now,
    })
    return (await tx.read(staffProcedureById, tenantId, id))[0]!
  })
}

/** Where statements end with the display, the display goes on as well; where they have days after it, only those are more. */
function displayAfter(before: StaffProcedureView, endsOn: string): string | null {
  const answer = periodByLaw(before)
  if (answer?.kind !== 'computed') return before.displayEndsOn
  const together = answer.display?.lastDay === answer.statements?.lastDay
  return together ? endsOn : before.displayEndsOn
}

function tidied({ de, en, hsb }: LocalizedText): LocalizedText {
  const note: LocalizedText = { de: de.trim() }
  if (en?.trim()) note.en = en.trim()
  if (hsb?.trim()) note.hsb = hsb.trim()
  return note
}

function problemsOf({ de, en, hsb }: LocalizedText): FieldProblem[] {
  const field = 'note'
  const limit = LIMITS.procedureSummary
  const texts = [de, en ?? '', hsb ?? '']
  const problems: FieldProblem[] = []
  if (!de) problems.push({ field, problem: 'empty' })
  if (texts.some((text) => [...text].length > limit)) problems.push({ field, problem: 'tooLong', limit })
  if (texts.some((text) => text.includes('\0'))) problems.push({ field, problem: 'unreadable' })
  return problems
}
