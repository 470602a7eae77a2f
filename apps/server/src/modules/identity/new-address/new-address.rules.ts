import { createHash, createHmac } from 'node:crypto'
import { LIMITS, type Id } from '@mitsprache/terms'
import type { Secrets } from '../../../platform/config.ts'
import { InputRefused } from '../../../platform/refusal.graphql.ts'
import { isAddress } from '../invitation.rules.ts'
import { canonicalEmail } from '../password.rules.ts'

const HOUR_MS = 60 * 60_000

/** From asking for the change to confirming it at the new address. */
export const CONFIRM_WITHIN_MS = 24 * HOUR_MS
/** From asking for it to stopping it from the old address: over a weekend, and also when it is confirmed already. */
export const STOP_WITHIN_MS = 72 * HOUR_MS
/** A resident asks for it this soon after signing in with a link: they read mail at the old address just now. */
export const LINK_FRESH_MS = 10 * 60_000

export const confirmableSince = (now: Date) => new Date(now.getTime() - CONFIRM_WITHIN_MS)
export const stoppableSince = (now: Date) => new Date(now.getTime() - STOP_WITHIN_MS)

type Key = Pick<Secrets, 'signingKey'>
export type ChangeLink = 'confirm' | 'stop'

/** What stands behind the `#` of a link. It follows from the change's id: no secret waits in an outbox. */
export const changeSecret = ({ signingKey }: Key, link: ChangeLink, changeId: Id): string =>
  createHmac('sha256', signingKey).update(`address change ${link}\0${changeId}`).digest('base64url')

/** The key under which a link's secret is stored, or null for one that cannot be ours. */
export const changeHash = (secret: string): Buffer | null =>
  /^[A-Za-z0-9_-]{43}$/.test(secret) ? createHash('sha256').update(secret).digest() : null

export const hashesOf = (key: Key, changeId: Id) => ({
  confirmHash: changeHash(changeSecret(key, 'confirm', changeId))!,
  stopHash: changeHash(changeSecret(key, 'stop', changeId))!,
})

/** A page with a button: to open it changes nothing. Where to sign in first follows from whose it is. */
export const changePath = (tenantSlug: string, whose: 'staff' | 'resident', link: ChangeLink) =>
  `/t/${tenantSlug}/${whose === 'resident' ? 'my/' : ''}new-address/${link}`

/** @returns the address in one spelling, or what is wrong with it; whose it is nobody looks up. */
export function readNewAddress(typed: string, current: string): string | InputRefused {
  const email = canonicalEmail(typed)
  const no = (problem: string, limit?: number) => InputRefused.of({ field: 'email', problem, limit })
  if (!email) return no('empty')
  if (email.length > LIMITS.email) return no('tooLong', LIMITS.email)
  if (!isAddress(email)) return no('notAnEmail')
  return email === current ? no('unchanged') : email
}
