import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { ENTITIES } from '../src/entities.ts'
import { decideVisibility } from '../src/modules/moderation/index.ts'
import { submitContribution, type Receipt } from '../src/modules/contributions/index.ts'
import { CATALOGUE, classOf, WITHOUT_TENANT } from '../src/platform/database/catalogue.ts'
import { scopeStatement, type Scope } from '../src/platform/database/database.ts'
import { DOORS, doorRole, type Door } from '../src/platform/database/doors.ts'
import { findSafetyProblems } from '../src/platform/database/guard.ts'
import { allReads } from '../src/platform/database/read.ts'
import { useDatabase } from './database.ts'
import { draftFor, makeCtx, makeProcedure, makeStaff, makeTenant, type TestTenant } from './world.ts'

// Reads register when their module loads: all of them must stand trial.
const source = new URL('../src/', import.meta.url)
for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.queries.ts') || file.endsWith('round.ts')) await import(join(source.pathname, file))

const test = useDatabase()
const ours = {} as {
  tenant: TestTenant
  procedureId: Id
  receipt: Receipt
  publishedId: Id
  hiddenIds: Id[]
  marks: string[]
}
const theirs = {} as typeof ours

async function fill(world: typeof ours, mark: string) {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant)
  await makeProcedure(test.database, tenant, { published: false })
  const staff = makeCtx(test.database, await makeStaff(test.database, tenant, ['moderator', 'planner']))
  const submit = async (text: string, changes = {}) =>
    (await submitContribution(makeCtx(test.database), draftFor(procedure, { text, ...changes }))) as Receipt
  const receipt = await submit(`${mark} wartet`, { person: { name: `${mark} Person`, email: 'a@b.example' } })
  const open = await submit(`${mark} oeffentlich`, {
    place: { kind: 'point', geometry: { type: 'Point', coordinates: [12.905, 50.825] } },
  })
  const gone = await submit(`${mark} zurueckgehalten`)
  const planners = await submit(`${mark} nur Planung`, { audience: 'plannersOnly' })
  const idOf = async (number: string) =>
    (await test.owner.query('select id from contribution where number = $1', [number])).rows[0].id as Id
  await decideVisibility(staff, tenant.slug, {
    contributionId: await idOf(open.number),
    version: 1,
    decision: 'publish',
  })
  await decideVisibility(staff, tenant.slug, {
    contributionId: await idOf(gone.number),
    version: 1,
    decision: 'withhold',
    reason: 'other',
  })
  Object.assign(world, {
    tenant,
    procedureId: procedure.id,
    receipt,
    publishedId: await idOf(open.number),
    hiddenIds: [await idOf(receipt.number), await idOf(gone.number), await idOf(planners.number)],
    marks: [`${mark} wartet`, `${mark} zurueckgehalten`, `${mark} nur Planung`, `${mark} Person`],
  })
}

beforeAll(async () => {
  await fill(ours, 'UNSER')
  await fill(theirs, 'FREMDES')
})

/** Runs something behind a door as the server does, and rolls back. */
async function behind<T>(door: Door, scope: Scope, sql: string, params: unknown[] = []): Promise<T[]> {
  const client = await test.database.connect(door)
  try {
    await client.query(`begin; ${scopeStatement(scope)}`)
    return (await client.query(sql, params)).rows as T[]
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** People and their sessions belong to no tenant. */
const TO_PEOPLE = [
  'membership_person_fk',
  'sign_on_identity_person_fk',
  'sign_on_session_session_fk',
  'staff_organisation_person_fk',
]

const tables = () => Object.keys(CATALOGUE)
const mayRead = async (door: Door, table: string) =>
  (
    await test.owner.query(`select has_any_column_privilege($1, $2, 'select') as may`, [
      doorRole(test.stemUrl, door),
      table,
    ])
  ).rows[0].may as boolean

/** Values that fit a statement's parameters, so that every read can run with its conditions made void. */
async function paramsFor(text: string, door: Door, tenantId: Id): Promise<unknown[]> {
  const client = await test.database.connect(door)
  try {
    const name = `p${newId().replaceAll('-', '')}`
    await client.query(`prepare ${name} as ${text}`)
    const { rows } = await client.query(
      'select parameter_types::text[] as types from pg_prepared_statements where name = $1',
      [name],
    )
    await client.query(`deallocate ${name}`)
    return (rows[0].types as string[]).map((type, i) => {
      if (i === 0 && type === 'uuid') return tenantId
      if (type === 'integer' || type === 'bigint' || type === 'smallint') return 100
      if (type === 'text') return i === 2 ? 'all' : null
      if (type.startsWith('timestamp')) return i === 1 ? new Date() : null
      if (type === 'bigint[]') return ['0']
      return null
    })
  } finally {
    client.release()
  }
}

describe('each door, with every condition of the application taken out', () => {
  it('knows every read of the server', () => {
    expect(allReads().length).toBeGreaterThan(20)
    expect(new Set(allReads().map((read) => read.door))).toEqual(
      new Set(['public', 'staff', 'bearer', 'identity']),
    )
  })

  it('shows the staff of one tenant nothing of another, table by table', async () => {
    for (const table of tables()) {
      if (!(await mayRead('staff', table)) || table === 'tenant') continue
      const columns = (
        await test.owner.query(
          `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1
           and has_column_privilege($2, table_name::text, column_name::text, 'select')`,
          [table, doorRole(test.stemUrl, 'staff')],
        )
      ).rows.map((row) => row.column_name as string)
      const rows = await behind<object>(
        'staff',
        { tenantId: ours.tenant.id },
        `select ${columns.join(', ')} from ${table}`,
      )
      const said = JSON.stringify(rows)
      expect(said, table).not.toContain(theirs.tenant.id)
      expect(said, table).not.toContain('FREMDES')
      expect(await behind('staff', {}, `select 1 from ${table}`), `${table} without a tenant`).toEqual([])
    }
  })

  it('runs every staff read and still sees one tenant only', async () => {
    let seen = 0
    for (const read of allReads().filter((one) => one.door === 'staff')) {
      const params = await paramsFor(read.unconditional, 'staff', theirs.tenant.id)
      const rows = await behind<object>('staff', { tenantId: ours.tenant.id }, read.unconditional, params)
      expect(JSON.stringify(rows), read.name).not.toMatch(new RegExp(`FREMDES|${theirs.tenant.id}`))
      seen += rows.length
    }
    // Otherwise nothing was tried.
    expect(seen).toBeGreaterThan(3)
  })

  it('shows the public nothing unpublished, table by table and read by read', async () => {
    const forbidden = [...ours.marks, ...theirs.marks, ...ours.hiddenIds, ...theirs.hiddenIds]
    for (const table of tables()) {
      if (!(await mayRead('public', table))) continue
      expect(
        table === 'tenant' ||
          table.startsWith('published_') ||
          // Layers have a policy of their own for this door: published ones only.
          ['received_count', 'map_cell', 'map_layer'].includes(table),
        table,
      ).toBe(true)
      const said = JSON.stringify(await behind('public', {}, `select * from ${table}`))
      for (const word of forbidden) expect(said, table).not.toContain(word)
    }
    let seen = 0
    for (const read of allReads().filter((one) => one.door === 'public')) {
      const rows = await behind<object>(
        'public',
        {},
        read.unconditional,
        await paramsFor(read.unconditional, 'public', ours.procedureId),
      )
      const said = JSON.stringify(rows)
      for (const word of forbidden) expect(said, read.name).not.toContain(word)
      seen += rows.length
    }
    expect(seen).toBeGreaterThan(5)
  })

  it('lets only columns of class public through the public door', async () => {
    const { rows } = await test.owner.query(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and has_column_privilege($1, table_name::text, column_name::text, 'select')`,
      [doorRole(test.stemUrl, 'public')],
    )
    expect(rows.length).toBeGreaterThan(50)
    for (const { table_name, column_name } of rows)
      expect([table_name, column_name, classOf(table_name, column_name)]).toEqual([
        table_name,
        column_name,
        'public',
      ])
  })

  it('opens one item to the bearer of its secret, and none without', async () => {
    const { createHash } = await import('node:crypto')
    const bearerHash = createHash('sha256').update(ours.receipt.secret).digest()
    for (const table of ['contribution', 'contribution_case', 'contribution_person']) {
      expect(await behind('bearer', { bearerHash }, `select 1 from ${table}`), table).toHaveLength(1)
      expect(await behind('bearer', {}, `select 1 from ${table}`), table).toEqual([])
    }
    for (const read of allReads().filter((one) => one.door === 'bearer')) {
      const params = await paramsFor(read.unconditional, 'bearer', theirs.tenant.id)
      const rows = await behind<object>('bearer', { bearerHash }, read.unconditional, params)
      expect(rows.length, read.name).toBeLessThanOrEqual(1)
      expect(JSON.stringify(rows), read.name).not.toContain('FREMDES')
    }
  })

  it('keeps people to the identity door', async () => {
    for (const door of ['public', 'bearer', 'system'] as const)
      for (const table of ['person', 'session', 'membership'])
        expect(await mayRead(door, table), `${door} ${table}`).toBe(false)
    await expect(behind('staff', { tenantId: ours.tenant.id }, 'select email from person')).rejects.toThrow(
      /permission denied/,
    )
    await expect(behind('identity', {}, 'select 1 from contribution')).rejects.toThrow(/permission denied/)
  })

  it('cannot be walked round by another role', async () => {
    expect(await findSafetyProblems(test.database, test.stemUrl)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ always: true })]),
    )
    for (const door of DOORS)
      for (const other of DOORS.filter((one) => one !== door))
        await expect(behind(door, {}, `set role "${doorRole(test.stemUrl, other)}"`)).rejects.toThrow(
          /permission denied/,
        )
  })

  it('is found out when a role could bypass it', async () => {
    const role = doorRole(test.stemUrl, 'public')
    await test.owner.query(`alter role "${role}" bypassrls`)
    try {
      expect(await findSafetyProblems(test.database, test.stemUrl)).toContainEqual({
        text: `the role ${role} bypasses row-level security; a door must not.`,
        always: true,
      })
    } finally {
      await test.owner.query(`alter role "${role}" nobypassrls`)
    }
  })
})

describe('the schema', () => {
  it('has every table and nothing else in the data catalogue', async () => {
    const { rows } = await test.owner.query(
      `select oid::regclass::text as table_name from pg_class
       where relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) and relkind in ('r', 'p', 'v', 'm', 'f') and not relispartition`,
    )
    expect(rows.map((row) => row.table_name).sort()).toEqual(tables().sort())
    for (const [table, { columns }] of Object.entries(CATALOGUE))
      for (const column of Object.keys(columns ?? {})) {
        const there = await test.owner.query(
          `select from pg_attribute where attrelid = $1::regclass and attname = $2`,
          [table, column],
        )
        expect(there.rowCount, `${table}.${column}`).toBe(1)
      }
  })

  it('begins every key with the tenant', async () => {
    const { rows } = await test.owner.query(
      `select c.conrelid::regclass::text as table, c.conname, a.attname as first
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f')`,
    )
    expect(rows.length).toBeGreaterThan(40)
    for (const { table, conname, first } of rows)
      if (!(table in WITHOUT_TENANT) && !TO_PEOPLE.includes(conname))
        expect([conname, first]).toEqual([conname, 'tenant_id'])
  })

  it('is guarded by row-level security wherever there is a tenant', async () => {
    const { rows } = await test.owner.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
    )
    expect(rows.map((row) => row.relname).sort()).toEqual([
      'event_cursor',
      'migration',
      'rate_limit',
      'session',
      'sign_in_attempt',
    ])
  })

  it('is what the entities say: no column missing, none of another type', async () => {
    const types: Record<string, string> = { 'timestamp with time zone': 'timestamptz' }
    const typeOf = (row: Record<string, string>) =>
      row.data_type === 'ARRAY' ? `${row.udt_name!.slice(1)}[]` : (types[row.data_type!] ?? row.data_type)
    for (const metadata of test.database.sources.staff.entityMetadatas) {
      const { rows } = await test.owner.query(
        `select column_name, data_type, udt_name, is_nullable from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [metadata.tableName],
      )
      const there = new Map(rows.map((row) => [row.column_name, [typeOf(row), row.is_nullable === 'YES']]))
      for (const column of metadata.columns) {
        const type = `${String(column.type)}${column.isArray ? '[]' : ''}`
        expect([metadata.tableName, column.databaseName, ...(there.get(column.databaseName) ?? [])]).toEqual([
          metadata.tableName,
          column.databaseName,
          type,
          column.isNullable,
        ])
      }
    }
    expect(ENTITIES.length).toBeGreaterThan(10)
  })
})
