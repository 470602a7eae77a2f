import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { relayMessages } from './relay-messages.ts'

/**
 * Looks for new events until it is told to stop. Every server does; the cursor lets one at a time.
 *
 * @returns stops it, with the round under way finished.
 */
export function startRelay(
  { database, clock, log }: { database: Database; clock: Clock; log: Log },
  pollMs = 3_000,
): () => Promise<void> {
  const stopping = new AbortController()
  const rest = () => pause(pollMs, undefined, { signal: stopping.signal }).catch(() => {})
  const relay = async () => {
    while (!stopping.signal.aborted) {
      try {
        await relayMessages({ database, clock })
      } catch (cause) {
        // The events stay where they are, and the cursor too.
        log.fault(cause)
      }
      await rest()
    }
  }
  const relaying = relay()
  return async () => {
    stopping.abort()
    await relaying
  }
}
