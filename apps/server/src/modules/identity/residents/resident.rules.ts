import { createHash, createHmac } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import type { Secrets } from '../../../platform/config.ts'

const MINUTE_MS = 60_000

/** From asking for the link to opening it, with time for a slow mail. */
export const LINK_LASTS_MS = 30 * MINUTE_MS
export const RESIDENT_LASTS_MS = 12 * 60 * MINUTE_MS
export const RESIDENT_IDLE_MS = 2 * 60 * MINUTE_MS
export const RESIDENT_SEEN_EVERY_MS = 5 * MINUTE_MS
/** Browsers one resident can be signed in with at a time; the oldest gives way. */
export const SESSIONS_PER_RESIDENT = 20

type Key = Pick<Secrets, 'signingKey'>

const keyed = ({ signingKey }: Key, ...of: string[]) =>
  createHmac('sha256', signingKey).update(JSON.stringify(of)).digest()

/** By what an account is found again; in another tenant it is another, so that nobody can tell they are one. */
export const emailHash = (key: Key, tenantId: Id, email: string) =>
  keyed(key, 'resident email', tenantId, email)
export const identityHash = (key: Key, tenantId: Id, issuer: string, subject: string) =>
  keyed(key, 'resident identity', tenantId, issuer, subject)
export const sidHash = (key: Key, providerId: Id, sid: string) =>
  keyed(key, 'provider session', providerId, sid)

/**
 * What stands behind the `#` of the link. It follows from the row's id, so that whoever writes the mail later can make
 * it again, and stands in no table and no job.
 */
export const linkSecret = (key: Key, tenantId: Id, linkId: Id) =>
  keyed(key, 'resident link', tenantId, linkId).toString('base64url')

/** The key under which a link is stored, or null for a secret that cannot be ours. */
export const linkHash = (secret: string): Buffer | null =>
  /^[A-Za-z0-9_-]{43}$/.test(secret) ? createHash('sha256').update(secret).digest() : null

export const residentLink = (key: Key, baseUrl: string, tenantSlug: string, tenantId: Id, linkId: Id) =>
  `${baseUrl}/t/${tenantSlug}/my/enter#${linkSecret(key, tenantId, linkId)}`

export const aboutLinkEmail = (linkId: Id) => `email of link ${linkId}`
export const aboutAccountEmail = (accountId: Id) => `email of account ${accountId}`
