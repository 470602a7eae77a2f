import type { Id } from '@mitsprache/terms'

/** What a job is about: ids and hashes, never what somebody typed. */
export type JobData = { tenantId: Id | null; subjects: string[] }

export type Queue = {
  /** Tries after the first; then the job is parked and told in the log. */
  retryLimit: number
  /** Wait before the second try; doubled, with some chance in it, for each further one. */
  retryDelayS: number
  /** A job that runs longer belonged to a server that died: another one takes it up. */
  expireS: number
  /** Jobs of its own accord: one in each stretch of this length, however many servers there are. */
  everyS?: number
}

/**
 * Every queue there is. A migration creates it (`create_queue` makes a table, and no door may), a test holds the
 * two against each other.
 */
export const QUEUES = {
  /** Ends whatever has been kept as long as the catalogue says. */
  'end-what-is-over': { retryLimit: 3, retryDelayS: 60, expireS: 900, everyS: 3600 },
  /** Forgets parts of files and contents that belong to nothing. */
  'sweep-files': { retryLimit: 3, retryDelayS: 60, expireS: 900, everyS: 3600 },
  /** Forgets the contents whose files were just deleted: `subjects` are their hashes. */
  'forget-contents': { retryLimit: 8, retryDelayS: 30, expireS: 900 },
  /** Sends one message: `subjects` is its id. Fifteen tries within six days, as mail servers do among themselves. */
  'send-message': { retryLimit: 14, retryDelayS: 30, expireS: 120 },
  /** Finds messages that wait and that no job is left for. */
  'sweep-messages': { retryLimit: 3, retryDelayS: 60, expireS: 900, everyS: 600 },
  /** Chains the events that were written since, tenant by tenant. */
  'chain-events': { retryLimit: 3, retryDelayS: 60, expireS: 900, everyS: 60 },
} as const satisfies Record<string, Queue>

export type QueueName = keyof typeof QUEUES
