export { readAttachment, readPlan, readPlanFile, type ReadOptions } from './read-plan.ts'
export { toGeoJSON, type GeoJsonOptions } from './geojson.ts'
export { summary } from './summary.ts'
export { DEFAULT_LIMITS, type Limits } from './limits.ts'
export { isRefusal } from './plan/reading.ts'
export type {
  Attachment,
  Attributes,
  AttributeValue,
  CodedValue,
  Municipality,
  Plan,
  PlanDocument,
  PlanFile,
  PlanObject,
  PlanText,
  ProcedureDate,
  Reading,
  Reference,
  Section,
  UsedCrs,
} from './plan/reading.ts'
export type { CrsCandidate, Question, Refusal, RefusalCode } from './refusal.ts'
export { Refused } from './refusal.ts'
export { openArchive, type Archive } from './archive/open-archive.ts'
export { isInGermany } from './crs/germany.ts'
export type { Finding, FindingCode, Place, Severity } from './findings.ts'
export { fromLonLat, toLonLat } from './crs/project.ts'
export type { DatumShift, ReferenceSystem } from './crs/systems.ts'
export { KNOWN_CRS, labelOf, systemOf } from './crs/systems.ts'
export type { PlanClass } from './words/classes.ts'
export type { Language, Words } from './words/words.ts'
