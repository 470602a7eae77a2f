import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { UsedChallengeRow } from './factor.entity.ts'
import { CHALLENGE_LASTS_MS } from './factor.rules.ts'

/**
 * A question to a passkey: 16 random bytes, until when it may be answered (6 bytes), and our mark (16 bytes) over
 * both and what it is for.
 *
 * Asking writes nothing, so that nobody fills a table with questions; the answer does.
 *
 * @param about binds it to its purpose and session.
 */
export function newChallenge(signingKey: string, about: string, now: Date): Buffer {
  const until = Buffer.alloc(6)
  until.writeUIntBE(now.getTime() + CHALLENGE_LASTS_MS, 0, 6)
  const body = Buffer.concat([randomBytes(16), until])
  return Buffer.concat([body, mark(signingKey, about, body)])
}

/** Whether we asked this, for this purpose, and not too long ago. */
export function isOurChallenge(signingKey: string, about: string, answered: Buffer, now: Date): boolean {
  if (answered.length !== 38) return false
  const body = answered.subarray(0, 22)
  return (
    timingSafeEqual(answered.subarray(22), mark(signingKey, about, body)) &&
    body.readUIntBE(16, 6) > now.getTime()
  )
}

/** @returns false for the second answer to one question. */
export const spendChallenge = (tx: Tx, answered: Buffer, now: Date) =>
  tx.insertNew(UsedChallengeRow, {
    challengeHash: createHash('sha256').update(answered).digest(),
    expiresAt: new Date(now.getTime() + CHALLENGE_LASTS_MS),
  })

const mark = (signingKey: string, about: string, body: Buffer) =>
  createHmac('sha256', signingKey)
    .update(JSON.stringify(['passkey challenge', about, body.toString('hex')]))
    .digest()
    .subarray(0, 16)
