import L from 'leaflet'
import { ref, watch, type Ref, type ShallowRef } from 'vue'
import type { MapLayer } from './layers.ts'
import { ZOOM } from './use-leaflet.ts'

/** Streets lie at 200, drawings of the plan at 300. */
const PANES = { base: '210', over: '250' } as const
const FAILURES_MOST = 3

/**
 * Lays maps of others on ours, the last on top.
 *
 * @returns ids of those whose server gives nothing just now.
 */
export function useLayers(map: ShallowRef<L.Map | null>, wanted: () => MapLayer[]): Ref<Set<string>> {
  const failing = ref(new Set<string>())
  const laid = new Map<string, { url: string; layer: L.TileLayer | L.GeoJSON }>()
  const tell = (id: string, fails: boolean) => {
    if (failing.value.has(id) === fails) return
    const now = new Set(failing.value)
    if (fails) now.add(id)
    else now.delete(id)
    failing.value = now
  }

  watch(
    [map, wanted],
    ([here, shown]) => {
      if (!here) return laid.clear()
      for (const [id, { url, layer }] of laid)
        if (!shown.some((each) => each.id === id && each.url === url)) {
          layer.remove()
          laid.delete(id)
          tell(id, false)
        }
      for (const [order, each] of shown.entries()) {
        const there = laid.get(each.id)?.layer ?? lay(here, each, tell)
        laid.set(each.id, { url: each.url, layer: there })
        if (there instanceof L.TileLayer) there.setOpacity(each.opacity).setZIndex(order)
        else there.setStyle({ opacity: each.opacity, fillOpacity: each.opacity * 0.3 })
      }
    },
    { immediate: true },
  )
  return failing
}

type Tell = (id: string, fails: boolean) => void

function paneOf(here: L.Map, name: keyof typeof PANES): string {
  const pane = here.getPane(name) ?? here.createPane(name)
  pane.style.zIndex = PANES[name]
  pane.style.pointerEvents = 'none'
  return name
}

function lay(here: L.Map, layer: MapLayer, tell: Tell): L.TileLayer | L.GeoJSON {
  const pane = paneOf(here, layer.isBase ? 'base' : 'over')
  return layer.isTiled ? layTiles(here, layer, pane, tell) : layFeatures(here, layer, pane, tell)
}

function layTiles(
  here: L.Map,
  { id, url, zoomLeast, zoomMost }: MapLayer,
  pane: string,
  tell: Tell,
): L.TileLayer {
  let failures = 0
  const tiles = new L.TileLayer(url, {
    pane,
    minZoom: Math.max(ZOOM.least, zoomLeast),
    maxZoom: ZOOM.most,
    // Nearer than it goes its last tiles are shown larger.
    maxNativeZoom: Math.min(ZOOM.most, zoomMost),
  })
  tiles.on('tileload', () => {
    failures = 0
    tell(id, false)
  })
  tiles.on('tileerror', () => {
    failures += 1
    if (failures >= FAILURES_MOST) tell(id, true)
  })
  return tiles.addTo(here)
}

function layFeatures(here: L.Map, { id, url }: MapLayer, pane: string, tell: Tell): L.GeoJSON {
  const renderer = L.svg({ pane })
  const features = L.geoJSON(undefined, {
    pane,
    interactive: false,
    style: { className: 'other-layer', renderer } as L.PathOptions,
    pointToLayer: (_feature, at) =>
      new L.CircleMarker(at, { pane, renderer, radius: 6, interactive: false, className: 'other-layer' }),
  } as L.GeoJSONOptions)
  void load(url).then(
    (data) => {
      features.addData(data)
      tell(id, false)
    },
    () => tell(id, true),
  )
  return features.addTo(here)
}

async function load(url: string): Promise<GeoJSON.FeatureCollection> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as GeoJSON.FeatureCollection
}
