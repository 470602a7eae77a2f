import L from 'leaflet'
import { onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import type { Bbox, Position } from './geojson.ts'

export type MapStart = {
  center?: Position | null
  zoom?: number
  bounds?: Bbox | null
  closest?: number
  still?: boolean
}

export const toLatLng = ([lon, lat]: Position) => new L.LatLng(lat!, lon!)
export const toBounds = ([west, south, east, north]: Bbox) => new L.LatLngBounds([south, west], [north, east])
export const toBbox = (bounds: L.LatLngBounds): Bbox => [
  bounds.getWest(),
  bounds.getSouth(),
  bounds.getEast(),
  bounds.getNorth(),
]

export const ZOOM = { least: 11, most: 19 } as const

/** Shows the wished part of the world: a box if there is one, else a middle and a zoom. */
export function lookAt(map: L.Map, start: MapStart) {
  // Room for controls on the right and for the labels of pins, which hang to their right.
  const size = map.getSize()
  const margin = Math.min(48, size.x / 10, size.y / 10)
  if (start.bounds)
    map.fitBounds(toBounds(start.bounds), {
      paddingTopLeft: [margin, margin],
      paddingBottomRight: [start.closest && size.x > 600 ? 200 : margin, margin],
      maxZoom: start.closest ?? 18,
      animate: false,
    })
  else map.setView(toLatLng(start.center ?? [0, 0]), start.zoom ?? 13, { animate: false })
}

/** A Leaflet map for as long as the component lives. */
export function useLeaflet(holder: Readonly<Ref<HTMLElement | null>>, start: () => MapStart) {
  const map = shallowRef<L.Map | null>(null)
  let observer: ResizeObserver | null = null

  onMounted(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const still = start().still ?? false
    const made = new L.Map(holder.value!, {
      zoomControl: false,
      attributionControl: false,
      minZoom: ZOOM.least,
      maxZoom: ZOOM.most,
      // Arrow keys mean more than panning while a place is being set; MapView listens itself.
      keyboard: false,
      dragging: !still,
      touchZoom: !still,
      doubleClickZoom: !still,
      boxZoom: false,
      // The wheel belongs to the page; people zoom by buttons, pinch or keys.
      scrollWheelZoom: false,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      markerZoomAnimation: !calm,
      inertia: !calm,
    })
    lookAt(made, start())
    map.value = made
    observer = new ResizeObserver(() => {
      const wasHidden = made.getSize().x === 0
      made.invalidateSize({ animate: false })
      // What was to be seen could not be fitted into nothing.
      if (wasHidden) lookAt(made, start())
    })
    observer.observe(holder.value!)
  })
  onBeforeUnmount(() => {
    observer?.disconnect()
    map.value?.remove()
    map.value = null
  })
  return map
}
