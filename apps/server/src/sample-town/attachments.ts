import { createReadStream } from 'node:fs'
import { newId, type Id } from '@mitsprache/terms'
import { attachmentPath, contributions, type SampleFile } from '@mitsprache/sample-town'
import { ContributionFileRow } from '../modules/contributions/index.ts'
import { FileRow, isFileRefusal, uploadKind } from '../modules/plans/index.ts'
import type { Tx } from '../platform/database/database.ts'
import type { FileStore } from '../platform/files/index.ts'

type StoredFile = Pick<FileRow, 'sha256' | 'sizeBytes' | 'mediaType' | 'fileName' | 'pages'>
export type StoredFiles = Map<string, StoredFile>

/**
 * Brings the files that residents of the sample town attached into the store, by the same inspection as every
 * other: pictures are painted anew, documents opened.
 */
export async function storeAttachments(store: FileStore): Promise<StoredFiles> {
  const stored: StoredFiles = new Map()
  const names = new Set(contributions().flatMap(({ files }) => files.map(({ fileName }) => fileName)))
  for (const name of names) {
    const path = attachmentPath(name)
    const verdict = await uploadKind('contributionFile')!.inspect(path, name)
    if (isFileRefusal(verdict)) throw new Error(`The sample town's file ${name} is refused: ${verdict.code}.`)
    const { mediaType, pages, fileName = name, instead = createReadStream(path) } = verdict
    stored.set(name, { ...(await store.put(instead)), mediaType, pages, fileName })
  }
  return stored
}

export async function attachSampleFiles(
  tx: Tx,
  tenantId: Id,
  contributionId: Id,
  files: readonly SampleFile[],
  stored: StoredFiles,
  createdAt: Date,
): Promise<void> {
  for (const [position, { fileName, alt, released }] of files.entries()) {
    const fileId = newId()
    await tx.insert(FileRow, { tenantId, id: fileId, ...stored.get(fileName)!, createdAt })
    await tx.insert(ContributionFileRow, {
      tenantId,
      contributionId,
      position,
      fileId,
      alt,
      releaseWished: released,
    })
  }
}
