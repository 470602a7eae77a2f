import type { ExportFormat, Id } from '@mitsprache/terms'
import { scopeStatement, type Database } from '../../platform/database/database.ts'
import { unseal } from '../../platform/seal.ts'
import { csvHead, csvRow } from './csv.rules.ts'
import type { Exported } from './export-fields.ts'
import { EXPORT_PAGE, exportPage, type ExportedView } from './export.queries.ts'
import { geoJsonFeature, geoJsonHead, geoJsonTail, noBounds } from './geojson.rules.ts'

export type ExportJob = { tenantId: Id; procedureId: Id; format: ExportFormat }

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
export async function* buildExport(
  database: Database,
  personKey: string,
  job: ExportJob,
): AsyncGenerator<string> {
  const client = await database.connect('staff')
  let coming: Promise<ExportedView[]> | undefined
  let broken = true
  try {
    await client.query(
      `begin isolation level repeatable read read only; ${SETTINGS}; ${scopeStatement({ tenantId: job.tenantId })}`,
    )
    broken = false
    const page = async (last?: ExportedView) => {
      const values = [job.tenantId, job.procedureId, last?.cursorAt ?? null, last?.id ?? null]
      return (await client.query<ExportedView>({ name: exportPage.name, text: exportPage.text, values })).rows
    }
    const form = job.format === 'csv' ? csvForm() : geoJsonForm()
    coming = page()
    let opening = form.head
    while (coming) {
      const rows: ExportedView[] = await coming
      // The database reads the next page while this one is formatted and sent.
      coming = rows.length === EXPORT_PAGE ? page(rows.at(-1)) : undefined
      coming?.catch(() => {})
      let text = opening
      for (const row of rows) text += form.row(opened(personKey, row))
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
 * Opens who wrote it, in place: a copy of forty fields for every row is what costs most of an export.
 *
 * @throws Error for a sealed value that is not this contribution's: half an export would be believed whole.
 */
function opened(personKey: string, row: ExportedView): Exported {
  const { id, nameSealed, emailSealed } = row
  const person = row as Exported
  person.authorName = nameSealed && unseal(personKey, `${id} name`, nameSealed)
  person.authorEmail = emailSealed && unseal(personKey, `${id} email`, emailSealed)
  return person
}
