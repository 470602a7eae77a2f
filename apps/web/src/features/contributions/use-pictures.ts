import { onBeforeUnmount, reactive, watch } from 'vue'

/**
 * Pictures that no address leads to, such as what lies on this device only, as addresses for this page.
 *
 * @param wanted ids of the pictures to show; what is no longer wanted is let go.
 */
export function usePictures(wanted: () => string[], contentOf: (id: string) => Promise<Blob | null>) {
  const urls = reactive<Record<string, string>>({})
  let gone = false

  async function show(id: string) {
    const content = await contentOf(id)
    if (content && !gone && !urls[id] && wanted().includes(id)) urls[id] = URL.createObjectURL(content)
  }
  function letGo(id: string) {
    URL.revokeObjectURL(urls[id]!)
    delete urls[id]
  }
  watch(
    wanted,
    (ids) => {
      for (const id of Object.keys(urls)) if (!ids.includes(id)) letGo(id)
      for (const id of ids) if (!urls[id]) void show(id)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    gone = true
    Object.keys(urls).forEach(letGo)
  })
  return urls
}
