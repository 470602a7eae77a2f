import { bboxOf, type Bbox, type Position } from '../../map/index.ts'
import type { MapItem } from './use-map-items.ts'

/** Around what a procedure is about, contributions are looked for this far at least. */
const REACH_M = 800
const METRES_PER_DEGREE = 111_195

/**
 * The surroundings in which a contribution still belongs to the first view: as far as the plan is wide, so that
 * the plan never shrinks below a third of the map for one voice from far away.
 */
export function surroundingsOf(plan: Bbox | null, centre: Position | null): Bbox | null {
  const box = plan ?? (centre && ([...centre, ...centre] as Bbox))
  if (!box) return null
  const [west, south, east, north] = box
  const up = Math.max(north - south, REACH_M / METRES_PER_DEGREE)
  const across = Math.max(east - west, REACH_M / METRES_PER_DEGREE / Math.cos((south * Math.PI) / 180))
  // Without a plan the whole town may have been written about.
  const times = plan ? 1 : 4
  return [west - times * across, south - times * up, east + times * across, north + times * up]
}

/** The zoom at which a box is about as wide as a map on a page. */
export const zoomOf = ([west, , east]: Bbox) =>
  Math.min(18, Math.max(5, Math.round(Math.log2((360 * 600) / (256 * Math.max(1e-6, east - west))))))

/** The box around the plan and the contributions near it; null when there is nothing to enclose. */
export function firstViewOf(plan: Bbox | null, items: readonly MapItem[]): Bbox | null {
  const points = items.map(({ at }) => ({ type: 'Point' as const, coordinates: at }))
  const corners = plan
    ? [plan.slice(0, 2), plan.slice(2)].map((coordinates) => ({ type: 'Point' as const, coordinates }))
    : []
  // One pin alone needs its surroundings, not the closest view.
  return points.length + corners.length > 1 ? bboxOf([...corners, ...points]) : null
}
