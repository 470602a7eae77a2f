import { ref } from 'vue'

/** The keys of a combobox with a list: arrows choose, Enter takes, Esc closes. The focus stays in the field. */
export function useListbox(count: () => number, take: (index: number) => void) {
  const open = ref(false)
  const active = ref(-1)

  function close() {
    open.value = false
    active.value = -1
  }
  function onKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count() === 0) return
      const step = event.key === 'ArrowDown' ? 1 : -1
      active.value = open.value ? (active.value + step + count()) % count() : step > 0 ? 0 : count() - 1
      if (active.value < 0) active.value = count() - 1
      open.value = true
    } else if (event.key === 'Enter' && open.value && active.value >= 0) take(active.value)
    else if (event.key === 'Escape' && open.value) close()
    else return
    event.preventDefault()
  }
  return { open, active, onKey, close }
}
