import { newId, type Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Files, Scanner } from '../../platform/files/index.ts'
import { secretHashOf } from './begin-upload.ts'
import { FileRow, UploadRow } from './plan.entity.ts'
import { uploadOfBearer, type UploadView } from './plan.queries.ts'
import { isFileRefusal, uploadKind, type FileRefusal } from './upload-kinds.ts'

export type UploadDeps = { database: Database; clock: Clock; files: Files; scanner?: Scanner | null }

/** An upload with the key that opens it. */
export type OpenUpload = UploadView & { secretHash: Buffer }

/** `offset` is where the next part has to begin. */
export type Receipt =
  | { kind: 'waiting'; offset: number }
  | { kind: 'checked'; sha256: string; sizeBytes: number; fileName: string; pages: number | null }
  | ({ kind: 'refused' } & FileRefusal)
  | { kind: 'wrongOffset'; offset: number }
  | { kind: 'tooLong'; offset: number }
  | { kind: 'busy' }

/** Null for an id that is not there, another secret, and one whose time is over: all alike. */
export async function openUpload(
  { database, clock }: UploadDeps,
  id: Id,
  secret: string,
): Promise<OpenUpload | null> {
  const secretHash = secretHashOf(secret)
  const [upload] = await database.transaction('bearer', { bearerHash: secretHash }, (tx) =>
    tx.read(uploadOfBearer, id, clock(), secretHash),
  )
  return upload ? { ...upload, secretHash } : null
}

/** How an upload stands. */
export async function standOf({ files }: UploadDeps, upload: OpenUpload): Promise<Receipt> {
  if (upload.state === 'refused') return { kind: 'refused', ...(JSON.parse(upload.refusal!) as FileRefusal) }
  if (upload.state === 'receiving')
    return { kind: 'waiting', offset: await files.quarantine.sizeOf(upload.id) }
  const { keptSizeBytes, keptName, pages, sha256 } = upload
  return {
    kind: 'checked',
    sha256: sha256!.toString('hex'),
    sizeBytes: keptSizeBytes!,
    fileName: keptName!,
    pages,
  }
}

/**
 * Takes a part of a file; with the last one the file is checked and, if it is what it should be, kept.
 *
 * Safe to repeat: a part that is there already is answered with the offset to go on from, a finished file
 * with its result. Only one part of an upload is taken at a time.
 *
 * @param part where it begins, and the most bytes it may bring.
 * @throws DiskFull, with nothing of this part kept.
 * @throws ScannerDown, with everything kept: the same again, later, finishes it.
 */
export async function receivePart(
  deps: UploadDeps,
  upload: OpenUpload,
  part: { first: number; mostBytes: number },
  content: AsyncIterable<Uint8Array>,
): Promise<Receipt> {
  const { quarantine } = deps.files
  const receipt = await quarantine.exclusively(upload.id, async (): Promise<Receipt> => {
    // Read again: whoever was here a moment ago may have finished it.
    const [now] = await deps.database.transaction('bearer', { bearerHash: upload.secretHash }, (tx) =>
      tx.read(uploadOfBearer, upload.id, deps.clock(), upload.secretHash),
    )
    const stand = await standOf(deps, { ...upload, ...now })
    if (stand.kind !== 'waiting') return stand
    if (stand.offset < upload.sizeBytes) {
      if (part.first !== stand.offset) return { kind: 'wrongOffset', offset: stand.offset }
      const { sizeBytes, ended } = await quarantine.append(upload.id, stand.offset, part.mostBytes, content)
      if (ended === 'tooLong') return { kind: 'tooLong', offset: sizeBytes }
      if (sizeBytes < upload.sizeBytes) return { kind: 'waiting', offset: sizeBytes }
    }
    return finish(deps, upload)
  })
  return receipt ?? { kind: 'busy' }
}

/** Checked before kept, kept before registered: whatever fails on the way can be repeated from the quarantine. */
async function finish(deps: UploadDeps, upload: OpenUpload): Promise<Receipt> {
  const { database, clock, files } = deps
  const { tenantId, id, secretHash, purpose } = upload
  const scope = { tenantId, bearerHash: secretHash }
  const path = files.quarantine.pathOf(id)
  const verdict =
    (await deps.scanner?.(path)) === 'infected'
      ? { code: 'Infected', facts: [] }
      : await uploadKind(purpose)!.inspect(path, upload.fileName)
  if (isFileRefusal(verdict)) {
    await database.transaction('bearer', scope, (tx) =>
      tx.update(
        UploadRow,
        { tenantId, id, state: 'receiving' },
        { state: 'refused', refusal: JSON.stringify(verdict) },
      ),
    )
    await files.quarantine.discard(id)
    return { kind: 'refused', ...verdict }
  }
  const { mediaType, pages, fileName = upload.fileName } = verdict
  const { sha256, sizeBytes } = await files.store.put(verdict.instead ?? files.quarantine.read(id))
  await database.transaction('bearer', scope, async (tx) => {
    const fileId = newId()
    const file = { tenantId, id: fileId, sha256, sizeBytes, mediaType, fileName, pages, createdAt: clock() }
    await tx.insert(FileRow, file)
    const first = await tx.update(
      UploadRow,
      { tenantId, id, state: 'receiving' },
      { state: 'checked', fileId },
    )
    if (!first) throw new Error('The upload was finished by somebody else.')
  })
  await files.quarantine.discard(id)
  return { kind: 'checked', sha256: sha256.toString('hex'), sizeBytes, fileName, pages }
}
