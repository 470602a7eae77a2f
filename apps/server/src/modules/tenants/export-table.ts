import type { Id } from '@mitsprache/terms'
import type pg from 'pg'
import QueryStream from 'pg-query-stream'
import { classOf, type DataClass } from '../../platform/database/catalogue.ts'
import { leavingColumns, leavingRows } from '../../platform/database/catalogue-leaving.ts'
import { PEOPLE_LEAVING } from '../../platform/database/endings.ts'
import type { Archive } from '../../platform/files/write-archive.ts'

/** Opens what is sealed in the rows of one table. */
export type Opener = {
  /** The column that names a row. */
  key: string
  /** Under which names opened values leave, by column. */
  names: Record<string, string>
  /** @returns opened values under these names, by row; what was erased meanwhile is missing. */
  open: (tenantId: Id, exportId: Id, ids: Id[]) => Promise<Map<Id, Record<string, string | null>>>
}

type Column = { name: string; type: string; class: DataClass; description?: string }

/** A table in the manifest. */
export type ExportedTable = {
  table: string
  description?: string
  /** In the archive: one row a line, as JSON. */
  file: string
  rows: number
  sizeBytes: number
  /** Hex, of the file. */
  sha256: string
  columns: Column[]
  /** Columns that stayed in the house. */
  withheld: string[]
}

type Job = { tenantId: Id; exportId: Id; table: string; opener: Opener | undefined }
type Row = { line: string; key: Id | null }

/** Rows in one piece, and in one event of what was read. */
const PAGE = 200
/** A piece goes when it is so long: some rows hold whole plans. */
const PIECE_LENGTH = 256 * 1024
/** Rows that the database sends at a time. */
const AT_ONCE = 20

/** Writes the tenant's rows of one table as they come. @returns its place in the manifest. */
export async function writeTable(client: pg.Client, archive: Archive, job: Job): Promise<ExportedTable> {
  const { table, opener } = job
  const { given, opened, withheld } = leavingColumns(table)
  const facts = await factsOf(client, table)
  let rows = 0
  async function* pieces() {
    for await (const page of pagesOf(client, job, given)) {
      rows += page.length
      yield Buffer.from(await textOf(page, job))
    }
  }
  const file = `tables/${table}.ndjson`
  const added = await archive.add(file, pieces())
  const column = (name: string): Column => ({
    name,
    type: facts.types[name]!,
    class: classOf(table, name)!,
    description: facts.descriptions[name] ?? undefined,
  })
  return {
    table,
    description: facts.description ?? undefined,
    file,
    rows,
    ...added,
    columns: [
      ...given.map(column),
      ...(opener
        ? opened.map((sealed) => ({ ...column(sealed), name: opener.names[sealed]!, type: 'text' }))
        : []),
    ],
    withheld: opener ? withheld : [...withheld, ...opened],
  }
}

async function* pagesOf(client: pg.Client, job: Job, given: string[]): AsyncGenerator<Row[]> {
  const columns = given.map((name) => `x.${client.escapeIdentifier(name)}`).join(', ')
  const key = job.opener ? `x.${client.escapeIdentifier(job.opener.key)}` : 'null'
  // The database writes the values: to the microsecond, and as exact as it keeps them.
  const sql = `with leaving as (${PEOPLE_LEAVING})
    select (select to_json(r)::text from (select ${columns}) r) as line, ${key} as key
    from ${job.table} x where ${leavingRows(job.table)}`
  const found: AsyncIterable<Row> = client.query(
    new QueryStream(sql, [job.tenantId], { batchSize: AT_ONCE, highWaterMark: AT_ONCE }),
  )
  let page: Row[] = []
  let length = 0
  for await (const row of found) {
    page.push(row)
    length += row.line.length
    if (page.length < PAGE && length < PIECE_LENGTH) continue
    yield page
    page = []
    length = 0
  }
  if (page.length) yield page
}

/** One row a line; what is opened is written down before the line is made. */
async function textOf(page: Row[], { tenantId, exportId, opener }: Job): Promise<string> {
  if (!opener) return page.map(({ line }) => `${line}\n`).join('')
  const opened = await opener.open(
    tenantId,
    exportId,
    page.map(({ key }) => key!),
  )
  const none = Object.fromEntries(Object.values(opener.names).map((name) => [name, null]))
  return page
    .map(({ line, key }) => `${line.slice(0, -1)},${JSON.stringify(opened.get(key!) ?? none).slice(1)}\n`)
    .join('')
}

type Facts = {
  description: string | null
  types: Record<string, string>
  descriptions: Record<string, string | null>
}

/** What the database says of a table and its columns. */
async function factsOf(client: pg.Client, table: string): Promise<Facts> {
  const { rows } = await client.query<Facts>(
    `select obj_description($1::regclass, 'pg_class') as description,
       jsonb_object_agg(attname, format_type(atttypid, atttypmod)) as types,
       jsonb_object_agg(attname, col_description(attrelid, attnum)) as descriptions
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  )
  return rows[0]!
}
