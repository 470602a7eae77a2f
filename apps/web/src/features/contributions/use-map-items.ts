import { onBeforeUnmount, ref, watch } from 'vue'
import { ask } from '../../api/ask.ts'
import { ContributionsDocument } from '../../gql/graphql.ts'
import { anchorOf, type Bbox, type Position } from '../../map/index.ts'
import type { Wanted } from './use-contribution-pages.ts'

export type MapItem =
  | { kind: 'cell'; at: Position; count: number }
  | { kind: 'point'; at: Position; id: string; title: string; categoryId: string | null }

/** The compact answer of `/map/<procedure>/cells`. */
export type CellAnswer = {
  cells: [lon: number, lat: number, count: number, categoryId: string | null][]
  points: [lon: number, lat: number, id: string, categoryIndex: number | null, title: string][]
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
    categoryId: (category === null ? null : categories[category]) ?? null,
  })),
]

/** Most hits of a search that the map shows; the list shows all. */
export const SEARCH_HITS = 100

/** Answers the map for what it shows: cells by the server's count, or the hits of a search. */
export function useMapItems(wanted: () => Wanted & { view: { bbox: Bbox; zoom: number } | null }) {
  const items = ref<MapItem[]>([])
  const failed = ref(false)
  /** Whether there are hits the map does not show. */
  const cut = ref(false)
  let stop = new AbortController()

  async function fromCells(
    { procedureId, categoryIds, view }: ReturnType<typeof wanted>,
    signal: AbortSignal,
  ) {
    const { bbox, zoom } = view!
    const params = new URLSearchParams({
      bbox: bbox.map((degrees) => degrees.toFixed(5)).join(','),
      z: String(Math.round(zoom)),
    })
    if (categoryIds.length) params.set('categories', categoryIds.join(','))
    const response = await fetch(`/map/${encodeURIComponent(procedureId)}/cells?${params}`, { signal })
    if (!response.ok) throw new Error(`cells: ${response.status}`)
    cut.value = false
    return itemsOf((await response.json()) as CellAnswer)
  }

  async function fromSearch({ procedureId, categoryIds, search }: ReturnType<typeof wanted>) {
    const { data } = await ask(ContributionsDocument, {
      procedureId,
      categoryIds: categoryIds.length ? categoryIds : null,
      search,
      first: SEARCH_HITS,
    })
    if (!data) throw new Error('search')
    cut.value = data.contributions.hasNext
    return data.contributions.nodes.flatMap(({ id, title, geometry, category }): MapItem[] =>
      geometry
        ? [{ kind: 'point', at: anchorOf(geometry), id, title, categoryId: category?.id ?? null }]
        : [],
    )
  }

  watch(
    () => JSON.stringify(wanted()),
    async () => {
      const now = wanted()
      if (!now.view) return
      stop.abort()
      stop = new AbortController()
      const { signal } = stop
      try {
        const found = now.search ? await fromSearch(now) : await fromCells(now, signal)
        if (signal.aborted) return
        items.value = found
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
