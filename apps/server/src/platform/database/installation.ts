import { rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config, Secrets } from '../config.ts'
import { StartProblem } from '../start-problem.ts'
import { openDatabase, type Database } from './database.ts'
import { doorUrl } from './doors.ts'
import { startEmbedded } from './embedded.ts'
import { demandSafety, demandVersion } from './guard.ts'
import { demandSchema, migrate } from './migrate.ts'

type Migrations = Parameters<typeof migrate>[2]

export type Installation = {
  database: Database
  stemUrl: string
  /** Of the owner, where it is known: for the operator's commands only. */
  adminUrl?: string
  close: () => Promise<void>
}

/**
 * The database of this installation, prepared, checked and held: the one that DATABASE_URL names, or the
 * embedded one in the data folder.
 *
 * @param besideServer for commands that may work while the server runs: its embedded database is then used as it
 * stands, neither held nor migrated nor stopped at the end.
 * @throws StartProblem for a version too old, unsafe settings, roles that could bypass their door, or a
 * data folder that another running server uses.
 */
export async function openInstallation(
  config: Config,
  secrets: Secrets,
  entities: Function[],
  migrations: Migrations,
  say: (line: string) => void,
  besideServer = false,
): Promise<Installation> {
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of closing.reverse().splice(0)) await end()
  }
  try {
    let adminUrl = config.databaseAdminUrl
    let mayMigrate = true
    let stemUrl = config.databaseUrl
    if (stemUrl) {
      if (adminUrl) await demandVersion(adminUrl)
    } else {
      const { embedded, lock } = await startAndHold(config, secrets, say, besideServer)
      ;({ adminUrl, stemUrl } = embedded)
      if (lock) closing.push(embedded.stop, () => lock.end())
      else mayMigrate = false
    }
    if (config.fresh && adminUrl) await beginAnew(adminUrl, config)
    if (adminUrl && mayMigrate) await migrate(adminUrl, stemUrl, migrations)
    const database = await openDatabase(stemUrl, entities)
    closing.push(() => database.close())
    await demandVersion(doorUrl(stemUrl, 'system'))
    await demandSchema(async () => {
      const client = await database.connect('system')
      try {
        return (await client.query<{ name: string }>('select name from migration')).rows.map(
          (row) => row.name,
        )
      } finally {
        client.release()
      }
    }, migrations)
    await demandSafety(database, stemUrl, config.production)
    return { database, stemUrl, adminUrl, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** A server that was just told to stop holds its folder until its last request is answered. */
const PATIENCE_MS = 10_000

/**
 * The embedded database, and the lock on its folder: one running server each. The lock lives in the database
 * and dies with its holder, so that after kill -9 the next start finds its way.
 *
 * @returns `lock` null where a server holds it and that is welcome.
 */
async function startAndHold(
  config: Config,
  secrets: Secrets,
  say: (line: string) => void,
  besideServer: boolean,
) {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (;;) {
    const embedded = await startEmbedded(join(config.dataDir, 'postgres'), secrets.databasePassword, { say })
    const lock = await holdFolder(embedded.adminUrl)
    if (lock === 'gone') continue
    if (lock) return { embedded, lock }
    if (besideServer) return { embedded, lock: null }
    if (Date.now() > giveUpAt)
      throw new StartProblem(
        `Another Mitsprache is running with the data folder ${config.dataDir}. Stop it, or name another folder in DATA_DIR.`,
      )
    await new Promise((done) => setTimeout(done, 250))
  }
}

/** The lock; null when somebody else has it; `gone` when the database was just being stopped under us. */
async function holdFolder(adminUrl: string): Promise<pg.Client | null | 'gone'> {
  const client = new pg.Client({ connectionString: adminUrl, keepAlive: true })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>(
      `select pg_try_advisory_lock(hashtext('mitsprache server')) as held`,
    )
    if (rows[0]!.held) return client
  } catch {
    return 'gone'
  }
  await client.end().catch(() => {})
  return null
}

/** `--fresh`: everything goes, the sample town begins anew. Only where the sample town is asked for. */
async function beginAnew(adminUrl: string, config: Config): Promise<void> {
  if (!config.sampleTown)
    throw new StartProblem('--fresh would empty this database. Set SAMPLE_TOWN=1 if that is what you want.')
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(
      'drop schema if exists pgboss cascade; drop schema public cascade; create schema public',
    )
  } finally {
    await client.end()
  }
  for (const folder of ['files', 'quarantine'])
    rmSync(join(config.dataDir, folder), { recursive: true, force: true })
}
