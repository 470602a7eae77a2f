import { randomBytes } from 'node:crypto'
import { hash, verify, type Options } from '@node-rs/argon2'
import { LIMITS } from '@mitsprache/terms'
import { canonicalPassword } from './password.rules.ts'

const ARGON2ID = 2
/** @source OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
export const PASSWORD_COST: Options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Argon2id in PHC form: algorithm, cost and salt stand in it, so that the cost can grow later. */
export const hashPassword = (password: string) => hash(canonicalPassword(password), PASSWORD_COST)

/** Nobody's password: what an unknown address is compared with, so that it takes as long as a known one. */
const decoy = hash(randomBytes(32), PASSWORD_COST)

/**
 * Whether the password fits; without a hash to compare with it takes just as long and says no.
 */
export async function passwordFits(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  // A password nobody can have is not hashed in full length, but still takes its time.
  const typed = password.length > LIMITS.passwordMost * 2 ? '' : canonicalPassword(password)
  const fits = await verify(passwordHash ?? (await decoy), typed)
  return fits && !!passwordHash
}
