import { createHash, randomBytes } from 'node:crypto'

const MINUTE_MS = 60_000

/** A session ends half a day after signing in, whatever happens in it. */
export const SESSION_LASTS_MS = 12 * 60 * MINUTE_MS
/** And an hour after its last request. */
export const SESSION_IDLE_MS = 60 * MINUTE_MS
/** Its last request is written down at most this often. */
export const SESSION_SEEN_EVERY_MS = MINUTE_MS
/** Browsers one person can be signed in with at a time; the oldest gives way. */
export const SESSIONS_PER_PERSON = 50

export type NewSession = { secret: string; idHash: Buffer; createdAt: Date; seenAt: Date; expiresAt: Date }

/** A session nobody can guess: 256 random bits for the cookie, their hash for the table. */
export function newSession(now: Date): NewSession {
  const secret = randomBytes(32).toString('base64url')
  return {
    secret,
    idHash: sessionIdHash(secret)!,
    createdAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_LASTS_MS),
  }
}

/** The key under which a cookie's secret is stored, or null for a cookie that cannot be ours. */
export function sessionIdHash(cookieSecret: string | null | undefined): Buffer | null {
  if (!cookieSecret || !/^[A-Za-z0-9_-]{43}$/.test(cookieSecret)) return null
  return createHash('sha256').update(cookieSecret).digest()
}
