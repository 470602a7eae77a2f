import type {
  DocumentCategory,
  Id,
  LocalizedText,
  ProcedureKind,
  PublicationMode,
  TrustLevel,
} from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { OF_OPEN_TENANT } from '../tenants/index.ts'
import type { DrawingView, StaffDrawingView } from './drawing-types.graphql.ts'
import type { OfflineWay, PeriodExtension, TimelineEntry } from './procedure.entity.ts'

export type CategoryView = {
  id: Id
  key: string
  label: LocalizedText
  shape: string
  letter: string
  colour: string
}
export type PlanPartView = {
  id: Id
  key: string
  name: LocalizedText
  designation: string | null
  storeys: number | null
  fill: string
  /** Of the XPlanung model; null or missing where nobody imported the part. */
  class?: string | null
  /** A key of `PLAN_STYLES`; `fill` tells where it is missing. */
  style?: string | null
  /** What else the file of the plan says of it, label by label. */
  details?: { label: LocalizedText; value: LocalizedText }[]
  geometry: object
}
export type PlanDocumentView = {
  id: Id
  category: DocumentCategory
  title: LocalizedText
  summary: LocalizedText | null
  fileId: Id
  fileName: string
  sizeBytes: number
  pages: number | null
}

/** A published procedure as the public reads it. */
export type ProcedureView = {
  tenantId: Id
  tenantSlug: string
  id: Id
  slug: string
  kind: ProcedureKind
  formal: boolean
  number: string | null
  title: LocalizedText
  summary: LocalizedText
  openQuestions: LocalizedText[]
  decided: LocalizedText[]
  timeline: TimelineEntry[]
  offlineWays: OfflineWay[]
  hasPlan: boolean
  documents: PlanDocumentView[]
  drawings: DrawingView[]
  categories: CategoryView[]
  publicationMode: PublicationMode
  trustLevel: TrustLevel
  territory: object | null
  centerLon: number | null
  centerLat: number | null
  roundId: Id
  step: string
  passNumber: number
  startsOn: string
  endsOn: string
  startsAt: Date
  endsAt: Date
  extensions: PeriodExtension[]
  revision: number
  /** Published contributions by category id; the nil id counts those without one. */
  publishedCounts: Record<Id, number>
  receivedCount: number
}

// The parts of a plan may be a megabyte and have an address of their own; their size is known without reading
// them. An empty list takes at most eight bytes.
const PUBLIC_COLUMNS = `p.tenant_id as "tenantId", t.slug as "tenantSlug", p.id, p.slug, p.kind, p.formal, p.number, p.title, p.summary,
  p.open_questions as "openQuestions", p.decided, p.timeline, p.offline_ways as "offlineWays", pg_column_size(p.plan_parts) > 8 as "hasPlan", p.documents,
  p.drawings, p.categories, p.publication_mode as "publicationMode", p.trust_level as "trustLevel", p.territory, p.center_lon as "centerLon", p.center_lat as "centerLat",
  p.round_id as "roundId", p.step, p.pass_number as "passNumber", p.starts_on as "startsOn", p.ends_on as "endsOn",
  p.starts_at as "startsAt", p.ends_at as "endsAt", p.extensions, p.revision,
  coalesce((select jsonb_object_agg(c.category_id, c.n) from published_count c where c.procedure_id = p.id), '{}') as "publishedCounts",
  coalesce((select sum(r.n)::integer from received_count r where r.procedure_id = p.id), 0) as "receivedCount"`

type Listed = ProcedureView & { rank: number; sort: Date }
type ListParams = [
  now: Date,
  state: string,
  search: string | null,
  limit: number,
  rank: number | null,
  sort: Date | null,
  id: Id | null,
  kind: ProcedureKind | null,
]

/**
 * What is open first, by its last day; then what is to come; then what is over. `after` is the last row's (group,
 * instant, id).
 *
 * @param whose condition on the tenant, with the first parameter.
 */
const listed = (whose: string) => `
  select * from (
    select ${PUBLIC_COLUMNS},
      case when p.starts_at <= $2 and p.ends_at >= $2 then 0 when p.starts_at > $2 then 1 else 2 end as rank,
      case when p.ends_at < $2 then to_timestamp(-extract(epoch from p.ends_at)) when p.starts_at > $2 then p.starts_at else p.ends_at end as sort
    from published_procedure p join tenant t on t.id = p.tenant_id
    where ${whose} and t.suspended_at is null and ($9::text is null or p.kind = $9)
      and ($4::text is null or p.search_text like '%' || replace(replace(replace(search_form($4), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')
  ) q
  where ($3::text = 'all' or rank = case $3::text when 'open' then 0 when 'planned' then 1 else 2 end)
    and ($6::int is null or (rank, sort, id) > ($6::int, $7::timestamptz, $8::uuid))
  order by rank, sort, id limit $5`

/** The procedures of a tenant. */
export const publicProcedures = defineRead<Listed, [tenant: string, ...ListParams]>(
  'public',
  'public-procedures',
  (where) => listed(where('t.slug = $1')),
)

/** Those of all tenants: for the page over the whole installation. */
export const publicProceduresOfAll = defineRead<Listed, [tenant: null, ...ListParams]>(
  'public',
  'public-procedures-of-all',
  () => listed('$1::text is null'),
)

export const publicProcedureBySlug = defineRead<ProcedureView, [tenant: string, slug: string]>(
  'public',
  'public-procedure-by-slug',
  (where) => `select ${PUBLIC_COLUMNS} from published_procedure p join tenant t on t.id = p.tenant_id
    where ${where('t.slug = $1')} and ${where('p.slug = $2')} and t.suspended_at is null`,
)

export const publicProcedureById = defineRead<ProcedureView, [id: Id]>(
  'public',
  'public-procedure-by-id',
  (where) =>
    `select ${PUBLIC_COLUMNS} from published_procedure p join tenant t on t.id = p.tenant_id where ${where('p.id = $1')} and t.suspended_at is null`,
)

/** A procedure as its staff work on it. */
export type StaffProcedureView = {
  id: Id
  slug: string
  version: number
  kind: ProcedureKind
  templateKey: string
  number: string | null
  title: LocalizedText
  summary: LocalizedText
  openQuestions: LocalizedText[]
  decided: LocalizedText[]
  timeline: TimelineEntry[]
  offlineWays: OfflineWay[]
  publicationMode: PublicationMode
  trustLevel: TrustLevel
  territory: object | null
  publishedAt: Date | null
  createdAt: Date
  roundId: Id
  step: string
  passNumber: number
  startsOn: string | null
  endsOn: string | null
  noticeOn: string | null
  displayEndsOn: string | null
  lengthReason: string | null
  lawText: 'old' | 'new' | null
  extensions: PeriodExtension[]
  /** The municipality key whose holidays count; null while the tenant has not told. */
  place: string | null
  documents: PlanDocumentView[]
  drawings: StaffDrawingView[]
  categories: CategoryView[]
  receivedCount: number
  publishedCounts: Record<Id, number>
  /** Counted up to 1,000: beyond that the exact number helps nobody and costs a scan. */
  openReviewCount: number
  receivedByDay: Record<string, number>
}

const STAFF_SELECT = `
  select p.id, p.slug, p.version, p.kind, p.template_key as "templateKey", p.number, p.title, p.summary,
    p.open_questions as "openQuestions", p.decided, p.timeline, p.offline_ways as "offlineWays", p.publication_mode as "publicationMode", p.trust_level as "trustLevel",
    p.territory, p.published_at as "publishedAt", p.created_at as "createdAt",
    r.id as "roundId", r.step, r.pass_number as "passNumber", r.starts_on as "startsOn", r.ends_on as "endsOn", r.notice_on as "noticeOn",
    r.display_ends_on as "displayEndsOn", r.length_reason as "lengthReason", r.law_text as "lawText", r.extensions,
    (select t.municipality_key from tenant t where t.id = p.tenant_id) as place,
    coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'category', d.category, 'title', d.title, 'summary', d.summary, 'fileId', f.id,
        'fileName', f.file_name, 'sizeBytes', f.size_bytes, 'pages', f.pages) order by d.position, d.id)
      from plan_document d join file f on f.tenant_id = d.tenant_id and f.id = d.file_id
      where d.tenant_id = p.tenant_id and d.procedure_id = p.id), '[]') as documents,
    coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'version', d.version, 'title', d.title, 'page', d.page, 'opacity', d.opacity,
        'bounds', d.bounds, 'widthPx', d.width_px, 'heightPx', d.height_px, 'points', d.points, 'placing', d.placement, 'fileId', f.id,
        'fileName', f.file_name, 'sizeBytes', f.size_bytes, 'pages', f.pages) order by d.position, d.id)
      from plan_drawing d join file f on f.tenant_id = d.tenant_id and f.id = d.file_id
      where d.tenant_id = p.tenant_id and d.procedure_id = p.id), '[]') as drawings,
    coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'label', c.label, 'shape', c.shape, 'letter', c.letter,
        'colour', c.colour) order by c.position)
      from category c where c.tenant_id = p.tenant_id and c.procedure_id = p.id), '[]') as categories,
    coalesce((select sum(n)::integer from received_count n where n.tenant_id = p.tenant_id and n.procedure_id = p.id), 0) as "receivedCount",
    coalesce((select jsonb_object_agg(n.category_id, n.n) from published_count n where n.tenant_id = p.tenant_id and n.procedure_id = p.id), '{}')
      as "publishedCounts",
    (select count(*)::integer from (select from contribution_case k where k.tenant_id = p.tenant_id and k.procedure_id = p.id
        and k.visibility = 'inReview' limit 1000) q) as "openReviewCount",
    coalesce((select jsonb_object_agg(q.received_on, q.n) from (select n.received_on, sum(n.n)::integer as n from received_count n
        where n.tenant_id = p.tenant_id and n.procedure_id = p.id and n.received_on > current_date - 22 group by 1) q), '{}') as "receivedByDay"
  from procedure p
  join consultation_round r on r.tenant_id = p.tenant_id and r.procedure_id = p.id and r.audience = 'public' and r.pass_number = 1`

export const staffProcedures = defineRead<
  StaffProcedureView,
  [tenantId: Id, limit: number, only: Id[] | null, before: Date | null, id: Id | null]
>(
  'staff',
  'staff-procedures',
  (where) => `${STAFF_SELECT}
    where ${where('p.tenant_id = $1')} and ($3::uuid[] is null or p.id = any($3))
      and ($4::timestamptz is null or (p.created_at, p.id) < ($4, $5::uuid))
    order by p.created_at desc, p.id desc limit $2`,
)

export const staffProcedureById = defineRead<StaffProcedureView, [tenantId: Id, id: Id]>(
  'staff',
  'staff-procedure-by-id',
  (where) => `${STAFF_SELECT} where ${where('p.tenant_id = $1')} and ${where('p.id = $2')}`,
)

/** Procedures of a tenant on display whose period is not over. */
export const activeProcedures = defineRead<{ n: number }, [tenantId: Id, now: Date]>(
  'staff',
  'active-procedures',
  (where) =>
    `select count(*)::integer as n from published_procedure where ${where('tenant_id = $1')} and ends_at >= $2`,
)

/** Published contributions of a procedure by category; the nil id counts those without one. */
export const publishedCounts = defineRead<{ counts: Record<Id, number> }, [procedureId: Id]>(
  'public',
  'published-counts',
  (where) =>
    `select coalesce(jsonb_object_agg(category_id, n), '{}') as counts from published_count where ${where('procedure_id = $1')} and ${OF_OPEN_TENANT}`,
)

/** The parts of the plan as they go on display, in their order; a plan may have thousands, so nobody else reads them. */
export const planPartsOf = defineRead<PlanPartView, [tenantId: Id, procedureId: Id]>(
  'staff',
  'plan-parts-of-procedure',
  (where) => `
    select id, key, name, designation, storeys, fill, class, style, details, geometry from plan_part
    where ${where('tenant_id = $1')} and procedure_id = $2 and removed_at is null order by position, id`,
)
