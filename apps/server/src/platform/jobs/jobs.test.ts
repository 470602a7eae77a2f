import PgBoss from 'pg-boss'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeTenant } from '../../../test/world.ts'
import type { Tx } from '../database/database.ts'
import { DOORS } from '../database/doors.ts'
import { openLog } from '../log.ts'
import {
  enqueue,
  parkedJobs,
  QUEUES,
  retryParked,
  startWorkers,
  type Handlers,
  type JobData,
  type QueueName,
} from './index.ts'

const test = useDatabase()
const lines: string[] = []
const log = openLog('info', { write: (line) => void lines.push(line) })
const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
const stops: (() => Promise<void>)[] = []
const work = async (handlers: Handlers) => {
  const stop = await startWorkers({ database: test.database, log }, handlers, { pollMs: 20, superviseS: 1 })
  stops.push(stop)
  return stop
}

beforeEach(async () => {
  lines.length = 0
  await test.owner.query('delete from pgboss.job')
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const jobs = async () =>
  (
    await test.owner.query<{ id: string; name: string; state: string; data: JobData; output: unknown }>(
      'select id, name, state::text, data, output from pgboss.job order by created_on, id',
    )
  ).rows

async function until(is: () => Promise<boolean> | boolean) {
  await expect.poll(is, { timeout: 100_000, interval: 20 }).toBe(true)
}

const leave = (subjects: string[] = [], also: (tx: Tx) => Promise<void> = async () => {}) =>
  test.database.transaction('system', {}, async (tx) => {
    await enqueue(tx, 'forget-contents', null, subjects)
    await also(tx)
  })

describe('the queues', () => {
  it('are in the database as the code says', async () => {
    const { rows } = await test.owner.query(
      `select name, retry_limit as "retryLimit", retry_delay as "retryDelayS", retry_backoff as backoff, expire_seconds as "expireS"
       from pgboss.queue`,
    )
    const wanted = Object.entries(QUEUES).map(([name, { retryLimit, retryDelayS, expireS }]) => ({
      name,
      retryLimit,
      retryDelayS,
      backoff: true,
      expireS,
    }))
    expect(rows).toHaveLength(wanted.length)
    expect(rows).toEqual(expect.arrayContaining(wanted))
  })

  it('are closed to every door but the worker’s', async () => {
    for (const door of DOORS) {
      const client = await test.database.connect(door)
      const read = client.query('select count(*) from pgboss.job')
      if (door === 'system') expect((await read).rows).toHaveLength(1)
      else await expect(read, door).rejects.toThrow(/permission denied/)
      if (door === 'public')
        await expect(client.query(`select enqueue_job('sweep-files', null, '{}')`)).rejects.toThrow(
          /permission denied/,
        )
      // Not even the worker's may make or drop a queue.
      await expect(client.query(`select pgboss.create_queue('mine', '{}')`), door).rejects.toThrow(
        /permission denied/,
      )
      client.release()
    }
  })
})

describe('a job', () => {
  it('is there exactly when its transaction is, as pg-boss itself would have put it', async () => {
    const { id: tenantId } = await makeTenant(test.database)
    const subject = newId()
    const inStaff = (fails: boolean) =>
      test.database.transaction('staff', { tenantId }, async (tx) => {
        await enqueue(tx, 'forget-contents', tenantId, [subject])
        if (fails) throw new Error('no')
      })
    await expect(inStaff(true)).rejects.toThrow('no')
    expect(await jobs()).toEqual([])
    await inStaff(false)
    expect(await jobs()).toMatchObject([
      { name: 'forget-contents', state: 'created', data: { tenantId, subjects: [subject] } },
    ])

    const boss = new PgBoss({
      db: { executeSql: (text, values) => test.owner.query(text, values) },
      migrate: false,
      schedule: false,
      supervise: false,
    })
    await boss.send('forget-contents', { tenantId, subjects: [subject] })
    const { rows } = await test.owner.query(
      `select to_jsonb(job) - 'id' - 'start_after' - 'created_on' - 'keep_until' || jsonb_build_object('kept', keep_until - start_after) as job
       from pgboss.job`,
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual(rows[1])
  })

  it('belongs to the tenant of its transaction and carries ids only', async () => {
    const ours = await makeTenant(test.database)
    const theirs = await makeTenant(test.database)
    const asStaff = (tenantId: string | null, subjects: string[]) =>
      test.database.transaction('staff', { tenantId: ours.id }, (tx) =>
        enqueue(tx, 'forget-contents', tenantId, subjects),
      )
    await expect(asStaff(theirs.id, [])).rejects.toThrow(/tenant of its transaction/)
    await expect(asStaff(null, [])).rejects.toThrow(/tenant of its transaction/)
    await expect(asStaff(ours.id, ['Erika Beispiel'])).rejects.toThrow(/ids and hashes/)
    await expect(
      test.database.transaction('staff', { tenantId: ours.id }, (tx) =>
        enqueue(tx, 'unknown' as QueueName, ours.id, []),
      ),
    ).rejects.toThrow(/no such queue/)
    expect(await jobs()).toEqual([])
  })

  it('goes to one of several servers', async () => {
    const done: string[] = []
    const handlers: Handlers = { 'forget-contents': async ({ subjects }) => void done.push(subjects[0]!) }
    await Promise.all([work(handlers), work(handlers), work(handlers)])
    const subjects = Array.from({ length: 20 }, () => newId())
    await Promise.all(subjects.map((subject) => leave([subject])))
    await until(async () => (await jobs()).every((job) => job.state === 'completed'))
    expect(done.toSorted()).toEqual(subjects.toSorted())
  })

  it('comes of its own accord once an hour, however many servers there are', async () => {
    let times = 0
    const handlers: Handlers = { 'sweep-files': async () => void times++ }
    await Promise.all([work(handlers), work(handlers)])
    await until(() => times > 0)
    await new Promise((done) => setTimeout(done, 200))
    expect(times).toBe(1)
    // The next stretch of time.
    await test.owner.query(`update pgboss.job set singleton_on = singleton_on - interval '1 hour'`)
    await work(handlers)
    await until(() => times === 2)
  })

  it('is tried again, and parked in the end: told in the log, without what its failure said', async () => {
    await test.owner.query(
      `update pgboss.queue set retry_limit = 2, retry_delay = 0, retry_backoff = false where name = 'forget-contents'`,
    )
    let tries = 0
    let mended = false
    await work({
      'forget-contents': async () => {
        tries++
        if (mended) return
        throw Object.assign(new TypeError('Erika Beispiel wohnt in der Mozartstraße'), { code: 'E42' })
      },
    })
    await leave()
    await until(async () => (await jobs())[0]?.state === 'failed')
    expect(tries).toBe(3)
    await until(() => lines.some((line) => line.includes('job parked')))
    const told = logged().filter((line) => line.queue === 'forget-contents')
    expect(told.map((line) => [line.msg, line.tries])).toEqual([
      ['job failed, will be tried again', 1],
      ['job failed, will be tried again', 2],
      ['job parked', 3],
    ])
    expect((await jobs())[0]!.output).toEqual({ error: 'TypeError', code: 'E42' })
    expect(lines.join()).not.toContain('Erika')
    expect(await parkedJobs(test.database)).toMatchObject([
      { queue: 'forget-contents', tries: 3, output: { error: 'TypeError', code: 'E42' } },
    ])
    mended = true
    expect(await retryParked(test.database)).toBe(1)
    await until(async () => (await jobs())[0]?.state === 'completed')
    expect(await parkedJobs(test.database)).toEqual([])
  })

  it('of a server that died is taken up by another', async () => {
    let died = false
    // A promise that never settles is what is left of a handler whose process was killed.
    const dead = await startWorkers(
      { database: test.database, log },
      { 'forget-contents': () => ((died = true), new Promise(() => {})) },
      { pollMs: 20, patienceMs: 10 },
    )
    await leave()
    await until(() => died)
    await dead()
    expect(await jobs()).toMatchObject([{ state: 'active' }])
    await test.owner.query(`update pgboss.job set expire_in = interval '0'`)
    let again = 0
    await work({ 'forget-contents': async () => void again++ })
    await test.owner.query(`update pgboss.job set start_after = now() - interval '1 second'`)
    await until(async () => (await jobs())[0]?.state === 'completed')
    expect(again).toBe(1)
  })

  it('under way is finished before the server stops', async () => {
    let finish = () => {}
    let begun = false
    const stop = await work({
      'forget-contents': () => {
        begun = true
        return new Promise<void>((done) => (finish = done))
      },
    })
    await leave()
    await until(() => begun)
    const stopped = stop()
    setTimeout(finish, 100)
    await stopped
    expect(await jobs()).toMatchObject([{ state: 'completed' }])
  })

  it('waits while the database is away, and the server lives on', async () => {
    let done = 0
    await work({ 'forget-contents': async () => void done++ })
    await test.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await until(async () => {
      await leave().catch(() => {})
      return done > 0
    })
    await until(async () => (await jobs()).some((job) => job.state === 'completed'))
    expect(done).toBeGreaterThan(0)
  })
})
