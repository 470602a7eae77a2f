import { computed, ref, watch, type Ref } from 'vue'
import type { Item } from './queue-state.ts'
import type { useQueue } from './use-queue.ts'

/**
 * The contribution one looks at: the one the address names, also where it is not among the loaded; without one
 * the first, where there is room beside the list.
 */
export function useChosenItem(
  { items, waiting, fetchOne }: Pick<ReturnType<typeof useQueue>, 'items' | 'waiting' | 'fetchOne'>,
  chosen: Ref<string | null>,
  beside: Ref<boolean>,
) {
  const elsewhere = ref<Item | null>(null)
  const item = computed<Item | null>(() => {
    const id = chosen.value ?? (beside.value ? (items.value[0]?.id ?? null) : null)
    return items.value.find((each) => each.id === id) ?? (elsewhere.value?.id === id ? elsewhere.value : null)
  })
  watch(
    [chosen, waiting],
    async ([id, loading]) => {
      if (id && !loading && !items.value.some((each) => each.id === id)) elsewhere.value = await fetchOne(id)
    },
    { immediate: true },
  )
  return { item, elsewhere }
}
