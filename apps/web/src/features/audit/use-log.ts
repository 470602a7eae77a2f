import { EVENT_KIND_WORDS, isId } from '@mitsprache/terms'
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { ask } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import type { Fault } from '../../api/outcome.ts'
import { AuditLogDocument, type AuditLogQuery, type EventKind } from '../../gql/graphql.ts'

export type Logged = AuditLogQuery['auditLog']['nodes'][number]
export const FILTERS = ['kind', 'actor', 'procedure', 'from', 'until'] as const
export type FilterName = (typeof FILTERS)[number]

/** What a link may carry; anything else is no filter. */
const FORM: Record<FilterName, (value: string) => boolean> = {
  kind: (value) => EVENT_KIND_WORDS.some((kind) => kind === value),
  actor: isId,
  procedure: isId,
  from: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  until: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
}

/** The log, narrowed as the address says, page by page. */
export function useLog() {
  const route = useRoute()
  const router = useRouter()
  const tenant = computed(() => String(route.params.tenant))
  const chosen = computed(() => {
    const one: Partial<Record<FilterName, string>> = {}
    for (const name of FILTERS) {
      const value = route.query[name]
      if (typeof value === 'string' && FORM[name](value)) one[name] = value
    }
    return one
  })
  const events = shallowRef<Logged[] | null>(null)
  const cursor = ref<string | null>(null)
  const waiting = ref(false)
  const fault = ref<Fault | null>(null)
  let turn = 0

  async function load(after: string | null) {
    const mine = after ? turn : ++turn
    waiting.value = true
    const { kind, actor, procedure, from, until } = chosen.value
    const filter = {
      kind: kind as EventKind | undefined,
      actorId: actor,
      procedureId: procedure,
      from,
      until,
    }
    const { data, fault: failed } = await ask(
      AuditLogDocument,
      { tenant: tenant.value, filter, after },
      privately,
    )
    // The filter has moved on meanwhile.
    if (mine !== turn) return
    waiting.value = false
    fault.value = failed
    if (!data) return
    const { nodes, hasNext, endCursor } = data.auditLog
    events.value = after ? [...(events.value ?? []), ...nodes] : nodes
    cursor.value = hasNext ? (endCursor ?? null) : null
  }
  watch(
    () => JSON.stringify([tenant.value, chosen.value]),
    () => void load(null),
    { immediate: true },
  )

  return {
    tenant,
    chosen,
    events,
    waiting,
    fault,
    hasMore: computed(() => cursor.value !== null),
    more: () => cursor.value && load(cursor.value),
    again: () => load(null),
    choose: (name: FilterName, value: string) =>
      router.replace({ query: { ...route.query, [name]: value || undefined } }),
    fileUrl: computed(() => `/audit/${tenant.value}.csv?${new URLSearchParams(chosen.value).toString()}`),
  }
}
