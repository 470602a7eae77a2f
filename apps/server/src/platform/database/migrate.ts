import pg from 'pg'
import { DataSource } from 'typeorm'
import { StartProblem } from '../start-problem.ts'
import { installEndings } from './endings.ts'
import { doorPassword, doorRole, DOORS } from './doors.ts'

type MigrationClass = new () => { up: (...args: never[]) => Promise<unknown>; name?: string }

/**
 * Makes the door roles and brings the schema up to date, as its owner. Two servers starting together wait
 * for one another.
 */
export async function migrate(
  adminUrl: string,
  stemUrl: string,
  migrations: MigrationClass[],
): Promise<void> {
  const lock = new pg.Client({ connectionString: adminUrl })
  await lock.connect()
  try {
    await lock.query(`select pg_advisory_lock(hashtext('mitsprache migrations'))`)
    await makeRoles(lock, stemUrl)
    const source = new DataSource({
      type: 'postgres',
      url: adminUrl,
      migrations: migrations as never,
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
      installExtensions: false,
      uuidExtension: 'pgcrypto',
      // Migrations name the roles they grant to.
      extra: { options: `-c mitsprache.stem=${decodeURIComponent(new URL(stemUrl).username)}`, max: 1 },
    })
    await source.initialize()
    try {
      await source.runMigrations()
    } finally {
      await source.destroy()
    }
    await installEndings(lock, stemUrl)
  } finally {
    await lock.end()
  }
}

async function makeRoles(client: pg.Client, stemUrl: string): Promise<void> {
  const database = client.escapeIdentifier(decodeURIComponent(new URL(stemUrl).pathname.slice(1)))
  for (const door of DOORS) {
    const role = doorRole(stemUrl, door)
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    const verb = rowCount ? 'alter' : 'create'
    await client.query(
      `${verb} role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(doorPassword(stemUrl, door))}`,
    )
    await client.query(`grant connect on database ${database} to ${client.escapeIdentifier(role)}`)
  }
  await client.query(`revoke all on database ${database} from public`)
}

/** @throws StartProblem when the schema is older or newer than this server. */
export async function demandSchema(
  read: () => Promise<string[]>,
  migrations: MigrationClass[],
): Promise<void> {
  const wanted = migrations.map((migration) => migration.name)
  let there: string[]
  try {
    there = await read()
  } catch {
    there = []
  }
  const missing = wanted.filter((name) => !there.includes(name))
  if (missing.length)
    throw new StartProblem(
      'The database is not prepared for this version. Start once with DATABASE_ADMIN_URL, the URL of its owner.',
    )
}
