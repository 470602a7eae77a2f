export * from './types.ts'
export { stateAuthority } from './state-authority.ts'
export { townPages } from './tenant-pages.ts'
export { mapCredit, people, samplePassword, tenant } from './tenant.ts'
export { buildingLimits, keptTrees, type BuildingLimit } from './plan-drawing.ts'
export { reportParagraphs, type ReportParagraph } from './report-paragraphs.ts'
export { procedures } from './procedures.ts'
export { contributions } from './contributions.ts'
export { attachmentPath, readDocument, readNotice, readPlanFile, type NoticeDays } from './documents.ts'
export { METRES_PER_DEGREE, isInside, positionsOf } from './geometry.ts'
export { whenInWords } from './when.ts'
export {
  STREET_CLASSES,
  loadStreets,
  metresBetween,
  pointOnStreet,
  type Street,
  type StreetClass,
} from './streets.ts'
export { loadDrawnMap, type DrawnFeature } from './drawn-map.ts'
