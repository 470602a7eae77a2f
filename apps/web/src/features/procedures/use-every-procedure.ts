import { computed, ref, shallowRef, watch } from 'vue'
import { ask } from '../../api/ask.ts'
import type { Fault } from '../../api/outcome.ts'
import {
  EveryProcedureDocument,
  type EveryProcedureQueryVariables,
  type ProcedureRowFragment,
} from '../../gql/graphql.ts'

export type Wanted = Omit<EveryProcedureQueryVariables, 'after'>

/** The procedures of the whole installation that fit, page after page, in the order in which the server has them. */
export function useEveryProcedure(wanted: () => Wanted | null) {
  const procedures = shallowRef<ProcedureRowFragment[] | null>(null)
  const fault = ref<Fault | null>(null)
  const waiting = ref(false)
  const next = ref<string | null>(null)
  let turn = 0

  async function load(after: string | null) {
    const asked = wanted()
    if (!asked) return
    const mine = ++turn
    waiting.value = true
    const outcome = await ask(EveryProcedureDocument, { ...asked, after })
    // Somebody typed on: what was asked for before is no answer any more.
    if (mine !== turn) return
    waiting.value = false
    fault.value = outcome.fault
    if (!outcome.data) return
    const { nodes, endCursor, hasNext } = outcome.data.procedures
    procedures.value = after ? [...(procedures.value ?? []), ...nodes] : nodes
    next.value = hasNext ? (endCursor ?? null) : null
  }

  watch(
    () => JSON.stringify(wanted()),
    () => void load(null),
    { immediate: true },
  )
  return {
    procedures,
    fault,
    waiting,
    hasMore: computed(() => next.value !== null),
    more: () => load(next.value),
    again: () => load(null),
  }
}
