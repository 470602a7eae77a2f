import { newId, type Language } from '@mitsprache/terms'
import { recordEvent } from '../../../platform/database/event.ts'
import { isRefusal, TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { StepUpNeeded } from '../account-refusals.graphql.ts'
import type { Ctx } from '../context.ts'
import { residentAddressChangeRequested } from '../identity.events.ts'
import { HeldBySignOn } from '../people-refusals.graphql.ts'
import { demandResident } from '../residents/resident-session.ts'
import { emailHash } from '../residents/resident.rules.ts'
import { sealChange } from '../residents/sealed-addresses.ts'
import { countAttempt } from '../sign-in-throttle.ts'
import { ResidentAddressChangeRow } from './new-address.entity.ts'
import { hashesOf, LINK_FRESH_MS, readNewAddress } from './new-address.rules.ts'

/**
 * A resident wants links at another address. As with the staff, only that they show who they are with a link to the old
 * one, opened just now.
 *
 * @returns as `requestStaffAddress`; `HeldBySignOn` for who came by a sign-in service and has no address here.
 */
export async function requestResidentAddress(
  ctx: Ctx,
  tenantSlug: string,
  typed: string,
  language: Language,
) {
  const { tenantId, accountId, email: current } = await demandResident(ctx, tenantSlug)
  if (current === null) return HeldBySignOn.of()
  const now = ctx.clock()
  const fresh = await ctx.database.transaction('identity', {}, (tx) =>
    tx.query('select 1 from resident_session where id_hash = $1 and created_at > $2', [
      ctx.resident.idHash,
      new Date(now.getTime() - LINK_FRESH_MS),
    ]),
  )
  if (!fresh.length) return StepUpNeeded.of()
  const email = readNewAddress(typed, current)
  if (isRefusal(email)) return email
  for (const [step, account] of [['new-address', accountId] as const, ['link', email] as const]) {
    const attempt = await countAttempt(ctx, step, account, now)
    if (typeof attempt === 'number') return TooManyAttempts.of(attempt)
  }
  const id = newId(now.getTime())
  const [oldSealed, newSealed] = await sealChange(ctx, tenantId, id, current, email)
  await ctx.database.transaction('identity', {}, async (tx) => {
    await tx.query('select 1 from resident_account where tenant_id = $1 and id = $2 for update', [
      tenantId,
      accountId,
    ])
    await tx.query(
      'update resident_address_change set confirm_hash = null where tenant_id = $1 and account_id = $2',
      [tenantId, accountId],
    )
    await tx.insert(ResidentAddressChangeRow, {
      tenantId,
      id,
      accountId,
      oldHash: emailHash(ctx.secrets, tenantId, current),
      oldSealed,
      newHash: emailHash(ctx.secrets, tenantId, email),
      newSealed,
      language,
      ...hashesOf(ctx.secrets, id),
      createdAt: now,
      confirmedAt: null,
    })
    await recordEvent(tx, residentAddressChangeRequested(tenantId, accountId, id, now))
  })
  return true
}
