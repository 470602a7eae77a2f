import { recordEvent } from '../../../platform/database/event.ts'
import type { Ctx } from '../context.ts'
import { residentAccountDeleted } from '../identity.events.ts'
import { demandResident } from './resident-session.ts'

/**
 * Deletes a resident's account and signs it out everywhere. What was handed in stays with the authority, and with
 * whoever has its receipt: it was given to be weighed.
 */
export async function deleteResidentAccount(ctx: Ctx, tenantSlug: string): Promise<true> {
  const { tenantId, accountId } = await demandResident(ctx, tenantSlug)
  await ctx.database.transaction('identity', {}, async (tx) => {
    await tx.query('delete from resident_account where tenant_id = $1 and id = $2', [tenantId, accountId])
    await recordEvent(tx, residentAccountDeleted(tenantId, accountId, ctx.clock()))
  })
  ctx.resident.end()
  return true
}
