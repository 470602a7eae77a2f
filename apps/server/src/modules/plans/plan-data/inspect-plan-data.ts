import type { FileRefusal, Inspected } from '../upload-kinds.ts'
import { kindOf } from './kind-of-plan-file.ts'

const MEDIA_TYPES = {
  xml: 'application/gml+xml',
  json: 'application/geo+json',
  zip: 'application/zip',
  sqlite: 'application/geopackage+sqlite3',
} as const

/**
 * Tells by the first bytes whether a file can be a plan. What is in it is read when somebody looks at it: then
 * there is a person who can answer what the file leaves open.
 */
export async function inspectPlanData(path: string): Promise<Inspected | FileRefusal> {
  const kind = await kindOf(path)
  if (!kind) return { code: 'NotPlanData', facts: [] }
  return { mediaType: MEDIA_TYPES[kind], pages: null }
}
