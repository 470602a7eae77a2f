import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { MIGRATIONS } from '../src/migrations/index.ts'
import { doorRole, DOORS } from '../src/platform/database/doors.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner of the test server. */
    adminUrl: string
    /** Stem of the door roles in the template database. */
    stemUrl: string
    template: string
  }
}

/**
 * One PostgreSQL for the whole run (embedded, or TEST_DATABASE_ADMIN_URL), one migrated template in it. Each
 * test file takes a copy of the template (`test/database.ts`).
 */
export default async function setup(project: TestProject) {
  const password = randomBytes(12).toString('hex')
  const run = `mt${randomBytes(4).toString('hex')}`
  const template = `${run}_template`
  let adminUrl = process.env.TEST_DATABASE_ADMIN_URL
  let stop = async () => {}
  if (!adminUrl) {
    const folder = mkdtempSync(join(tmpdir(), 'mitsprache-test-'))
    // Run as root, the database belongs to another user, who must be able to enter.
    chmodSync(folder, 0o755)
    // Durability is tested elsewhere; here it would only cost time.
    const embedded = await startEmbedded(join(folder, 'postgres'), password, {
      settings: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'],
    })
    adminUrl = embedded.adminUrl
    stop = async () => {
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const owner = new pg.Client({ connectionString: adminUrl })
  await owner.connect()
  await owner.query(`create database ${template}`)
  const templateUrl = new URL(adminUrl)
  templateUrl.pathname = `/${template}`
  const stemUrl = new URL(templateUrl)
  stemUrl.username = run
  stemUrl.password = password
  await migrate(templateUrl.href, stemUrl.href, MIGRATIONS)
  project.provide('adminUrl', adminUrl)
  project.provide('stemUrl', stemUrl.href)
  project.provide('template', template)

  return async () => {
    const left = await owner.query<{ datname: string }>(
      `select datname from pg_database where datname like '${run}%'`,
    )
    for (const { datname } of left.rows) await owner.query(`drop database "${datname}" with (force)`)
    for (const door of DOORS) await owner.query(`drop role if exists "${doorRole(stemUrl.href, door)}"`)
    await owner.end()
    await stop()
  }
}
