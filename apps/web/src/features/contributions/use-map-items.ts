import { onBeforeUnmount, ref, watch } from 'vue'
import type { Bbox, Position } from '../../map/index.ts'
import type { Wanted } from './use-contribution-pages.ts'

export type MapItem =
  | { kind: 'cell'; at: Position; count: number }
  | { kind: 'point'; at: Position; id: string; title: string; categoryId: string | null }

/** What is seen of the map. */
export type MapPart = { bbox: Bbox; zoom: number }

/** The compact answer of `/map/<procedure>/cells`. */
export type CellAnswer = {
  cells: [lon: number, lat: number, count: number, categoryId: string | null][]
  points: [lon: number, lat: number, id: string, categoryIndex: number, title: string][]
  categories: string[]
  more: boolean
}

export const itemsOf = ({ cells, points, categories }: CellAnswer): MapItem[] => [
  ...cells.map(([lon, lat, count]): MapItem => ({ kind: 'cell', at: [lon, lat], count })),
  ...points.map(([lon, lat, id, category, title]): MapItem => ({
    kind: 'point',
    at: [lon, lat],
    id,
    title,
    // Without a category the index is -1.
    categoryId: categories[category] ?? null,
  })),
]

/** @throws when the server does not answer, or when `signal` ends it */
export async function askCells(
  { procedureId, categoryIds, search, view: { bbox, zoom } }: Wanted & { view: MapPart },
  signal: AbortSignal | null = null,
): Promise<CellAnswer> {
  const params = new URLSearchParams({
    bbox: bbox.map((degrees) => degrees.toFixed(5)).join(','),
    z: String(Math.round(zoom)),
  })
  if (categoryIds.length) params.set('categories', categoryIds.join(','))
  if (search) params.set('search', search)
  const response = await fetch(`/map/${encodeURIComponent(procedureId)}/cells?${params}`, {
    signal,
    credentials: 'omit',
  })
  if (!response.ok) throw new Error(`cells: ${response.status}`)
  return (await response.json()) as CellAnswer
}

/** What the map shows of its view: by the same filter and search as the list, counted by the server. */
export function useMapItems(wanted: () => Wanted & { view: MapPart | null }) {
  const items = ref<MapItem[]>([])
  const failed = ref(false)
  /** Whether there is more in the view than the map shows. */
  const cut = ref(false)
  let stop = new AbortController()

  watch(
    () => JSON.stringify(wanted()),
    async () => {
      const { view, ...now } = wanted()
      if (!view) return
      stop.abort()
      stop = new AbortController()
      const { signal } = stop
      try {
        const answer = await askCells({ ...now, view }, signal)
        if (signal.aborted) return
        items.value = itemsOf(answer)
        cut.value = answer.more
        failed.value = false
      } catch {
        if (!signal.aborted) failed.value = true
      }
    },
    { immediate: true },
  )
  onBeforeUnmount(() => stop.abort())
  return { items, failed, cut }
}
