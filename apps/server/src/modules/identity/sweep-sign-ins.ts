import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Forgets sessions that ended and tries to sign in that no longer count; run every hour or so. */
export async function sweepSignIns(database: Database, clock: Clock): Promise<void> {
  const now = clock()
  await database.transaction('identity', {}, async (tx) => {
    await tx.query('delete from session where expires_at < $1', [now])
    await tx.query('delete from sign_in_attempt where at < $1', [new Date(now.getTime() - DAY_MS)])
  })
}
