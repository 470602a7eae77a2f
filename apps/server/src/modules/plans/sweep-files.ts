import type { Database } from '../../platform/database/database.ts'
import { UPLOAD_LASTS_MS } from './begin-upload.ts'
import type { UploadDeps } from './receive-upload.ts'

export type Swept = { files: number; parts: number; contents: number }

/** What was stored this moment may belong to a file that is just being registered. */
const REGISTERED_WITHIN_MS = 10 * 60 * 1000

/**
 * Forgets what belongs to nothing: parts in quarantine without an upload, files that nothing refers to, and
 * contents that no file names.
 */
export async function sweepFiles({ database, clock, files }: UploadDeps): Promise<Swept> {
  // Younger than an upload lasts it may still be on its way to where it belongs.
  const old = new Date(clock().getTime() - UPLOAD_LASTS_MS)
  const [unused] = await database.transaction('system', {}, (tx) =>
    tx.query<{ n: number }>('select forget_unused_files($1) as n', [old]),
  )

  let parts = 0
  for (const { id } of await files.quarantine.list()) {
    // An upload is there before the first of its parts: a part without one has lost it.
    if (await isThere(database, 'select from upload where id::text = $1', id)) continue
    await files.quarantine.discard(id)
    parts++
  }

  let contents = 0
  for await (const { sha256, storedAt } of files.store.list())
    if (storedAt < old && (await forget({ database, files }, sha256, old))) contents++
  return { files: unused!.n, parts, contents }
}

/**
 * Forgets contents whose files were deleted; those that another tenant has as well stay. Anything stored within the
 * last minutes is left to the sweep: somebody may be handing in the same file.
 *
 * @param hashes SHA-256, hex.
 */
export async function forgetContents(deps: UploadDeps, hashes: string[]): Promise<number> {
  const settled = new Date(deps.clock().getTime() - REGISTERED_WITHIN_MS)
  let gone = 0
  for (const hash of hashes) if (await forget(deps, Buffer.from(hash, 'hex'), settled)) gone++
  return gone
}

async function forget(
  { database, files }: Pick<UploadDeps, 'database' | 'files'>,
  sha256: Buffer,
  storedBefore: Date,
): Promise<boolean> {
  if (await isThere(database, 'select from file where sha256 = $1 limit 1', sha256)) return false
  return files.store.delete(sha256, storedBefore)
}

async function isThere(database: Database, sql: string, key: unknown): Promise<boolean> {
  const rows = await database.transaction('system', {}, (tx) => tx.query(sql, [key]))
  return rows.length > 0
}
