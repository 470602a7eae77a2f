import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { openTenant } from '../tenants/index.ts'
import type { Zone } from './ground.rules.ts'
import type { ControlPoint } from './place-drawing.rules.ts'

/** A file that can become a drawing. */
export type DrawableFile = {
  fileId: Id
  sha256: Buffer
  mediaType: string
  fileName: string
  pages: number | null
}

export const fileOfUpload = defineRead<DrawableFile, [tenantId: Id, uploadId: Id]>(
  'staff',
  'drawable-file-of-upload',
  (where) => `
    select f.id as "fileId", f.sha256, f.media_type as "mediaType", f.file_name as "fileName", f.pages
    from upload u join file f on f.tenant_id = u.tenant_id and f.id = u.file_id
    where ${where('u.tenant_id = $1')} and u.id = $2`,
)

export const fileOfDocument = defineRead<DrawableFile, [tenantId: Id, procedureId: Id, documentId: Id]>(
  'staff',
  'drawable-file-of-document',
  (where) => `
    select f.id as "fileId", f.sha256, f.media_type as "mediaType", f.file_name as "fileName", f.pages
    from plan_document d join file f on f.tenant_id = d.tenant_id and f.id = d.file_id
    where ${where('d.tenant_id = $1')} and d.procedure_id = $2 and d.id = $3`,
)

/** A drawing while it is placed; locked, so that two who place it do so one after the other. */
export const drawingToPlace = defineRead<
  { version: number; widthPx: number; heightPx: number; points: ControlPoint[] },
  [tenantId: Id, procedureId: Id, id: Id]
>(
  'staff',
  'drawing-to-place',
  (where) => `
    select version, width_px as "widthPx", height_px as "heightPx", points from plan_drawing
    where ${where('tenant_id = $1')} and procedure_id = $2 and id = $3 for update`,
)

/** What a tile of a drawing is drawn from. */
export type TileSource = {
  sha256: Buffer
  mediaType: string
  page: number
  widthPx: number
  heightPx: number
  zone: Zone | null
  transform: number[] | null
  version: number
}

export const publishedDrawing = defineRead<TileSource, [id: Id, version: number]>(
  'public',
  'published-drawing',
  () => `
    select sha256, media_type as "mediaType", page, width_px as "widthPx", height_px as "heightPx", zone, transform, version
    from published_drawing p where p.id = $1 and p.version = $2 and ${openTenant('p')}`,
)

/** A drawing of the tenant as it stands, on display or not. */
export const staffDrawing = defineRead<TileSource & { procedureId: Id }, [tenantId: Id, id: Id]>(
  'staff',
  'staff-drawing',
  (where) => `
    select f.sha256, f.media_type as "mediaType", d.page, d.width_px as "widthPx", d.height_px as "heightPx", d.zone, d.transform,
           d.version, d.procedure_id as "procedureId"
    from plan_drawing d join file f on f.tenant_id = d.tenant_id and f.id = d.file_id
    where ${where('d.tenant_id = $1')} and d.id = $2`,
)
