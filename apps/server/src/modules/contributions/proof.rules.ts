import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import type { Secrets } from '../../platform/config.ts'

/** Leading zero bits of the hash: a second or two of a phone's work, a day's for a machine that sends ten thousand. */
export const PROOF_BITS = 17
const LASTS_MS = 10 * 60_000
const MOST_SOLUTION = 20
/** Between opening the form and sending lies at least this, when a person writes. */
const NOBODY_WRITES_FASTER_MS = 2_000

export type ProofOf = { tenantId: Id; idempotencyKey: Id; networkKey: string }

/**
 * A task that costs work: find a number whose hash behind the challenge begins with `PROOF_BITS` zeros. It holds for one
 * draft, one tenant and one network, so that a solution cannot be sold or used twice for different things.
 *
 * @returns `bits.expires.signature`; to be sent back with the solution behind a further dot.
 */
export function proofChallenge(secrets: Secrets, of: ProofOf, now: Date): string {
  const head = `${PROOF_BITS}.${now.getTime() + LASTS_MS}`
  return `${head}.${signature(secrets, of, head)}`
}

/** Whether a challenge of ours for this very draft was solved, and in time. */
export function isProven(
  secrets: Secrets,
  of: ProofOf,
  proof: string | null | undefined,
  now: Date,
): boolean {
  const [bits, expires, signed, solution, ...more] = (proof ?? '').split('.')
  if (!bits || !expires || !signed || !solution || more.length || solution.length > MOST_SOLUTION)
    return false
  const wanted = Buffer.from(signature(secrets, of, `${bits}.${expires}`))
  const given = Buffer.from(signed)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false
  return Number(expires) >= now.getTime() && leadingZeros(proof!) >= Number(bits)
}

const signature = (
  { signingKey }: Secrets,
  { tenantId, idempotencyKey, networkKey }: ProofOf,
  head: string,
) =>
  createHmac('sha256', signingKey)
    .update(JSON.stringify(['proof', tenantId, idempotencyKey, networkKey, head]))
    .digest('base64url')

function leadingZeros(text: string): number {
  let zeros = 0
  for (const byte of createHash('sha256').update(text).digest()) {
    if (byte) return zeros + Math.clz32(byte) - 24
    zeros += 8
  }
  return zeros
}

/**
 * Whether a draft was sent as soon as it was begun: its key is a UUIDv7 and tells when it was made. A key of another kind
 * and a clock that is ahead tell nothing.
 */
export function isHurried(idempotencyKey: Id, receivedAt: Date): boolean {
  if (idempotencyKey[14] !== '7') return false
  const begun = Number.parseInt(idempotencyKey.replace('-', '').slice(0, 12), 16)
  const age = receivedAt.getTime() - begun
  return age >= 0 && age < NOBODY_WRITES_FASTER_MS
}
