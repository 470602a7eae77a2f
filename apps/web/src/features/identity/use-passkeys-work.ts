import { onMounted, ref } from 'vue'
import { passkeysWork } from './passkeys.ts'

/** Whether passkeys work here; false until that is known. */
export function usePasskeysWork() {
  const canPasskey = ref(false)
  onMounted(async () => (canPasskey.value = await passkeysWork()))
  return canPasskey
}
