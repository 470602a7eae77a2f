import type { Geometry } from 'geojson'
import { candidatesFor } from '../crs/frames.ts'
import { fitsLand, landOf } from '../crs/germany.ts'
import type { Findings } from '../findings.ts'
import { boxOf } from '../geometry/geojson.ts'
import { isGeometry } from '../geometry/gml.ts'
import type { Question } from '../refusal.ts'
import { PLAN_CLASSES, familyOf, type PlanClass } from '../words/classes.ts'
import { PLAN_CODES } from '../words/codes-plan.ts'
import type { Row } from '../words/table.ts'
import { childrenNamed, textOf, type XmlElement } from '../xml/element.ts'
import { attributesOf, referencesOf } from './attributes.ts'
import { documentsOf, mentionsDocuments, type AttachmentIndex } from './documents.ts'
import type { Feature, FeatureFile } from './features.ts'
import type { Membership } from './membership.ts'
import { municipalitiesOf } from './municipality.ts'
import { coded, planObject, planText } from './objects.ts'
import { demandTerritory, geometryProperties, type Places } from './places.ts'
import { procedureDates } from './procedure.ts'
import type { CodedValue, Municipality, Plan, PlanObject, Section } from './reading.ts'

/** What a whole file is put together with. */
export interface Assembly {
  readonly file: FeatureFile
  readonly places: Places
  readonly membership: Membership
  /** files beside the plan, or null when it did not come in an archive */
  readonly attachments: AttachmentIndex | null
  /** 4, 5 or 6 */
  readonly major: number
  readonly findings: Findings
  readonly questions: Question[]
}

type ListName = 'rechtsstand' | 'planArt' | 'verfahren'

const listOf = (name: ListName, family: PlanClass): ReadonlyMap<string, Row> | null =>
  (PLAN_CODES as Readonly<Record<string, ReadonlyMap<string, Row>>>)[`${name}${family}`] ?? null

/** One plan with everything that belongs to it. */
export function assemblePlan(feature: Feature, assembly: Assembly): Plan {
  const { file, places, membership, major, findings } = assembly
  const { id, element } = feature
  const family = familyOf(element.name) ?? 'SO'
  const territory = demandTerritory(feature, places.draw(territoryOf(element), id))
  const municipalities = municipalitiesOf(element, id, findings)
  checkPlace(feature, municipalities, territory, assembly)

  const sections = membership.sectionsOf(feature)
  const texts = membership.textsOf(feature)
  const members = membership.objectsOf(feature)
  const objects = members.map((object) =>
    planObject(object, membership.sectionOf(object), file, places, major, findings),
  )
  checkDistances(objects, territory, findings)
  for (const text of texts) referencesOf(text.element, text.id, file, findings)

  const said = (name: ListName, from: XmlElement = element): CodedValue | null =>
    coded(textOf(from, name), listOf(name, family))
  const tellUnknown = (value: CodedValue | null, name: string) => {
    if (value && !value.words)
      findings.tell('unknown-code', { line: element.line, objectId: id, detail: `${name} ${value.code}` })
    return value
  }
  const types = childrenNamed(element, 'planArt').flatMap(
    ({ text }) => coded(text || null, listOf('planArt', family)) ?? [],
  )
  for (const type of types) if (family !== 'SO') tellUnknown(type, 'planArt')
  checkMandatory(feature, family, municipalities, findings)

  return {
    id,
    class: family,
    className: PLAN_CLASSES[family],
    name: textOf(element, 'name'),
    number: textOf(element, 'nummer'),
    description: textOf(element, 'beschreibung'),
    municipalities,
    types,
    // Version 6 moved the procedure of a binding plan to its sections.
    procedure: tellUnknown(
      said('verfahren') ??
        sections.map((section) => said('verfahren', section.element)).find(Boolean) ??
        null,
      'verfahren',
    ),
    legalState: tellUnknown(said('rechtsstand'), 'rechtsstand'),
    dates: procedureDates(element, id, findings),
    documents: [feature, ...sections, ...texts, ...members]
      .filter((owner) => mentionsDocuments(owner.element))
      .flatMap((owner) => documentsOf(owner.element, owner.id, assembly.attachments, findings)),
    texts: texts.map(planText),
    territory,
    sections: sections.map((section) => asSection(section, assembly)),
    objects,
    attributes: attributesOf(element),
    references: referencesOf(element, id, file, findings),
    line: element.line,
  }
}

/** The property of the territory; the other geometries a plan may have say something else. */
const territoryOf = (plan: XmlElement): XmlElement[] =>
  geometryProperties(plan).filter(
    ({ name }) => name === 'raeumlicherGeltungsbereich' || name === 'geltungsbereich',
  )

function asSection({ id, element }: Feature, { file, places, findings }: Assembly): Section {
  referencesOf(element, id, file, findings)
  return {
    id,
    number: textOf(element, 'nummer'),
    name: textOf(element, 'name'),
    territory: places.draw(geometryProperties(element), id),
    line: element.line,
  }
}

function checkMandatory(
  { id, element }: Feature,
  family: PlanClass,
  municipalities: readonly Municipality[],
  findings: Findings,
): void {
  const missing = (detail: string) =>
    findings.tell('mandatory-missing', { line: element.line, objectId: id, detail })
  if (!textOf(element, 'name')) missing('name')
  if ((family === 'BP' || family === 'FP') && municipalities.length === 0) missing('gemeinde')
  if (family !== 'SO' && family !== 'LP' && !textOf(element, 'planArt')) missing('planArt')
}

/** A key that names one Land and numbers that lie in another: mostly the wrong zone. */
function checkPlace(
  { id, element }: Feature,
  municipalities: readonly Municipality[],
  territory: Geometry,
  { places, findings, questions }: Assembly,
): void {
  const key = municipalities.find((municipality) => municipality.key)?.key
  const box = boxOf(territory)
  if (!key || !box || fitsLand(key, [box[0], box[1]])) return
  const geometry = territoryOf(element).flatMap(({ children }) => children.filter(isGeometry))[0]
  const samples = geometry ? places.samplesAt(geometry) : []
  const fitting = candidatesFor({ samples, municipalityKey: key, line: null }).filter(
    (candidate) => candidate.fitsMunicipality,
  )
  const hint = fitting.map(({ crs }) => crs).join(', ')
  findings.tell('place-contradicts-key', {
    line: geometry?.line ?? element.line,
    objectId: id,
    before: landOf(key),
    after: `${box[1].toFixed(3)}° N ${box[0].toFixed(3)}° E`,
    detail: hint ? ` (${hint}?)` : '',
  })
  if (fitting.length > 0)
    questions.push({
      kind: 'which-crs',
      stated: geometry?.attributes?.['srsName'] ?? null,
      candidates: fitting,
    })
}

/** 20 km in degrees, roughly: a mistyped digit is far more, an outlying compensation area less. */
const FAR = { lon: 0.3, lat: 0.18 }

function checkDistances(objects: readonly PlanObject[], territory: Geometry, findings: Findings): void {
  const around = boxOf(territory)
  if (!around) return
  for (const { geometry, line, id, class: name } of objects) {
    const box = boxOf(geometry)
    if (!box) continue
    const isFar =
      box[0] > around[2] + FAR.lon ||
      box[2] < around[0] - FAR.lon ||
      box[1] > around[3] + FAR.lat ||
      box[3] < around[1] - FAR.lat
    if (isFar) findings.tell('far-from-territory', { line, objectId: id, detail: name })
  }
}
