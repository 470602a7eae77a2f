import { computed, onMounted, shallowRef } from 'vue'
import { ask } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import { StaffPlanDocument, type StaffPlanQuery } from '../../gql/graphql.ts'
import { partsOf, planLabel, type PlanAnswer, type PlanArea } from '../../map/index.ts'
import { useLanguage } from '../../ui/language.ts'

/** The plan of a procedure being set up: its parts in words, and the same as the map draws them. */
export function useStaffPlan(tenant: () => string, procedureId: () => string) {
  const { read } = useLanguage()
  const plan = shallowRef<StaffPlanQuery['staffPlan'] | null>(null)

  async function load() {
    const { data } = await ask(
      StaffPlanDocument,
      { tenant: tenant(), procedureId: procedureId() },
      { ...privately, requestPolicy: 'network-only' },
    )
    if (data) plan.value = data.staffPlan ?? null
  }
  onMounted(() => void load())

  const parts = computed(() => (plan.value ? partsOf(plan.value.drawing as unknown as PlanAnswer) : []))
  const areas = computed<PlanArea[]>(() =>
    parts.value.map(({ id, style, geometry, name, designation, storeys }) => ({
      id,
      style,
      geometry,
      label: planLabel({ name: read(name), designation, storeys }),
    })),
  )
  /** In the order of the legend: what is built first, single trees last. */
  const listed = computed(() => {
    const byId = new Map(plan.value?.parts.map((part) => [part.id, part]))
    return parts.value.flatMap(({ id }) => byId.get(id) ?? [])
  })
  return { plan, parts, listed, areas, load }
}
