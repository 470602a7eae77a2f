import type { Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { uploadOfPerson, uploadProblem, UploadRow } from '../plans/index.ts'
import { TenantRow } from '../tenants/index.ts'

/**
 * Makes a checked upload the logo of the tenant, or leaves it without one. The picture before is no longer public;
 * its content is swept once nothing refers to it.
 *
 * @param uploadId null: none.
 * @returns what is wrong with the upload, or null.
 */
export async function changeLogo(
  tx: Tx,
  tenantId: Id,
  personId: Id,
  uploadId: Id | null,
  now: Date,
): Promise<string | null> {
  let fileId: Id | null = null
  if (uploadId) {
    const [upload] = await tx.read(uploadOfPerson, tenantId, uploadId, personId, now)
    const problem = uploadProblem(upload, 'tenantLogo')
    if (problem) return problem
    fileId = upload!.fileId
    await tx.update(UploadRow, { tenantId, id: uploadId }, { state: 'used' })
  }
  await tx.query(
    `delete from published_file p using tenant t
     where t.id = $1 and p.tenant_id = $1 and p.id = t.logo_file_id and p.id is distinct from $2::uuid`,
    [tenantId, fileId],
  )
  if (fileId)
    await tx.query(
      `insert into published_file (tenant_id, id, sha256, size_bytes, media_type, file_name)
       select tenant_id, id, sha256, size_bytes, media_type, file_name from file where tenant_id = $1 and id = $2
       on conflict do nothing`,
      [tenantId, fileId],
    )
  await tx.update(TenantRow, { id: tenantId }, { logoFileId: fileId })
  return null
}
