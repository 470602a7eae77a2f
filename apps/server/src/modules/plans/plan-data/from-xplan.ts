import { styleOf } from '@mitsprache/terms'
import type { Plan, PlanFile, PlanObject, Refusal } from '@mitsprache/xplanung'
import type { MultiPolygon, Polygon } from 'geojson'
import {
  Unreadable,
  words,
  type Detail,
  type PlanData,
  type PlanDataObject,
  type PlanHead,
  type Words,
} from './plan-data.ts'

const LINES_MOST = 20

/** What a plan in XPlanGML says, as far as a procedure takes it over. */
export function fromXplan(file: PlanFile): PlanData {
  const [plan] = file.plans as [Plan]
  const objects = file.plans.flatMap((each) => each.objects).filter(({ kind }) => kind === 'content')
  return {
    format: 'XPlanGML',
    version: file.version,
    plan: headOf(plan),
    crs: file.crs.map(({ stated, readAs, name, datumShift }) => ({
      stated,
      readAs,
      name,
      accuracyM: datumShift.accuracyM,
    })),
    territory: territoryOf(file.plans),
    objects: objects.filter(({ geometry }) => geometry !== null).map(objectOf),
    withoutPlace: objects.filter(({ geometry }) => geometry === null).length,
    findings: file.findings.map(({ severity, message, line, places, count, before, after }) => ({
      severity,
      message,
      line,
      lines: places.flatMap((place) => place.line ?? []).slice(0, LINES_MOST),
      count,
      // Directions of rings stand in the sentence already, and in words.
      before: before?.endsWith('clockwise') ? null : before,
      after: after?.endsWith('clockwise') ? null : after,
    })),
    attachments: attachmentsOf(file),
  }
}

/** The refusal of the package, with its question in our words. */
export function refusedXplan({ code, line, message, question }: Refusal): Unreadable {
  if (question?.kind === 'which-crs')
    return new Unreadable(code, message, {
      line,
      question: {
        kind: 'whichCrs',
        candidates: question.candidates.map(({ crs, at, fitsMunicipality }) => ({
          crs,
          at: [at[0], at[1]],
          fits: fitsMunicipality,
        })),
      },
    })
  return new Unreadable(code, message, {
    line,
    question: question && { kind: 'whichEntry', candidates: [...question.candidates] },
  })
}

const headOf = (plan: Plan): PlanHead => ({
  className: plan.className,
  name: plan.name,
  number: plan.number,
  municipality: plan.municipalities[0]?.name ?? null,
  municipalityKey: plan.municipalities[0]?.key ?? null,
  legalState: plan.legalState?.words ?? null,
  procedure: plan.procedure?.words ?? null,
  dates: plan.dates.map(({ words: label, on, until }) => ({ label, on, until })),
})

function territoryOf(plans: readonly Plan[]): Polygon | MultiPolygon | null {
  const areas = plans
    .map(({ territory }) => territory)
    .filter(
      (area): area is Polygon | MultiPolygon => area?.type === 'Polygon' || area?.type === 'MultiPolygon',
    )
  if (areas.length < 2) return areas[0] ?? null
  return {
    type: 'MultiPolygon',
    coordinates: areas.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates)),
  }
}

const OWN_NAME_MOST = 60

function objectOf(object: PlanObject): PlanDataObject {
  const { id, class: name, attributes, designation, sign, level, line } = object
  const { text } = attributes
  const own =
    typeof text === 'string' && text.length <= OWN_NAME_MOST && /\p{L}/u.test(text) ? text.trim() : null
  return {
    key: id.slice(0, 200),
    class: name,
    style: styleOf({ class: name, attributes }),
    name: own ? words(`${own} (${designation.de})`, `${own} (${designation.en})`) : designation,
    designation: sign,
    storeys: storeysOf(attributes),
    level,
    details: detailsOf(object),
    geometry: object.geometry!,
    line,
    properties: {},
  }
}

/** As many storeys as may be built; a range is told in words only. */
function storeysOf(attributes: PlanObject['attributes']): number | null {
  const text = attributes['Z'] ?? attributes['Zzwingend'] ?? attributes['Zmax']
  const storeys = typeof text === 'string' ? Number(text) : Number.NaN
  return Number.isInteger(storeys) && storeys > 0 && storeys < 100 ? storeys : null
}

const KIND = words('Art', 'Kind')
const CHARACTER = words('Rechtscharakter', 'Legal character')
const LEVEL = words('Lage', 'Level')
const BELOW = words('unter der Oberfläche', 'below ground')
const ABOVE = words('über der Oberfläche', 'above ground')

function detailsOf({ className, designation, legalCharacter, level }: PlanObject): Detail[] {
  const details: Detail[] = []
  const tell = (label: Words, value: Words | null) => value && details.push({ label, value })
  if (!designation.de.startsWith(className.de)) tell(KIND, className)
  tell(CHARACTER, legalCharacter?.words ?? null)
  if (level !== 0) tell(LEVEL, level < 0 ? BELOW : ABOVE)
  return details
}

/** What lies beside the plan; what it calls them, where it refers to them. */
function attachmentsOf({ archive, plans }: PlanFile): PlanData['attachments'] {
  const documents = plans.flatMap((plan) => plan.documents)
  return (archive?.attachments ?? []).map(({ path, sizeBytes }) => ({
    path,
    sizeBytes,
    title: documents.find((document) => document.archivePath === path)?.name ?? null,
  }))
}
