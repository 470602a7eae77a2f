import type {
  Audience,
  Channel,
  Decision,
  ExportFormat,
  Id,
  Language,
  PlaceKind,
  Visibility,
  WithholdReason,
} from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { filesOf } from '../contributions/index.ts'

/** What an export needs to know of its procedure. The count is the maintained one; counting anew would scan. */
export const exportHead = defineRead<{ slug: string; rows: number }, [tenantId: Id, procedureId: Id]>(
  'staff',
  'export-head',
  (where) => `select p.slug, coalesce((select sum(n.n)::integer from received_count n
      where n.tenant_id = p.tenant_id and n.procedure_id = p.id), 0) as rows
    from procedure p where ${where('p.tenant_id = $1')} and ${where('p.id = $2')}`,
)

export type ExportView = { id: Id; procedureId: Id; slug: string; format: ExportFormat; requestedAt: Date }

export const exportById = defineRead<ExportView, [tenantId: Id, id: Id]>(
  'staff',
  'export-by-id',
  (where) => `select e.id, e.procedure_id as "procedureId", p.slug, e.format, e.requested_at as "requestedAt"
    from export e join procedure p on p.tenant_id = e.tenant_id and p.id = e.procedure_id
    where ${where('e.tenant_id = $1')} and ${where('e.id = $2')}`,
)

/** One contribution with everything that is known of it. */
export type ExportedView = {
  /** Where the next page begins, to the microsecond: a `Date` would round it and meet a row twice. */
  cursorAt: string
  id: Id
  number: string
  receivedAt: Date
  receivedOn: string
  audienceOfRound: string
  step: string
  passNumber: number
  channel: Channel
  source: string | null
  sourceId: string | null
  title: string | null
  text: string
  language: Language
  categoryKey: string | null
  categoryLabel: string | null
  placeKind: PlaceKind
  placeLabel: string | null
  planPartKey: string | null
  planPartDesignation: string | null
  lon: number | null
  lat: number | null
  geometry: Buffer | null
  late: boolean
  outsidePlanAreaM: number | null
  audience: Audience
  visibility: Visibility | null
  publicNumber: number | null
  publishedAt: Date | null
  decision: Decision | null
  decisionReason: WithholdReason | null
  decisionReasonText: string | null
  decidedAt: Date | null
  decidedBy: string | null
  decisionCount: number | null
  authoredOn: string | null
  commentCount: number | null
  /** JSON as text, null without any. */
  files: string | null
  publishedWithFiles: boolean | null
  /** What the sign-in of its author vouched for; `none` without one. */
  trustLevel: string
  /** JSON as text: in CSV it stays text, and parsing it a hundred thousand times for nothing costs seconds. */
  extra: string | null
}

/** Few enough that what is read, formatted and sent is gone before the next generation of garbage. */
export const EXPORT_PAGE = 200

/**
 * The next rows in the order of their receipt, straight from the index. The limit is part of the text and not
 * a parameter: the plan must know that few rows come.
 */
export const exportPage = defineRead<
  ExportedView,
  [tenantId: Id, procedureId: Id, at: string | null, id: Id | null]
>(
  'staff',
  'export-page',
  (where) => `
  select c.received_at::text as "cursorAt", c.id, c.number, c.received_at as "receivedAt",
    (c.received_at at time zone 'Europe/Berlin')::date as "receivedOn", r.audience as "audienceOfRound", r.step,
    r.pass_number as "passNumber", c.channel, c.source, c.source_id as "sourceId", c.title, c.text, c.language,
    g.key as "categoryKey", g.label ->> 'de' as "categoryLabel", c.place_kind as "placeKind", c.place_label as "placeLabel",
    a.key as "planPartKey", a.designation as "planPartDesignation", c.lon, c.lat, c.geometry, c.late,
    c.outside_plan_area_m as "outsidePlanAreaM", c.audience, k.visibility, u.number as "publicNumber",
    u.published_at as "publishedAt", d.decision, d.reason as "decisionReason", d.reason_text as "decisionReasonText",
    d.decided_at as "decidedAt", w.name as "decidedBy", d.number as "decisionCount", c.authored_on as "authoredOn",
    case when jsonb_typeof(c.extra -> 'comments') = 'array' then jsonb_array_length(c.extra -> 'comments') end as "commentCount",
    nullif(${filesOf('c')}, '[]')::text as files, k.with_files as "publishedWithFiles",
    coalesce(t.level, 'none') as "trustLevel", c.extra::text as extra
  from (select * from contribution c
      where ${where('c.tenant_id = $1')} and c.procedure_id = $2
        and (c.received_at, c.id) > (coalesce($3::timestamptz, '-infinity'), coalesce($4::uuid, '00000000-0000-0000-0000-000000000000'))
      order by c.received_at, c.id limit ${EXPORT_PAGE}) c
  join consultation_round r on r.tenant_id = c.tenant_id and r.id = c.round_id
  left join category g on g.tenant_id = c.tenant_id and g.id = c.category_id
  left join plan_part a on a.tenant_id = c.tenant_id and a.id = c.plan_part_id
  left join contribution_case k on k.tenant_id = c.tenant_id and k.contribution_id = c.id
  left join published_contribution u on u.tenant_id = c.tenant_id and u.id = c.id
  left join contribution_trust t on t.tenant_id = c.tenant_id and t.contribution_id = c.id
  left join lateral (select * from visibility_decision d where d.tenant_id = c.tenant_id and d.contribution_id = c.id
    order by d.number desc limit 1) d on true
  left join person w on w.id = d.decided_by
  order by c.received_at, c.id`,
)
