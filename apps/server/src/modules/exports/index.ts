import { ExportRow } from './export.entity.ts'
import { ExportResolver } from './export.graphql.ts'

export { buildExport, type ExportJob } from './build-export.ts'
export { csvCell, neutralise } from './csv.rules.ts'
export { registerExports, type ExportsDeps } from './exports.http.ts'
export { requestExport, type RequestedExport } from './request-export.ts'
export const EXPORT_ENTITIES = [ExportRow]
export const EXPORT_RESOLVERS = [ExportResolver] as const
