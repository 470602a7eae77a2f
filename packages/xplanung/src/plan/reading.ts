import type { Geometry } from 'geojson'
import type { DatumShift } from '../crs/systems.ts'
import type { Finding } from '../findings.ts'
import type { Question, Refusal } from '../refusal.ts'
import type { PlanClass } from '../words/classes.ts'
import type { Words } from '../words/words.ts'

/** A value as it stands in the file: a text, a number with its unit, or a type with properties of its own. */
export type AttributeValue =
  string | { readonly value: string; readonly unit: string } | Attributes | readonly AttributeValue[]

export interface Attributes {
  readonly [property: string]: AttributeValue
}

/** A link of an object to another one in the file. */
export interface Reference {
  readonly property: string
  /** gml:id, without the "#" */
  readonly target: string
  readonly resolved: boolean
}

export interface CodedValue {
  readonly code: string
  /** null when the code is in no list */
  readonly words: Words | null
}

export interface Municipality {
  /** AGS, eight digits; null when the file has none or a wrong one */
  readonly key: string | null
  /** RS, twelve digits */
  readonly regionalKey: string | null
  readonly name: string | null
  readonly district: string | null
}

/** A step of the procedure with its day, or with its first and last day. */
export interface ProcedureDate {
  /** name of the property in the standard, of the start for periods: `auslegungsStartDatum` */
  readonly property: string
  readonly words: Words
  /** ISO day, local to the municipality */
  readonly on: string
  /** last day of a period, inclusive; null for single days */
  readonly until: string | null
}

export interface PlanDocument {
  readonly name: string | null
  readonly type: CodedValue | null
  /** as it stands in the file */
  readonly url: string | null
  /** ISO day */
  readonly on: string | null
  readonly description: string | null
  readonly mediaType: string | null
  /** `archive`: beside the plan, under `archivePath`; `web`: http(s); `missing`: named but not there; `unsafe`: not followed */
  readonly where: 'archive' | 'web' | 'missing' | 'unsafe' | 'unknown'
  readonly archivePath: string | null
  /** gml:id of the plan, section, text or object that refers to it */
  readonly owner: string
  readonly line: number
}

export interface PlanText {
  readonly id: string
  /** "§ 2 Nr. 6" */
  readonly key: string | null
  readonly text: string
  readonly isReasoning: boolean
  readonly line: number
}

export interface Section {
  readonly id: string
  readonly number: string | null
  readonly name: string | null
  readonly territory: Geometry | null
  readonly line: number
}

export interface PlanObject {
  /** gml:id, or one made from the line */
  readonly id: string
  /** such as `BP_BaugebietsTeilFlaeche` */
  readonly class: string
  readonly className: Words
  /** `presentation` objects only say where a sign stands on the drawing */
  readonly kind: 'content' | 'presentation'
  readonly designation: Words
  /** "WA 1" */
  readonly sign: string | null
  readonly legalCharacter: CodedValue | null
  /** gml:id of the section, or null */
  readonly section: string | null
  /** 0 is the ground; below and above it tunnels and bridges */
  readonly level: number
  /** EPSG:4326, [lon, lat], outer rings counter-clockwise; null when there is none that can be drawn */
  readonly geometry: Geometry | null
  readonly attributes: Attributes
  readonly references: readonly Reference[]
  readonly line: number
}

export interface Plan {
  readonly id: string
  readonly class: PlanClass
  readonly className: Words
  readonly name: string | null
  readonly number: string | null
  readonly description: string | null
  readonly municipalities: readonly Municipality[]
  readonly types: readonly CodedValue[]
  readonly procedure: CodedValue | null
  readonly legalState: CodedValue | null
  readonly dates: readonly ProcedureDate[]
  readonly documents: readonly PlanDocument[]
  readonly texts: readonly PlanText[]
  readonly territory: Geometry | null
  readonly sections: readonly Section[]
  readonly objects: readonly PlanObject[]
  readonly attributes: Attributes
  readonly references: readonly Reference[]
  readonly line: number
}

/** A reference system met in the file and what it was taken for. */
export interface UsedCrs {
  /** srsName as it stands in the file; null when it names none */
  readonly stated: string | null
  /** `EPSG:25832` */
  readonly readAs: string
  readonly name: string
  /** whether north stood before east */
  readonly northFirst: boolean
  readonly datumShift: DatumShift
}

export interface Attachment {
  /** path inside the archive, with "/" */
  readonly path: string
  readonly sizeBytes: number
}

export interface PlanFile {
  readonly ok: true
  readonly format: 'XPlanGML'
  /** by the namespace: "5.0" also stands for 5.0.1, "6.0" for 6.0.2 */
  readonly version: string
  /** members of the collection that are XPlanGML: plans, sections, texts and objects together */
  readonly featureCount: number
  /** at least one */
  readonly plans: readonly Plan[]
  readonly crs: readonly UsedCrs[]
  /** metres between an arc and the straight pieces drawn for it */
  readonly arcToleranceM: number
  /** the file inside the archive that was read, and what lies beside it */
  readonly archive: { readonly entry: string; readonly attachments: readonly Attachment[] } | null
  readonly findings: readonly Finding[]
  /** doubts a person can settle; the file was read all the same */
  readonly questions: readonly Question[]
}

export type Reading = PlanFile | Refusal

export const isRefusal = (reading: Reading): reading is Refusal => !reading.ok
