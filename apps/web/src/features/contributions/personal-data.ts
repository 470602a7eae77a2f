export const PERSONAL_DATA_KINDS = ['phone', 'email', 'iban'] as const
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]
export type PersonalDataFind = { kind: PersonalDataKind; start: number; end: number; text: string }

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g
// A dot parts dates and sums, not telephone numbers; so it is no separator here.
const PHONE = /(?<![\d.,/-])(?<!\d )(?:\+\d{1,3}|0)[ /()-]{0,2}\d(?:[ /()-]{0,2}\d){5,13}(?![\d.]*\d)/g

/** The check of ISO 13616: letters as numbers, first four behind the rest, remainder 1 of 97. */
function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '')
  if (compact.length < 15 || compact.length > 34) return false
  const digits = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder === 1
}

/**
 * What in a text could lead strangers to a person: telephone numbers, e-mail addresses, bank accounts.
 *
 * A hint, never a verdict; it runs on the device and nobody else learns of it.
 */
export function findPersonalData(text: string): PersonalDataFind[] {
  const finds: PersonalDataFind[] = []
  const collect = (
    kind: PersonalDataKind,
    pattern: RegExp,
    holds: (match: string) => boolean = () => true,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      const taken = finds.some((find) => start < find.end && find.start < end)
      if (!taken && holds(match[0])) finds.push({ kind, start, end, text: match[0] })
    }
  }
  collect('email', EMAIL)
  collect('iban', IBAN, isIban)
  collect('phone', PHONE)
  return finds.sort((a, b) => a.start - b.start)
}

/** The text without a find, and without the gap it would leave. */
export function withoutFind(text: string, find: PersonalDataFind): string {
  const before = text.slice(0, find.start)
  const after = text.slice(find.end)
  return (/\s$/.test(before) && /^[\s.,;:!?)]/.test(after) ? before.trimEnd() : before) + after
}
