import { area, featureCollection, feature, intersect } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'

type Area = Polygon | MultiPolygon

/**
 * How much two areas differ: what only one of them covers, together.
 *
 * @returns square metres; null where there is nothing to compare with.
 */
export function differenceM2(before: Area | null, after: Area | null): number | null {
  if (!before || !after) return null
  let common = 0
  try {
    const both = intersect(featureCollection([feature(before), feature(after)]))
    common = both ? area(both) : 0
  } catch {
    // Rings that cross themselves have no intersection; their areas can still be told apart.
    return Math.abs(area(after) - area(before))
  }
  return Math.max(0, area(before) + area(after) - 2 * common)
}

export const areaM2 = (territory: Area | null): number | null => territory && area(territory)

export type PartChange = { added: number; kept: number; removed: number; heldBack: number }

/**
 * What an import does to the parts that are there.
 *
 * @param there keys with whether they are out of the plan already, and whether they can only be marked so.
 */
export function partChange(
  there: { key: string; removed: boolean; heldBack: boolean }[],
  keys: ReadonlySet<string>,
  manner: 'replace' | 'add',
): PartChange {
  const known = new Set(there.map(({ key }) => key))
  const gone = manner === 'add' ? [] : there.filter(({ key, removed }) => !removed && !keys.has(key))
  return {
    added: [...keys].filter((key) => !known.has(key)).length,
    kept: [...keys].filter((key) => known.has(key)).length,
    removed: gone.length,
    heldBack: gone.filter(({ heldBack }) => heldBack).length,
  }
}
