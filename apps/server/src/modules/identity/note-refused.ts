import type { Id } from '@mitsprache/terms'
import { recordHourly, type NewEvent } from '../../platform/database/event.ts'
import { tenantBySlug } from '../tenants/index.ts'
import type { Ctx, Membership } from './context.ts'
import type { Denial } from './demand.ts'
import { actDenied, hiddenAsked, staffSignInFailed, unknownSignInFailed } from './identity.events.ts'

/** In a transaction of its own: what was refused leaves nothing else behind. */
export const noteRefused = (ctx: Ctx, ...events: NewEvent[]): Promise<void> =>
  ctx.database.transaction('identity', {}, async (tx) => {
    for (const event of events) await recordHourly(tx, event)
  })

/**
 * Notes that a sign-in failed: of an account of this tenant, or of none. Both take the same work.
 *
 * @param personId whose account it was, where it is one of this tenant.
 */
export async function noteFailedSignIn(ctx: Ctx, tenantSlug: string, personId: Id | null, now: Date) {
  const [tenant] = await ctx.database.read(tenantBySlug, tenantSlug)
  if (!tenant) return
  await noteRefused(
    ctx,
    personId ? staffSignInFailed(tenant.id, personId, now) : unknownSignInFailed(tenant.id, tenant.id, now),
  )
}

/** Notes in the log of each tenant that somebody works for what they were denied. */
export async function noteDenied(ctx: Ctx, { code }: Pick<Denial, 'code'>): Promise<void> {
  const { viewer } = ctx
  if (!viewer || code === 'NOT_SIGNED_IN') return
  const event = code === 'FORBIDDEN' ? actDenied : hiddenAsked
  await noteRefused(
    ctx,
    ...tenantsOf(viewer.memberships).map((tenantId) => event(tenantId, viewer.personId, ctx.clock())),
  )
}

export const tenantsOf = (memberships: Membership[]): Id[] => [
  ...new Set(memberships.map(({ tenantId }) => tenantId)),
]
