import { randomBytes } from './random-bytes.ts'

/** No I, L, O, U: nobody should have to guess on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const NUMBER = /^([A-Z]{2,4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z])$/

function checkDigit(symbols: string): string {
  // Luhn mod N over the 32 symbols: catches every single error and nearly every swap of neighbours.
  let sum = 0
  let factor = 2
  for (let i = symbols.length - 1; i >= 0; i--) {
    const addend = factor * ALPHABET.indexOf(symbols[i]!)
    sum += Math.floor(addend / 32) + (addend % 32)
    factor = factor === 2 ? 1 : 2
  }
  return ALPHABET[(32 - (sum % 32)) % 32]!
}

/** A receipt number such as `QST-7K4M-92XD-6`: prefix of the tenant, 40 random bits, one check digit. */
export function newReceiptNumber(prefix: string): string {
  const symbols = Array.from(randomBytes(8), (b) => ALPHABET[b & 31]!).join('')
  return `${prefix}-${symbols.slice(0, 4)}-${symbols.slice(4)}-${checkDigit(symbols)}`
}

/** The number as we print it, read forgivingly (case, spaces, O for 0); null when its check digit is wrong. */
export function parseReceiptNumber(typed: string): string | null {
  const compact = typed
    .trim()
    .toUpperCase()
    .replace(/[\s‐-―-]+/g, '-')
  const [prefix, ...rest] = compact.split('-')
  const tidy = [prefix, ...rest.map((part) => part.replace(/O/g, '0').replace(/[IL]/g, '1'))].join('-')
  const match = NUMBER.exec(tidy)
  if (!match) return null
  return checkDigit(match[2]! + match[3]!) === match[4] ? tidy : null
}
