export type RateLimiter = {
  /** Counts one attempt; seconds to wait when it is one too many, else 0. */
  take: (key: string) => number
}

/**
 * A sliding window per key, in memory. Of the window before, the share that still reaches into the last
 * `windowMs` counts. Keys are hashes that change daily; nothing is written.
 *
 * @param keys how many keys are remembered at most; the oldest window goes first.
 */
export function rateLimiter(limit: number, windowMs: number, keys = 50_000, now: () => number = Date.now): RateLimiter {
  let current = new Map<string, number>()
  let before = new Map<string, number>()
  let window = Math.floor(now() / windowMs)
  return {
    take(key) {
      const at = now()
      const index = Math.floor(at / windowMs)
      if (index !== window) {
        before = index === window + 1 ? current : new Map()
        current = new Map()
        window = index
      }
      const share = 1 - (at % windowMs) / windowMs
      const count = (current.get(key) ?? 0) + (before.get(key) ?? 0) * share
      if (count >= limit) return Math.max(1, Math.ceil((windowMs - (at % windowMs)) / 1000))
      // A flood of keys must not grow the map without bound; forgetting helps the flooder least of all.
      if (current.size >= keys && !current.has(key)) current.clear()
      current.set(key, (current.get(key) ?? 0) + 1)
      return 0
    },
  }
}
