import { PlanDrawingRow } from './drawing.entity.ts'
import { DrawingResolver } from './drawing.graphql.ts'
import { FileRow, PlanDocumentRow, UploadRow } from './plan.entity.ts'
import { PlanResolver } from './plan.graphql.ts'
import { PlanImportRow } from './plan-import.entity.ts'
import { PlanImportResolver } from './plan-import.graphql.ts'

export { checkWish, keepTicket, newTicket, type Ticket } from './begin-upload.ts'
export { DOCUMENT_FILES } from './document-files.ts'
export { registerDrawingTiles } from './drawing-tiles.http.ts'
export { registerFiles, type FileFinder, type FileView } from './files.http.ts'
export { documentsOf, storageUsed, uploadOfPerson, type DocumentView } from './plan.queries.ts'
export { sweepDrawings } from './sweep-drawings.ts'
export { forgetContents, sweepFiles } from './sweep-files.ts'
export { isFileRefusal, uploadKind } from './upload-kinds.ts'
export { uploadProblem } from './upload.rules.ts'
export { registerUploads } from './uploads.http.ts'
export { UploadTicket } from './plan.graphql.ts'
export { FileRow, PlanDocumentRow, UploadRow }

export const PLAN_ENTITIES = [FileRow, UploadRow, PlanDocumentRow, PlanDrawingRow, PlanImportRow]
export const PLAN_RESOLVERS = [PlanResolver, DrawingResolver, PlanImportResolver] as const
