import type { Bbox } from './geojson.ts'

/** A picture of the plan that was laid on the map. */
export type MapDrawing = {
  id: string
  /** With `{z}`, `{x}`, `{y}` and `{r}`. */
  tilesUrl: string
  bounds: Bbox
  /** 0 to 1. */
  opacity: number
}
