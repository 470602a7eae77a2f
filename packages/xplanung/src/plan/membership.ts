import type { Findings } from '../findings.ts'
import { isPlanClass, isSectionClass, isTextClass } from '../words/classes.ts'
import { targetsOf, type Feature, type FeatureFile } from './features.ts'

/** Which object belongs to which section, and which section, text and object to which plan. */
export interface Membership {
  readonly plans: readonly Feature[]
  sectionsOf(plan: Feature): Feature[]
  textsOf(plan: Feature): Feature[]
  objectsOf(plan: Feature): Feature[]
  sectionOf(object: Feature): string | null
}

const TO_SECTION = /^gehoert(Nachrichtlich)?Zu(\w\w_)?Bereich$/
const SECTION_LISTS =
  /^(planinhalt|inhalt\wPlan|inhaltSoPlan|inhaltSOPlan|nachrichtlich|praesentationsobjekt|rasterBasis|rasterAenderung)$/
const PLAN_LISTS = /^(texte|begruendungsTexte)$/

/**
 * Follows the links in both directions, since files often keep only one of them. What belongs to nothing is given
 * to the first plan and told.
 */
export function membershipOf(file: FeatureFile, findings: Findings): Membership {
  const plans = file.features.filter(({ element }) => isPlanClass(element.name))
  const first = plans[0]
  const planIds = new Set(plans.map(({ id }) => id))
  const sections = file.features.filter(({ element }) => isSectionClass(element.name))
  const sectionIds = new Set(sections.map(({ id }) => id))
  const planOfSection = new Map<string, string>()
  const sectionOfObject = new Map<string, string>()
  const planOfOther = new Map<string, string>()

  for (const plan of plans) {
    for (const property of plan.element.children) {
      const wanted =
        property.name === 'bereich' ? planOfSection : PLAN_LISTS.test(property.name) ? planOfOther : null
      if (wanted)
        for (const target of targetsOf(property)) if (!wanted.has(target)) wanted.set(target, plan.id)
    }
  }
  for (const section of sections) {
    for (const property of section.element.children) {
      if (property.name === 'gehoertZuPlan') {
        for (const target of targetsOf(property))
          if (planIds.has(target)) planOfSection.set(section.id, target)
      } else if (SECTION_LISTS.test(property.name)) {
        for (const target of targetsOf(property))
          if (!sectionOfObject.has(target)) sectionOfObject.set(target, section.id)
      }
    }
    if (!planOfSection.has(section.id)) {
      findings.tell('section-without-plan', { line: section.element.line, objectId: section.id })
      if (first) planOfSection.set(section.id, first.id)
    }
  }

  const texts: Feature[] = []
  const objects: Feature[] = []
  for (const feature of file.features) {
    const { id, element } = feature
    if (isPlanClass(element.name) || isSectionClass(element.name)) continue
    if (isTextClass(element.name)) {
      texts.push(feature)
      continue
    }
    objects.push(feature)
    const stated = element.children
      .filter(({ name }) => TO_SECTION.test(name))
      .flatMap(targetsOf)
      .find((target) => sectionIds.has(target))
    if (stated) sectionOfObject.set(id, stated)
    else if (!sectionOfObject.has(id) && sections.length > 0 && !element.name.startsWith('XP_')) {
      findings.tell('object-without-section', { line: element.line, objectId: id, detail: element.name })
    }
  }
  const plansWithSection = new Set(planOfSection.values())
  for (const plan of plans) {
    if (!plansWithSection.has(plan.id)) {
      findings.tell('no-section', { line: plan.element.line, objectId: plan.id })
    }
  }

  const planOf = ({ id }: Feature): string | undefined => {
    const section = sectionOfObject.get(id)
    return (section ? planOfSection.get(section) : undefined) ?? planOfOther.get(id) ?? first?.id
  }
  const groupBy = (features: readonly Feature[], keyOf: (feature: Feature) => string | undefined) => {
    const groups = new Map<string | undefined, Feature[]>()
    for (const feature of features) {
      const plan = keyOf(feature)
      const group = groups.get(plan)
      if (group) group.push(feature)
      else groups.set(plan, [feature])
    }
    return groups
  }
  const sectionGroups = groupBy(sections, ({ id }) => planOfSection.get(id))
  const textGroups = groupBy(texts, planOf)
  const objectGroups = groupBy(objects, planOf)
  return {
    plans,
    sectionsOf: (plan) => sectionGroups.get(plan.id) ?? [],
    textsOf: (plan) => textGroups.get(plan.id) ?? [],
    objectsOf: (plan) => objectGroups.get(plan.id) ?? [],
    sectionOf: ({ id }) => sectionOfObject.get(id) ?? null,
  }
}
