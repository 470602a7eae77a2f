import { BASE_MAP_VERSION } from '@mitsprache/terms'
import L from 'leaflet'
import { ref, watch, type ShallowRef } from 'vue'
import { useTheme } from '../ui/theme.ts'
import { ZOOM } from './use-leaflet.ts'

/** The base map from our own server, drawn twice: for the light and for the dark. */
export function useTiles(map: ShallowRef<L.Map | null>, hidden: () => boolean = () => false) {
  const { shown } = useTheme()
  /** No tile came although some were asked for: the map is blank and somebody should say so. */
  const blank = ref(false)
  let layer: L.TileLayer | null = null

  watch(
    [map, shown, hidden],
    ([here, theme, isHidden]) => {
      layer?.remove()
      layer = null
      if (isHidden) blank.value = false
      if (!here || isHidden) return
      let arrived = 0
      let failed = 0
      const tiles = new L.TileLayer('/tiles/town/{theme}/{z}/{x}/{y}{r}.png?v={version}', {
        theme,
        version: BASE_MAP_VERSION,
        minZoom: ZOOM.least,
        maxZoom: ZOOM.most,
        keepBuffer: 3,
      } as L.TileLayerOptions)
      tiles.on('tileload', () => {
        arrived += 1
        blank.value = false
      })
      tiles.on('tileerror', () => {
        failed += 1
        blank.value = arrived === 0 && failed > 2
      })
      layer = tiles.addTo(here)
    },
    { immediate: true },
  )
  return { blank, retry: () => layer?.redraw() }
}
