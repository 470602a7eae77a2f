export {
  isPlanDataRefusal,
  PLAN_DATA_FORMATS,
  type Detail,
  type PlanData,
  type PlanDataFinding,
  type PlanDataFormat,
  type PlanDataObject,
  type PlanDataOptions,
  type PlanDataRefusal,
  type Words,
} from './plan-data.ts'
export {
  partsOf,
  propertiesOf,
  usualMapping,
  type NameMapping,
  type NewPart,
  type PropertyChoice,
} from './part-names.rules.ts'
export { ARCHIVE_LIMITS } from './archive-limits.ts'
export { inspectPlanData } from './inspect-plan-data.ts'
export { runPlanReader } from './run-plan-reader.ts'
