import {
  LIMITS,
  newId,
  type Decision,
  type Id,
  type Visibility,
  type WithholdReason,
} from '@mitsprache/terms'
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
  /** Publish the files as well that their author released; without it the text alone becomes public. */
  withFiles?: boolean | null
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
  if (choice.decision === 'withhold' && !choice.reason)
    return InputRefused.of({ field: 'reason', problem: 'empty' })
  if (reasonText && (!isReadable(reasonText) || [...reasonText].length > LIMITS.withholdReason))
    return InputRefused.of({ field: 'reasonText', problem: 'tooLong', limit: LIMITS.withholdReason })

  return ctx.staff(tenantId, async (tx) => {
    const item = found((await tx.read(moderationItemById, tenantId, choice.contributionId))[0])
    const limit = procedureLimit(staff)
    if (limit && !limit.includes(item.procedureId)) throw new Denial('NOT_FOUND')
    demand(mayModerate(staff, item.procedureId))
    demand(canBeDecided(item))
    const at = ctx.clock()
    const [made, [count]] = await Promise.all([
      decide(tx, tenantId, { ...choice, reasonText }, item, staff.viewer.personId, at),
      // Asked after the first statement of the decision, which takes the item out of what is counted.
      tx.read(openCount, tenantId, null, limit),
    ])
    if (!made) return { alreadyDecided: (await tx.read(moderationItemById, tenantId, item.id))[0]! }
    const { decision, reason, withFiles } = made
    const entry = {
      decision,
      reason,
      reasonText: made.reasonText,
      withFiles,
      byName: staff.viewer.name,
      at: at.toISOString(),
    }
    return {
      item: {
        ...item,
        version: made.version,
        visibility: made.visibility,
        withFiles,
        history: [...item.history, entry],
      },
      openCount: count!.n,
    }
  })
}

type Made = Pick<VisibilityDecisionRow, 'decision' | 'reason' | 'reasonText' | 'withFiles'> & {
  version: number
  visibility: Visibility
}

/** The decision, its event and what the public sees of it. Null when another version stands there already. */
async function decide(
  tx: Tx,
  tenantId: Id,
  choice: VisibilityChoice,
  item: Pick<ModerationView, 'id' | 'procedureId' | 'history' | 'files'>,
  personId: Id,
  at: Date,
): Promise<Made | null> {
  const withheld = choice.decision === 'withhold'
  const visibility: Visibility = withheld ? 'withheld' : 'published'
  const released = item.files.some(({ releaseWished }) => releaseWished)
  const withFiles = !withheld && released && choice.withFiles === true
  const isFirst = await tx.update(
    ContributionCaseRow,
    { tenantId, contributionId: item.id, version: choice.version },
    { version: choice.version + 1, visibility, withFiles, decidedAt: at },
  )
  if (!isFirst) return null
  const what = {
    decision: choice.decision,
    reason: withheld ? choice.reason! : null,
    reasonText: withheld ? (choice.reasonText ?? null) : null,
    withFiles,
  }
  await Promise.all([
    tx.insert(VisibilityDecisionRow, {
      tenantId,
      id: newId(),
      contributionId: item.id,
      number: item.history.length + 1,
      ...what,
      decidedBy: personId,
      decidedAt: at,
    }),
    recordEvent(tx, {
      tenantId,
      type: withheld ? 'ContributionWithheld' : 'ContributionPublished',
      subjectIds: [item.id, item.procedureId],
      actorKind: 'person',
      actorId: personId,
      at,
    }),
    // Brings list, counts and map in line with the decision, in its transaction.
    tx.query(PROJECT, [tenantId, item.id, at]),
    // Taken back they are gone with the text; published without them they have to go by themselves.
    released && !withheld && tx.query(PROJECT_FILES, [tenantId, item.id]),
  ])
  return { ...what, version: choice.version + 1, visibility }
}

const PROJECT = { name: 'project-contribution', text: 'select project_contribution($1, $2, $3)' }

const PROJECT_FILES = {
  name: 'project-contribution-files',
  text: 'select project_contribution_files($1, $2)',
}

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
  await decide(tx, tenantId, { ...choice, version: item.version }, item, personId, at)
}
