import type { ExportFormat, Id } from '@mitsprache/terms'
import { scopeStatement, type Database } from '../../platform/database/database.ts'
import { unseal } from '../../platform/seal.ts'
import { csvHead, csvRow } from './csv.rules.ts'
import type { Exported } from './export-fields.ts'
import { EXPORT_PAGE, exportPage, type ExportedView } from './export.queries.ts'
import { geoJsonFeature, geoJsonHead, geoJsonTail, noBounds } from './geojson.rules.ts'

export type ExportJob = { tenantId: Id; procedureId: Id; format: ExportFormat }

/**
 * All contributions of a procedure as text, page by page, from one snapshot: what arrives while somebody
 * downloads is in the next export, whole, and not in half of this one.
 *
 * It asks for the next page only when the last one is taken, so memory does not grow with the number of rows.
 * However it ends, its connection is given back.
 */
export async function* buildExport(database: Database, personKey: string, job: ExportJob): AsyncGenerator<string> {
  const client = await database.connect('staff')
  let broken = true
  try {
    // Read only and alone in its snapshot it disturbs nobody, so it may take as long as the line is slow.
    await client.query(
      `begin isolation level repeatable read read only; set local statement_timeout = 0;
       set local idle_in_transaction_session_timeout = 0; ${scopeStatement({ tenantId: job.tenantId })}`,
    )
    broken = false
    const form = job.format === 'csv' ? csvForm() : geoJsonForm()
    let last: ExportedView | undefined
    let opening = form.head
    do {
      const values = [job.tenantId, job.procedureId, last?.cursorAt ?? null, last?.id ?? null]
      const { rows } = await client.query<ExportedView>({ name: exportPage.name, text: exportPage.text, values })
      yield opening + rows.map((row) => form.row(opened(personKey, row))).join('')
      opening = ''
      last = rows.length === EXPORT_PAGE ? rows.at(-1) : undefined
    } while (last)
    yield form.tail()
  } finally {
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

/** @throws Error for a sealed value that is not this contribution's: half an export would be believed whole. */
function opened(personKey: string, { nameSealed, emailSealed, ...row }: ExportedView): Exported {
  return {
    ...row,
    authorName: nameSealed && unseal(personKey, `${row.id} name`, nameSealed),
    authorEmail: emailSealed && unseal(personKey, `${row.id} email`, emailSealed),
  }
}
