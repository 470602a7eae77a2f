import { LIMITS } from '@mitsprache/terms'
import { COMMON_PASSWORDS } from './common-passwords.ts'

export type PasswordProblem = { problem: 'tooShort' | 'tooLong' | 'tooCommon'; limit?: number }

/** The same password however the keyboard composed its letters (NFKC, as NIST SP 800-63B asks). */
export const canonicalPassword = (typed: string) => typed.normalize('NFKC')

/** One spelling per address, so that capitals or a space pasted along make no second person. */
export const canonicalEmail = (typed: string) => typed.normalize('NFC').trim().toLowerCase()

/**
 * Whether a new password will do: long, and not one of the first that anybody would try.
 *
 * No rules of composition: they make passwords harder to remember and easier to guess.
 *
 * @param personal words that stand for the person, such as name and address.
 * @returns null, or what is wrong with it.
 * @source ASVS 5.0 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11.
 */
export function passwordProblem(typed: string, personal: string[] = []): PasswordProblem | null {
  const password = canonicalPassword(typed)
  const length = [...password].length
  if (length < LIMITS.passwordLeast) return { problem: 'tooShort', limit: LIMITS.passwordLeast }
  if (length > LIMITS.passwordMost) return { problem: 'tooLong', limit: LIMITS.passwordMost }
  return isCommon(password, personal) ? { problem: 'tooCommon' } : null
}

function isCommon(password: string, personal: string[]): boolean {
  const plain = unadorned(password)
  if (COMMON_PASSWORDS.has(password.toLowerCase()) || COMMON_PASSWORDS.has(plain)) return true
  if (isRepetition(password.toLowerCase()) || isRun(password)) return true
  // "passwort2026!!" is "passwort" with what everybody adds to it.
  const core = plain.replace(/^[\d\s\p{P}$+=~]+|[\d\s\p{P}$+=~]+$/gu, '')
  if (core.length < 4 || (core.length < LIMITS.passwordLeast && COMMON_PASSWORDS.has(core))) return true
  return personal.some((word) => word.length >= 4 && core === unadorned(word))
}

/** In small letters, with the substitutions undone that every list of guesses knows. */
const unadorned = (password: string) =>
  password
    .toLowerCase()
    .replace(/[@4](?=\p{L})/gu, 'a')
    .replace(/0(?=\p{L})/gu, 'o')
    .replace(/[$5](?=\p{L})/gu, 's')
    .replace(/3(?=\p{L})/gu, 'e')

/** "abcabcabcabc": the beginning again and again. */
function isRepetition(password: string): boolean {
  const again = (password + password).indexOf(password, 1)
  return again < password.length && again <= 6
}

/** "123456789012", "abcdefghijkl": every sign follows the one before. */
function isRun(password: string): boolean {
  const steps = [...password]
    .map((sign, i, all) => (i ? sign.codePointAt(0)! - all[i - 1]!.codePointAt(0)! : 0))
    .slice(1)
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9)
}
