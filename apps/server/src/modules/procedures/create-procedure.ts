import { randomBytes } from 'node:crypto'
import { LIMITS, newId, type Id, type LocalizedText } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, staffOf, type Ctx } from '../identity/index.ts'
import { CategoryRow, ConsultationRoundRow, ProcedureRow } from './procedure.entity.ts'
import { maySetUp } from './procedure.policy.ts'
import { staffProcedureById, type StaffProcedureView } from './procedure.queries.ts'
import { slugOf } from './procedure.rules.ts'
import { templateByKey } from './procedure-templates.ts'

export type NewProcedure = { templateKey: string; title: LocalizedText; number?: string | null }

/** Begins a procedure from a template card: a draft with one round, without dates. */
export async function createProcedure(
  ctx: Ctx,
  tenantSlug: string,
  input: NewProcedure,
): Promise<StaffProcedureView | InputRefused> {
  const staff = staffOf(ctx, tenantSlug)
  demand(maySetUp(staff))
  const template = templateByKey(input.templateKey)
  if (!template) return InputRefused.of({ field: 'templateKey', problem: 'unknown' })
  const problem = titleProblem(input.title)
  if (problem) return InputRefused.of(problem)
  const title = input.title.de.trim()

  const id = newId()
  return ctx.staff(staff.tenantId, async (tx) => {
    const { tenantId } = staff
    await tx.insert(ProcedureRow, {
      tenantId,
      id,
      slug: await freeSlug(tx, tenantId, slugOf(title)),
      version: 1,
      kind: template.kind,
      templateKey: template.key,
      number: input.number?.trim() || null,
      title: { ...input.title, de: title },
      summary: { de: '' },
      publicationMode: template.publicationMode,
      createdAt: ctx.clock(),
      createdBy: staff.viewer.personId,
    })
    await tx.insert(ConsultationRoundRow, {
      tenantId,
      id: newId(),
      procedureId: id,
      audience: 'public',
      step: template.step,
      passNumber: 1,
    })
    await tx.insert(
      CategoryRow,
      template.categories.map((category, position) => ({
        tenantId,
        id: newId(),
        procedureId: id,
        position,
        ...category,
      })),
    )
    await recordEvent(tx, {
      tenantId,
      type: 'ProcedureCreated',
      subjectIds: [id],
      actorKind: 'person',
      actorId: staff.viewer.personId,
      at: ctx.clock(),
    })
    return (await tx.read(staffProcedureById, tenantId, id))[0]!
  })
}

/** What a title in German cannot be. */
export function titleProblem({ de }: LocalizedText): FieldProblem | null {
  const length = [...de.trim()].length
  if (length === 0) return { field: 'title', problem: 'empty' }
  const limit = LIMITS.procedureTitle
  return length > limit ? { field: 'title', problem: 'tooLong', limit } : null
}

/** The short name as wanted, or with a few letters more where another procedure has it. */
export async function freeSlug(
  tx: { query: <Row>(sql: string, params: unknown[]) => Promise<Row[]> },
  tenantId: Id,
  wanted: string,
): Promise<string> {
  const taken = await tx.query('select 1 from procedure where tenant_id = $1 and slug = $2', [
    tenantId,
    wanted,
  ])
  return taken.length ? `${wanted}-${randomBytes(3).toString('hex')}` : wanted
}
