import type { ExportFormat, Id } from '@mitsprache/terms'
import { scopeStatement } from '../../platform/database/database.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Vault } from '../../platform/tenant-keys/index.ts'
import { askForAuthors, openAuthors, type Author } from '../contributions/index.ts'
import { csvHead, csvRow } from './csv.rules.ts'
import type { Exported } from './export-fields.ts'
import { EXPORT_PAGE, exportPage, type ExportedView } from './export.queries.ts'
import { geoJsonFeature, geoJsonHead, geoJsonTail, noBounds } from './geojson.rules.ts'

export type ExportJob = {
  /** Of the export that was asked for. */
  id: Id
  tenantId: Id
  procedureId: Id
  format: ExportFormat
  /** Who takes it. */
  readerId: Id
}

type Page = { rows: ExportedView[]; authors: Map<Id, Author> }

/**
 * Read only and alone in its snapshot it disturbs nobody, so it may take as long as the line is slow. Without
 * hash and merge joins: they would read whole tables for every page, and the last row would cost the square of
 * the first.
 */
export const SETTINGS = [
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  'enable_hashjoin = off',
  'enable_mergejoin = off',
]
  .map((setting) => `set local ${setting}`)
  .join('; ')

/**
 * All contributions of a procedure as text, page by page, from one snapshot: what arrives while somebody
 * downloads is in the next export, whole, and not in half of this one.
 *
 * It asks for the next page only when the last one is taken, so memory does not grow with the number of rows.
 * However it ends, its connection is given back.
 */
export async function* buildExport(parts: Vault & { clock: Clock }, job: ExportJob): AsyncGenerator<string> {
  const client = await parts.database.connect('staff')
  let coming: Promise<Page> | undefined
  let broken = true
  try {
    await client.query(
      `begin isolation level repeatable read read only; ${SETTINGS}; ${scopeStatement({ tenantId: job.tenantId })}`,
    )
    broken = false
    const page = async (last?: ExportedView): Promise<Page> => {
      const values = [job.tenantId, job.procedureId, last?.cursorAt ?? null, last?.id ?? null]
      const { name, text } = exportPage
      const { rows } = await client.query<ExportedView>({ name, text, values })
      return { rows, authors: await authorsOf(parts, job, rows) }
    }
    const form = job.format === 'csv' ? csvForm() : geoJsonForm()
    coming = page()
    let opening = form.head
    while (coming) {
      const { rows, authors }: Page = await coming
      // The database reads the next page while this one is formatted and sent.
      coming = rows.length === EXPORT_PAGE ? page(rows.at(-1)) : undefined
      coming?.catch(() => {})
      let text = opening
      for (const row of rows) text += form.row(named(row, authors.get(row.id)))
      // The driver's finished query still names its rows; where it has grown old, they would grow old with it.
      rows.length = 0
      yield text
      opening = ''
    }
    yield form.tail()
  } finally {
    await coming?.catch(() => {})
    // Nothing was written, so there is nothing to commit.
    if (!broken) await client.query('rollback').catch(() => (broken = true))
    client.release(broken)
  }
}

type Form = { head: string; row: (row: Exported) => string; tail: () => string }

const csvForm = (): Form => ({ head: csvHead(), row: csvRow, tail: () => '' })

function geoJsonForm(): Form {
  const bounds = noBounds()
  let comma = '\n'
  return {
    head: geoJsonHead(),
    row(row) {
      const feature = comma + geoJsonFeature(row, bounds)
      comma = ',\n'
      return feature
    },
    tail: () => geoJsonTail(bounds),
  }
}

/**
 * Who wrote the rows of a page. Outside the snapshot, because it is written down and that has to stay when the
 * download breaks off: what left the house is known before it leaves. Who was erased meanwhile is missing.
 *
 * @throws Error for a sealed value that is not its contribution's: half an export would be believed whole.
 */
async function authorsOf(
  parts: Vault & { clock: Clock },
  { id, tenantId, readerId }: ExportJob,
  rows: ExportedView[],
): Promise<Map<Id, Author>> {
  if (!rows.length) return new Map()
  const reading = { tenantId, readerId, at: parts.clock(), purpose: 'Export' as const, occasion: id }
  const ids = rows.map((row) => row.id)
  const [sealed] = await parts.database.batch('staff', { tenantId }, (tx) => [
    askForAuthors(tx, reading, ids),
  ])
  return openAuthors(parts, tenantId, sealed)
}

/** Puts the author in, in place: a copy of forty fields for every row is what costs most of an export. */
function named(row: ExportedView, author: Author | undefined): Exported {
  const person = row as Exported
  person.authorName = author?.name ?? null
  person.authorEmail = author?.email ?? null
  return person
}
