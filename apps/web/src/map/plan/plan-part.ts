import type { LocalizedText, PlanStyleKey } from '@mitsprache/terms'
import { PLAN_STYLE_GROUPS, PLAN_STYLES, type PlanStyleGroup } from '@mitsprache/terms'
import type { Geometry } from '../geojson.ts'

/** A part of a plan as `/map/plan/<procedure>` tells it. */
export type PlanPart = {
  id: string
  key: string
  name: LocalizedText
  designation: string | null
  storeys: number | null
  /** of the XPlanung model; null where nobody imported the part */
  class: string | null
  style: PlanStyleKey
  /** what else the file of the plan says of it */
  details?: { label: LocalizedText; value: LocalizedText }[]
  geometry: Geometry
}

export type PlanAnswer = {
  features: { id: string; properties: Omit<PlanPart, 'id' | 'geometry'>; geometry: Geometry }[]
}

const STYLE_KEYS = Object.keys(PLAN_STYLES)
const GROUP_KEYS = Object.keys(PLAN_STYLE_GROUPS)

export const groupOf = (part: PlanPart): PlanStyleGroup => PLAN_STYLES[part.style].group

/** By chapter of the legend, then by designation and sign, WA 2 before WA 10; as in the file where these are equal. */
export function inLegendOrder(parts: PlanPart[]): PlanPart[] {
  const collator = new Intl.Collator('de', { numeric: true })
  const rank = new Map(
    parts.map((part) => [
      part,
      GROUP_KEYS.indexOf(groupOf(part)) * STYLE_KEYS.length + STYLE_KEYS.indexOf(part.style),
    ]),
  )
  return parts.toSorted(
    (a, b) => rank.get(a)! - rank.get(b)! || collator.compare(a.designation ?? '', b.designation ?? ''),
  )
}

export const partsOf = ({ features }: PlanAnswer): PlanPart[] =>
  inLegendOrder(
    features.map(({ id, properties, geometry }) => ({
      ...properties,
      class: properties.class ?? null,
      style: properties.style in PLAN_STYLES ? properties.style : 'neutral',
      id,
      geometry,
    })),
  )

const asked = new Map<string, Promise<PlanPart[]>>()

/**
 * The parts of a plan, asked for once while the page is open: its address changes with its revision.
 *
 * @throws when the server does not answer; the next call asks again
 */
export function loadPlan(url: string | null | undefined): Promise<PlanPart[]> {
  if (!url) return Promise.resolve([])
  const known = asked.get(url)
  if (known) return known
  const answer = fetch(url, { credentials: 'omit' }).then(async (response) => {
    if (!response.ok) throw new Error(`plan: ${response.status}`)
    return partsOf((await response.json()) as PlanAnswer)
  })
  asked.set(url, answer)
  answer.catch(() => asked.delete(url))
  return answer
}
