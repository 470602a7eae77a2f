import { beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUE, classOf, RETENTION } from '../src/platform/database/catalogue.ts'
import { leavingColumns, leavingTables } from '../src/platform/database/catalogue-leaving.ts'
import { DOORS, doorRole, type Door } from '../src/platform/database/doors.ts'
import { endingOrder, readForeignKeys } from '../src/platform/database/endings.ts'
import { useDatabase } from './database.ts'

const test = useDatabase()
const columns = new Map<string, string[]>()
const entries = Object.entries(CATALOGUE)

beforeAll(async () => {
  const { rows } = await test.owner.query<{ table: string; column: string }>(
    `select attrelid::regclass::text as table, attname::text as column from pg_attribute
     where attnum > 0 and not attisdropped and attrelid::regclass::text = any($1) order by attnum`,
    [Object.keys(CATALOGUE)],
  )
  for (const { table, column } of rows) columns.set(table, [...(columns.get(table) ?? []), column])
})

/** Which columns of a table a door reads, as the database has it. */
async function readable(door: Door, table: string): Promise<string[]> {
  const { rows } = await test.owner.query<{ column: string }>(
    `select attname::text as column from pg_attribute where attrelid = $2::regclass and attnum > 0 and not attisdropped
       and has_column_privilege($1, attrelid, attnum, 'select') and has_schema_privilege($1, split_part($3, '.', 1), 'usage')`,
    [doorRole(test.stemUrl, door), table, table.includes('.') ? table : `public.${table}`],
  )
  return rows.map((row) => row.column)
}

describe('the data catalogue', () => {
  it('says who reads what, and the database agrees, column by column', async () => {
    for (const [table, { readers, someColumns }] of entries)
      for (const door of DOORS) {
        const wanted = readers.includes(door) ? columns.get(table)! : (someColumns?.[door] ?? [])
        expect([table, door, (await readable(door, table)).toSorted()]).toEqual([
          table,
          door,
          wanted.toSorted(),
        ])
      }
  })

  it('opens nothing about a person to the public or the worker', () => {
    const open: string[] = []
    for (const [table, { readers, someColumns }] of entries)
      for (const column of columns.get(table)!)
        if (['personal', 'sealed', 'secret'].includes(classOf(table, column)!))
          for (const door of ['public', 'system'] as const)
            if (readers.includes(door) || someColumns?.[door]?.includes(column))
              open.push(`${door} ${table}.${column}`)
    // The worker finds uploads by their end; their secrets are hashes.
    expect(open.filter((one) => !one.startsWith('system upload.'))).toEqual([])
  })

  it('says of every personal and sealed column what becomes of it when its person is erased', () => {
    for (const [table, { erased }] of entries)
      for (const column of columns.get(table)!) {
        if (!['personal', 'sealed'].includes(classOf(table, column)!)) continue
        const told =
          erased?.row === 'always' || { ...erased?.always, ...erased?.inDialogues, ...erased?.kept }[column]
        expect(told, `${table}.${column}`).toBeTruthy()
      }
    for (const [table, { erased }] of entries)
      for (const column of Object.keys({ ...erased?.always, ...erased?.inDialogues, ...erased?.kept }))
        expect(columns.get(table), `${table}.${column}`).toContain(column)
  })

  it('says of every column whether it leaves with its tenant', () => {
    expect(leavingTables().length).toBeGreaterThan(40)
    for (const table of leavingTables()) {
      const { given, opened, withheld } = leavingColumns(table)
      // A column that is new here wants a decision in `catalogue-leaving.ts`.
      expect([table, [...given, ...opened, ...withheld].toSorted()]).toEqual([
        table,
        columns.get(table)!.toSorted(),
      ])
    }
  })

  it('names a clock for everything that ends by itself, and a door that may end it', async () => {
    let timed = 0
    for (const [table, { retention }] of entries) {
      const end = RETENTION[retention]
      if (!end) continue
      timed++
      expect(columns.get(table), table).toContain(end.column)
      const { rows } = await test.owner.query(`select has_table_privilege($1, $2, 'delete') as may`, [
        doorRole(test.stemUrl, end.door),
        table,
      ])
      expect(rows[0].may, table).toBe(true)
    }
    expect(timed).toBeGreaterThan(2)
  })

  it('puts what refers to others before what it refers to', async () => {
    const keys = await readForeignKeys(test.owner)
    const order = endingOrder(keys)
    expect(order).toHaveLength(entries.length)
    for (const { child, parent } of keys)
      if (child !== parent)
        expect(order.indexOf(child), `${child} → ${parent}`).toBeLessThan(order.indexOf(parent))
  })
})
