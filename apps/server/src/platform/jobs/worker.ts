import { setTimeout as pause } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import { QUEUES, type JobData, type Queue, type QueueName } from './queues.ts'

export type Handlers = Partial<Record<QueueName, (data: JobData) => Promise<unknown>>>

export type WorkerOptions = {
  pollMs?: number
  /** How often jobs of servers that died are looked for, by one server for all. */
  superviseS?: number
  /** How long a job under way is waited for when the server stops. */
  patienceMs?: number
}

const MINUTE_MS = 60_000
const DAY_S = 24 * 3600

/**
 * Works off the queues through the system door, one job of each at a time, until it is told to stop.
 *
 * Any number of servers may do so: a job goes to one of them. It runs at least once, so whatever a handler does
 * must bear being done again.
 *
 * The loop is ours and not pg-boss's: its own does not wait for the word that a job is done, and when the database
 * is away in that moment, a rejection that nobody catches ends the server.
 *
 * @returns stops it, with the jobs under way finished.
 */
export async function startWorkers(
  { database, log }: { database: Database; log: Log },
  handlers: Handlers,
  { pollMs = 5_000, superviseS = 60, patienceMs = 20_000 }: WorkerOptions = {},
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => throughSystemDoor(database, text, values) },
    migrate: false,
    // Our own stretches: they need no clock of one server that sends for all.
    schedule: false,
    maintenanceIntervalSeconds: superviseS,
    archiveFailedAfterSeconds: 30 * DAY_S,
  })
  boss.on('error', (cause) => log.fault(cause))
  await boss.start()

  const stopping = new AbortController()
  const rest = () => pause(pollMs, undefined, { signal: stopping.signal }).catch(() => {})

  const workOff = async (name: QueueName, handle: (data: JobData) => Promise<unknown>) => {
    let sentAt = -Infinity
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() - sentAt > MINUTE_MS) {
          await sendOwn(boss, name)
          sentAt = performance.now()
        }
        const [job] = await boss.fetch<JobData>(name, { includeMetadata: true, batchSize: 1 })
        if (job) await doJob(boss, log, job, handle)
        else await rest()
      } catch (cause) {
        // A database that is away for a moment must not stop the server; the job runs again.
        log.fault(cause)
        await rest()
      }
    }
  }

  // What a server left behind that died an hour ago need not wait for the next round.
  await boss.maintain().catch((cause: unknown) => log.fault(cause))
  const loops = Object.entries(handlers).map(([name, handle]) => workOff(name as QueueName, handle))
  return async () => {
    stopping.abort()
    await Promise.race([Promise.all(loops), pause(patienceMs, undefined, { ref: false })])
    await boss.stop({ graceful: false })
  }
}

/** Puts a queue's own job in: all servers try, the first one in each stretch of time succeeds. */
async function sendOwn(boss: PgBoss, name: QueueName): Promise<void> {
  const { everyS }: Queue = QUEUES[name]
  if (!everyS) return
  const data: JobData = { tenantId: null, subjects: [] }
  await boss.send(name, data, { singletonKey: name, singletonSeconds: everyS })
}

async function doJob(
  boss: PgBoss,
  log: Log,
  { id, name, data, retryCount, retryLimit }: PgBoss.JobWithMetadata<JobData>,
  handle: (data: JobData) => Promise<unknown>,
): Promise<void> {
  try {
    await handle(data)
  } catch (cause) {
    log.fault(cause, id)
    const { code } = cause as { code?: unknown }
    // Only class and code are kept with the job: a message may quote what somebody typed.
    await boss.fail(name, id, { error: (cause as Error)?.name, code: typeof code === 'string' ? code : null })
    const facts = { queue: name, jobId: id, tries: retryCount + 1 }
    log.warn(retryCount < retryLimit ? 'job failed, will be tried again' : 'job parked', facts)
    return
  }
  await boss.complete(name, id)
}

async function throughSystemDoor(database: Database, text: string, values?: unknown[]) {
  const client = await database.connect('system')
  let broken = true
  try {
    const result = await client.query(text, values)
    broken = false
    return result
  } finally {
    // Some of its texts open a transaction; after a failure it would still be open.
    client.release(broken)
  }
}
