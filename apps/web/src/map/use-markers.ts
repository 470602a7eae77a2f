import L from 'leaflet'
import { h, render, watch, type ShallowRef } from 'vue'
import type { MapMarker } from './marker.ts'
import MarkerFace from './MarkerFace.vue'
import { placeLabels, type Box, type PinOnMap } from './pin-labels.ts'
import { toLatLng } from './use-leaflet.ts'

const clusterSize = (count: number) => (count < 10 ? 44 : count < 100 ? 48 : count < 1000 ? 54 : 60)

function iconOf(marker: MapMarker) {
  const face = document.createElement('div')
  face.className = 'marker-face'
  render(h(MarkerFace, { marker }), face)
  const side = marker.kind === 'cluster' ? clusterSize(marker.count) : 40
  const pinned = marker.kind === 'pin' || marker.kind === 'place'
  return new L.DivIcon({
    html: face,
    className: 'marker',
    iconSize: pinned ? [40, 50] : [side, side],
    iconAnchor: pinned ? [20, 48] : [side / 2, side / 2],
  })
}

/**
 * Draws the markers and keeps one of them, not all, in the tab order (roving tabindex): the arrow keys
 * lead from one to the next. A place is no button, it only stands there.
 */
export function useMarkers(
  map: ShallowRef<L.Map | null>,
  markers: () => MapMarker[],
  still: () => boolean,
  choose: (id: string) => void,
) {
  const drawn = new Map<string, { sign: string; layer: L.Marker }>()

  const buttons = () =>
    [...drawn.values()]
      .map(({ layer }) => layer.getElement())
      .filter((el) => el?.getAttribute('role') === 'button')

  function rove(to: HTMLElement | null | undefined) {
    for (const element of buttons()) element!.tabIndex = element === to ? 0 : -1
  }

  function onKey(event: KeyboardEvent, id: string) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter' || event.key === ' ') choose(id)
    else if (step) {
      const all = buttons()
      const next = all[(all.indexOf(event.currentTarget as HTMLElement) + step + all.length) % all.length]
      rove(next)
      next?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  function draw(here: L.Map, marker: MapMarker) {
    const acts = !still() && marker.kind !== 'place'
    const layer = new L.Marker(toLatLng(marker.at), {
      icon: iconOf(marker),
      interactive: acts,
      keyboard: false,
      zIndexOffset: 'chosen' in marker && marker.chosen ? 1000 : 0,
    }).addTo(here)
    const element = layer.getElement()!
    element.setAttribute('aria-label', marker.name)
    element.setAttribute('role', acts ? 'button' : 'img')
    if (!acts) return layer
    element.title = marker.name
    element.tabIndex = -1
    layer.on('click', () => choose(marker.id))
    element.addEventListener('keydown', (event) => onKey(event, marker.id))
    return layer
  }

  function redraw(here: L.Map, wanted: MapMarker[]) {
    const focused = [...drawn].find(([, { layer }]) => layer.getElement() === document.activeElement)?.[0]
    const signs = new Map(wanted.map((marker) => [marker.id, JSON.stringify(marker)]))
    for (const [id, { sign, layer }] of drawn)
      if (signs.get(id) !== sign) {
        layer.remove()
        drawn.delete(id)
      }
    for (const marker of wanted)
      if (!drawn.has(marker.id))
        drawn.set(marker.id, { sign: signs.get(marker.id)!, layer: draw(here, marker) })
    const again = focused ? drawn.get(focused)?.layer.getElement() : null
    again?.focus({ preventScroll: true })
    rove(again ?? buttons()[0])
  }

  /** Labels stand where they cover nothing; asked again whenever the view has changed. */
  function arrangeLabels(here: L.Map) {
    const { x: width, y: height } = here.getSize()
    const pins: PinOnMap[] = []
    for (const [id, { layer }] of drawn) {
      const label = layer.getElement()?.querySelector<HTMLElement>('.label')
      if (label)
        pins.push({ id, ...here.latLngToContainerPoint(layer.getLatLng()), labelWidth: label.offsetWidth })
    }
    const controls: Box = { left: width - 72, top: 0, right: width, bottom: 124 }
    for (const [id, side] of placeLabels(pins, { width, height }, [controls])) {
      const { classList } = drawn.get(id)!.layer.getElement()!
      for (const other of ['left', 'below', 'none']) classList.toggle(`label-${other}`, side === other)
    }
  }

  watch(map, (here) => here?.on('moveend zoomend resize', () => arrangeLabels(here)), { immediate: true })

  watch(
    [map, markers],
    ([here, wanted]) => {
      if (!here) return drawn.clear()
      redraw(here, wanted)
      arrangeLabels(here)
    },
    { immediate: true },
  )
}
