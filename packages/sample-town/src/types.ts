import type {
  AssessmentMethod,
  Audience,
  CategoryShape,
  Channel,
  Conformance,
  DocumentCategory,
  GapReason,
  Language,
  LocalizedText,
  PlaceKind,
  PlanStyleKey,
  ProcedureKind,
  PublicationMode,
  Role,
  ThemeColours,
  Visibility,
  WithholdReason,
} from '@mitsprache/terms'

/** `[lon, lat]`, EPSG:4326. */
export type Position = [number, number]
export type PointGeometry = { type: 'Point'; coordinates: Position }
export type LineStringGeometry = { type: 'LineString'; coordinates: Position[] }
export type PolygonGeometry = { type: 'Polygon'; coordinates: Position[][] }
export type Geometry = PointGeometry | LineStringGeometry | PolygonGeometry

export type SampleTenant = {
  slug: string
  receiptPrefix: string
  name: LocalizedText
  contactOffice: string
  /** One line, as printed in the footer. */
  contactAddress: string
  contactEmail: string
  contactPhone: string
  languages: Language[]
  /** Of an invented town in Saxony, or of the state: holidays follow from it. */
  municipalityKey: string
  /** Null: the product's own. */
  colours: ThemeColours | null
  mapCenter: Position
  mapZoom: number
}

/** The pages that the law asks for; a day counts back from the day the town is first filled. */
export type SamplePages = {
  imprint: { title: LocalizedText; text: LocalizedText }[]
  /** Empty: the product's own words. */
  privacy: { title: LocalizedText; text: LocalizedText }[]
  accessibility: {
    conformance: Conformance
    method: AssessmentMethod
    checkedDaysAgo: number
    gaps: { text: LocalizedText; reason: GapReason; alternative: LocalizedText | null }[]
  }
}

/** An authority with a single procedure. */
export type SampleAuthority = {
  tenant: SampleTenant
  people: SamplePerson[]
  pages: SamplePages
  procedure: SampleProcedure
}

export type SamplePerson = { key: string; name: string; email: string; roles: Role[] }

export type SampleCategory = {
  key: string
  label: LocalizedText
  shape: CategoryShape
  letter: string
  /** `#rrggbb`, at least 4.5 : 1 against white, because the letter on it is white. */
  colour: string
}

/** How a part of the plan is drawn; map rule 4 tells the colours and hatchings. */
export const PLAN_FILLS = [
  'housingThree',
  'housingTwo',
  'community',
  'publicGreen',
  'garden',
  'street',
] as const
export type PlanFill = (typeof PLAN_FILLS)[number]

export type SamplePlanPart = {
  key: string
  name: LocalizedText
  /** The sign on the drawing, e.g. "WA 1"; null where the drawing writes the name itself. */
  designation: string | null
  storeys: number | null
  fill: PlanFill
  geometry: PolygonGeometry
}

/** What the drawing shows besides areas: many lines or many trees that are one part of the plan. */
export type SampleDrawnPart = {
  key: string
  name: LocalizedText
  style: PlanStyleKey
  geometry:
    { type: 'MultiLineString'; coordinates: Position[][] } | { type: 'MultiPoint'; coordinates: Position[] }
}

export type SampleDocument = {
  category: DocumentCategory
  title: LocalizedText
  summary: LocalizedText
  fileName: string
  pages: number
}

/**
 * A time in words where it is long past and printed in a document, otherwise days counted from the day the
 * town is first filled: that day itself, a span of days, or the month that day falls in.
 */
export type SampleWhen = LocalizedText | { from: number; to?: number } | { inMonthOf: number }

export type SampleTimelineEntry = {
  label: LocalizedText
  when: SampleWhen
  state: 'done' | 'now' | 'later'
}
export type SampleOfflineWay = { kind: 'look' | 'write' | 'speak'; text: LocalizedText }

export type SampleProcedure = {
  key: string
  slug: string
  kind: ProcedureKind
  templateKey: string
  /** E.g. "Bebauungsplan Nr. 37"; null for a dialogue. */
  number: string | null
  legalBasis: string | null
  step: string
  passNumber: number
  title: LocalizedText
  summary: LocalizedText
  openQuestions: LocalizedText[]
  decided: LocalizedText[]
  publicationMode: PublicationMode
  /** Municipal days relative to the day the town is first filled; negative is the past. */
  startsInDays: number
  endsInDays: number
  territory: PolygonGeometry | null
  planParts: SamplePlanPart[]
  drawnParts?: SampleDrawnPart[]
  categories: SampleCategory[]
  documents: SampleDocument[]
  timeline: SampleTimelineEntry[]
  offlineWays: SampleOfflineWay[]
}

export type SamplePlace = {
  kind: PlaceKind
  label: string | null
  geometry: Geometry | null
  /** Key of the plan part when `kind` is `planPart`. */
  planPart: string | null
}

/** A file that came along; `released` by its author, and by the moderator where the contribution is published. */
export type SampleFile = { fileName: string; alt: string | null; released: boolean }

export type SampleContribution = {
  /** Stable over versions of the package, so that tests can name one. */
  key: string
  /** Key of the procedure. */
  procedure: string
  title: string
  text: string
  /** How it came in; the desk typed in what was not sent online. */
  channel: Channel
  language: Language
  /** Key of one of the procedure's categories, or none. */
  category: string | null
  place: SamplePlace
  audience: Audience
  person: { name: string; email: string | null } | null
  /** Whole municipal days before the day the town is first filled; at least 1, so none lies in the future. */
  daysAgo: number
  /** Time of arrival, `HH:MM`, Europe/Berlin. */
  time: string
  /** What the seeding brings it to: by decisions where it needs some, by the author's wish where not. */
  visibility: Visibility
  /** Set when `visibility` is `withheld`. */
  withheld: { reason: WithholdReason; reasonText: string } | null
  /** Files of the folder `attachments`, in the author's order. */
  files: SampleFile[]
  /** Whether the place lies outside the territory; the test keeps it true. */
  outside: boolean
}
