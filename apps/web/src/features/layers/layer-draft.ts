import type { LayerKind, MapLayerInput, StaffLayerFragment } from '../../gql/graphql.ts'

export const KINDS = ['wms', 'wmts', 'xyz', 'geojson'] as const satisfies readonly LayerKind[]
type Words = Record<'de' | 'en' | 'hsb', string>

/** A layer while somebody types it: what is a number later is a text still. */
export type LayerDraft = {
  id: string | null
  version: number | null
  kind: LayerKind
  address: string
  layerName: string
  styleName: string
  format: string
  title: Words
  legend: Words
  attribution: string
  zoomLeast: string
  zoomMost: string
  opacityPercent: number
  isBase: boolean
  isOn: boolean
  published: boolean
}

export function draftOf(saved: StaffLayerFragment | null): LayerDraft {
  if (!saved)
    return {
      id: null,
      version: null,
      kind: 'wms',
      address: '',
      layerName: '',
      styleName: '',
      format: '',
      title: wordsOf(null),
      legend: wordsOf(null),
      attribution: '',
      zoomLeast: '0',
      zoomMost: '19',
      opacityPercent: 100,
      isBase: false,
      isOn: false,
      published: false,
    }
  const { layer, ...rest } = saved
  const { address, layerName, styleName, format, published, version } = rest
  return {
    id: layer.id,
    version,
    kind: layer.kind,
    address,
    layerName,
    styleName,
    format,
    title: wordsOf(layer.title),
    legend: wordsOf(layer.legend),
    attribution: layer.attribution,
    zoomLeast: String(layer.zoomLeast),
    zoomMost: String(layer.zoomMost),
    opacityPercent: Math.round(layer.opacity * 100),
    isBase: layer.isBase,
    isOn: layer.isOn,
    published,
  }
}

const wordsOf = (
  text: { de: string; en?: string | null; hsb?: string | null } | null | undefined,
): Words => ({
  de: text?.de ?? '',
  en: text?.en ?? '',
  hsb: text?.hsb ?? '',
})

/** What is no number is sent as none, and refused by the name of its field. */
const whole = (typed: string) => (/^\d{1,2}$/.test(typed.trim()) ? Number(typed) : -1)

export function inputOf({ opacityPercent, ...draft }: LayerDraft): MapLayerInput {
  const isService = draft.kind === 'wms' || draft.kind === 'wmts'
  return {
    ...draft,
    layerName: isService ? draft.layerName : '',
    styleName: isService ? draft.styleName : '',
    format: isService ? draft.format : '',
    isBase: draft.isBase && draft.kind !== 'geojson',
    zoomLeast: whole(draft.zoomLeast),
    zoomMost: whole(draft.zoomMost),
    opacity: opacityPercent / 100,
  }
}
