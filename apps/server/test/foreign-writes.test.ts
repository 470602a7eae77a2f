import { beforeAll, describe, expect, it } from 'vitest'
import type { Id } from '@mitsprache/terms'
import { scopeStatement, type Scope } from '../src/platform/database/database.ts'
import { doorRole, type Door } from '../src/platform/database/doors.ts'
import { CATALOGUE } from '../src/platform/database/catalogue.ts'
import { useOffice } from '../src/modules/plans/plan.testing.ts'
import { useDatabase } from './database.ts'
import { fillTenant, type FilledTenant } from './filled-tenant.ts'

/** Who stands at a door: by name, and what the door is told of them. */
type AtDoor = [who: string, door: Door, scope: () => Scope]

const test = useDatabase()
const office = useOffice(test)
let ours: FilledTenant
let theirs: FilledTenant
const tables: string[] = []
/** Secrets as the database knows them, and accounts of residents: of us and of them. */
const held = {} as Record<'ours' | 'theirs', Record<'receipt' | 'upload' | 'draft', Buffer> & { account: Id }>

beforeAll(async () => {
  ours = await fillTenant(test, office, 'unser', 2)
  theirs = await fillTenant(test, office, 'fremd', 3)
  const named = await test.owner.query<{ name: string }>(
    `select table_name::text as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
  )
  tables.push(...named.rows.map(({ name }) => name))
  for (const [whose, { id }] of [['ours', ours] as const, ['theirs', theirs] as const]) {
    const one = async (column: string, from: string) => {
      const { rows } = await test.owner.query<{ value: Buffer }>(
        `select ${column} as value from ${from} where tenant_id = $1 and ${column} is not null limit 1`,
        [id],
      )
      return rows[0]!.value
    }
    held[whose] = {
      receipt: await one('bearer_hash', 'contribution'),
      upload: await one('secret_hash', 'upload'),
      draft: await one('draft_hash', 'upload'),
      account: (await one('id', 'resident_account')) as unknown as Id,
    }
  }
}, 120_000)

const bearerOf = (whose: 'ours' | 'theirs'): AtDoor[] => [
  ...(['receipt', 'upload', 'draft'] as const).map((kind): AtDoor => [
    `the bearer of ${whose}, by the secret of the ${kind}`,
    'bearer',
    () => ({ tenantId: ours.id, bearerHash: held[whose][kind] }),
  ]),
  [
    `the bearer of ${whose}, by an account`,
    'bearer',
    () => ({ tenantId: ours.id, residentId: held[whose].account }),
  ],
]
/** The doors that belong to one tenant at a time, with everything of ours that opens them. */
const OF_ONE: AtDoor[] = [
  ['staff', 'staff', () => ({ tenantId: ours.id })],
  ['the public', 'public', () => ({ tenantId: ours.id })],
  ['a bearer of nothing', 'bearer', () => ({ tenantId: ours.id })],
  ...bearerOf('ours'),
]
/** They serve all tenants, and are told none. */
const OF_ALL: AtDoor[] = [
  ['identity', 'identity', () => ({})],
  ['system', 'system', () => ({})],
]

/** How many rows a statement touched behind a door, or the code of its refusal; rolled back either way. */
async function touches(door: Door, scope: Scope, sql: string, params: unknown[]): Promise<number | string> {
  const client = await test.database.connect(door)
  try {
    await client.query(`begin; ${scopeStatement(scope)}`)
    return (await client.query(sql, params)).rowCount ?? 0
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The columns of a table of tenants that a door may use for an act; none where it may not. */
async function columnsFor(door: Door, table: string, act: 'insert' | 'update'): Promise<string[]> {
  const { rows } = await test.owner.query<{ name: string }>(
    `select column_name::text as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'
     and identity_generation is distinct from 'ALWAYS' and has_column_privilege($2, table_name::text, column_name::text, $3)`,
    [table, doorRole(test.stemUrl, door), act],
  )
  return rows.map(({ name }) => name)
}

async function mayDelete(door: Door, table: string): Promise<boolean> {
  const { rows } = await test.owner.query<{ may: boolean }>(
    `select has_table_privilege($1, $2, 'delete') as may`,
    [doorRole(test.stemUrl, door), table],
  )
  return rows[0]!.may
}

const DENIED = '42501'
/** What is only ever added to is not changed by anybody. */
const APPEND_ONLY = '23001'

it('has something to try in every table of tenants', async () => {
  expect(tables.length).toBeGreaterThan(40)
  expect(tables.filter((name) => !(name in CATALOGUE))).toEqual([])
  const empty: string[] = []
  for (const table of tables)
    for (const { id, slug } of [ours, theirs]) {
      const { rowCount } = await test.owner.query(`select from "${table}" where tenant_id = $1 limit 1`, [id])
      if (!rowCount) empty.push(`${table} of ${slug}`)
    }
  // A table that is new here wants a row in `fillTenant`.
  expect(empty).toEqual([])
})

describe('a door of one tenant', () => {
  it.each(OF_ONE)('changes and deletes no row of another tenant: %s', async (who, door, scope) => {
    let own = 0
    for (const table of tables) {
      for (const column of await columnsFor(door, table, 'update')) {
        const sql = `update "${table}" set "${column}" = "${column}" where tenant_id = $1`
        expect([0, DENIED], `${who} update ${table}.${column}`).toContain(
          await touches(door, scope(), sql, [theirs.id]),
        )
        if (Number(await touches(door, scope(), sql, [ours.id])) > 0) own++
      }
      expect([0, DENIED], `${who} delete ${table}`).toContain(
        await touches(door, scope(), `delete from "${table}" where tenant_id = $1`, [theirs.id]),
      )
    }
    const named = 'update tenant set name = name where id = $1'
    expect([0, DENIED], `${who} update tenant`).toContain(await touches(door, scope(), named, [theirs.id]))
    // The same statements do reach the tenant's own rows, or nothing was tried.
    if (door === 'staff') expect(own).toBeGreaterThan(20)
    if (/upload|draft/.test(who)) expect(own).toBeGreaterThan(2)
  })

  it.each(OF_ONE)('puts no row into another tenant: %s', async (who, door, scope) => {
    let tried = 0
    for (const table of tables) {
      const columns = await columnsFor(door, table, 'insert')
      if (!columns.includes('tenant_id')) continue
      const { rows } = await test.owner.query<{ row: object }>(
        `select to_jsonb(t) as row from "${table}" t where tenant_id = $1 limit 1`,
        [theirs.id],
      )
      const list = columns.map((column) => `"${column}"`).join(', ')
      const sql = `insert into "${table}" (${list}) select ${list} from jsonb_populate_record(null::"${table}", $1)`
      expect(await touches(door, scope(), sql, [rows[0]!.row]), `${who} insert ${table}`).toBe(DENIED)
      tried++
    }
    if (door === 'staff') expect(tried).toBeGreaterThan(10)
    if (door === 'bearer') expect(tried).toBeGreaterThan(2)
  })

  it.each(OF_ONE)('moves no row of its own into another tenant: %s', async (who, door, scope) => {
    let tried = 0
    for (const table of tables) {
      if (!(await columnsFor(door, table, 'update')).includes('tenant_id')) continue
      const sql = `update "${table}" set tenant_id = $1 where tenant_id = $2`
      const touched = await touches(door, scope(), sql, [theirs.id, ours.id])
      expect([0, DENIED, APPEND_ONLY], `${who} moves ${table}`).toContain(touched)
      if (touched !== 0) tried++
    }
    if (door === 'staff') expect(tried).toBeGreaterThan(10)
    if (/upload|draft/.test(who)) expect(tried).toBeGreaterThan(0)
  })
})

describe('who holds a secret of another tenant', () => {
  it.each(bearerOf('theirs'))('reaches what it opens and nothing beside it: %s', async (who, door, scope) => {
    for (const table of tables) {
      const params = [theirs.id]
      for (const column of await columnsFor(door, table, 'update')) {
        const sql = `update "${table}" set "${column}" = "${column}" where tenant_id = $1`
        // One file that is on its way, which is theirs who hold its secret.
        expect([0, 1, DENIED], `${who} update ${table}.${column}`).toContain(
          await touches(door, scope(), sql, params),
        )
      }
      const taken = `update "${table}" set tenant_id = $2 where tenant_id = $1`
      expect([0, DENIED], `${who} takes ${table}`).toContain(
        await touches(door, scope(), taken, [theirs.id, ours.id]),
      )
      if (await mayDelete(door, table)) {
        const gone = await touches(door, scope(), `delete from "${table}" where tenant_id = $1`, params)
        expect(gone, `${who} delete ${table}`).toBe(0)
      }
    }
  })
})

/**
 * What the doors that serve all tenants write; nothing of a procedure, a plan or a contribution is among it. Whoever
 * grants them more says so here.
 */
const WRITES: Record<'identity' | 'system', string[]> = {
  identity: [
    'event: insert',
    'invitation: insert, update, delete',
    'invitation_procedure: insert, delete',
    'mail_suppression: insert, delete',
    'mail_to_unconfirmed: insert, delete',
    'membership: insert, update, delete',
    'organisation: insert, update, delete',
    'resident_account: insert, update, delete',
    'resident_address_change: insert, update, delete',
    'resident_link: insert, update, delete',
    'resident_session: insert, update, delete',
    'sign_on_identity: insert, update, delete',
    'sign_on_provider: insert, update, delete',
    'sign_on_session: insert, update, delete',
    'staff_organisation: insert, update, delete',
  ],
  system: [
    'event: insert',
    'event_chain: insert',
    'file: delete',
    'message: insert, update, delete',
    'tenant_key: insert, update, delete',
    'upload: delete',
  ],
}

describe('a door of all tenants', () => {
  it.each(OF_ALL)('moves no row from one tenant to another: %s', async (who, door, scope) => {
    let tried = 0
    for (const table of tables) {
      if (!(await columnsFor(door, table, 'update')).includes('tenant_id')) continue
      const sql = `update "${table}" set tenant_id = $1 where tenant_id = $2`
      expect([DENIED, APPEND_ONLY], `${who} moves ${table}`).toContain(
        await touches(door, scope(), sql, [theirs.id, ours.id]),
      )
      tried++
    }
    // The worker may name the tenant of no row it changes.
    if (door === 'identity') expect(tried).toBeGreaterThan(5)
  })

  it.each(['identity', 'system'] as const)('writes what is listed here: %s', async (door) => {
    const written: string[] = []
    for (const table of tables) {
      const acts = [
        (await columnsFor(door, table, 'insert')).length && 'insert',
        (await columnsFor(door, table, 'update')).length && 'update',
        (await mayDelete(door, table)) && 'delete',
      ].filter(Boolean)
      if (acts.length) written.push(`${table}: ${acts.join(', ')}`)
    }
    expect(written).toEqual(WRITES[door])
  })
})
