import { LIMITS, newId, type Decision, type Id, type Visibility, type WithholdReason } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { isReadable } from '../contributions/index.ts'
import { demand, Denial, found, procedureLimit, staffOf, type Ctx } from '../identity/index.ts'
import { mayModerate } from '../procedures/index.ts'
import { moderationItemById, openCount, type ModerationView } from './moderation.queries.ts'
import { canBeDecided } from './moderation.rules.ts'
import { ContributionCaseRow, VisibilityDecisionRow } from './visibility-decision.entity.ts'

export type VisibilityChoice = {
  contributionId: Id
  /** The version the moderator looked at. */
  version: number
  decision: Decision
  reason?: WithholdReason | null
  reasonText?: string | null
}

export type Decided = { item: ModerationView; openCount: number }
/** Somebody was first: what they decided, so that the second sees it instead of undoing it blindly. */
export type DecidedAlready = { alreadyDecided: ModerationView }

/**
 * Publishes or withholds what its author released for the public. The public list and map show it with the
 * next read; what is withheld still reaches the weighing.
 */
export async function decideVisibility(
  ctx: Ctx,
  tenantSlug: string,
  choice: VisibilityChoice,
): Promise<Decided | DecidedAlready | InputRefused> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  const reasonText = choice.reasonText?.trim() || null
  if (choice.decision === 'withhold' && !choice.reason) return InputRefused.of({ field: 'reason', problem: 'empty' })
  if (reasonText && (!isReadable(reasonText) || [...reasonText].length > LIMITS.withholdReason))
    return InputRefused.of({ field: 'reasonText', problem: 'tooLong', limit: LIMITS.withholdReason })

  return ctx.staff(tenantId, async (tx) => {
    const item = found((await tx.read(moderationItemById, tenantId, choice.contributionId))[0])
    const limit = procedureLimit(staff)
    if (limit && !limit.includes(item.procedureId)) throw new Denial('NOT_FOUND')
    demand(mayModerate(staff, item.procedureId))
    demand(canBeDecided(item))
    const next: Visibility = choice.decision === 'publish' ? 'published' : 'withheld'
    const at = ctx.clock()
    const first = await tx.update(
      ContributionCaseRow,
      { tenantId, contributionId: item.id, version: choice.version },
      { version: choice.version + 1, visibility: next, decidedAt: at },
    )
    if (!first) return { alreadyDecided: (await tx.read(moderationItemById, tenantId, item.id))[0]! }
    await tx.insert(VisibilityDecisionRow, {
      tenantId,
      id: newId(),
      contributionId: item.id,
      number: item.history.length + 1,
      decision: choice.decision,
      reason: choice.decision === 'withhold' ? choice.reason! : null,
      reasonText: choice.decision === 'withhold' ? reasonText : null,
      decidedBy: staff.viewer.personId,
      decidedAt: at,
    })
    await recordEvent(tx, {
      tenantId,
      type: choice.decision === 'publish' ? 'ContributionPublished' : 'ContributionWithheld',
      subjectIds: [item.id, item.procedureId],
      actorKind: 'person',
      actorId: staff.viewer.personId,
      at,
    })
    await project(tx, tenantId, item.id, at)
    const [decided] = await tx.read(moderationItemById, tenantId, item.id)
    const [count] = await tx.read(openCount, tenantId, null, limit)
    return { item: decided!, openCount: count!.n }
  })
}

/** Brings list, counts and map in line with the decision, in its transaction. */
export const project = (tx: Tx, tenantId: Id, contributionId: Id, at: Date) =>
  tx.query('select project_contribution($1, $2, $3)', [tenantId, contributionId, at])
