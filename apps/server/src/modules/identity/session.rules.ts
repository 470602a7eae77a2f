import { createHash, randomBytes } from 'node:crypto'

const MINUTE_MS = 60_000

/** A session ends half a day after signing in, whatever happens in it. */
export const SESSION_LASTS_MS = 12 * 60 * MINUTE_MS
/** And half an hour after its last request. */
export const SESSION_IDLE_MS = 30 * MINUTE_MS
/** In which only the password was shown, it waits this long for the second factor. */
export const SESSION_WAITS_MS = 30 * MINUTE_MS
/** Its last request is written down at most this often. */
export const SESSION_SEEN_EVERY_MS = MINUTE_MS
/** Of single sign-on: the provider is asked this often whether its person still belongs here. */
export const SIGN_ON_CHECK_EVERY_MS = 5 * MINUTE_MS
/** And without a word from it nobody is believed for longer. */
export const SIGN_ON_TRUSTED_MS = 60 * MINUTE_MS
/** Browsers one person can be signed in with at a time; the oldest gives way. */
export const SESSIONS_PER_PERSON = 50
/** Of those that wait for a second factor; who knows only the password cannot push the others out. */
export const WAITING_PER_PERSON = 5

/** A session nobody can guess: 256 random bits for the cookie, their hash for the table. */
export function newSessionSecret(): { secret: string; idHash: Buffer } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, idHash: sessionIdHash(secret)! }
}

/** The key under which a cookie's secret is stored, or null for a cookie that cannot be ours. */
export function sessionIdHash(cookieSecret: string | null | undefined): Buffer | null {
  if (!cookieSecret || !/^[A-Za-z0-9_-]{43}$/.test(cookieSecret)) return null
  return createHash('sha256').update(cookieSecret).digest()
}
