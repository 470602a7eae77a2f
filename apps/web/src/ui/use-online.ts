import { onBeforeUnmount, ref } from 'vue'

/** What the device believes about its connection. */
export function useOnline() {
  const online = ref(window.navigator.onLine)
  const up = () => (online.value = true)
  const down = () => (online.value = false)
  window.addEventListener('online', up)
  window.addEventListener('offline', down)
  onBeforeUnmount(() => {
    window.removeEventListener('online', up)
    window.removeEventListener('offline', down)
  })
  return online
}
