import { onBeforeUnmount, onMounted, ref, shallowRef, type Ref } from 'vue'
import { ask } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import type { Fault } from '../../api/outcome.ts'
import { StaffProceduresDocument, type StaffRowFragment } from '../../gql/graphql.ts'

const FRESH_MS = 60_000

/** The procedures of the viewer's authority, all of them; asked again while somebody looks at them. */
export function useStaffProcedures(tenant: Ref<string>) {
  const rows = shallowRef<StaffRowFragment[] | null>(null)
  const fault = ref<Fault | null>(null)
  const asOf = ref<Date | null>(null)
  const mayCreate = ref<boolean | null>(null)
  let asking = false

  async function refresh() {
    if (asking) return
    asking = true
    const found: StaffRowFragment[] = []
    let after: string | null = null
    do {
      const outcome: Awaited<ReturnType<typeof page>> = await page(after)
      fault.value = outcome.fault
      if (outcome.fault) break
      const { nodes, endCursor, hasNext, viewerMayCreate } = outcome.data.staffProcedures
      mayCreate.value = viewerMayCreate.may
      found.push(...nodes)
      after = hasNext ? (endCursor ?? null) : null
    } while (after)
    asking = false
    if (fault.value) return
    rows.value = found
    asOf.value = new Date()
  }
  const page = (after: string | null) =>
    ask(StaffProceduresDocument, { tenant: tenant.value, after }, privately)

  const whenSeen = () => document.visibilityState === 'visible' && void refresh()
  let timer: number | undefined
  onMounted(() => {
    void refresh()
    timer = window.setInterval(whenSeen, FRESH_MS)
    document.addEventListener('visibilitychange', whenSeen)
  })
  onBeforeUnmount(() => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', whenSeen)
  })
  return { rows, fault, asOf, mayCreate, refresh }
}
