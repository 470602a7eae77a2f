import { beforeAll, describe, expect, it } from 'vitest'
import { scopeStatement } from '../src/platform/database/database.ts'
import { doorRole, type Door } from '../src/platform/database/doors.ts'
import { CATALOGUE } from '../src/platform/database/catalogue.ts'
import { useOffice } from '../src/modules/plans/plan.testing.ts'
import { useDatabase } from './database.ts'
import { fillTenant, type FilledTenant } from './filled-tenant.ts'

// The doors that belong to one tenant at a time; identity and system serve all of them.
const DOORS_OF_ONE: Door[] = ['staff', 'public', 'bearer']

const test = useDatabase()
const office = useOffice(test)
let ours: FilledTenant
let theirs: FilledTenant

beforeAll(async () => {
  ours = await fillTenant(test, office, 'unser', 2)
  theirs = await fillTenant(test, office, 'fremd', 3)
}, 120_000)

/** How many rows a statement touched behind a door, or the code of its refusal; rolled back either way. */
async function touches(door: Door, sql: string, params: unknown[]): Promise<number | string> {
  const client = await test.database.connect(door)
  try {
    await client.query(`begin; ${scopeStatement({ tenantId: ours.id })}`)
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
  const { rows } = await test.owner.query(
    `select column_name::text as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'
     and identity_generation is distinct from 'ALWAYS' and has_column_privilege($2, table_name::text, column_name::text, $3)`,
    [table, doorRole(test.stemUrl, door), act],
  )
  return rows.map((row) => row.name as string)
}

async function tablesOfTenants(): Promise<string[]> {
  const { rows } = await test.owner.query(
    `select table_name::text as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id'`,
  )
  return rows.map((row) => row.name as string).filter((name) => name in CATALOGUE)
}

const DENIED = '42501'

describe('a door with one tenant set', () => {
  it.each(DOORS_OF_ONE)('changes and deletes no row of another tenant: %s', async (door) => {
    let own = 0
    for (const table of await tablesOfTenants()) {
      for (const column of await columnsFor(door, table, 'update')) {
        const sql = `update "${table}" set "${column}" = "${column}" where tenant_id = $1`
        expect([0, DENIED], `${door} update ${table}.${column}`).toContain(
          await touches(door, sql, [theirs.id]),
        )
        if (Number(await touches(door, sql, [ours.id])) > 0) own++
      }
      expect([0, DENIED], `${door} delete ${table}`).toContain(
        await touches(door, `delete from "${table}" where tenant_id = $1`, [theirs.id]),
      )
    }
    // The same statements do reach the tenant's own rows, or nothing was tried.
    if (door === 'staff') expect(own).toBeGreaterThan(20)
  })

  it.each(DOORS_OF_ONE)('puts no row into another tenant: %s', async (door) => {
    let tried = 0
    for (const table of await tablesOfTenants()) {
      const columns = await columnsFor(door, table, 'insert')
      if (!columns.includes('tenant_id')) continue
      const { rows } = await test.owner.query(
        `select to_jsonb(t) as row from "${table}" t where tenant_id = $1 limit 1`,
        [theirs.id],
      )
      if (!rows[0]) continue
      const list = columns.map((column) => `"${column}"`).join(', ')
      const sql = `insert into "${table}" (${list}) select ${list} from jsonb_populate_record(null::"${table}", $1)`
      expect(await touches(door, sql, [rows[0].row]), `${door} insert ${table}`).toBe(DENIED)
      tried++
    }
    if (door === 'staff') expect(tried).toBeGreaterThan(10)
  })
})
