import { ref, watch } from 'vue'
import { ask } from '../../api/ask.ts'
import type { Fault } from '../../api/outcome.ts'
import { ContributionsDocument, type ContributionFactsFragment } from '../../gql/graphql.ts'

export type Wanted = { procedureId: string; categoryIds: string[]; search: string }

const PAGE = 8

/** The list, page after page; begins anew when the filter changes. */
export function useContributionPages(wanted: () => Wanted) {
  const rows = ref<ContributionFactsFragment[]>([])
  const hasNext = ref(false)
  const waiting = ref(true)
  const fault = ref<Fault | null>(null)
  let cursor: string | null = null
  let run = 0

  async function load(after: string | null) {
    const mine = ++run
    waiting.value = true
    const { procedureId, categoryIds, search } = wanted()
    const { data, fault: failed } = await ask(
      ContributionsDocument,
      {
        procedureId,
        categoryIds: categoryIds.length ? categoryIds : null,
        search: search || null,
        first: PAGE,
        after,
      },
      { requestPolicy: 'network-only' },
    )
    // A slow answer to an older question must not overwrite a newer one.
    if (mine !== run) return
    waiting.value = false
    fault.value = failed
    if (!data) return
    rows.value = after ? [...rows.value, ...data.contributions.nodes] : data.contributions.nodes
    hasNext.value = data.contributions.hasNext
    cursor = data.contributions.endCursor ?? null
  }

  watch(
    () => JSON.stringify(wanted()),
    () => load(null),
    { immediate: true },
  )
  return { rows, hasNext, waiting, fault, more: () => load(cursor), again: () => load(null) }
}
