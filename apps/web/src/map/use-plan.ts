import L from 'leaflet'
import { watch, type ShallowRef } from 'vue'
import type { Geometry } from './geojson.ts'
import { patternId, type PlanArea } from './plan.ts'

type Plan = {
  territory?: Geometry | null
  areas?: PlanArea[]
  chosenArea?: string | null
  pickable?: boolean
}
type Drawn = { area: PlanArea; layer: L.GeoJSON; path: L.Path; lettering: L.Marker | null }

const line = (geometry: Geometry, options: L.PathOptions, interactive = false) =>
  new L.GeoJSON(geometry, { style: { ...options, interactive } as L.PathOptions, interactive } as never)

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
export function usePlan(
  map: ShallowRef<L.Map | null>,
  prefix: string,
  plan: Plan,
  pick: (id: string) => void,
) {
  let drawn: Drawn[] = []
  let boundary: L.Layer[] = []

  function letter(here: L.Map) {
    for (const { area, layer, lettering: words } of drawn) {
      if (!words) continue
      const bounds = layer.getBounds()
      const width =
        here.latLngToLayerPoint(bounds.getNorthEast()).x - here.latLngToLayerPoint(bounds.getSouthWest()).x
      if (width > area.label.length * 9 + 16) words.addTo(here)
      else words.remove()
    }
  }

  function draw(here: L.Map, area: PlanArea): Drawn {
    const layer = line(
      area.geometry,
      {
        className: 'plan-area',
        fillColor: `url(#${patternId(prefix, area.fill)})`,
        fillOpacity: 1,
        weight: 1,
      },
      plan.pickable,
    ).addTo(here)
    if (plan.pickable) layer.on('click', () => pick(area.id))
    // The new street is a thin cross: its middle lies outside of it more often than not.
    const words = area.fill === 'street' ? null : lettering(area, layer.getBounds().getCenter())
    return { area, layer, path: layer.getLayers()[0] as L.Path, lettering: words }
  }

  function redraw(here: L.Map) {
    for (const { layer, lettering: words } of drawn) {
      layer.remove()
      words?.remove()
    }
    for (const layer of boundary) layer.remove()
    drawn = (plan.areas ?? []).map((area) => draw(here, area))
    boundary = []
    if (plan.territory)
      for (const options of [
        { className: 'plan-boundary-halo', weight: 7 },
        { className: 'plan-boundary', weight: 3.5, dashArray: '11 7' },
      ])
        boundary.push(line(plan.territory, { ...options, fill: false }).addTo(here))
    letter(here)
  }

  /** Only the outline changes: a plan of a thousand parts is not drawn anew for it. */
  function choose(id: string | null | undefined) {
    for (const { area, layer, path } of drawn) {
      const chosen = area.id === id
      layer.setStyle({ weight: chosen ? 4 : 1 })
      path.getElement()?.classList.toggle('chosen', chosen)
      if (chosen) layer.bringToFront()
    }
    for (const layer of boundary) (layer as L.GeoJSON).bringToFront()
  }

  watch(
    [map, () => plan.territory, () => plan.areas, () => plan.pickable],
    ([here], [before]) => {
      if (!here) return
      if (here !== before) here.on('zoomend', () => letter(here))
      redraw(here)
      choose(plan.chosenArea)
    },
    { immediate: true },
  )
  watch(
    () => plan.chosenArea,
    (id) => map.value && choose(id),
  )
}
