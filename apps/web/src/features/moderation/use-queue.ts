import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { ask, tell } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import type { Fault } from '../../api/outcome.ts'
import {
  DecideVisibilityDocument,
  ModerationItemDocument,
  ModerationQueueDocument,
  type Decision,
  type WithholdReason,
} from '../../gql/graphql.ts'
import { afterDecision, withPage, type Item, type Shelf } from './queue-state.ts'

export type Verdict = {
  decision: Decision
  reason?: WithholdReason
  reasonText?: string
  withFiles?: boolean
}
export type Result =
  | { kind: 'decided'; item: Item; openCount: number; next: string | null }
  | { kind: 'already'; item: Item }
  | { kind: 'tooLong' }
  | { kind: 'fault'; fault: Fault }

type Place = { tenant: string; procedure: string | null; shelf: Shelf }

/**
 * One shelf of the moderation, page by page. Decisions are laid over it here instead of asking again: the
 * list must not move under the cursor.
 */
export function useQueue(place: Ref<Place>) {
  const items = shallowRef<Item[]>([])
  const openCount = ref<number | null>(null)
  const waiting = ref(true)
  const fault = ref<Fault | null>(null)
  const cursor = ref<string | null>(null)
  let turn = 0

  async function load(after: string | null) {
    const mine = after ? turn : ++turn
    waiting.value = true
    const { tenant, procedure, shelf } = place.value
    const outcome = await ask(
      ModerationQueueDocument,
      { tenant, procedureId: procedure, visibility: shelf, after },
      privately,
    )
    // The filter has moved on meanwhile; this answer belongs to a question nobody asks any more.
    if (mine !== turn) return
    waiting.value = false
    fault.value = outcome.fault
    if (!outcome.data) return
    const page = outcome.data.moderationQueue
    items.value = after ? withPage(items.value, page.nodes) : page.nodes
    cursor.value = page.hasNext ? (page.endCursor ?? null) : null
    openCount.value = page.openCount
  }
  const restart = () => {
    items.value = []
    cursor.value = null
    return load(null)
  }
  watch(place, (now, before) => JSON.stringify(now) !== JSON.stringify(before) && void restart(), {
    immediate: true,
  })

  async function decide(item: Item, verdict: Verdict): Promise<Result> {
    const { data, fault: failed } = await tell(DecideVisibilityDocument, {
      tenant: place.value.tenant,
      input: { contributionId: item.id, version: item.version, ...verdict },
    })
    if (!data) return { kind: 'fault', fault: failed }
    const answer = data.decideVisibility
    if (answer.__typename === 'InputRefused') return { kind: 'tooLong' }
    if (answer.__typename === 'AlreadyDecided') {
      items.value = items.value.map((each) => (each.id === item.id ? answer.item : each))
      return { kind: 'already', item: answer.item }
    }
    const after = afterDecision(items.value, answer.item, place.value.shelf)
    items.value = after.items
    openCount.value = answer.openCount
    return { kind: 'decided', item: answer.item, openCount: answer.openCount, next: after.next }
  }

  /** One that a link names and that is not among the loaded. */
  async function fetchOne(id: string) {
    const { data } = await ask(ModerationItemDocument, { tenant: place.value.tenant, id }, privately)
    return data?.moderationItem ?? null
  }

  return {
    items,
    openCount,
    waiting,
    fault,
    hasMore: computed(() => cursor.value !== null),
    more: () => (cursor.value && !waiting.value ? load(cursor.value) : Promise.resolve()),
    restart,
    decide,
    fetchOne,
  }
}
