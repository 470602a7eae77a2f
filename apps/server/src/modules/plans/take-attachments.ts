import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { DOCUMENT_CATEGORIES, LIMITS, newId, type DocumentCategory, type Id } from '@mitsprache/terms'
import { readAttachment } from '@mitsprache/xplanung'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { keptFileName } from './file-name.rules.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { ARCHIVE_LIMITS, type PlanData } from './plan-data/index.ts'
import { FileRow, PlanDocumentRow } from './plan.entity.ts'
import { documentChanged } from './plan.events.ts'
import type { PlanFile } from './plan-part.queries.ts'
import { onDisk } from './read-plan-upload.ts'

/** A file of the archive that shall become a document of the procedure. */
export type AttachmentWish = { path: string; category: DocumentCategory; title: string }

export type TakenAttachment = {
  title: string
  category: DocumentCategory
  fileName: string
  sha256: Buffer
  sizeBytes: number
  pages: number
}

/**
 * Takes PDF files out of an archive, each looked into as if it had been sent alone.
 *
 * @returns them in the store, or what is wrong with the first that cannot be taken.
 */
export async function takeAttachments(
  store: FileStore,
  file: PlanFile,
  { attachments }: PlanData,
  wishes: AttachmentWish[],
): Promise<TakenAttachment[] | InputRefused> {
  if (!wishes.length) return []
  return onDisk(store, file.sha256, async (archive) => {
    const taken: TakenAttachment[] = []
    for (const [index, { path, category, title }] of wishes.entries()) {
      const refuse = (problem: string) => InputRefused.of({ field: `attachments.${index}`, problem })
      const known = attachments.find((each) => each.path === path)
      const fileName = keptFileName(path.split('/').at(-1)!, ['pdf'])
      if (!known || !DOCUMENT_CATEGORIES.includes(category)) return refuse('unknown')
      if (!fileName) return refuse('notAPdf')
      if (known.sizeBytes > LIMITS.attachmentSizeBytes) return refuse('tooLarge')
      if (!title.trim() || [...title].length > LIMITS.procedureTitle || title.includes('\0'))
        return refuse('title')
      const bytes = await readAttachment(archive, path, { limits: ARCHIVE_LIMITS })
      if (!(bytes instanceof Uint8Array)) return refuse('damaged')
      const beside = `${archive}-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.pdf`
      await writeFile(beside, bytes, { mode: 0o600 })
      const verdict = await inspectPdf(beside)
      if ('code' in verdict) return refuse(verdict.code)
      const stored = await store.put(Readable.from([bytes]))
      taken.push({ ...stored, title: title.trim(), category, fileName, pages: verdict.pages })
    }
    return taken
  })
}

/** Registers them as documents of the procedure, after those that are there. */
export async function keepAttachments(
  tx: Tx,
  { tenantId, procedureId, personId, now }: { tenantId: Id; procedureId: Id; personId: Id; now: Date },
  attachments: TakenAttachment[],
): Promise<void> {
  if (!attachments.length) return
  const [{ first }] = (await tx.query<{ first: number }>(
    `select coalesce(max(position) + 1, 0)::integer as first from plan_document where tenant_id = $1 and procedure_id = $2`,
    [tenantId, procedureId],
  )) as [{ first: number }]
  for (const [index, { title, category, ...file }] of attachments.entries()) {
    const [fileId, id] = [newId(), newId()]
    await tx.insert(FileRow, { tenantId, id: fileId, mediaType: 'application/pdf', createdAt: now, ...file })
    await tx.insert(PlanDocumentRow, {
      tenantId,
      id,
      procedureId,
      category,
      title: { de: title },
      summary: null,
      fileId,
      position: first + index,
    })
    await recordEvent(tx, documentChanged('DocumentAdded', tenantId, procedureId, id, personId, now))
  }
}
