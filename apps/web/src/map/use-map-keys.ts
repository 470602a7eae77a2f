import type L from 'leaflet'
import { computed, onMounted, type Ref } from 'vue'

type Keys = {
  /** Null as long as there is no map, and where it is a picture nobody moves. */
  map: () => L.Map | null
  placing: () => boolean
  /** East and north, each -1, 0 or 1; `fine` with Shift. */
  step: (towards: readonly [east: number, north: number], fine: boolean) => void
  place: () => void
  leave: () => void
}

const ARROWS: Record<string, readonly [east: number, north: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/**
 * The keys of everything that pans: arrows move it, + and - zoom; while placing, Enter sets and Esc leaves.
 *
 * They listen on the holder itself, beside Leaflet, and only while it has the focus, not a marker in it.
 */
export function useMapKeys(holder: Readonly<Ref<HTMLElement | null>>, keys: Keys) {
  function onKey(event: KeyboardEvent) {
    const map = keys.map()
    if (!map || event.target !== holder.value || event.ctrlKey || event.metaKey || event.altKey) return
    const arrow = ARROWS[event.key]
    if (arrow) keys.step(arrow, event.shiftKey)
    else if (event.key === '+' || event.key === '=') map.zoomIn()
    else if (event.key === '-') map.zoomOut()
    else if (event.key === 'Enter' && keys.placing()) keys.place()
    else if (event.key === 'Escape' && keys.placing()) keys.leave()
    else return
    event.preventDefault()
  }
  onMounted(() => holder.value?.addEventListener('keydown', onKey))

  return { role: computed(() => (keys.placing() ? 'application' : 'region')) }
}
