import type { InvalidPeriod } from '@mitsprache/deadlines'
import {
  isFormal,
  LIMITS,
  PUBLICATION_MODES,
  type Id,
  type LocalizedText,
  type PublicationMode,
  type TrustLevel,
} from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, NotReady, StaleVersion, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { ConsultationRoundRow, ProcedureRow, type OfflineWay } from './procedure.entity.ts'
import { periodByLaw, type LawText } from './period.rules.ts'
import { mayEdit } from './procedure.policy.ts'
import { staffProcedureById, type StaffProcedureView } from './procedure.queries.ts'
import { templateByKey } from './procedure-templates.ts'
import { readTerritory } from './territory.rules.ts'

export type ProcedureChange = {
  id: Id
  version: number
  title?: LocalizedText | null
  summary?: LocalizedText | null
  number?: string | null
  openQuestions?: LocalizedText[] | null
  offlineWays?: OfflineWay[] | null
  publicationMode?: PublicationMode | null
  trustLevel?: TrustLevel | null
  territory?: unknown
  clearTerritory?: boolean | null
  startsOn?: string | null
  /** In a dialogue the last day; in a formal procedure the last day of display the authority would like. */
  endsOn?: string | null
  noticeOn?: string | null
  lengthReason?: string | null
  lawText?: LawText | null
}

/**
 * Saves what a planner changed; what is not named stays.
 *
 * @returns the procedure, or the refusal: a field that cannot be so, somebody else saved in between, or a
 * period that people already rely on.
 */
export async function updateProcedure(
  ctx: Ctx,
  tenantSlug: string,
  change: ProcedureChange,
): Promise<StaffProcedureView | InputRefused | StaleVersion | NotReady> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayEdit(staff, change.id))
  const { tenantId } = staff
  const problems = findProblems(change)
  const territory =
    change.territory === undefined || change.territory === null ? undefined : readTerritory(change.territory)
  if (territory && 'problem' in territory) problems.push({ field: 'territory', ...territory })
  if (problems.length) return InputRefused.of(...problems)

  return ctx.staff(tenantId, async (tx) => {
    const before = found((await tx.read(staffProcedureById, tenantId, change.id))[0])
    // Everyone may be heard, whoever they are: § 3 Abs. 1 and 2 BauGB ask nobody for their identity.
    if (change.trustLevel && change.trustLevel !== 'none' && isFormal(before.kind))
      return InputRefused.of({ field: 'trustLevel', problem: 'formal' })
    const period = periodOf(before, change)
    if ('field' in period) return InputRefused.of(period)
    const moved = PERIOD_FIELDS.some((name) => period[name] !== before[name])
    // People plan by an announced period: it is extended by a notice of its own, not typed over.
    if (before.publishedAt && moved) return NotReady.of(['periodIsPublished'])

    const saved = await tx.update(
      ProcedureRow,
      { tenantId, id: change.id, version: change.version },
      {
        version: change.version + 1,
        ...(change.title && { title: change.title }),
        ...(change.summary && { summary: change.summary }),
        ...(change.number !== undefined && { number: change.number?.trim() || null }),
        ...(change.openQuestions && { openQuestions: change.openQuestions }),
        ...(change.offlineWays && { offlineWays: change.offlineWays }),
        ...(change.publicationMode && { publicationMode: change.publicationMode }),
        ...(change.trustLevel && { trustLevel: change.trustLevel }),
        ...(territory && { territory }),
        ...(change.clearTerritory && { territory: null }),
      },
    )
    if (!saved) return StaleVersion.of()
    if (moved) {
      const { startsOn, endsOn, noticeOn, displayEndsOn, lengthReason, lawText } = period
      const round = { startsOn, endsOn, noticeOn, displayEndsOn, lengthReason, lawText }
      await tx.update(ConsultationRoundRow, { tenantId, id: before.roundId }, round)
    }
    await recordEvent(tx, {
      tenantId,
      type: 'ProcedureChanged',
      subjectIds: [change.id],
      actorKind: 'person',
      actorId: staff.viewer.personId,
      at: ctx.clock(),
    })
    return (await tx.read(staffProcedureById, tenantId, change.id))[0]!
  })
}

const PERIOD_FIELDS = ['startsOn', 'endsOn', 'noticeOn', 'displayEndsOn', 'lengthReason', 'lawText'] as const
const PERIOD_CHANGES = ['startsOn', 'endsOn', 'noticeOn', 'lengthReason', 'lawText'] as const
type Period = Pick<StaffProcedureView, (typeof PERIOD_FIELDS)[number]>

/** The period after a change. In a formal procedure its last day is computed, whatever else is known. */
export function periodOf(
  before: StaffProcedureView,
  change: Pick<ProcedureChange, (typeof PERIOD_CHANGES)[number]>,
): Period | FieldProblem {
  if (PERIOD_CHANGES.every((name) => change[name] === undefined)) return before
  const startsOn = change.startsOn ?? before.startsOn
  const noticeOn = change.noticeOn === undefined ? before.noticeOn : change.noticeOn
  const lawText = change.lawText ?? before.lawText
  const lengthReason =
    change.lengthReason === undefined ? before.lengthReason : change.lengthReason?.trim() || null
  const byLaw = Boolean(templateByKey(before.templateKey)?.rule)
  const chosen = byLaw ? before.displayEndsOn : before.endsOn
  const wished = change.endsOn === undefined ? chosen : change.endsOn
  if (startsOn && wished && startsOn > wished) return { field: 'endsOn', problem: 'beforeStart' }
  const rest = { startsOn, noticeOn, lengthReason, lawText }
  if (!byLaw) return { ...rest, displayEndsOn: null, endsOn: wished }

  const draft = { ...before, ...rest, displayEndsOn: wished }
  const answer = periodByLaw(draft)
  if (answer?.kind === 'invalid')
    return { field: FIELD_OF[answer.field] ?? 'startsOn', problem: 'outOfRange' }
  // The law's own day is no wish: it moves with the first day.
  const own = periodByLaw({ ...draft, displayEndsOn: null })
  const asked = own?.kind === 'computed' ? own.display?.lastDay : undefined
  return {
    ...rest,
    displayEndsOn: wished === asked ? null : wished,
    endsOn: answer?.statements?.lastDay ?? wished,
  }
}

const FIELD_OF: Partial<Record<InvalidPeriod['field'], string>> = { lastDay: 'endsOn', noticeDay: 'noticeOn' }

/** Counts a change made by a neighbour (a document, say) as a new version; false when somebody else was first. */
export const touchProcedure = (tx: Tx, tenantId: Id, id: Id, version: number): Promise<boolean> =>
  tx.update(ProcedureRow, { tenantId, id, version }, { version: version + 1 })

function findProblems(change: ProcedureChange): FieldProblem[] {
  const problems: FieldProblem[] = []
  const length = (text: string | null | undefined) => [...(text ?? '')].length
  const text = (field: string, value: LocalizedText | null | undefined, limit: number, required = false) => {
    if (!value) return
    if (required && !value.de.trim()) problems.push({ field, problem: 'empty' })
    if ([value.de, value.en, value.hsb].some((one) => length(one) > limit))
      problems.push({ field, problem: 'tooLong', limit })
    if ([value.de, value.en, value.hsb].some((one) => one?.includes('\0')))
      problems.push({ field, problem: 'unreadable' })
  }
  text('title', change.title, LIMITS.procedureTitle, true)
  text('summary', change.summary, LIMITS.procedureSummary)
  if (length(change.lengthReason) > LIMITS.procedureSummary)
    problems.push({ field: 'lengthReason', problem: 'tooLong', limit: LIMITS.procedureSummary })
  if (change.lengthReason?.includes('\0')) problems.push({ field: 'lengthReason', problem: 'unreadable' })
  if (length(change.number) > 100) problems.push({ field: 'number', problem: 'tooLong', limit: 100 })
  for (const [field, list] of [
    ['openQuestions', change.openQuestions],
    ['offlineWays', change.offlineWays?.map((way) => way.text)],
  ] as const) {
    if ((list?.length ?? 0) > LIMITS.listItems)
      problems.push({ field, problem: 'tooMany', limit: LIMITS.listItems })
    list?.forEach((item, i) => text(`${field}.${i}`, item, LIMITS.procedureSummary, true))
  }
  if (change.offlineWays?.some((way) => !['look', 'write', 'speak'].includes(way.kind)))
    problems.push({ field: 'offlineWays', problem: 'unknown' })
  if (change.publicationMode && !PUBLICATION_MODES.includes(change.publicationMode))
    problems.push({ field: 'publicationMode', problem: 'unknown' })
  if (change.publicationMode === null) problems.push({ field: 'publicationMode', problem: 'empty' })
  return problems
}
