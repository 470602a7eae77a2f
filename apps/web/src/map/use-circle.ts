import L from 'leaflet'
import { watch, type ShallowRef } from 'vue'
import type { Position } from './geojson.ts'
import { toLatLng } from './use-leaflet.ts'

/** Draws a dotted circle round a point, with a halo so that it shows on plan and paper alike. */
export function useCircle(
  map: ShallowRef<L.Map | null>,
  circle: () => { at: Position; radiusM: number } | null,
) {
  let layers: L.Layer[] = []
  watch(
    [map, circle],
    ([here, wanted]) => {
      for (const layer of layers) layer.remove()
      layers = []
      if (!here || !wanted) return
      layers = ['circle', 'circle ink'].map((className) =>
        new L.Circle(toLatLng(wanted.at), {
          radius: wanted.radiusM,
          className,
          interactive: false,
          fill: false,
        }).addTo(here),
      )
    },
    { immediate: true },
  )
}
