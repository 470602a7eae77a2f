import { UPLOAD_LASTS_MS } from './begin-upload.ts'
import type { UploadDeps } from './receive-upload.ts'

export type Swept = { uploads: number; files: number; contents: number }

/**
 * Forgets what nobody came back for: uploads whose time is over, what lies in quarantine without one, files
 * that belong to no document, and contents that belong to no file. Run every hour or so, on one server.
 */
export async function sweepUploads({ database, clock, files }: UploadDeps): Promise<Swept> {
  const now = clock()
  // Younger than an upload lasts it may still be on its way into a document.
  const old = new Date(now.getTime() - UPLOAD_LASTS_MS)
  const swept = await database.transaction('system', {}, async (tx) => {
    const uploads = await tx.query('delete from upload where expires_at < $1 returning id', [now])
    const orphans = await tx.query(
      `delete from file f where created_at < $1
         and not exists (select from plan_document d where d.tenant_id = f.tenant_id and d.file_id = f.id)
         and not exists (select from published_file p where p.tenant_id = f.tenant_id and p.id = f.id)
         and not exists (select from upload u where u.tenant_id = f.tenant_id and u.file_id = f.id)
       returning id`,
      [old],
    )
    return { uploads: uploads.length, files: orphans.length }
  })

  for (const { id, changedAt } of await files.quarantine.list()) {
    if (changedAt > old) continue
    const [alive] = await database.transaction('system', {}, (tx) =>
      tx.query('select from upload where id::text = $1', [id]),
    )
    if (!alive) await files.quarantine.discard(id)
  }

  let contents = 0
  for await (const { sha256, storedAt } of files.store.list()) {
    if (storedAt > old) continue
    const [used] = await database.transaction('system', {}, (tx) =>
      tx.query('select from file where sha256 = $1 limit 1', [sha256]),
    )
    if (used) continue
    await files.store.delete(sha256)
    contents++
  }
  return { ...swept, contents }
}
