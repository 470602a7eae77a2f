import { LIMITS, newId, type Language } from '@mitsprache/terms'
import { recordEvent } from '../../../platform/database/event.ts'
import { InputRefused, TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { tenantBySlug } from '../../tenants/index.ts'
import type { Ctx } from '../context.ts'
import { found } from '../demand.ts'
import { residentLinkRequested } from '../identity.events.ts'
import { isAddress } from '../invitation.rules.ts'
import { canonicalEmail } from '../password.rules.ts'
import { countAttempt } from '../sign-in-throttle.ts'
import { ResidentLinkRow } from './resident.entity.ts'
import { emailHash, LINK_LASTS_MS, linkHash, linkSecret } from './resident.rules.ts'
import { sealAddress } from './sealed-addresses.ts'

/**
 * Sends a link by mail with which a resident signs in. Whether the address has an account is not even looked up:
 * the answer and the work are the same.
 *
 * @returns true, `InputRefused`, or `TooManyAttempts` for an address or a network that asked too often.
 */
export async function requestResidentLink(ctx: Ctx, tenantSlug: string, typed: string, language: Language) {
  const [tenant] = await ctx.database.read(tenantBySlug, tenantSlug)
  const { id: tenantId } = found(tenant?.suspendedAt ? null : tenant)
  const email = canonicalEmail(typed)
  if (!email) return InputRefused.of({ field: 'email', problem: 'empty' })
  if (email.length > LIMITS.email || !isAddress(email))
    return InputRefused.of({ field: 'email', problem: 'notAnEmail' })
  const now = ctx.clock()
  const attempt = await countAttempt(ctx, 'link', email, now)
  if (typeof attempt === 'number') return TooManyAttempts.of(attempt)
  const id = newId(now.getTime())
  const emailSealed = await sealAddress(ctx, tenantId, 'resident_link', id, email)
  await ctx.database.transaction('identity', {}, async (tx) => {
    await tx.insert(ResidentLinkRow, {
      tenantId,
      id,
      secretHash: linkHash(linkSecret(ctx.secrets, tenantId, id))!,
      emailHash: emailHash(ctx.secrets, tenantId, email),
      emailSealed,
      language,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_LASTS_MS),
    })
    await recordEvent(tx, residentLinkRequested(tenantId, id, now))
  })
  return true
}
