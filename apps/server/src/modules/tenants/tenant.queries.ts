import type { Id, Language, LocalizedText, ThemeColours } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import type { AccessibilityStatement, PageSection } from './tenant-pages.rules.ts'

export type TenantView = {
  id: Id
  slug: string
  name: LocalizedText
  receiptPrefix: string
  contactEmail: string
  contactPhone: string
  contactAddress: string
  languages: Language[]
  municipalityKey: string | null
  logoFileId: Id | null
  mapLon: number
  mapLat: number
  mapZoom: number
  sample: boolean
  /** Since when whoever runs the installation keeps it closed, and what people are told; null: it is open. */
  suspendedAt: Date | null
  suspensionReason: LocalizedText | null
}

const COLUMNS = `id, slug, name, receipt_prefix as "receiptPrefix", contact_email as "contactEmail", contact_phone as "contactPhone",
  contact_address as "contactAddress", languages, municipality_key as "municipalityKey", logo_file_id as "logoFileId",
  map_lon as "mapLon", map_lat as "mapLat", map_zoom as "mapZoom", sample, suspended_at as "suspendedAt", suspension_reason as "suspensionReason"`

/** Whether the tenant of a row is open: what a suspended one has on display is shown to nobody. */
export const openTenant = (row: string) =>
  `not exists (select from tenant st where st.id = ${row}.tenant_id and st.suspended_at is not null)`

/** The same of the procedure `$1`: asked once for the statement, not for each row. */
export const OF_OPEN_TENANT = `not exists (select from published_procedure sp join tenant st on st.id = sp.tenant_id
      where sp.id = $1 and st.suspended_at is not null)`

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

/** The pages that the law asks for; long, so only who opens one reads them. */
export type TenantPagesView = {
  imprint: PageSection[]
  privacy: PageSection[]
  accessibility: AccessibilityStatement | null
  dialogueKeptYears: number | null
}

export const pagesOfTenant = defineRead<TenantPagesView, [slug: string]>(
  'public',
  'tenant-pages',
  (where) => `select imprint, privacy, accessibility, dialogue_kept_years as "dialogueKeptYears"
    from tenant where ${where('slug = $1')}`,
)

export const coloursOfTenant = defineRead<{ colours: ThemeColours | null }, [slug: string]>(
  'public',
  'tenant-colours',
  (where) => `select colours from tenant where ${where('slug = $1')}`,
)

/** Whose pages may show its procedures in a frame; asked with each page that stands in one. */
export const embedHostsOf = defineRead<{ hosts: string[] }, [slug: string]>(
  'public',
  'tenant-embed-hosts',
  (where) => `select embed_hosts as hosts from tenant where ${where('slug = $1')}`,
)

/** Host names of tenants that have one of their own. */
export const tenantHosts = defineRead<{ host: string; slug: string }>(
  'public',
  'tenant-hosts',
  () => 'select host, slug from tenant where host is not null',
)

/** Everything that can be set; every column of it is public. */
export type TenantSettingsView = TenantView &
  TenantPagesView & {
    version: number
    host: string | null
    colours: ThemeColours | null
    embedHosts: string[]
    storageQuotaMb: number | null
    procedureQuota: number | null
  }

export const settingsOfTenant = defineRead<TenantSettingsView, [id: Id]>(
  'public',
  'tenant-settings',
  (where) => `select ${COLUMNS}, version, host, colours, imprint, privacy, accessibility,
      dialogue_kept_years as "dialogueKeptYears", embed_hosts as "embedHosts", storage_quota_mb as "storageQuotaMb", procedure_quota as "procedureQuota"
    from tenant where ${where('id = $1')}`,
)

export type Quotas = { storageMb: number | null; procedures: number | null }

export const quotasOfTenant = defineRead<Quotas, [id: Id]>(
  'public',
  'tenant-quotas',
  (where) =>
    `select storage_quota_mb as "storageMb", procedure_quota as procedures from tenant where ${where('id = $1')}`,
)
