import { randomBytes } from './random-bytes.ts'

/** Ids as the API and the tables carry them: UUIDv7, lower case. */
export type Id = string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether a string can be an id of ours; anything else must never reach a `uuid` column. */
export const isId = (value: unknown): value is Id => typeof value === 'string' && UUID.test(value)

/**
 * A UUIDv7 (RFC 9562 § 5.7): sorts by the millisecond it was made in.
 * Made in the application because PostgreSQL 15 has no `uuidv7()`.
 *
 * @param at milliseconds since 1970, UTC; only tests and importers pass their own.
 */
export function newId(at: number = Date.now()): Id {
  const bytes = randomBytes(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) % 256
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  let id = ''
  for (let i = 0; i < 16; i++) id += (DASH_BEFORE.has(i) ? '-' : '') + HEX[bytes[i]!]!
  return id
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const DASH_BEFORE = new Set([4, 6, 8, 10])
