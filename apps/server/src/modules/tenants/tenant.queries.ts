import type { Id, LocalizedText } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'

export type TenantView = {
  id: Id
  slug: string
  name: LocalizedText
  receiptPrefix: string
  contactEmail: string
  contactPhone: string
  contactAddress: string
  mapLon: number
  mapLat: number
  mapZoom: number
  sample: boolean
}

const COLUMNS = `id, slug, name, receipt_prefix as "receiptPrefix", contact_email as "contactEmail", contact_phone as "contactPhone",
  contact_address as "contactAddress", map_lon as "mapLon", map_lat as "mapLat", map_zoom as "mapZoom", sample`

export const tenantBySlug = defineRead<TenantView, [slug: string]>(
  'public',
  'tenant-by-slug',
  (where) => `select ${COLUMNS} from tenant where ${where('slug = $1')}`,
)

export const tenantById = defineRead<TenantView, [id: Id]>(
  'public',
  'tenant-by-id',
  (where) => `select ${COLUMNS} from tenant where ${where('id = $1')}`,
)

export const allTenants = defineRead<TenantView>(
  'public',
  'tenants',
  () => `select ${COLUMNS} from tenant order by slug limit 1000`,
)
