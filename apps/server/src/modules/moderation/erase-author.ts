import type { Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import { demand, Denial, found, sees, staffOf, type Ctx } from '../identity/index.ts'
import { mayEraseAuthor } from '../procedures/index.ts'
import { enterDecision } from './decide-visibility.ts'
import { moderationItemById } from './moderation.queries.ts'
import { canBeDecided } from './moderation.rules.ts'

const WITHHOLD = { decision: 'withhold', reason: 'personalData' } as const

/**
 * Erases who wrote a contribution, at their request. It is taken from the public; name and address go. What was
 * written goes as well in a dialogue, and stays in a formal procedure, where it has to be weighed.
 *
 * Which column goes and which stays, and why, says the catalogue (`platform/database/catalogue.ts`). Repeated, it
 * does no harm.
 *
 * @source Art. 17 GDPR, with Art. 17(3)(b) for the procedure's file.
 */
export async function eraseAuthor(ctx: Ctx, tenantSlug: string, contributionId: Id): Promise<Id> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId, viewer } = staff
  return ctx.staff(tenantId, async (tx) => {
    const item = found((await tx.read(moderationItemById, tenantId, contributionId))[0])
    if (!sees(staff, item.procedureId)) throw new Denial('NOT_FOUND')
    demand(mayEraseAuthor(staff))
    const at = ctx.clock()
    if ((item.visibility === 'published' || item.visibility === 'inReview') && canBeDecided(item).may)
      await enterDecision(tx, tenantId, { contributionId, ...WITHHOLD }, viewer.personId, at)
    // A procedure that stopped publishing takes no decisions, and may still show what it had published.
    else await tx.query('select project_contribution($1, $2, $3)', [tenantId, contributionId, at])
    await tx.query('select erase_author($1, $2)', [tenantId, contributionId])
    await recordEvent(tx, {
      tenantId,
      type: 'AuthorErased',
      subjectIds: [contributionId, item.procedureId],
      actorKind: 'person',
      actorId: viewer.personId,
      at,
    })
    // What was attached belongs to nothing now.
    await enqueue(tx, 'sweep-files', tenantId, [contributionId])
    return contributionId
  })
}
