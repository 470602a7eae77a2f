import type { Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { InputRefused, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { UploadRow, uploadProblem } from '../plans/index.ts'
import { uploadsOfDraft, type DraftUpload } from './contribution-file.queries.ts'
import { tidyAlt, type FileWish } from './contribution-file.rules.ts'
import { ContributionFileRow } from './contribution.entity.ts'

/** What is handed in beside the text. */
export type Attached = { files?: readonly FileWish[] | null; releaseFiles?: boolean | null }

type Usable = DraftUpload & { fileId: Id; alt: string | null }

/**
 * The uploads that a draft names, if all of them are its own, checked and not used yet. Nobody else can use them
 * until the transaction ends.
 *
 * @param draftHash of the secret that the receipt will have.
 * @returns them in the order of the draft, or what is wrong with which.
 */
export async function usableUploads(
  tx: Tx,
  tenantId: Id,
  draftHash: Buffer,
  files: readonly FileWish[],
  now: Date,
): Promise<Usable[] | InputRefused> {
  const ids = files.map(({ uploadId }) => uploadId)
  const found = await tx.read(uploadsOfDraft, tenantId, ids, draftHash, now)
  const usable: Usable[] = []
  const problems: FieldProblem[] = []
  for (const [place, { uploadId, alt }] of files.entries()) {
    const upload = found.find(({ id }) => id === uploadId)
    const problem = uploadProblem(upload, 'contributionFile')
    if (problem) problems.push({ field: `files.${place}`, problem })
    else usable.push({ ...upload!, fileId: upload!.fileId!, alt: tidyAlt(alt) })
  }
  return problems.length ? InputRefused.of(...problems) : usable
}

/** Makes checked uploads the files of a contribution. */
export async function attachFiles(
  tx: Tx,
  tenantId: Id,
  contributionId: Id,
  uploads: readonly Usable[],
  releaseWished: boolean,
): Promise<void> {
  await Promise.all(
    uploads.flatMap(({ id, fileId, alt }, position) => [
      tx.insert(ContributionFileRow, { tenantId, contributionId, position, fileId, alt, releaseWished }),
      tx.update(UploadRow, { tenantId, id }, { state: 'used' }),
    ]),
  )
}
