import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { LineStringGeometry, PointGeometry, PolygonGeometry } from './types.ts'

/**
 * What the project drew over the real streets. Widths in metres; `rank` 0 is the town, 1 a district near
 * the centre, 2 one further out. `openLand` is land without buildings that needs no colour of its own.
 */
export type DrawnFeature =
  | { kind: 'river' | 'brook'; name: string; widthM: number; geometry: LineStringGeometry }
  | { kind: 'tram'; name: string; geometry: LineStringGeometry }
  | { kind: 'park' | 'wood' | 'lake' | 'openLand'; name: string; geometry: PolygonGeometry }
  | { kind: 'district' | 'town'; name: string; rank: number; geometry: PointGeometry }
  | { kind: 'stop'; name: string; geometry: PointGeometry }

type Raw = { features: { properties: Omit<DrawnFeature, 'geometry'>; geometry: DrawnFeature['geometry'] }[] }

/** Apart, because the tram follows real streets and has their licence. */
const FILES = ['drawn.geojson', 'tram.geojson']

let drawn: DrawnFeature[] | undefined

/** Water, parks, tram lines and the names of districts; read once and kept. */
export function loadDrawnMap(): DrawnFeature[] {
  if (drawn) return drawn
  drawn = FILES.flatMap((name) => {
    const path = createRequire(import.meta.url).resolve(`@mitsprache/sample-town/data/${name}`)
    const raw = JSON.parse(readFileSync(path, 'utf8')) as Raw
    return raw.features.map(({ properties, geometry }) => ({ ...properties, geometry }) as DrawnFeature)
  })
  return drawn
}
