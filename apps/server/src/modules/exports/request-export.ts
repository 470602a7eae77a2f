import { isId, newId, type ExportFormat, type Id } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { dayOf } from '../../platform/municipal-day.ts'
import { demand, Denial, found, staffOf, type Ctx } from '../identity/index.ts'
import { mayExport } from '../procedures/index.ts'
import { ExportRow } from './export.entity.ts'
import { exportRequested } from './export.events.ts'
import { exportHead } from './export.queries.ts'

export type RequestedExport = { id: Id; url: string; format: ExportFormat; fileName: string; rows: number }

/** The file's name: which procedure, what, and the municipal day on which it was asked for. */
export const exportFileName = (slug: string, requestedAt: Date, format: ExportFormat) =>
  `${slug}-beitraege-${dayOf(requestedAt)}.${format}`

/**
 * Notes who takes all contributions of a procedure and says where the file comes from. It is made while it is
 * downloaded, so that it never lies about with people's names in it.
 *
 * @returns the address and how many rows will come.
 */
export async function requestExport(
  ctx: Ctx,
  tenantSlug: string,
  procedureId: Id,
  format: ExportFormat,
): Promise<RequestedExport> {
  const staff = staffOf(ctx, tenantSlug)
  if (!isId(procedureId)) throw new Denial('NOT_FOUND')
  demand(mayExport(staff, procedureId))
  const { tenantId, viewer } = staff
  const at = ctx.clock()
  const id = newId()
  return ctx.staff(tenantId, async (tx) => {
    const { slug, rows } = found((await tx.read(exportHead, tenantId, procedureId))[0])
    await tx.insert(ExportRow, {
      tenantId,
      id,
      procedureId,
      format,
      requestedBy: viewer.personId,
      requestedAt: at,
    })
    await recordEvent(
      tx,
      exportRequested({ tenantId, exportId: id, procedureId, personId: viewer.personId, at }),
    )
    return { id, url: `/exports/${id}`, format, fileName: exportFileName(slug, at, format), rows }
  })
}
