import type { InjectionKey, Ref } from 'vue'

/** A map of somebody else's, over or under what our own shows. */
export type MapLayer = {
  id: string
  title: string
  /** The language the title and the words are in, where it is not the page's. */
  lang?: string
  /** What is to be seen on it, in words. */
  legend: string
  attribution: string
  isTiled: boolean
  url: string
  zoomLeast: number
  zoomMost: number
  isBase: boolean
  isOn: boolean
  opacity: number
}

export type MapLayerChange = { isOn?: boolean; opacity?: number }

/** What can be laid on every map of a page, and what of it lies there. */
export type MapLayers = {
  /** The lowest first. */
  layers: Readonly<Ref<MapLayer[]>>
  /** Asks which there are; a page without a map never does. */
  want: () => void
  change: (id: string, to: MapLayerChange) => void
  /** The page that says in words what they show. */
  inWords: Readonly<Ref<string | null>>
}

export const MAP_LAYERS: InjectionKey<MapLayers> = Symbol('map layers')
