import { createHash, createHmac } from 'node:crypto'
import type { Id } from '@mitsprache/terms'

/**
 * The id of the message that follows from an event, to one recipient: the same however often it is worked out, so
 * that no second one can be made. A UUID of version 8 (RFC 9562 § 5.8).
 */
export function outgoingId(eventId: Id, recipientId: Id): Id {
  const bytes = createHash('sha256').update(`message\0${eventId}\0${recipientId}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end)).join('-')
}

const MAC_CHARS = 16

const macOf = (signingKey: string, hex: string) =>
  createHmac('sha256', signingKey).update(`bounce\0${hex}`).digest('hex').slice(0, MAC_CHARS)

/**
 * What names a message in its Message-ID and in the address that bounces come back to: its id, and a mark by which we
 * know that it is ours. Hex, because mail servers lower the case of addresses.
 */
export function mailToken(signingKey: string, id: Id): string {
  const hex = id.replaceAll('-', '')
  return `${hex}.${macOf(signingKey, hex)}`
}

/** The message that a returned mail names; null when it names none of ours. */
export function readMailToken(signingKey: string, mentions: string): Id | null {
  for (const [, hex, mac] of mentions.toLowerCase().matchAll(/([0-9a-f]{32})\.([0-9a-f]{16})/g))
    if (macOf(signingKey, hex!) === mac)
      return hex!.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return null
}

/** `bounces@host` becomes `bounces+<token>@host`, 64 characters in front of the `@` at most (RFC 5321 § 4.5.3.1.1). */
export const returnPathOf = (bounceTo: string, token: string) => bounceTo.replace(/@/, `+${token}@`)
