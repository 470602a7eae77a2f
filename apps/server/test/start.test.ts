import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from '../src/platform/database/embedded.ts'

// The program as people start it, not its parts: built once, then started, killed and started again.
const root = fileURLToPath(new URL('../', import.meta.url))
const main = join(root, 'dist/main.mjs')
const started: ChildProcess[] = []
const folders: string[] = []

beforeAll(() => {
  execFileSync(
    join(root, '../../node_modules/.bin/rolldown'),
    ['-c', join(root, 'rolldown.config.mjs'), '--logLevel', 'silent'],
    { cwd: root },
  )
}, 60_000)

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await ended(child)
    }
  }
  for (const folder of folders.splice(0)) {
    stopOrphan(folder)
    rmSync(folder, { recursive: true, force: true })
  }
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mitsprache-start-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

/** A database that outlived its server in a test must not outlive the test. */
function stopOrphan(folder: string) {
  const path = join(folder, 'postgres', 'postmaster.pid')
  if (existsSync(path)) process.kill(Number(readFileSync(path, 'utf8').split('\n')[0]), 'SIGINT')
}

type Run = { child: ChildProcess; output: () => string; port: number }

async function start(env: Record<string, string> = {}, args: string[] = []): Promise<Run> {
  const port = Number(env.PORT ?? (await freePort()))
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)))
  return { child, output: () => said, port }
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) =>
    child.exitCode !== null ? done(child.exitCode) : child.once('exit', (code) => done(code)),
  )

async function ready(run: Run): Promise<Run> {
  for (let i = 0; i < 300; i++) {
    if (run.output().includes('is ready')) return run
    if (run.child.exitCode !== null) throw new Error(`It ended: ${run.output()}`)
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`Not ready in time: ${run.output()}`)
}

async function ask(port: number, query: string) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return (await response.json()) as { data: Data }
}

type Data = {
  procedures: { nodes: { id: string; receivedCount: number; round: { id: string } }[] }
  submitContribution: { number: string; secret: string }
}

describe('starting', () => {
  it('fills the sample town once, stops cleanly, and keeps the data', async () => {
    const DATA_DIR = newFolder()
    const first = await ready(await start({ DATA_DIR }))
    expect(first.output()).toContain('Filled the sample town')
    const before = await ask(
      first.port,
      '{ procedures(tenant: "quellstedt") { nodes { id receivedCount } } }',
    )
    expect(before.data.procedures.nodes.length).toBeGreaterThan(1)
    first.child.kill('SIGINT')
    expect(await ended(first.child)).toBe(0)
    expect(existsSync(join(DATA_DIR, 'postgres', 'postmaster.pid'))).toBe(false)

    const second = await ready(await start({ DATA_DIR }))
    expect(second.output()).not.toContain('Filled')
    expect(
      await ask(second.port, '{ procedures(tenant: "quellstedt") { nodes { id receivedCount } } }'),
    ).toEqual(before)
    second.child.kill('SIGTERM')
    expect(await ended(second.child)).toBe(0)

    const third = await ready(await start({ DATA_DIR }, ['--fresh']))
    expect(third.output()).toContain('Filled the sample town')
    const anew = await ask(third.port, '{ procedures(tenant: "quellstedt") { nodes { id } } }')
    expect(anew.data.procedures.nodes[0]!.id).not.toBe(before.data.procedures.nodes[0]!.id)
  }, 120_000)

  it('finds its way after kill -9, with everything that was acknowledged', async () => {
    const DATA_DIR = newFolder()
    const first = await ready(await start({ DATA_DIR }))
    const { data } = await ask(
      first.port,
      '{ procedures(tenant: "quellstedt") { nodes { id round { id } } } }',
    )
    const { id, round } = data.procedures.nodes[0]!
    const submit = `mutation { submitContribution(input: { idempotencyKey: "01999999-0000-7000-8000-000000000001", procedureId: "${id}", roundId: "${round.id}",
      text: "Vor dem Stromausfall gesendet.", language: de, place: { kind: none }, audience: plannersOnly }) { ... on SubmissionReceipt { number secret } } }`
    const receipt = (await ask(first.port, submit)).data.submitContribution
    expect(receipt.number).toBeTruthy()
    first.child.kill('SIGKILL')
    await ended(first.child)
    expect(existsSync(join(DATA_DIR, 'postgres', 'postmaster.pid'))).toBe(true)
    const second = await ready(await start({ DATA_DIR }))
    expect((await ask(second.port, submit)).data.submitContribution).toEqual(receipt)
  }, 120_000)

  it('refuses a data folder that another running server uses, and leaves that one alone', async () => {
    const DATA_DIR = newFolder()
    const first = await ready(await start({ DATA_DIR }))
    const second = await start({ DATA_DIR })
    expect(await ended(second.child)).toBe(1)
    expect(second.output()).toMatch(/Another Mitsprache is running with the data folder/)
    expect((await fetch(`http://127.0.0.1:${first.port}/health/ready`)).status).toBe(200)
  }, 120_000)

  it('serves from a PostgreSQL of its own, with and without its owner', async () => {
    const name = `${inject('template').replace('_template', '')}_start`
    const owner = new pg.Client({ connectionString: inject('adminUrl') })
    await owner.connect()
    await owner.query(`create database ${name}`)
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
    const env = { DATABASE_URL: at(inject('stemUrl')), SAMPLE_TOWN: '1' }
    try {
      const early = await start({ DATA_DIR: newFolder(), ...env })
      expect(await ended(early.child)).toBe(1)
      expect(early.output()).toMatch(/Start once with DATABASE_ADMIN_URL/)
      const first = await ready(
        await start({ DATA_DIR: newFolder(), ...env, DATABASE_ADMIN_URL: at(inject('adminUrl')) }),
      )
      first.child.kill('SIGTERM')
      expect(await ended(first.child)).toBe(0)
      const second = await ready(await start({ DATA_DIR: newFolder(), ...env }))
      expect(second.output()).not.toContain('Filled')
      second.child.kill('SIGTERM')
      expect(await ended(second.child)).toBe(0)
      const wrong = Object.assign(new URL(env.DATABASE_URL), { password: 'wrong' }).href
      const stranger = await start({ DATA_DIR: newFolder(), DATABASE_URL: wrong })
      expect(await ended(stranger.child)).toBe(1)
      expect(stranger.output()).toMatch(/does not know .*_public and its sisters, or their password differs/)
      expect(stranger.output()).not.toContain('wrong')
    } finally {
      await owner.query(`drop database ${name} with (force)`)
      await owner.end()
    }
  }, 120_000)

  it('does again what a server was at when it was killed', async () => {
    const name = `${inject('template').replace('_template', '')}_killed`
    const server = new pg.Client({ connectionString: inject('adminUrl') })
    await server.connect()
    await server.query(`create database ${name}`)
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
    const env = {
      DATABASE_URL: at(inject('stemUrl')),
      DATABASE_ADMIN_URL: at(inject('adminUrl')),
      DATA_DIR: newFolder(),
    }
    const [watcher, holder] = [1, 2].map(() => new pg.Client({ connectionString: env.DATABASE_ADMIN_URL }))
    try {
      const first = await ready(await start(env))
      await watcher!.connect()
      await holder!.connect()
      const job = async (): Promise<{ state: string; retry_count: number }> =>
        (await watcher!.query('select state, retry_count from pgboss.job where id = $1', [id])).rows[0]
      const until = async (state: string) => {
        for (let i = 0; i < 300 && (await job()).state !== state; i++)
          await new Promise((done) => setTimeout(done, 100))
        expect((await job()).state).toBe(state)
      }
      // It stands still at the table that this transaction holds.
      await holder!.query('begin; lock table file in access exclusive mode')
      const { rows } = await watcher!.query(`select enqueue_job('sweep-files', null, '{}') as id`)
      const { id } = rows[0] as { id: string }
      await until('active')
      first.child.kill('SIGKILL')
      await ended(first.child)
      await holder!.query('rollback')
      expect((await job()).state).toBe('active')
      // A quarter of an hour later.
      await watcher!.query(`update pgboss.job set expire_in = interval '0' where id = $1`, [id])
      await ready(await start(env))
      await until('retry')
      await watcher!.query('update pgboss.job set start_after = now() where id = $1', [id])
      await until('completed')
      expect((await job()).retry_count).toBe(1)
    } finally {
      await watcher!.end()
      await holder!.end()
      const running = started.filter((child) => child.exitCode === null && child.signalCode === null)
      for (const child of running) child.kill('SIGTERM')
      await Promise.all(running.map(ended))
      await server.query(`drop database ${name} with (force)`)
      await server.end()
    }
  }, 120_000)

  it('names a port that is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => blocker.once('listening', done))
    const PORT = String((blocker.address() as { port: number }).port)
    const run = await start({ DATA_DIR: newFolder(), PORT })
    expect(await ended(run.child)).toBe(1)
    expect(run.output()).toMatch(new RegExp(`Port ${PORT} on 127.0.0.1 is taken`))
    expect(run.output()).not.toMatch(/ at /)
    blocker.close()
  }, 60_000)

  it.each([
    ['a port that is none', { PORT: 'eighty' }, [], /PORT is "eighty"/],
    ['an address of no database', { DATABASE_URL: 'mysql://x' }, [], /DATABASE_URL must look like/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' },
      [],
      /cannot be reached/,
    ],
    ['an argument nobody knows', {}, ['--frsh'], /Unknown argument --frsh/],
  ])(
    'says what is wrong with %s',
    async (_what, env, args, words) => {
      const run = await start(
        {
          DATA_DIR: newFolder(),
          ...(env as Record<string, string>),
          ...('PORT' in env ? {} : { PORT: '0' }),
        },
        args,
      )
      expect(await ended(run.child)).toBe(1)
      expect(run.output()).toMatch(words)
      expect(run.output()).not.toMatch(/\n\s+at /)
    },
    60_000,
  )

  it('says when the data folder cannot be written', async () => {
    const file = join(newFolder(), 'in-the-way')
    writeFileSync(file, '')
    const run = await start({ DATA_DIR: join(file, 'var') })
    expect(await ended(run.child)).toBe(1)
    expect(run.output()).toMatch(/data folder .* cannot be written/)
  }, 60_000)

  it('refuses keys it cannot read rather than making new ones', async () => {
    const DATA_DIR = newFolder()
    writeFileSync(join(DATA_DIR, 'secrets.json'), '{}')
    const run = await start({ DATA_DIR })
    expect(await ended(run.child)).toBe(1)
    expect(run.output()).toMatch(/does not hold the keys/)
  }, 60_000)
})
