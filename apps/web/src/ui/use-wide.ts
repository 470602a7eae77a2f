import { onBeforeUnmount, ref } from 'vue'

/** Whether there is room for a map beside or above words; below, people ask for it. */
export function useWide(leastPx = 768) {
  const query = window.matchMedia(`(min-width: ${leastPx}px)`)
  const wide = ref(query.matches)
  const follow = (event: MediaQueryListEvent) => (wide.value = event.matches)
  query.addEventListener('change', follow)
  onBeforeUnmount(() => query.removeEventListener('change', follow))
  return wide
}
