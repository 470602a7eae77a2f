import { bboxOf, type Bbox, type Position } from '../../map/index.ts'
import type { MapItem } from './use-map-items.ts'

/** Around a plan, contributions are looked for as far as it is wide, and this far at least. */
const PLAN_REACH_M = 200
/** Without a plan the whole town may have been written about. */
const TOWN_REACH_M = 3200
const METRES_PER_DEGREE = 111_195

/**
 * The surroundings in which a contribution still belongs to the first view: as far as the plan is wide, so that
 * the plan never shrinks below a third of the map for one voice from far away.
 */
export function surroundingsOf(plan: Bbox | null, centre: Position | null): Bbox | null {
  const box = plan ?? (centre && ([...centre, ...centre] as Bbox))
  if (!box) return null
  const [west, south, east, north] = box
  const reach = (plan ? PLAN_REACH_M : TOWN_REACH_M) / METRES_PER_DEGREE
  const up = Math.max(north - south, reach)
  const across = Math.max(east - west, reach / Math.cos((south * Math.PI) / 180))
  return [west - across, south - up, east + across, north + up]
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
