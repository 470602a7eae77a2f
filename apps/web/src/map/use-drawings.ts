import L from 'leaflet'
import { watch, type ShallowRef } from 'vue'
import { useTheme } from '../ui/theme.ts'
import type { MapDrawing } from './drawing.ts'
import { toBounds, ZOOM } from './use-leaflet.ts'

const PANE = 'drawings'

/** Lays pictures of the plan over the streets and under all that is drawn; the last one lies on top. */
export function useDrawings(map: ShallowRef<L.Map | null>, drawings: () => MapDrawing[]) {
  const { shown } = useTheme()
  const laid = new Map<string, L.TileLayer>()

  function dress(here: L.Map, theme: string) {
    const pane = here.getPane(PANE) ?? here.createPane(PANE)
    // Tiles lie at 200, what is drawn begins at 400.
    pane.style.zIndex = '300'
    pane.style.pointerEvents = 'none'
    // White paper glares among dark streets; its colours stay what the legend says.
    pane.style.filter = theme === 'dark' ? 'brightness(0.8)' : ''
  }

  watch(
    [map, drawings, shown],
    ([here, wanted, theme]) => {
      if (!here) return laid.clear()
      dress(here, theme)
      const urls = new Set(wanted.map(({ tilesUrl }) => tilesUrl))
      for (const [url, layer] of laid)
        if (!urls.has(url)) {
          layer.remove()
          laid.delete(url)
        }
      for (const [order, { tilesUrl, bounds, opacity }] of wanted.entries()) {
        const there = laid.get(tilesUrl)
        if (there) there.setOpacity(opacity).setZIndex(order)
        else
          laid.set(
            tilesUrl,
            new L.TileLayer(tilesUrl, {
              pane: PANE,
              bounds: toBounds(bounds),
              minZoom: ZOOM.least,
              maxZoom: ZOOM.most,
              opacity,
              zIndex: order,
            }).addTo(here),
          )
      }
    },
    { immediate: true },
  )
}
