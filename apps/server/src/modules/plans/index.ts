import { FileRow, PlanDocumentRow, UploadRow } from './plan.entity.ts'
import { PlanResolver } from './plan.graphql.ts'

export { registerFiles } from './files.http.ts'
export { documentsOf, type DocumentView } from './plan.queries.ts'
export { forgetContents, sweepFiles } from './sweep-files.ts'
export { registerUploads } from './uploads.http.ts'
export { FileRow, PlanDocumentRow }

export const PLAN_ENTITIES = [FileRow, UploadRow, PlanDocumentRow]
export const PLAN_RESOLVERS = [PlanResolver] as const
