import type { Database } from '../database/database.ts'

export type Parked = {
  id: string
  queue: string
  tries: number
  at: Date
  output: { error?: string; code?: string }
}

/** The jobs that were given up, the newest first. */
export const parkedJobs = (database: Database): Promise<Parked[]> =>
  database.transaction('system', {}, (tx) =>
    tx.query<Parked>(
      `select id, name as queue, retry_count + 1 as tries, completed_on as at, output from pgboss.job
       where state = 'failed' order by completed_on desc, id limit 1000`,
    ),
  )

/** Gives them one more try each, after what made them fail was mended. */
export async function retryParked(database: Database): Promise<number> {
  const retried = await database.transaction('system', {}, (tx) =>
    tx.query(
      `update pgboss.job set state = 'retry', retry_limit = retry_count + 1, start_after = now(), completed_on = null
       where state = 'failed' returning id`,
    ),
  )
  return retried.length
}
