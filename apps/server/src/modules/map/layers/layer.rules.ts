import type { LocalizedText } from '@mitsprache/terms'
import { LIMITS } from '@mitsprache/terms'
import type { FieldProblem } from '../../../platform/refusal.graphql.ts'
import type { LayerProblem } from './layer-problem.ts'
import { carriesCredentials, placesOf, type LayerKind } from './tile-address.rules.ts'

/** A layer as an administrator types it. */
export type TypedLayer = {
  kind: LayerKind
  address: string
  /** Empty for `xyz` and `geojson`. */
  layerName: string
  styleName: string
  format: string
  title: LocalizedText
  legend: LocalizedText | null
  attribution: string
  zoomLeast: number
  zoomMost: number
  opacity: number
  isBase: boolean
  isOn: boolean
  published: boolean
}

/** Everything typed that cannot be so, but for the address, which has words of its own. */
export function findLayerProblems(layer: TypedLayer): FieldProblem[] {
  const problems: FieldProblem[] = []
  const check = (field: string, text: string | null | undefined, limit: number, needed: boolean) => {
    const length = [...(text ?? '').trim()].length
    if (needed && !length) problems.push({ field, problem: 'empty' })
    else if (length > limit) problems.push({ field, problem: 'tooLong', limit })
  }
  for (const language of ['de', 'en', 'hsb'] as const) {
    check(`title.${language}`, layer.title[language], LIMITS.layerTitle, language === 'de')
    check(`legend.${language}`, layer.legend?.[language], LIMITS.layerLegend, false)
  }
  check('attribution', layer.attribution, LIMITS.layerAttribution, true)
  for (const field of ['layerName', 'styleName'] as const) check(field, layer[field], LIMITS.layerName, false)
  if (isService(layer.kind) && !layer.layerName.trim())
    problems.push({ field: 'layerName', problem: 'empty' })
  const isZoom = (zoom: number) => Number.isInteger(zoom) && zoom >= 0 && zoom <= 22
  if (!isZoom(layer.zoomLeast)) problems.push({ field: 'zoomLeast', problem: 'unknown' })
  if (!isZoom(layer.zoomMost) || layer.zoomMost < layer.zoomLeast)
    problems.push({ field: 'zoomMost', problem: 'unknown' })
  if (!(layer.opacity >= 0.1 && layer.opacity <= 1)) problems.push({ field: 'opacity', problem: 'unknown' })
  if (layer.isBase && layer.kind === 'geojson') problems.push({ field: 'isBase', problem: 'unknown' })
  return problems
}

export const isService = (kind: LayerKind): kind is 'wms' | 'wmts' => kind === 'wms' || kind === 'wmts'

/** What is wrong with an address whatever its server says; the guarded way out looks at the rest. */
export function addressProblem(kind: LayerKind, address: string): LayerProblem | null {
  if (carriesCredentials(address)) return 'hasCredentials'
  const places = placesOf(address)
  if (kind !== 'xyz') return places.length ? 'placeUnknown' : null
  const has = (name: string) => places.includes(name)
  if (!has('z') || !has('x') || has('y') === has('-y')) return 'placesMissing'
  return places.every((name) => ['z', 'x', 'y', '-y'].includes(name)) ? null : 'placeUnknown'
}
