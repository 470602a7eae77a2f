import { newId } from '@mitsprache/terms'
import { recordEvent } from '../../../platform/database/event.ts'
import { isRefusal, TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { StepUpNeeded } from '../account-refusals.graphql.ts'
import type { Ctx } from '../context.ts'
import { staffOf } from '../demand.ts'
import { realFactors } from '../factor.rules.ts'
import { addressChangeRequested } from '../identity.events.ts'
import { tenantsOf } from '../note-refused.ts'
import { isFactorFresh, openSessionOf, whyNotNow } from '../own-session.ts'
import { HeldBySignOn } from '../people-refusals.graphql.ts'
import { countAttempt } from '../sign-in-throttle.ts'
import { PersonAddressChangeRow } from './new-address.entity.ts'
import { tenantThatWrites } from './new-address.queries.ts'
import { hashesOf, readNewAddress } from './new-address.rules.ts'

/**
 * Somebody of the staff wants to sign in with another address. Mails follow, to both; the old one holds until the new
 * one is confirmed. Whose the new one is nobody looks up: answer and work are the same.
 *
 * @returns true, `InputRefused`, `StepUpNeeded`, `HeldBySignOn`, `SampleAccount`, or `TooManyAttempts` for a person, an
 * address or a network that asked too often.
 * @source ASVS 5.0 7.5.1.
 */
export async function requestStaffAddress(ctx: Ctx, tenantSlug: string, typed: string) {
  const { tenantId } = staffOf(ctx, tenantSlug)
  const now = ctx.clock()
  const session = await openSessionOf(ctx)
  if (session.signedInBy === 'signOn') return HeldBySignOn.of()
  const refused = whyNotNow(session, now)
  if (refused) return refused
  // Whoever knows no more than the password must not get the account for good.
  if (realFactors(session.factors).length && !isFactorFresh(session, now)) return StepUpNeeded.of()
  const email = readNewAddress(typed, session.email)
  if (isRefusal(email)) return email
  const { personId } = session
  for (const [step, account] of [['new-address', personId] as const, ['link', email] as const]) {
    const attempt = await countAttempt(ctx, step, account, now)
    if (typeof attempt === 'number') return TooManyAttempts.of(attempt)
  }
  const [writing] = await ctx.database.read(tenantThatWrites, tenantsOf(session.memberships), tenantId)
  const id = newId(now.getTime())
  await ctx.database.transaction('identity', {}, async (tx) => {
    // Of two at once the later one counts.
    await tx.query('select 1 from person where id = $1 for update', [personId])
    await tx.query('update person_address_change set confirm_hash = null where person_id = $1', [personId])
    await tx.insert(PersonAddressChangeRow, {
      id,
      personId,
      oldEmail: session.email,
      newEmail: email,
      ...hashesOf(ctx.secrets, id),
      createdAt: now,
      confirmedAt: null,
    })
    await recordEvent(tx, addressChangeRequested(writing!.id, personId, id, now))
  })
  return true
}
