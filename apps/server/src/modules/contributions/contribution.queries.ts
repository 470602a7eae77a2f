import type { Audience, Id, Language, PlaceKind, Visibility, WithholdReason } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { OF_OPEN_TENANT, openTenant } from '../tenants/index.ts'
import { filesOf, type HandedInFile } from './contribution-file.queries.ts'

export type PublishedFileView = Pick<HandedInFile, 'id' | 'fileName' | 'mediaType' | 'sizeBytes' | 'alt'>

/** A contribution as the public reads it. */
export type PublishedView = {
  id: Id
  procedureId: Id
  number: string
  title: string
  text: string
  language: Language
  authorName: string | null
  categoryId: Id | null
  placeKind: PlaceKind
  placeLabel: string | null
  geometry: Buffer | null
  receivedOn: string
  publishedAt: Date
  files: PublishedFileView[]
  /** Of its procedure: what belongs to it, such as the categories, is known by it. */
  revision: number
}

const PUBLISHED = `c.id, c.procedure_id as "procedureId", c.number::text, c.title, c.text, c.language, c.author_name as "authorName",
  c.category_id as "categoryId", c.place_kind as "placeKind", c.place_label as "placeLabel", c.geometry,
  c.received_on as "receivedOn", c.published_at as "publishedAt", c.files`

/** Asked once for the statement, not for each row. */
const REVISION = `(select p.revision from published_procedure p where p.id = $1) as revision`

type PageParams = [procedureId: Id, limit: number, at: Date | null, id: Id | null]
type FilterParams = [...PageParams, categories: Id[] | null, search: string | null, bbox: number[] | null]

const LIKE = `'%' || replace(replace(replace(search_form($6), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`

const FILTERS = `($5::uuid[] is null or c.category_id = any($5))
  and ($6::text is null or c.search_text like ${LIKE})
  and ($7::double precision[] is null or (c.lon between $7[1] and $7[3] and c.lat between $7[2] and $7[4]))`

/** The first page and its successors without any filter: the hot read. */
export const newestPublished = defineRead<PublishedView, PageParams>(
  'public',
  'newest-published',
  (where) => `select ${PUBLISHED}, ${REVISION} from published_contribution c
    where ${where('c.procedure_id = $1')} and ${OF_OPEN_TENANT}
      and (c.published_at, c.id) < (coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by c.published_at desc, c.id desc limit $2`,
  { plannedOnce: true },
)

export const newestFiltered = defineRead<PublishedView, FilterParams>(
  'public',
  'newest-filtered',
  (where) => `select ${PUBLISHED}, ${REVISION} from published_contribution c
    where ${where('c.procedure_id = $1')} and ${OF_OPEN_TENANT}
      and (c.published_at, c.id) < (coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      and ${FILTERS}
    order by c.published_at desc, c.id desc limit $2`,
)

export const oldestFiltered = defineRead<PublishedView, FilterParams>(
  'public',
  'oldest-filtered',
  (where) => `select ${PUBLISHED}, ${REVISION} from published_contribution c
    where ${where('c.procedure_id = $1')} and ${OF_OPEN_TENANT}
      and (c.published_at, c.id) > (coalesce($3::timestamptz, '-infinity'), coalesce($4::uuid, '00000000-0000-0000-0000-000000000000'))
      and ${FILTERS}
    order by c.published_at, c.id limit $2`,
)

export const publishedById = defineRead<PublishedView, [id: Id]>(
  'public',
  'published-by-id',
  (where) => `select ${PUBLISHED},
      (select p.revision from published_procedure p where p.id = c.procedure_id) as revision
    from published_contribution c where ${where('c.id = $1')} and ${openTenant('c')}`,
  { plannedOnce: true },
)

/** The receipt of an earlier send with the same key. */
export const handedInBefore = defineRead<
  {
    number: string
    receivedAt: Date
    late: boolean
    outsidePlanAreaM: number | null
    visibility: Visibility
    bodyHash: Buffer
  },
  [tenantId: Id, key: Id]
>(
  'bearer',
  'handed-in-before',
  (
    where,
  ) => `select c.number, c.received_at as "receivedAt", c.late, c.outside_plan_area_m as "outsidePlanAreaM",
      case when c.audience = 'plannersOnly' or p.publication_mode = 'not' then 'notPublic'
           when p.publication_mode = 'atOnce' then 'published' else 'inReview' end as visibility,
      c.body_hash as "bodyHash"
    from contribution c join published_procedure p on p.tenant_id = c.tenant_id and p.id = c.procedure_id
    where ${where('c.tenant_id = $1')} and ${where('c.idempotency_key = $2')}`,
)

/** Everything its author may know of a contribution, by the secret of the receipt. */
export type StatusView = {
  id: Id
  procedureId: Id
  number: string
  title: string | null
  text: string
  categoryId: Id | null
  placeKind: PlaceKind
  placeLabel: string | null
  geometry: Buffer | null
  audience: Audience
  receivedAt: Date
  late: boolean
  outsidePlanAreaM: number | null
  visibility: Visibility
  withheldReason: WithholdReason | null
  withheldReasonText: string | null
  decidedAt: Date | null
  publishedId: Id | null
  files: HandedInFile[]
}

export const statusByBearer = defineRead<StatusView, [number: string]>(
  'bearer',
  'status-by-bearer',
  (
    where,
  ) => `select c.id, c.procedure_id as "procedureId", c.number, c.title, c.text, c.category_id as "categoryId",
      c.place_kind as "placeKind", c.place_label as "placeLabel", c.geometry, c.audience, c.received_at as "receivedAt", c.late,
      c.outside_plan_area_m as "outsidePlanAreaM", k.visibility, k.decided_at as "decidedAt",
      d.reason as "withheldReason", d.reason_text as "withheldReasonText", p.id as "publishedId",
      ${filesOf('c')} as files
    from contribution c
    join contribution_case k on k.tenant_id = c.tenant_id and k.contribution_id = c.id
    left join lateral (select reason, reason_text, decision from visibility_decision d
      where d.tenant_id = c.tenant_id and d.contribution_id = c.id order by d.number desc limit 1) d on d.decision = 'withhold'
    left join published_contribution p on p.tenant_id = c.tenant_id and p.id = c.id
    where ${where('c.number = $1')}`,
)
