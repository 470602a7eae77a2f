import { LIMITS, newId, type Decision, type Id, type WithholdReason } from '@mitsprache/terms'
import { defineCall } from '../../platform/database/call.ts'
import type { Tx } from '../../platform/database/database.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { askForAuthors, isReadable, openAuthors } from '../contributions/index.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayModerate, moderatedOnly } from '../procedures/index.ts'
import { moderationItemById, openCount } from './moderation.queries.ts'
import { canBeDecided } from './moderation.rules.ts'
import { reviewOf, withName, type Moderated } from './names-to-publish.ts'

export type VisibilityChoice = {
  contributionId: Id
  /** The version the moderator looked at. */
  version: number
  decision: Decision
  reason?: WithholdReason | null
  reasonText?: string | null
  /** Publish the files as well that their author released; without it the text alone becomes public. */
  withFiles?: boolean | null
}

export type Decided = { item: Moderated; openCount: number }
/** Somebody was first: what they decided, so that the second sees it instead of undoing it blindly. */
export type DecidedAlready = { alreadyDecided: Moderated }

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
  if (choice.decision === 'withhold' && !choice.reason)
    return InputRefused.of({ field: 'reason', problem: 'empty' })
  if (reasonText && (!isReadable(reasonText) || [...reasonText].length > LIMITS.withholdReason))
    return InputRefused.of({ field: 'reasonText', problem: 'tooLong', limit: LIMITS.withholdReason })

  const only = moderatedOnly(staff)
  const [outcome, [row], [count], authors] = await ctx.database.batch('staff', { tenantId }, (tx) => [
    decide(tx, tenantId, { ...choice, reasonText }, only, staff.viewer.personId, ctx.clock()),
    tx.read(moderationItemById, tenantId, choice.contributionId),
    tx.read(openCount, tenantId, null, only),
    // Together with the others: to read the name that goes public costs no way there and back.
    askForAuthors(tx, reviewOf(ctx, staff), [choice.contributionId]),
  ])
  const item = withName(found(row), await openAuthors(ctx, tenantId, authors))
  if (outcome === 'refused') {
    demand(mayModerate(staff, item.procedureId))
    demand(canBeDecided(item))
  }
  return outcome === 'decided' ? { item, openCount: count!.n } : { alreadyDecided: item }
}

/** The decision, its event and what the public sees of it, in one statement or not at all. */
const decideInOne = defineCall<
  {
    tenantId: Id
    /** The procedures in which they may decide; null for all. */
    only: Id[] | null
    contributionId: Id
    version: number
    decision: Decision
    reason: WithholdReason | null
    reasonText: string | null
    withFiles: boolean
    id: Id
    eventId: Id
    decidedBy: Id
    decidedAt: Date
  },
  'decided' | 'decidedAlready' | 'refused'
>('staff', 'decide_visibility', [
  'tenantId',
  'only',
  'contributionId',
  'version',
  'decision',
  'reason',
  'reasonText',
  'withFiles',
  'id',
  'eventId',
  'decidedBy',
  'decidedAt',
])

const decide = (
  tx: Tx,
  tenantId: Id,
  { contributionId, version, decision, reason, reasonText, withFiles }: VisibilityChoice,
  only: Id[] | null,
  decidedBy: Id,
  decidedAt: Date,
) =>
  tx.call(decideInOne, {
    tenantId,
    only,
    contributionId,
    version,
    decision,
    reason: decision === 'withhold' ? reason! : null,
    reasonText: decision === 'withhold' ? (reasonText ?? null) : null,
    withFiles: withFiles === true,
    id: newId(),
    eventId: newId(),
    decidedBy,
    decidedAt,
  })

/** A decision taken elsewhere and only entered here: where a sample town is filled, or another platform is taken over. */
export async function enterDecision(
  tx: Tx,
  tenantId: Id,
  choice: Omit<VisibilityChoice, 'version'>,
  personId: Id,
  at: Date,
): Promise<void> {
  const item = found((await tx.read(moderationItemById, tenantId, choice.contributionId))[0])
  demand(canBeDecided(item))
  await decide(tx, tenantId, { ...choice, version: item.version }, null, personId, at)
}
