/** Says for a key how many seconds to wait, or 0 and counts it. */
export type RateLimiter = { take: (key: string, now?: number, cost?: number) => number }

/** Fractions of windows do not add up to the last digit. */
const ROUNDING = 1e-6

type Count = { window: number; now: number; before: number }

/**
 * At most `limit` in any stretch of `windowMs`, for each key. Kept in memory: it protects this process, and
 * a restart forgives.
 *
 * Two counters per key stand for a sliding window: what happened in the window before counts as much as it
 * still overlaps. When more than `mostKeys` ask, those that were quiet longest are forgotten.
 */
export function rateLimiter(limit: number, windowMs: number, mostKeys = 50_000): RateLimiter {
  const counts = new Map<string, Count>()

  return {
    take(key, now = Date.now(), cost = 1) {
      const window = Math.floor(now / windowMs)
      const known = counts.get(key)
      const count: Count =
        known?.window === window
          ? known
          : { window, now: 0, before: known?.window === window - 1 ? known.now : 0 }
      // Put at the end again: the map's order is the order of use.
      counts.delete(key)
      counts.set(key, count)
      if (counts.size > mostKeys) counts.delete(counts.keys().next().value!)

      const passed = now / windowMs - window
      if (count.now + count.before * (1 - passed) + cost <= limit + ROUNDING) {
        count.now += cost
        return 0
      }
      return Math.max(1, Math.ceil((windowsToWait(count, limit - cost, passed) * windowMs) / 1000))
    },
  }
}

/** In windows: until the earlier counts have slid out far enough. */
function windowsToWait({ now, before }: Count, room: number, passed: number): number {
  if (now <= room && before > 0) return 1 - (room - now) / before - passed
  return 1 - passed + (now > 0 ? Math.max(0, 1 - room / now) : 0)
}
