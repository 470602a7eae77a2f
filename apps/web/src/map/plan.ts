import type { PlanStyleKey } from '@mitsprache/terms'
import type { Geometry } from './geojson.ts'

/** A part of a plan as the map draws it. */
export type PlanArea = { id: string; label: string; style: PlanStyleKey; geometry: Geometry }

/** What is lettered on the drawing: sign and storeys, or the short name. */
export function planLabel(part: { designation?: string | null; storeys?: number | null; name: string }) {
  const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
  if (!part.designation) return part.name.split(/[:,]| mit | with /)[0]!
  return part.storeys ? `${part.designation} · ${ROMAN[part.storeys] ?? part.storeys}` : part.designation
}
