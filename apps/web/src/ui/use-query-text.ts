import { onBeforeUnmount, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

const PAUSE_MS = 300

/** Text typed into a search, kept in the address under `key`; it settles when the typing pauses. */
export function useQueryText(key: string, most: number) {
  const route = useRoute()
  const router = useRouter()
  const inUrl = () => (typeof route.query[key] === 'string' ? route.query[key] : '').slice(0, most)
  const typed = ref(inUrl())
  const settled = ref(inUrl().trim())
  let timer: number | undefined

  watch(typed, (text) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      settled.value = text.trim().slice(0, most)
      if (settled.value !== inUrl())
        void router.replace({ query: { ...route.query, [key]: settled.value || undefined } })
    }, PAUSE_MS)
  })
  // Back and forward change the address; the field follows.
  watch(inUrl, (text) => {
    if (text === settled.value) return
    typed.value = text
    settled.value = text
  })
  onBeforeUnmount(() => window.clearTimeout(timer))
  return { typed, settled }
}
