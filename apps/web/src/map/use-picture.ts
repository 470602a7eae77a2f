import L from 'leaflet'
import { onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from 'vue'
import type { Position } from './geojson.ts'

/** Side of the tiles the server cuts a picture into. */
const TILE_PX = 512

type Picture = { tilesUrl: string; widthPx: number; heightPx: number }

/** A Leaflet map of one picture, for as long as the component lives. Its plane is the picture at zoom 0, upside down. */
export function usePicture(holder: Readonly<Ref<HTMLElement | null>>, picture: Picture) {
  const map = shallowRef<L.Map | null>(null)
  const blank = ref(false)
  let layer: L.TileLayer | null = null
  let frame: L.Rectangle | null = null
  let observer: ResizeObserver | null = null

  /** The zoom at which a pixel of the screen is one of the picture. */
  const native = () =>
    Math.max(0, Math.ceil(Math.log2(Math.max(picture.widthPx, picture.heightPx) / TILE_PX)))
  const toPlane = ([x, y]: Position): Position => [x! / 2 ** native(), -y! / 2 ** native()]
  const toPixel = ({ lat, lng }: L.LatLng): Position => [lng * 2 ** native(), -lat * 2 ** native()]
  const bounds = () => {
    const [lng, lat] = toPlane([picture.widthPx, picture.heightPx])
    return new L.LatLngBounds([0, 0], [lat!, lng!])
  }
  const whole = () => map.value?.fitBounds(bounds(), { animate: false })

  function lay(here: L.Map) {
    layer?.remove()
    frame?.remove()
    here.setMaxZoom(native() + 2)
    let arrived = 0
    layer = new L.TileLayer(picture.tilesUrl, {
      tileSize: TILE_PX,
      bounds: bounds(),
      minZoom: -3,
      minNativeZoom: 0,
      maxNativeZoom: native(),
      maxZoom: native() + 2,
      noWrap: true,
      keepBuffer: 3,
    })
    layer.on('tileload', () => {
      arrived += 1
      blank.value = false
    })
    layer.on('tileerror', () => (blank.value = arrived === 0))
    layer.addTo(here)
    // White paper on a light ground: the frame says where it ends.
    frame = new L.Rectangle(bounds(), {
      className: 'paper-edge',
      fill: false,
      weight: 1.5,
      interactive: false,
    })
    frame.addTo(here)
    here.setMaxBounds(bounds().pad(0.6))
    here.fitBounds(bounds(), { animate: false })
  }

  onMounted(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const made = new L.Map(holder.value!, {
      crs: L.CRS.Simple,
      zoomControl: false,
      attributionControl: false,
      minZoom: -2,
      zoomSnap: 0.5,
      keyboard: false,
      boxZoom: false,
      // Here is nothing to scroll past: the wheel is how one comes closer.
      scrollWheelZoom: true,
      zoomAnimation: !calm,
      fadeAnimation: !calm,
      inertia: !calm,
    })
    lay(made)
    map.value = made
    observer = new ResizeObserver(() => {
      const hidden = made.getSize().x === 0
      made.invalidateSize({ animate: false })
      if (hidden) whole()
    })
    observer.observe(holder.value!)
  })
  watch(
    () => picture.tilesUrl,
    () => map.value && lay(map.value),
  )
  onBeforeUnmount(() => {
    observer?.disconnect()
    map.value?.remove()
    map.value = null
  })
  return { map, blank, retry: () => layer?.redraw(), toPlane, toPixel, whole, zoomMost: native }
}
