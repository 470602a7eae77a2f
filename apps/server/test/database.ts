import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { ENTITIES } from '../src/entities.ts'
import { openDatabase, type Database } from '../src/platform/database/database.ts'

export type TestDatabase = { database: Database; owner: pg.Client; stemUrl: string; adminUrl: string }

/** A fresh copy of the migrated template for one test file; gone afterwards. */
export async function copyOfTemplate(): Promise<TestDatabase & { drop: () => Promise<void> }> {
  const template = inject('template')
  const name = `${template.replace('_template', '')}_${randomBytes(4).toString('hex')}`
  const server = new pg.Client({ connectionString: inject('adminUrl') })
  await server.connect()
  // Copying waits for nobody, but two copies at once find the template busy.
  await server.query(`select pg_advisory_lock(hashtext('${template}'))`)
  await server.query(`create database ${name} template ${template}`)
  await server.query(`select pg_advisory_unlock(hashtext('${template}'))`)
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const owner = new pg.Client({ connectionString: at(inject('adminUrl')) })
  await owner.connect()
  const stemUrl = at(inject('stemUrl'))
  await owner.query(`grant connect on database ${name} to public`)
  const database = await openDatabase(stemUrl, ENTITIES)
  return {
    database,
    owner,
    stemUrl,
    adminUrl: at(inject('adminUrl')),
    async drop() {
      await database.close()
      await owner.end()
      await server.query(`drop database ${name} with (force)`)
      await server.end()
    },
  }
}

/** The database of a test file, there before its first test. */
export function useDatabase(): TestDatabase {
  const handle = {} as TestDatabase & { drop: () => Promise<void> }
  beforeAll(async () => {
    Object.assign(handle, await copyOfTemplate())
  })
  afterAll(() => handle.drop?.())
  return handle
}
