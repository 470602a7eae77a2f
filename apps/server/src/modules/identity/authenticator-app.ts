import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '../../platform/seal.ts'

const PERIOD_S = 30
/** Telephones run a little ahead or behind. */
const STEPS_AROUND = 1

const totp = (secret: string, label = '') =>
  // What every app understands; the others are ignored by some (RFC 6238, Key URI format).
  new TOTP({
    issuer: 'Mitsprache',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  })

/** 160 random bits, in base32. */
export const newAppSecret = () => new Secret({ size: 20 }).base32

/** The `otpauth:` address that the app reads from the QR code. */
export const appUri = (secret: string, email: string) => totp(secret, email).toString()

/**
 * The time step that a code belongs to, or null for a code that is wrong or no longer right.
 *
 * @param code as typed; spaces do not matter.
 * @source RFC 6238 § 5.2; ASVS 5.0 6.5.1, 6.5.5.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: STEPS_AROUND })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_S) + delta
}

export const sealAppSecret = (personKey: string, personId: string, secret: string) =>
  seal(personKey, `authenticator app of ${personId}`, secret)
export const unsealAppSecret = (personKey: string, personId: string, sealed: Buffer) =>
  unseal(personKey, `authenticator app of ${personId}`, sealed)

type Enrolment = { secret: string; until: number }
const enrolmentOf = (personId: string, sessionId: string) => `enrolment of ${personId} in ${sessionId}`

/**
 * A secret on its way into somebody's app. It goes along with the browser, sealed for this person and session, and
 * is written down when its first code has come; what was begun and left leaves nothing behind.
 */
export const sealEnrolment = (personKey: string, personId: string, sessionId: string, enrolment: Enrolment) =>
  seal(personKey, enrolmentOf(personId, sessionId), JSON.stringify(enrolment)).toString('base64url')

/** @returns the secret, or null for what we did not seal for them, or too long ago. */
export function openEnrolment(
  personKey: string,
  personId: string,
  sessionId: string,
  sealed: string,
  now: Date,
): string | null {
  try {
    const text = unseal(personKey, enrolmentOf(personId, sessionId), Buffer.from(sealed, 'base64url'))
    const { secret, until } = JSON.parse(text) as Enrolment
    return until > now.getTime() ? secret : null
  } catch {
    return null
  }
}
