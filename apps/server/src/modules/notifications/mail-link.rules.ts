import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import type { Secrets } from '../../platform/config.ts'

export type MailLinkKind = 'confirm' | 'stop'

const MAC_BYTES = 16

const macOf = ({ signingKey }: Pick<Secrets, 'signingKey'>, kind: MailLinkKind, tenantId: Id, id: Buffer) =>
  createHmac('sha256', signingKey)
    .update(`mail ${kind}\0${tenantId}\0`)
    .update(id)
    .digest()
    .subarray(0, MAC_BYTES)

/** What a link in a message to an author carries: which contribution, and the proof that we wrote it. */
export function mailLinkToken(
  secrets: Pick<Secrets, 'signingKey'>,
  kind: MailLinkKind,
  tenantId: Id,
  contributionId: Id,
): string {
  const id = Buffer.from(contributionId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, macOf(secrets, kind, tenantId, id)]).toString('base64url')
}

/** The contribution that a link is about; null for one that is not ours, or for something else. */
export function readMailLink(
  secrets: Pick<Secrets, 'signingKey'>,
  kind: MailLinkKind,
  tenantId: Id,
  token: string,
): Id | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  // The last character has bits to spare: one link, one spelling.
  if (bytes.toString('base64url') !== token) return null
  const id = bytes.subarray(0, 16)
  if (!timingSafeEqual(bytes.subarray(16), macOf(secrets, kind, tenantId, id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A page with a button: to open it changes nothing. */
export const confirmUrl = (baseUrl: string, tenantSlug: string, token: string) =>
  `${baseUrl}/t/${tenantSlug}/mail/confirm#${token}`

/** The same address is a page for people and takes the POST of mail programs (RFC 8058), so the token is in its path. */
export const stopUrl = (baseUrl: string, tenantSlug: string, token: string) =>
  `${baseUrl}/t/${tenantSlug}/mail/stop/${token}`
