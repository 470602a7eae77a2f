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
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  const time = BigInt(at)
  for (let i = 0; i < 6; i++) bytes[i] = Number((time >> BigInt(8 * (5 - i))) & 0xffn)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
