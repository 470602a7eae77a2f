import L from 'leaflet'
import { watch, type ShallowRef } from 'vue'
import type { Geometry } from './geojson.ts'
import { patternId, type PlanArea } from './plan.ts'

type Plan = { territory: Geometry | null; areas: PlanArea[]; chosenArea: string | null }

const line = (geometry: Geometry, options: L.PathOptions) =>
  new L.GeoJSON(geometry, {
    style: { ...options, interactive: false } as L.PathOptions,
    interactive: false,
  } as never)

function lettering(area: PlanArea, middle: L.LatLng) {
  const text = document.createElement('span')
  text.textContent = area.label
  return new L.Marker(middle, {
    icon: new L.DivIcon({ html: text, className: 'plan-lettering', iconSize: [0, 0] }),
    interactive: false,
    keyboard: false,
    // Contributions lie above the words of the drawing.
    zIndexOffset: -1000,
  })
}

/** Draws the territory and the parts of its plan, and letters the parts that are large enough to read. */
export function usePlan(map: ShallowRef<L.Map | null>, prefix: string, plan: () => Plan) {
  let layers: L.Layer[] = []
  let letterings: { area: L.GeoJSON; marker: L.Marker; letters: number }[] = []

  function letter(here: L.Map) {
    for (const { area, marker, letters } of letterings) {
      const bounds = area.getBounds()
      const width =
        here.latLngToLayerPoint(bounds.getNorthEast()).x - here.latLngToLayerPoint(bounds.getSouthWest()).x
      if (width > letters * 9 + 16) marker.addTo(here)
      else marker.remove()
    }
  }

  function redraw(here: L.Map, { territory, areas, chosenArea }: Plan) {
    for (const layer of [...layers, ...letterings.map(({ marker }) => marker)]) layer.remove()
    layers = []
    letterings = []
    for (const area of areas) {
      const drawn = line(area.geometry, {
        className: area.id === chosenArea ? 'plan-area chosen' : 'plan-area',
        fillColor: `url(#${patternId(prefix, area.fill)})`,
        fillOpacity: 1,
        weight: area.id === chosenArea ? 4 : 1,
      }).addTo(here)
      layers.push(drawn)
      // The new street is a thin cross: its middle lies outside of it more often than not.
      if (area.fill === 'street') continue
      const middle = drawn.getBounds().getCenter()
      letterings.push({ area: drawn, marker: lettering(area, middle), letters: area.label.length })
    }
    if (territory) {
      layers.push(line(territory, { className: 'plan-boundary-halo', fill: false, weight: 7 }).addTo(here))
      layers.push(
        line(territory, { className: 'plan-boundary', fill: false, weight: 3.5, dashArray: '11 7' }).addTo(
          here,
        ),
      )
    }
    letter(here)
  }

  watch(
    [map, plan],
    ([here, wanted], [before]) => {
      if (!here) return
      if (here !== before) here.on('zoomend', () => letter(here))
      redraw(here, wanted)
    },
    { immediate: true },
  )
}
