import type { DocumentCategory, Id, LocalizedText, UploadPurpose } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { openTenant } from '../tenants/index.ts'
import type { FileView } from './files.http.ts'
import type { UploadState } from './plan.entity.ts'

export type UploadView = {
  tenantId: Id
  id: Id
  purpose: UploadPurpose
  fileName: string
  sizeBytes: number
  state: UploadState
  refusal: string | null
  /** Of what is kept, once it is: not always what was sent. */
  sha256: Buffer | null
  keptName: string | null
  keptSizeBytes: number | null
  pages: number | null
}

/** An upload by its secret (the bearer of the transaction), while it lasts. */
export const uploadOfBearer = defineRead<UploadView, [id: Id, now: Date, secretHash: Buffer]>(
  'bearer',
  'upload-of-bearer',
  (where) => `
    select u.tenant_id as "tenantId", u.id, u.purpose, u.file_name as "fileName", u.size_bytes as "sizeBytes", u.state, u.refusal,
           f.sha256, f.file_name as "keptName", f.size_bytes as "keptSizeBytes", f.pages
    from upload u left join file f on f.tenant_id = u.tenant_id and f.id = u.file_id
    where u.id = $1 and u.expires_at > $2 and ${where('u.secret_hash = $3')}`,
)

export type OwnUpload = { purpose: UploadPurpose; state: UploadState; fileId: Id | null }

/** An upload of the person who began it; locked, so that it becomes one document and not two. */
export const uploadOfPerson = defineRead<OwnUpload, [tenantId: Id, id: Id, personId: Id, now: Date]>(
  'staff',
  'upload-of-person',
  (where) => `
    select purpose, state, file_id as "fileId" from upload
    where ${where('tenant_id = $1')} and id = $2 and ${where('created_by = $3')} and expires_at > $4 for update`,
)

/** What the tenant's files take, and those on their way here. */
export const storageUsed = defineRead<{ bytes: number }, [tenantId: Id]>(
  'staff',
  'storage-used',
  (where) => `
    select coalesce((select sum(size_bytes) from file where ${where('tenant_id = $1')}), 0)::bigint
         + coalesce((select sum(size_bytes) from upload where ${where('tenant_id = $1')} and state = 'receiving'), 0)::bigint as bytes`,
)

export const publishedFile = defineRead<FileView, [id: Id]>(
  'public',
  'published-file',
  () =>
    `select sha256, size_bytes as "sizeBytes", media_type as "mediaType", file_name as "fileName" from published_file p where p.id = $1 and ${openTenant('p')}`,
)

/** A document of the tenant, on display or not, with the procedures it belongs to; or what staff just sent for one. */
export const staffFile = defineRead<FileView & { procedureIds: Id[] }, [tenantId: Id, id: Id]>(
  'staff',
  'staff-file',
  (where) => `
    select f.sha256, f.size_bytes as "sizeBytes", f.media_type as "mediaType", f.file_name as "fileName",
           array(select d.procedure_id::text from plan_document d where d.tenant_id = f.tenant_id and d.file_id = f.id) as "procedureIds"
    from file f where ${where('f.tenant_id = $1')} and f.id = $2
      and (exists (select from plan_document d where d.tenant_id = f.tenant_id and d.file_id = f.id)
        or exists (select from upload u where u.tenant_id = f.tenant_id and u.file_id = f.id and u.created_by is not null))`,
)

export type DocumentView = {
  id: Id
  category: DocumentCategory
  title: LocalizedText
  summary: LocalizedText | null
  fileId: Id
  fileName: string
  sizeBytes: number
  pages: number | null
  /** Somebody outside may be reading it. */
  onDisplay: boolean
}

/** The documents of a procedure as its staff see them, in the order of the page. */
export const documentsOf = defineRead<DocumentView, [tenantId: Id, procedureId: Id]>(
  'staff',
  'documents-of-procedure',
  (where) => `
    select d.id, d.category, d.title, d.summary, f.id as "fileId", f.file_name as "fileName", f.size_bytes as "sizeBytes", f.pages,
           exists (select from published_file x where x.tenant_id = f.tenant_id and x.id = f.id) as "onDisplay"
    from plan_document d join file f on f.tenant_id = d.tenant_id and f.id = d.file_id
    where ${where('d.tenant_id = $1')} and d.procedure_id = $2
    order by d.position, d.id`,
)
