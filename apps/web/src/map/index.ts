import { defineAsyncComponent } from 'vue'
import MapComing from './MapComing.vue'

export { default as CategorySign } from './CategorySign.vue'
export { default as PlanLegend } from './PlanLegend.vue'
export type { MapDrawing } from './drawing.ts'
export { distanceM } from './distance.ts'
export { anchorOf, bboxAround, bboxOf, type Bbox, type Geometry, type Position } from './geojson.ts'
export { MAP_LAYERS, type MapLayer, type MapLayerChange, type MapLayers } from './layers.ts'
export { letterOf, NO_CATEGORY, type MapMarker } from './marker.ts'
export { designationOf, legendOf } from './plan/legend.ts'
export { groupOf, loadPlan, partsOf, type PlanAnswer, type PlanPart } from './plan/plan-part.ts'
export { sizeOf } from './measure.ts'
export { partsMatching } from './plan/part-filter.ts'
export { planLabel, type PlanArea } from './plan.ts'
export { usePlanParts } from './plan/use-plan-parts.ts'

/** The map, loaded only when one is shown: a page of words must not wait for Leaflet. */
export const MapView = defineAsyncComponent({
  loader: () => import('./MapView.vue'),
  loadingComponent: MapComing,
  errorComponent: MapComing,
  delay: 0,
})

/** A picture one looks at as at a map, loaded with it. */
export const PictureView = defineAsyncComponent({
  loader: () => import('./PictureView.vue'),
  loadingComponent: MapComing,
  errorComponent: MapComing,
  delay: 0,
})
