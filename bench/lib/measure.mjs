import pg from 'pg'
import { load, quantile } from './load.mjs'
import { cpuUs } from './proc.mjs'

/** Watches the processor time of the database's connections. */
export async function openMeter(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'meter' })
  await client.connect()
  // Where everything is stopped, the database may be gone first.
  client.on('error', () => {})
  const backends = async () => {
    const { rows } = await client.query(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return new Map(rows.map(({ pid }) => [pid, cpuUs(pid) ?? 0]))
  }
  return { backends, close: () => client.end() }
}

/** One round of one side. Times in ms, processor time in µs a request: of the server, and of its database. */
export async function measure(meter, { pid, port, next, isRight, ms }) {
  const databaseBefore = await meter.backends()
  const before = cpuUs(pid)
  const { count, seconds, latenciesMs, bytes } = await load({ port, next, isRight, ms })
  const serverUs = cpuUs(pid) - before
  let databaseUs = 0
  for (const [backend, us] of await meter.backends()) databaseUs += us - (databaseBefore.get(backend) ?? 0)
  return {
    count,
    perSecond: count / seconds,
    p50Ms: quantile(latenciesMs, 0.5),
    p95Ms: quantile(latenciesMs, 0.95),
    cpuUs: serverUs / count,
    databaseCpuUs: databaseUs / count,
    bytes: bytes / count,
  }
}

/** Enough for the compiler to have seen what runs often: until then a request costs twice as much. */
const WARM_UP = { requests: 3000, ms: 6000 }

/**
 * All sides in turn, round after round, so that a busy moment of the machine hits everybody; the median of each
 * figure. A first, uncounted round warms everybody up.
 *
 * @param {Record<string, object>} sides what `measure` takes of each; `newRound` makes `next` anew for each round
 */
export async function interleave(meter, sides, { rounds, ms }) {
  const results = Object.fromEntries(Object.keys(sides).map((name) => [name, []]))
  const asRound = (side) => ({ ...side, next: side.newRound?.() ?? side.next })
  for (const { next, ...side } of Object.values(sides).map(asRound))
    await load({ ...side, next: (i) => (i < WARM_UP.requests ? next(i) : null), ms: WARM_UP.ms })
  for (let round = 0; round < rounds; round++)
    for (const [name, side] of Object.entries(sides))
      results[name].push(await measure(meter, { ...asRound(side), ms }))
  return Object.fromEntries(Object.entries(results).map(([name, each]) => [name, medians(each)]))
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const medians = (each) =>
  Object.fromEntries(Object.keys(each[0]).map((key) => [key, median(each.map((one) => one[key]))]))
