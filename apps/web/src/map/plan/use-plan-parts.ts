import { computed, shallowRef, watch } from 'vue'
import { useLanguage } from '../../ui/language.ts'
import { planLabel, type PlanArea } from '../plan.ts'
import { loadPlan, type PlanPart } from './plan-part.ts'

/**
 * The parts of a procedure's plan, and the same as the map draws them.
 *
 * @param url `planUrl` of the procedure; nothing is asked while it is empty
 */
export function usePlanParts(url: () => string | null | undefined) {
  const { read } = useLanguage()
  const parts = shallowRef<PlanPart[]>([])
  const state = shallowRef<'none' | 'waiting' | 'here' | 'failed'>('none')

  async function load() {
    const wanted = url()
    if (!wanted) {
      parts.value = []
      state.value = 'none'
      return
    }
    state.value = 'waiting'
    try {
      const found = await loadPlan(wanted)
      if (url() !== wanted) return
      parts.value = found
      state.value = 'here'
    } catch {
      if (url() === wanted) state.value = 'failed'
    }
  }
  watch(url, load, { immediate: true })

  const areas = computed<PlanArea[]>(() =>
    parts.value.map(({ id, style, geometry, name, designation, storeys }) => ({
      id,
      style,
      geometry,
      label: planLabel({ name: read(name), designation, storeys }),
    })),
  )
  return { parts, areas, state, again: load }
}
