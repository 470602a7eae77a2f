import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { boxOf } from './geometry/geojson.ts'
import type { Plan, PlanFile } from './plan/reading.ts'
import type { Language } from './words/words.ts'

export interface GeoJsonOptions {
  /** of the plain words; German unless said otherwise */
  readonly language?: Language
  /** also what only says where a sign stands on the drawing; true unless said otherwise */
  readonly presentation?: boolean
}

/**
 * A plan file as GeoJSON (RFC 7946): for each plan its territory first, then its sections with a territory of their
 * own, then its objects in the order of the file. Objects without geometry have `null` there, as the RFC allows.
 */
export function toGeoJSON(file: PlanFile, options: GeoJsonOptions = {}): FeatureCollection<Geometry | null> {
  const features = file.plans.flatMap((plan) => featuresOf(plan, options))
  const boxes = file.plans.map(({ territory }) => boxOf(territory)).filter((box) => box !== null)
  const bbox = boxes.length
    ? ([
        Math.min(...boxes.map(([west]) => west)),
        Math.min(...boxes.map(([, south]) => south)),
        Math.max(...boxes.map(([, , east]) => east)),
        Math.max(...boxes.map(([, , , north]) => north)),
      ] as [number, number, number, number])
    : undefined
  return { type: 'FeatureCollection', ...(bbox && { bbox }), features }
}

function featuresOf(
  plan: Plan,
  { language = 'de', presentation = true }: GeoJsonOptions,
): Feature<Geometry | null>[] {
  const territory: Feature<Geometry | null> = {
    type: 'Feature',
    id: plan.id,
    geometry: plan.territory,
    properties: {
      role: 'territory',
      class: `${plan.class}_Plan`,
      designation: plan.className[language],
      name: plan.name,
      number: plan.number,
      municipality: plan.municipalities[0]?.name ?? null,
      municipalityKey: plan.municipalities[0]?.key ?? null,
      legalState: plan.legalState?.words?.[language] ?? plan.legalState?.code ?? null,
    },
  }
  const sections = plan.sections
    .filter((section) => section.territory !== null)
    .map((section): Feature<Geometry | null> => ({
      type: 'Feature',
      id: section.id,
      geometry: section.territory,
      properties: {
        role: 'section',
        class: `${plan.class}_Bereich`,
        name: section.name,
        number: section.number,
        plan: plan.id,
      },
    }))
  const objects = plan.objects
    .filter((object) => presentation || object.kind === 'content')
    .map((object): Feature<Geometry | null> => ({
      type: 'Feature',
      id: object.id,
      geometry: object.geometry,
      properties: {
        role: object.kind === 'content' ? 'object' : 'presentation',
        class: object.class,
        className: object.className[language],
        designation: object.designation[language],
        sign: object.sign,
        legalCharacter: object.legalCharacter?.words?.[language] ?? null,
        level: object.level,
        section: object.section,
        plan: plan.id,
        attributes: object.attributes,
      },
    }))
  return [territory, ...sections, ...objects]
}
