import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useAsk } from '../api/use-ask.ts'
import { MapLayersDocument, type LayerShownFragment } from '../gql/graphql.ts'
import type { MapLayer, MapLayerChange, MapLayers } from '../map/layers.ts'
import { useLanguage } from '../ui/language.ts'

type Chosen = Record<string, MapLayerChange>
const keyOf = (slug: string) => `mitsprache.layers.${slug}`

/** A layer as the map takes it, in the language of the page. */
export function useLayerWords() {
  const { read, langOf } = useLanguage()
  return ({ title, legend, kind, ...layer }: LayerShownFragment): MapLayer => ({
    ...layer,
    title: read(title),
    lang: langOf(title),
    legend: legend ? read(legend) : '',
    isTiled: kind !== 'geojson',
  })
}

/** What the authority of the page lays on its maps, and what somebody chose of it: that stays on this device. */
export function useTenantLayers(): MapLayers {
  const route = useRoute()
  const toLayer = useLayerWords()
  const slug = computed(() => (typeof route.params.tenant === 'string' ? route.params.tenant : null))
  const wanted = ref(false)
  const { data } = useAsk(MapLayersDocument, () =>
    wanted.value && slug.value ? { tenant: slug.value } : null,
  )
  const chosen = ref<Chosen>({})
  watch(slug, (here) => (chosen.value = here ? recall(here) : {}), { immediate: true })
  const layers = computed(() =>
    slug.value
      ? (data.value?.mapLayers ?? []).map((layer) => ({ ...toLayer(layer), ...chosen.value[layer.id] }))
      : [],
  )
  return {
    layers,
    inWords: computed(() => slug.value && `/t/${slug.value}/map-contents`),
    want: () => (wanted.value = true),
    change(id, to) {
      chosen.value = { ...chosen.value, [id]: { ...chosen.value[id], ...to } }
      if (slug.value) remember(slug.value, chosen.value)
    },
  }
}

function recall(slug: string): Chosen {
  try {
    return (JSON.parse(window.localStorage.getItem(keyOf(slug)) ?? '{}') ?? {}) as Chosen
  } catch {
    return {}
  }
}

function remember(slug: string, chosen: Chosen) {
  try {
    window.localStorage.setItem(keyOf(slug), JSON.stringify(chosen))
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
  }
}
