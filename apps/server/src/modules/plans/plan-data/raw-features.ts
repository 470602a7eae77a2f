import type { Geometry } from 'geojson'
import type { PlanDataFinding } from './plan-data.ts'

/** An object of a format without a model of plans, as it stands in the file and in the file's own coordinates. */
export type RawFeature = {
  /** the file's own name for it, where it has one */
  id: string | null
  layer: string | null
  geometry: Geometry | null
  properties: Readonly<Record<string, unknown>>
}

export type RawFile = {
  features: RawFeature[]
  /** as the file states it; null when it states none */
  crs: string | null
  /** the code of `crs`, where a reader knows it better than its name tells */
  epsg: number | null
  findings: PlanDataFinding[]
}
