import type { PlanStyleKey } from '@mitsprache/terms'
import type { Geometry, MultiPolygon, Polygon } from 'geojson'

/** The same thing in German and English, as it is said to the person who sent the file. */
export type Words = { de: string; en: string }
export const words = (de: string, en: string): Words => ({ de, en })

export const PLAN_DATA_FORMATS = ['XPlanGML', 'GeoJSON', 'Shapefile', 'GeoPackage'] as const
export type PlanDataFormat = (typeof PLAN_DATA_FORMATS)[number]

/** Something about an object, ready to be read: "Rechtscharakter: Festsetzung". */
export type Detail = { label: Words; value: Words }

/** One object of a plan as it stands in the file; `[lon, lat]` in EPSG:4326. */
export type PlanDataObject = {
  /** the same whenever the same object comes again */
  key: string
  /** of the XPlanung model; null in other formats */
  class: string | null
  style: PlanStyleKey
  /** null where the format has no words of its own: the mapping of properties finds them */
  name: Words | null
  /** "WA 1" */
  designation: string | null
  storeys: number | null
  /** 0 is the ground; below and above it tunnels and bridges */
  level: number
  details: Detail[]
  geometry: Geometry
  line: number | null
  /** of formats without a model, for the mapping; empty in XPlanGML */
  properties: Record<string, string>
}

export type PlanDataFinding = {
  severity: 'note' | 'repaired' | 'warning'
  message: Words
  line: number | null
  /** the first of all places */
  lines: number[]
  count: number
  before: string | null
  after: string | null
}

export type PlanHead = {
  className: Words
  name: string | null
  number: string | null
  municipality: string | null
  municipalityKey: string | null
  legalState: Words | null
  procedure: Words | null
  dates: { label: Words; on: string; until: string | null }[]
}

/** A file as it was read. */
export type PlanData = {
  format: PlanDataFormat
  version: string | null
  /** what the file says of the plan as a whole; null where the format cannot */
  plan: PlanHead | null
  crs: { stated: string | null; readAs: string; name: string; accuracyM: number }[]
  territory: Polygon | MultiPolygon | null
  objects: PlanDataObject[]
  /** objects without a place, which cannot be shown */
  withoutPlace: number
  findings: PlanDataFinding[]
  attachments: { path: string; title: string | null; sizeBytes: number }[]
}

/** Why a file was not read, and what would help. */
export type PlanDataRefusal = {
  refused: string
  /** 1-based; null where the format has no lines */
  line: number | null
  message: Words
  question: PlanDataQuestion | null
}

export type PlanDataQuestion =
  | { kind: 'whichCrs'; candidates: { crs: string; at: [number, number]; fits: boolean }[] }
  | { kind: 'whichEntry'; candidates: string[] }

export type PlanDataOptions = {
  /** the answer to `whichCrs`, such as `EPSG:25833` */
  assumeCrs?: string | null
  /** the answer to `whichEntry` */
  entry?: string | null
}

export const isPlanDataRefusal = (answer: PlanData | PlanDataRefusal): answer is PlanDataRefusal =>
  'refused' in answer

/** Thrown inside the reader and turned into a refusal at its door. */
export class Unreadable extends Error {
  readonly refusal: PlanDataRefusal

  constructor(
    refused: string,
    message: Words,
    { line = null, question = null }: Partial<Pick<PlanDataRefusal, 'line' | 'question'>> = {},
  ) {
    super(message.en)
    this.refusal = { refused, line, message, question }
  }
}

/** What a file may cost. Plans of whole towns stay below a tenth of these. */
export const READ_LIMITS = {
  xmlBytes: 64 * 1024 * 1024,
  jsonBytes: 40 * 1024 * 1024,
  geoPackageBytes: 100 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  archiveEntries: 500,
  objects: 20_000,
  positions: 500_000,
  /** of one object's properties: how many, and characters of each */
  properties: 60,
  propertyText: 300,
} as const
