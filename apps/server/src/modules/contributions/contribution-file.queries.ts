import type { Id, Visibility } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import type { FileView } from '../plans/index.ts'
import { openTenant } from '../tenants/index.ts'

/** A file of a contribution, as its author and the staff see it. `sha256` is hex. */
export type HandedInFile = {
  id: Id
  fileName: string
  mediaType: string
  sizeBytes: number
  sha256: string
  alt: string | null
  releaseWished: boolean
}

/** The files of the contribution `of`, in their order, as JSON; an empty list where there are none. */
export const filesOf = (of: string) => `coalesce((
  select jsonb_agg(jsonb_build_object('id', f.id, 'fileName', f.file_name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes,
    'sha256', encode(f.sha256, 'hex'), 'alt', a.alt, 'releaseWished', a.release_wished) order by a.position)
  from contribution_file a join file f on f.tenant_id = a.tenant_id and f.id = a.file_id
  where a.tenant_id = ${of}.tenant_id and a.contribution_id = ${of}.id), '[]')`

export type DraftUpload = {
  id: Id
  purpose: 'contributionFile'
  state: 'receiving' | 'checked' | 'refused' | 'used'
  fileId: Id | null
}

/** Uploads of a draft by the hash of its secret; locked, so that each becomes part of one contribution. */
export const uploadsOfDraft = defineRead<
  DraftUpload,
  [tenantId: Id, ids: Id[], draftHash: Buffer, now: Date]
>(
  'bearer',
  'uploads-of-draft',
  (where) => `
    select id, purpose, state, file_id as "fileId" from upload
    where ${where('tenant_id = $1')} and id = any($2) and ${where('draft_hash = $3')} and expires_at > $4
    order by id for update`,
)

/** By the key it was sent with. */
export const filesHandedIn = defineRead<{ files: HandedInFile[] }, [tenantId: Id, key: Id]>(
  'bearer',
  'files-handed-in',
  (where) =>
    `select ${filesOf('c')} as files from contribution c where ${where('c.tenant_id = $1')} and ${where('c.idempotency_key = $2')}`,
)

export const fileOfBearer = defineRead<FileView, [id: Id, bearerHash: Buffer]>(
  'bearer',
  'file-of-bearer',
  (where) => `
    select f.sha256, f.size_bytes as "sizeBytes", f.media_type as "mediaType", f.file_name as "fileName"
    from contribution_file a
    join contribution c on c.tenant_id = a.tenant_id and c.id = a.contribution_id
    join file f on f.tenant_id = a.tenant_id and f.id = a.file_id
    where a.file_id = $1 and ${where('c.bearer_hash = $2')}`,
)

export const contributionFileOfTenant = defineRead<
  FileView & { procedureId: Id; visibility: Visibility },
  [tenantId: Id, id: Id]
>(
  'staff',
  'contribution-file-of-tenant',
  (where) => `
    select f.sha256, f.size_bytes as "sizeBytes", f.media_type as "mediaType", f.file_name as "fileName",
           k.procedure_id as "procedureId", k.visibility
    from contribution_file a
    join contribution_case k on k.tenant_id = a.tenant_id and k.contribution_id = a.contribution_id
    join file f on f.tenant_id = a.tenant_id and f.id = a.file_id
    where ${where('a.tenant_id = $1')} and a.file_id = $2`,
)

export const publishedContributionFile = defineRead<FileView, [id: Id]>(
  'public',
  'published-contribution-file',
  () =>
    `select sha256, size_bytes as "sizeBytes", media_type as "mediaType", file_name as "fileName"
     from published_contribution_file p where p.id = $1 and ${openTenant('p')}`,
)
