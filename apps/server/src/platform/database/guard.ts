import pg from 'pg'
import { StartProblem } from '../start-problem.ts'
import { doorRole, DOORS } from './doors.ts'
import type { Database } from './database.ts'

export const OLDEST_POSTGRES = 150_000

/** @throws StartProblem for a server older than PostgreSQL 15, before anything is created in it. */
export async function demandVersion(url: string, oldest = OLDEST_POSTGRES): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
  } catch (cause) {
    const { host, pathname } = new URL(url)
    throw new StartProblem(
      `The database at ${host}${pathname} cannot be reached: ${(cause as Error).message}`,
    )
  }
  try {
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
    )
    if (Number(rows[0]!.server_version_num) < oldest)
      throw new StartProblem(`This is PostgreSQL ${rows[0]!.server_version}; Mitsprache needs 15 or newer.`)
  } finally {
    await client.end()
  }
}

/**
 * Refuses a database that could lose what was acknowledged, and roles that could walk round their door.
 *
 * @source measured: kill -9 with `synchronous_commit = off` loses acknowledged rows; with `on` none.
 */
export async function demandSafety(database: Database, stemUrl: string, production: boolean): Promise<void> {
  const problems = await findSafetyProblems(database, stemUrl)
  const fatal = problems.filter((problem) => production || problem.always)
  if (fatal.length)
    throw new StartProblem(`The database is not safe to use:\n${fatal.map((p) => `- ${p.text}`).join('\n')}`)
}

export async function findSafetyProblems(database: Database, stemUrl: string) {
  const client = await database.connect('system')
  try {
    const problems: { text: string; always: boolean }[] = []
    const settings = await client.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
    )
    for (const { name } of settings.rows)
      problems.push({
        text: `${name} is off: acknowledged contributions could be lost. Set ${name} = on.`,
        always: false,
      })
    const roles = DOORS.map((door) => doorRole(stemUrl, door))
    const unsafe = await client.query<{ rolname: string; why: string }>(
      `select r.rolname,
              case when r.rolsuper then 'is a superuser'
                   when r.rolbypassrls then 'bypasses row-level security'
                   when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname in ('public', 'pgboss') and c.relowner = r.oid) then 'owns tables'
                   else 'may become ' || (select string_agg(o.rolname, ', ') from pg_auth_members m
                                          join pg_roles o on o.oid = m.roleid where m.member = r.oid) end as why
       from pg_roles r
       where r.rolname = any($1)
         and (r.rolsuper or r.rolbypassrls
              or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname in ('public', 'pgboss') and c.relowner = r.oid)
              or exists (select from pg_auth_members m where m.member = r.oid))`,
      [roles],
    )
    for (const { rolname, why } of unsafe.rows)
      problems.push({ text: `the role ${rolname} ${why}; a door must not.`, always: true })
    return problems
  } finally {
    client.release()
  }
}
