import type { Role } from '@mitsprache/terms'

const MINUTE_MS = 60_000

/**
 * Who can change what others see, decide or read about persons shows a second factor.
 *
 * @source ASVS 5.0 6.3.3.
 */
export const ROLES_WITH_FACTOR: readonly Role[] = ['administrator', 'planner', 'moderator', 'caseworker']

export const FACTOR_KINDS = ['passkey', 'authenticatorApp', 'recoveryCode'] as const
export type FactorKind = (typeof FACTOR_KINDS)[number]

/** What somebody shows to be who they are; the password only where a session is already open. */
export const PROOF_KINDS = [...FACTOR_KINDS, 'password'] as const
export type ProofKind = (typeof PROOF_KINDS)[number]

/** Factors and password are changed by who has shown one of them this recently. */
export const PROOF_FRESH_MS = 10 * MINUTE_MS
/** A question to a passkey waits this long for its answer. */
export const CHALLENGE_LASTS_MS = 5 * MINUTE_MS
/** From showing the QR code of an authenticator app to its first code. */
export const ENROLMENT_LASTS_MS = 20 * MINUTE_MS
export const PASSKEYS_PER_PERSON = 10
export const RECOVERY_CODES = 10

/** Whether the password alone opens nothing for this person. */
export const needsFactor = (roles: readonly Role[], factors: readonly FactorKind[]) =>
  factors.length > 0 || roles.some((role) => ROLES_WITH_FACTOR.includes(role))

/** Recovery codes stand in for a factor; they are none that one could be left with. */
export const realFactors = (factors: readonly FactorKind[]) =>
  factors.filter((factor) => factor !== 'recoveryCode')

export type RelyingParty = { id: string; origin: string }

/**
 * For whom passkeys are made: the host of the configured address, never of a request.
 *
 * Browsers make none for a number. This machine by its number is therefore this machine by its name, and has to
 * be opened by it; any other number has no passkeys.
 *
 * @source WebAuthn Level 3 § 5.1.2: an RP ID is a domain.
 */
export function relyingParty(baseUrl: string): RelyingParty | null {
  const { protocol, hostname, port } = new URL(baseUrl)
  const isHere = ['127.0.0.1', '[::1]', '0.0.0.0', '[::]', 'localhost'].includes(hostname)
  const id = isHere ? 'localhost' : hostname
  if (/^[\d.]+$|^\[/.test(id)) return null
  if (protocol !== 'https:' && !isHere) return null
  return { id, origin: `${protocol}//${id}${port ? `:${port}` : ''}` }
}
