import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { addMany } from '../src/modules/exports/export.testing.ts'
import { aboutAccountEmail } from '../src/modules/identity/residents/resident.rules.ts'
import { makePdf } from '../src/modules/plans/pdf.testing.ts'
import { useOffice } from '../src/modules/plans/plan.testing.ts'
import { exportTenant, type ExportTenantParts } from '../src/modules/tenants/index.ts'
import { openersOf } from '../src/operator-export.ts'
import { classOf } from '../src/platform/database/catalogue.ts'
import { leavingColumns, leavingTables } from '../src/platform/database/catalogue-leaving.ts'
import { rowsOfTenant } from '../src/platform/database/endings.ts'
import { seal } from '../src/platform/seal.ts'
import { useDatabase } from './database.ts'
import { fillTenant, type FilledTenant } from './filled-tenant.ts'
import { linesOf, openArchive, type Opened } from './open-archive.ts'
import { makeProcedure, makeTenant, NOW, SECRETS } from './world.ts'

const test = useDatabase()
const office = useOffice(test)
const folder = mkdtempSync(join(tmpdir(), 'mitsprache-tenant-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const opening = () => ({ ...test, secrets: SECRETS, clock: () => NOW })
const parts = (changes: Partial<ExportTenantParts> = {}): ExportTenantParts => ({
  database: test.database,
  adminUrl: test.adminUrl,
  store: office.files.store,
  clock: () => NOW,
  openers: null,
  ...changes,
})

let ours: FilledTenant
let theirs: FilledTenant
const ACCOUNT_ADDRESS = 'konto@hierbleib.example'

beforeAll(async () => {
  theirs = await fillTenant(test, office, 'nebenan', 3)
  ours = await fillTenant(test, office, 'hierbleib', 5)
  const { rows } = await test.owner.query<{ id: Id }>(
    'select id from resident_account where tenant_id = $1',
    [ours.id],
  )
  await test.owner.query('update resident_account set email_sealed = $2 where id = $1', [
    rows[0]!.id,
    seal(SECRETS.personKey, aboutAccountEmail(rows[0]!.id), ACCOUNT_ADDRESS),
  ])
}, 60_000)

/** What the database has of a row, as PostgreSQL itself writes it. */
async function rowsOf(table: string, tenant: FilledTenant): Promise<Record<string, unknown>[]> {
  const where = rowsOfTenant(table).replace('select person_id from leaving', `'${tenant.viewer.personId}'`)
  const params = where.includes('$1') ? [tenant.id] : []
  // The archive writes moments in UTC, wherever the server stands.
  await test.owner.query("set time zone 'UTC'")
  const { rows } = await test.owner.query<{ row: Record<string, unknown> }>(
    `select to_json(x) as row from ${table} x where ${where}`,
    params,
  )
  return rows.map(({ row }) => row)
}

const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted()

describe('what leaves with a tenant', () => {
  it('never opens something, and what is sealed has somebody who opens it and writes it down', () => {
    for (const table of leavingTables()) {
      const { given, opened } = leavingColumns(table)
      for (const column of [...given, ...opened])
        expect(classOf(table, column), `${table}.${column}`).not.toBe('secret')
      for (const column of given) expect(classOf(table, column), `${table}.${column}`).not.toBe('sealed')
      const opener = openersOf(opening())[table]
      expect(Object.keys(opener?.names ?? {}), table).toEqual(opened)
    }
    expect(() => leavingColumns('person_next_year')).toThrow(/nobody decided/)
  })

  it('is read through no door of the server', async () => {
    for (const door of ['staff', 'bearer', 'identity', 'system'] as const)
      for (const of of ['authors', 'residents'])
        await expect(
          test.database.transaction(door, { tenantId: ours.id }, (tx) =>
            tx.query(`select * from read_${of}_for_tenant_export($1, $2, $3, $4, now())`, [
              ours.id,
              newId(),
              [ours.contributions[0]!.id],
              newId(),
            ]),
          ),
          `${door} ${of}`,
        ).rejects.toThrow(/permission denied/)
  })
})

describe('an export of a tenant', () => {
  let archive: Opened

  beforeAll(async () => {
    const exported = await exportTenant(parts(), ours.slug, folder)
    expect(exported!.path).toBe(join(folder, `${ours.slug}-${NOW.toISOString().slice(0, 10)}.zip`))
    expect(statSync(exported!.path).mode & 0o777).toBe(0o600)
    archive = await openArchive(exported!.path)
  })

  it('holds every row of it as the database has it', async () => {
    for (const table of leavingTables()) {
      const { given } = leavingColumns(table)
      const wanted = (await rowsOf(table, ours)).map((row) =>
        Object.fromEntries(given.map((name) => [name, row[name]])),
      )
      const lines = linesOf(archive, table)
      expect([table, sorted(lines)]).toEqual([table, sorted(wanted)])
      expect(lines.length, table).toBeGreaterThan(0)
    }
  })

  it('says in its manifest what is in it, and the hashes hold', async () => {
    const { manifest } = archive
    const newest = await test.owner.query('select name from migration order by timestamp desc limit 1')
    expect(manifest).toMatchObject({
      format: 'mitsprache-tenant',
      formatVersion: 1,
      schemaVersion: newest.rows[0].name,
      exportedAt: NOW.toISOString(),
      tenant: { id: ours.id, slug: ours.slug },
      withPersonalData: false,
    })
    expect(manifest.tables.map(({ table }) => table)).toEqual(leavingTables())
    for (const { table, file, rows, sha256, sizeBytes, columns, withheld } of manifest.tables) {
      const content = archive.contents.get(file)!
      expect(createHash('sha256').update(content).digest('hex'), table).toBe(sha256)
      expect(content.length, table).toBe(sizeBytes)
      expect(linesOf(archive, table).length, table).toBe(rows)
      expect(Object.keys(linesOf(archive, table)[0]!)).toEqual(columns.map(({ name }) => name))
      const { opened, withheld: never } = leavingColumns(table)
      expect(withheld).toEqual([...never, ...opened])
    }
    const person = manifest.tables.find(({ table }) => table === 'person')!
    expect(person.columns.find(({ name }) => name === 'email')).toEqual({
      name: 'email',
      type: 'text',
      class: 'personal',
    })
    const chain = manifest.tables.find(({ table }) => table === 'event_chain')!
    expect(chain.columns.find(({ name }) => name === 'hash')!.description).toMatch(/^SHA-256 over/)
  })

  it('holds every content of its files under its hash', async () => {
    const { rows } = await test.owner.query<{ hash: string }>(
      `select distinct encode(sha256, 'hex') as hash from file where tenant_id = $1 order by 1`,
      [ours.id],
    )
    const names = [...archive.contents.keys()].filter((name) => name.startsWith('files/'))
    expect(names).toEqual(rows.map(({ hash }) => `files/${hash}`))
    for (const name of names)
      expect(createHash('sha256').update(archive.contents.get(name)!).digest('hex')).toBe(name.slice(6))
    expect(archive.manifest.files.count).toBe(names.length)
    expect([...archive.contents.values()].some((content) => content.equals(makePdf({ pages: 5 })))).toBe(true)
  })

  it('holds nothing of another tenant, in no byte', () => {
    const words = [
      'nebenan',
      theirs.id,
      theirs.viewer.personId,
      theirs.dialogue.id,
      ...theirs.parts,
      ...theirs.contributions.flatMap(({ id, number }) => [id, number]),
    ]
    expect(found(archive, words)).toEqual([])
    expect(found(archive, ['hierbleib', ours.id]).length).toBeGreaterThan(20)
  })

  it('holds no value that opens something, and nobody’s sealed name or address', async () => {
    const values: string[] = []
    for (const table of leavingTables()) {
      const { opened, withheld } = leavingColumns(table)
      for (const row of await rowsOf(table, ours))
        for (const column of [...opened, ...withheld]) {
          // A published name is public; so is what it was copied from.
          if (column === 'author_name' || row[column] === null) continue
          values.push(JSON.stringify(row[column]).replace(/^"(\\\\x)?|"$/g, ''))
        }
    }
    // Test rows of sign-in services carry the mark itself as their session.
    const secrets = values.filter((value) => value.length > 12)
    expect(secrets.length).toBeGreaterThan(30)
    expect(found(archive, secrets)).toEqual([])
    expect(found(archive, ['nora@hierbleib.example', ACCOUNT_ADDRESS])).toEqual([])
  })

  it('is known to the tenant', async () => {
    const { rows } = await test.owner.query(
      `select subject_ids, actor_kind from event where tenant_id = $1 and type like '%TenantExport%'`,
      [ours.id],
    )
    expect(rows).toEqual([{ subject_ids: [archive.manifest.exportId], actor_kind: 'system' }])
  })

  it('takes along the name of somebody who works for another as well, and no way in', async () => {
    await test.owner.query(
      `insert into membership (tenant_id, id, person_id, role) values ($1, $2, $3, 'auditor')`,
      [ours.id, newId(), theirs.viewer.personId],
    )
    const path = join(folder, 'geteilt.zip')
    await exportTenant(parts(), ours.slug, path)
    const shared = await openArchive(path)
    expect(linesOf(shared, 'person').map(({ name }) => name)).toContain('Erika nebenan')
    expect(linesOf(shared, 'session').map(({ person_id }) => person_id)).not.toContain(theirs.viewer.personId)
    await test.owner.query('delete from membership where tenant_id = $1 and person_id = $2', [
      ours.id,
      theirs.viewer.personId,
    ])
  })
})

describe('with personal data', () => {
  it('opens names and addresses, and writes down whose before they leave', async () => {
    const path = join(folder, 'offen.zip')
    const exported = await exportTenant(parts({ openers: openersOf(opening()) }), ours.slug, path)
    const archive = await openArchive(path)
    const authors = linesOf(archive, 'contribution_person')
    expect(authors).toHaveLength(4)
    for (const author of authors)
      expect(author).toEqual({
        tenant_id: ours.id,
        contribution_id: expect.any(String),
        name: 'Nora hierbleib',
        email: 'nora@hierbleib.example',
      })
    expect(linesOf(archive, 'resident_account')[0]).toMatchObject({ email: ACCOUNT_ADDRESS })
    expect(archive.manifest.withPersonalData).toBe(true)
    const described = archive.manifest.tables.find(({ table }) => table === 'contribution_person')!
    expect(described.columns.map(({ name }) => name)).toEqual(Object.keys(authors[0]!))
    expect(described.withheld).toEqual([])

    const { rows } = await test.owner.query<{ type: string; subjects: Id[]; kind: string }>(
      `select type, subject_ids as subjects, actor_kind as kind from event
       where tenant_id = $1 and subject_ids @> array[$2::uuid] order by type`,
      [ours.id, exported!.exportId],
    )
    expect(rows.map(({ type, kind }) => [type, kind])).toEqual([
      ['AuthorsReadForTenantExport', 'system'],
      ['ResidentsReadForTenantExport', 'system'],
      ['TenantExported', 'system'],
    ])
    expect(rows[0]!.subjects).toEqual(expect.arrayContaining(ours.contributions.map(({ id }) => id)))
    expect(rows[1]!.subjects).toContain(linesOf(archive, 'resident_account')[0]!.id)
    expect(found(archive, ['nebenan'])).toEqual([])
  })
})

describe('an export that cannot be whole', () => {
  const own = createHash('sha256')
    .update(makePdf({ pages: 5 }))
    .digest('hex')
  const goesWrong = async (store: ExportTenantParts['store'], signal?: AbortSignal) => {
    const before = readdirSync(folder)
    const path = join(folder, 'kaputt.zip')
    const failed = await exportTenant(parts({ store, signal }), ours.slug, path).catch(
      (cause: Error) => cause,
    )
    expect(readdirSync(folder)).toEqual(before)
    return String((failed as Error).message)
  }
  const insteadOf = (content: () => Promise<Readable | null>): ExportTenantParts['store'] => ({
    get: (sha256) => (sha256.toString('hex') === own ? content() : office.files.store.get(sha256)),
  })

  it('leaves nothing, and says which file is missing, unreadable or changed', async () => {
    const missing = await goesWrong(insteadOf(async () => null))
    expect(missing).toMatch(new RegExp(`hierbleib.pdf” \\(${own}\\) is not in the file store`))
    const down = insteadOf(() => Promise.reject(new Error('connect ECONNREFUSED')))
    expect(await goesWrong(down)).toMatch(/cannot be read from the file store: connect ECONNREFUSED/)
    const brokenOff = async () =>
      Readable.from(
        (function* () {
          yield Buffer.from('%PDF')
          throw new Error('read EIO')
        })(),
      )
    expect(await goesWrong(insteadOf(brokenOff))).toMatch(/cannot be read from the file store: read EIO/)
    const other = async () => Readable.from([Buffer.from('etwas anderes')])
    expect(await goesWrong(insteadOf(other))).toMatch(/was changed in the file store. No export was written/)
  })

  it('leaves nothing when it is interrupted', async () => {
    const stop = new AbortController()
    const slow = insteadOf(async () => {
      stop.abort(new Error('Strg+C'))
      return Readable.from([makePdf({ pages: 5 })])
    })
    expect(await goesWrong(slow, stop.signal)).toMatch(/abort/i)
  })

  it('writes over nothing, and knows no tenant that is not there', async () => {
    const path = join(folder, 'schon-da.zip')
    writeFileSync(path, 'wichtig')
    await expect(exportTenant(parts(), ours.slug, path)).rejects.toThrow(/is there already/)
    expect(statSync(path).size).toBe(7)
    await expect(exportTenant(parts(), ours.slug, join(folder, 'nirgends', 'x.zip'))).rejects.toThrow(
      /is no folder/,
    )
    expect(await exportTenant(parts(), 'nirgends', folder)).toBeNull()
  })
})

it('does not hold a large tenant in memory', async () => {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant)
  // 240 MB of text, and a snapshot of it.
  await addMany(test, tenant, procedure, 30_000, `repeat(md5(i::text), 250)`)
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = used()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, used() - before)), 10)
  try {
    const exported = await exportTenant(parts(), tenant.slug, folder)
    const table = exported!.tables.find((one) => one.table === 'contribution')!
    expect(table).toMatchObject({ rows: 30_000 })
    expect(table.sizeBytes).toBeGreaterThan(240_000_000)
  } finally {
    clearInterval(watch)
  }
  expect(most).toBeLessThan(120_000_000)
}, 120_000)

/** The entries in which one of the words stands, as text or as the bytes of it. */
function found({ contents }: Opened, words: string[]): string[] {
  const forms = words.flatMap((word) => [word, Buffer.from(word).toString('hex')])
  return [...contents]
    .filter(([, content]) => forms.some((form) => content.includes(form)))
    .map(([name]) => name)
}
