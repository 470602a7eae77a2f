import { createHmac, randomInt } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { RecoveryCodeRow } from './factor.entity.ts'
import { RECOVERY_CODES } from './factor.rules.ts'
import { PASSWORD_COST } from './password-hash.ts'

/** Crockford's base32: nothing in it is mistaken for something else when it is read from paper. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixty random bits in three groups, such as `K7QM-2XRT-9WDN`. */
const newCode = () =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(32)]).join('')).join('-')

/** As it was printed, however it was typed: capitals, gaps, and the letters that look like digits. */
export const canonicalCode = (typed: string) =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0').replaceAll('U', 'V')

/**
 * What of a code is written down. The salt is the person's and keyed, so that one computation finds the code among
 * the ten, and a copy of the database alone cannot try any.
 *
 * @source ASVS 5.0 6.5.2: below 112 bits a password's hash.
 */
function hashCode(signingKey: string, personId: Id, typed: string): Promise<Buffer> {
  const salt = createHmac('sha256', signingKey).update(`recovery codes of ${personId}`).digest()
  return hashRaw(canonicalCode(typed), { ...PASSWORD_COST, salt: salt.subarray(0, 16) })
}

/** Ten new codes with their hashes: computed before the transaction, because it takes a moment. */
export async function newRecoveryCodes(signingKey: string, personId: Id) {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode)
  const hashes = await Promise.all(codes.map((code) => hashCode(signingKey, personId, code)))
  return { codes, hashes }
}

/** Puts new codes in the place of whatever codes there were. */
export async function replaceRecoveryCodes(tx: Tx, personId: Id, hashes: Buffer[], now: Date): Promise<void> {
  await tx.query('delete from recovery_code where person_id = $1', [personId])
  await tx.insert(
    RecoveryCodeRow,
    hashes.map((codeHash) => ({ personId, codeHash, createdAt: now })),
  )
}

/** @returns how to spend the code: once, whoever else tries at the same moment. */
export async function recoveryCodeProof(signingKey: string, personId: Id, typed: string) {
  const codeHash = await hashCode(signingKey, personId, typed.slice(0, 100))
  return async (tx: Tx): Promise<boolean> => {
    const spent = await tx.query(
      'delete from recovery_code where person_id = $1 and code_hash = $2 returning 1',
      [personId, codeHash],
    )
    return spent.length === 1
  }
}
