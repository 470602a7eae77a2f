import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { useSession, type SignInProblem } from '../../session/session.ts'
import { TOUR_STEPS } from './tour-steps.ts'

const KEY = 'mitsprache.tour'
type Kept = { tenant: string; at: number }

/** As long as the tab: whoever reloads in the middle of the tour goes on where they were. */
function remembered(): Kept | null {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null') as Kept | null
    return kept && typeof kept.tenant === 'string' && TOUR_STEPS[kept.at] ? kept : null
  } catch {
    // Storage can be forbidden, or hold what somebody else wrote; then the tour is not running.
    return null
  }
}

/** Which step of the tour one is at, and how to come to another. */
export const useTour = defineStore('tour', () => {
  const router = useRouter()
  const session = useSession()
  const kept = ref<Kept | null>(remembered())
  const busy = ref(false)
  const problem = ref<SignInProblem | null>(null)
  const step = computed(() => (kept.value ? (TOUR_STEPS[kept.value.at] ?? null) : null))

  watch(kept, (now) => {
    try {
      if (now) window.sessionStorage.setItem(KEY, JSON.stringify(now))
      else window.sessionStorage.removeItem(KEY)
    } catch {
      // As above: it then lasts until the page is left.
    }
  })

  /** Goes to a step's place, signed in as whom it needs. Stays where it is when the sign-in fails. */
  async function go(tenant: string, at: number) {
    const next = TOUR_STEPS[at]
    if (!next || busy.value) return
    busy.value = true
    problem.value =
      next.role === 'resident' || isHere(tenant, next.role)
        ? null
        : await session.signInAsSample(tenant, next.role)
    busy.value = false
    if (problem.value) return
    kept.value = { tenant, at }
    await router.push(next.place(tenant))
  }

  const isHere = (tenant: string, role: 'moderator' | 'planner') =>
    session.viewer?.tenantSlug === tenant && session.viewer.roles.join() === role

  function end() {
    kept.value = null
    problem.value = null
  }

  return {
    step,
    at: computed(() => kept.value?.at ?? 0),
    tenant: computed(() => kept.value?.tenant ?? null),
    busy,
    problem,
    go,
    end,
  }
})
