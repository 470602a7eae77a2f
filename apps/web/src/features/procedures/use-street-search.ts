import { onBeforeUnmount, ref, watch } from 'vue'
import { ask } from '../../api/ask.ts'
import { privately } from '../../api/client.ts'
import { PlacesDocument } from '../../gql/graphql.ts'
import type { Position } from '../../map/index.ts'
import { splitHouseNumber } from './nearby-parts.ts'

export type FoundStreet = { label: string; detail: string | null; at: Position }

const PAUSE_MS = 200

/**
 * Looks for a street while it is typed.
 *
 * Only the name of the street leaves the device, never its number; and it goes as a private question, so that
 * it stands in no address and in no cache.
 */
export function useStreetSearch(procedureId: () => string) {
  const text = ref('')
  const streets = ref<FoundStreet[]>([])
  const searched = ref('')
  const failed = ref(false)
  let timer: number | undefined

  async function look() {
    const { street } = splitHouseNumber(text.value)
    if (street.length < 2) {
      streets.value = []
      return
    }
    const { data } = await ask(PlacesDocument, { procedureId: procedureId(), search: street }, privately)
    if (street !== splitHouseNumber(text.value).street) return
    failed.value = data === null
    searched.value = street
    streets.value = (data?.places ?? []).flatMap(({ kind, label, detail, geometry }) =>
      kind === 'street' && geometry?.type === 'Point'
        ? [{ label, detail: detail ?? null, at: geometry.coordinates }]
        : [],
    )
  }
  function typed() {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void look(), PAUSE_MS)
  }
  watch(text, (now) => {
    if (!now.trim()) searched.value = ''
  })
  onBeforeUnmount(() => window.clearTimeout(timer))
  return { text, streets, searched, failed, typed, look }
}
