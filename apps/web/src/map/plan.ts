import type { Geometry } from './geojson.ts'

/** A part of a plan as the map draws it. */
export type PlanArea = { id: string; label: string; fill: string; geometry: Geometry }

/** Fills with a pattern of their own in `PlanPatterns.vue`; an unknown one is drawn as housing. */
export const PLAN_FILLS = [
  'housingThree',
  'housingTwo',
  'community',
  'publicGreen',
  'garden',
  'street',
] as const

export const patternId = (prefix: string, fill: string) =>
  `${prefix}-${(PLAN_FILLS as readonly string[]).includes(fill) ? fill : 'housingThree'}`

/** What is lettered on the drawing: sign and storeys, or the short name. */
export function planLabel(part: { designation?: string | null; storeys?: number | null; name: string }) {
  const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
  if (!part.designation) return part.name.split(/,| mit | with /)[0]!
  return part.storeys ? `${part.designation} · ${ROMAN[part.storeys] ?? part.storeys}` : part.designation
}
