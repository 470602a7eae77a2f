import L from 'leaflet'
import { PLAN_STYLES, type PlanStyleGroup } from '@mitsprache/terms'
import { computed, watch, type ShallowRef } from 'vue'
import { useTheme } from '../ui/theme.ts'
import type { Geometry } from './geojson.ts'
import type { PlanArea } from './plan.ts'
import { toLatLng } from './use-leaflet.ts'
import { PlanCanvas, type PlanScene } from './plan/plan-canvas.ts'
import { mercator, shapeAt, toDegrees, shapesOf, type Shape } from './plan/shapes.ts'

type Plan = {
  territory?: Geometry | null
  areas?: PlanArea[]
  chosenArea?: string | null
  pickable?: boolean
  hiddenGroups?: readonly PlanStyleGroup[]
}

/** How near a click has to come to a point or a line; a finger is thicker than a mouse. */
const REACH_PX = { mouse: 6, touch: 16 } as const

/** What is smaller than this on the map is looked for in vain. */
const VISIBLE_PX = 12

/** Draws the territory and the parts of its plan, and tells which part was meant by a click. */
export function usePlan(map: ShallowRef<L.Map | null>, plan: Plan, pick: (id: string) => void) {
  const { shown: theme } = useTheme()
  const shapes = computed(() => shapesOf(plan.areas ?? []))
  const boundary = computed(() =>
    plan.territory
      ? shapesOf([{ id: 'territory', label: '', style: 'boundary', geometry: plan.territory }]).all[0]!
      : null,
  )
  const scene = computed<PlanScene>(() => {
    const hidden = new Set(plan.hiddenGroups ?? [])
    return {
      shapes: shapes.value,
      boundary: boundary.value,
      theme: theme.value,
      isShown: ({ style }: Shape) => !hidden.has(PLAN_STYLES[style].group),
    }
  })

  let layer: PlanCanvas | null = null
  let pointed: string | null = null
  let pickedHere: string | null = null

  function outline() {
    layer?.outline([
      ...(pointed && pointed !== plan.chosenArea ? [{ id: pointed, width: 2 }] : []),
      ...(plan.chosenArea ? [{ id: plan.chosenArea, width: 4 }] : []),
    ])
  }

  function partAt(here: L.Map, at: L.LatLng, reachPx: number) {
    const reach = reachPx / (256 * 2 ** here.getZoom())
    return shapeAt(scene.value.shapes, mercator([at.lng, at.lat]), reach, scene.value.isShown)?.id ?? null
  }

  function point(here: L.Map, id: string | null) {
    if (id === pointed) return
    pointed = id
    here.getContainer().classList.toggle('over-part', id !== null)
    outline()
  }

  let asked = false
  function onMove(here: L.Map, { latlng, originalEvent }: L.LeafletMouseEvent) {
    if (!plan.pickable || asked) return
    asked = true
    // Once a frame at most: a mouse tells more often than anyone can see.
    requestAnimationFrame(() => {
      asked = false
      const isOnMap = !(originalEvent.target as Element | null)?.closest?.('.marker')
      point(here, isOnMap ? partAt(here, latlng, REACH_PX.mouse) : null)
    })
  }
  function onClick(here: L.Map, { latlng, originalEvent }: L.LeafletMouseEvent) {
    if (!plan.pickable) return
    const isTouch = (originalEvent as PointerEvent).pointerType === 'touch'
    const id = partAt(here, latlng, isTouch ? REACH_PX.touch : REACH_PX.mouse)
    if (id) {
      pickedHere = id
      pick(id)
    }
  }

  /** What was chosen elsewhere comes into view, near enough to be seen; what was clicked is there already. */
  function bringIntoView(here: L.Map, id: string | null | undefined) {
    const shape = id && id !== pickedHere ? shapes.value.byId.get(id) : null
    pickedHere = null
    if (!shape) return
    const [west, north, east, south] = shape.box
    const bounds = L.latLngBounds(toLatLng(toDegrees(west, south)), toLatLng(toDegrees(east, north)))
    const isSmall = Math.max(east - west, south - north) * 256 * 2 ** here.getZoom() < VISIBLE_PX
    if (here.getBounds().contains(bounds) && !isSmall) return
    here.fitBounds(bounds, { maxZoom: 18, padding: [48, 48], animate: false })
  }

  watch(
    [map, scene],
    ([here], [before]) => {
      if (!here) {
        layer = null
        return
      }
      if (here !== before) {
        here.on('mousemove', (event) => onMove(here, event))
        here.on('mouseout', () => point(here, null))
        here.on('click', (event) => onClick(here, event))
      }
      const isEmpty = !scene.value.boundary && scene.value.shapes.all.length === 0
      if (isEmpty) {
        layer?.remove()
        layer = null
      } else if (layer) layer.show(scene.value)
      else layer = new PlanCanvas(scene.value).addTo(here)
      outline()
    },
    { immediate: true },
  )
  watch(
    () => plan.chosenArea,
    (id) => {
      outline()
      if (map.value && plan.pickable) bringIntoView(map.value, id)
    },
  )
}
