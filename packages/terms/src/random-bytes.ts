const FETCHED = 4096

let fetched = new Uint8Array(0)
let used = 0

/** Random bytes for ids and numbers: fetched for many at once, because asking for them is what costs. */
export function randomBytes(count: number): Uint8Array {
  if (used + count > fetched.length) {
    fetched = globalThis.crypto.getRandomValues(new Uint8Array(FETCHED))
    used = 0
  }
  used += count
  return fetched.slice(used - count, used)
}
