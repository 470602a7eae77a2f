import type { Id, LocalizedText } from '@mitsprache/terms'
import { defineRead } from '../../../platform/database/read.ts'
import { openTenant } from '../../tenants/index.ts'
import type { LayerKind, LayerService } from './tile-address.rules.ts'

export type LayerView = {
  id: Id
  kind: LayerKind
  title: LocalizedText
  legend: LocalizedText | null
  attribution: string
  zoomLeast: number
  zoomMost: number
  opacity: number
  isBase: boolean
  isOn: boolean
  version: number
}

export type StaffLayerView = LayerView & {
  address: string
  layerName: string
  styleName: string
  format: string
  published: boolean
}

/** What a tile is fetched from. */
export type LayerSource = {
  tenantId: Id
  id: Id
  kind: LayerKind
  address: string
  service: LayerService
  zoomLeast: number
  zoomMost: number
  version: number
}

const SHOWN = `l.id, l.kind, l.title, l.legend, l.attribution, l.zoom_least as "zoomLeast", l.zoom_most as "zoomMost", l.opacity,
  l.is_base as "isBase", l.is_on as "isOn", l.version`
const SOURCE = `tenant_id as "tenantId", id, kind, address, service, zoom_least as "zoomLeast", zoom_most as "zoomMost", version`

export const publishedLayers = defineRead<LayerView, [tenantSlug: string]>(
  'public',
  'published-layers',
  (where) => `select ${SHOWN} from map_layer l join tenant t on t.id = l.tenant_id
    where ${where('t.slug = $1')} and ${where('l.published')} and t.suspended_at is null order by l.is_base desc, l.position, l.id`,
)

export const layersOfTenant = defineRead<StaffLayerView, [tenantId: Id]>(
  'staff',
  'layers-of-tenant',
  (
    where,
  ) => `select ${SHOWN}, l.address, l.layer_name as "layerName", l.style_name as "styleName", l.format, l.published
    from map_layer l where ${where('l.tenant_id = $1')} order by l.position, l.id`,
)

export const publishedLayerSource = defineRead<LayerSource, [id: Id]>(
  'public',
  'published-layer-source',
  (where) =>
    `select ${SOURCE} from map_layer l where id = $1 and ${where('published')} and ${openTenant('l')}`,
)

/** Published or not. */
export const layerSourceOfTenant = defineRead<LayerSource, [tenantId: Id, id: Id]>(
  'staff',
  'layer-source-of-tenant',
  (where) => `select ${SOURCE} from map_layer where ${where('tenant_id = $1')} and id = $2`,
)
