import type {
  Audience,
  Decision,
  Id,
  Language,
  LocalizedText,
  PlaceKind,
  Visibility,
  WithholdReason,
} from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { filesOf, type FileOfContribution } from '../contributions/index.ts'

export type ModerationView = {
  id: Id
  number: string
  version: number
  procedureId: Id
  procedureTitle: LocalizedText
  title: string
  text: string
  language: Language
  category: {
    id: Id
    key: string
    label: LocalizedText
    shape: string
    letter: string
    colour: string
  } | null
  placeKind: PlaceKind
  placeLabel: string | null
  geometry: Buffer | null
  audience: Audience
  receivedAt: Date
  late: boolean
  outsidePlanAreaM: number | null
  visibility: Visibility
  publicationMode: string
  files: FileOfContribution[]
  /** Whether the public sees, or last saw, those of the files that their author released. */
  withFiles: boolean
  history: {
    decision: Decision
    reason: WithholdReason | null
    reasonText: string | null
    withFiles: boolean
    byName: string
    at: string
  }[]
}

const SELECT = `
  select c.id, c.number, k.version, c.procedure_id as "procedureId", p.title as "procedureTitle", tell_title(c.title, c.text) as title, c.text,
    c.language, case when g.id is null then null else jsonb_build_object('id', g.id, 'key', g.key, 'label', g.label, 'shape', g.shape,
      'letter', g.letter, 'colour', g.colour) end as category,
    c.place_kind as "placeKind", c.place_label as "placeLabel", c.geometry, c.audience,
    c.received_at as "receivedAt", c.late, c.outside_plan_area_m as "outsidePlanAreaM", k.visibility, p.publication_mode as "publicationMode",
    ${filesOf('c')} as files, k.with_files as "withFiles",
    coalesce((select jsonb_agg(jsonb_build_object('decision', d.decision, 'reason', d.reason, 'reasonText', d.reason_text,
        'withFiles', d.with_files,
        'byName', coalesce(w.name, ''), 'at', d.decided_at) order by d.number)
      from visibility_decision d left join person w on w.id = d.decided_by
      where d.tenant_id = c.tenant_id and d.contribution_id = c.id), '[]') as history`

/** Staff do not read the name that stands in the case: names come through `read_authors`. */
const CASE = 'tenant_id, contribution_id, procedure_id, received_at, version, visibility, with_files'

const JOINS = `
  join contribution c on c.tenant_id = k.tenant_id and c.id = k.contribution_id
  join procedure p on p.tenant_id = k.tenant_id and p.id = k.procedure_id
  left join category g on g.tenant_id = c.tenant_id and g.id = c.category_id`

type QueueParams = [tenantId: Id, visibility: Visibility, limit: number, at: Date | null, id: Id | null]

/** The queue of a tenant, oldest first; what its author keeps to the planners is never in it. */
export const tenantQueue = defineRead<ModerationView, [...QueueParams, only: Id[] | null]>(
  'staff',
  'tenant-queue',
  (where) => `${SELECT} from (select ${CASE} from contribution_case k
      where ${where('k.tenant_id = $1')} and k.visibility = $2
        and (k.received_at, k.contribution_id) > (coalesce($4::timestamptz, '-infinity'), coalesce($5::uuid, '00000000-0000-0000-0000-000000000000'))
        and ($6::uuid[] is null or k.procedure_id = any($6))
      order by k.received_at, k.contribution_id limit $3) k ${JOINS}
    order by k.received_at, k.contribution_id`,
)

export const procedureQueue = defineRead<ModerationView, [...QueueParams, procedureId: Id]>(
  'staff',
  'procedure-queue',
  (where) => `${SELECT} from (select ${CASE} from contribution_case k
      where ${where('k.tenant_id = $1')} and k.procedure_id = $6 and k.visibility = $2
        and (k.received_at, k.contribution_id) > (coalesce($4::timestamptz, '-infinity'), coalesce($5::uuid, '00000000-0000-0000-0000-000000000000'))
      order by k.received_at, k.contribution_id limit $3) k ${JOINS}
    order by k.received_at, k.contribution_id`,
)

export const moderationItemById = defineRead<ModerationView, [tenantId: Id, id: Id]>(
  'staff',
  'moderation-item-by-id',
  (where) =>
    `${SELECT} from contribution_case k ${JOINS} where ${where('k.tenant_id = $1')} and ${where('k.contribution_id = $2')}`,
)

/** How many wait for review, told up to 1,000. */
export const openCount = defineRead<{ n: number }, [tenantId: Id, procedureId: Id | null, only: Id[] | null]>(
  'staff',
  'open-count',
  (where) => `select least(1000, coalesce(sum(r.n), 0))::integer as n from review_count r
    where ${where('r.tenant_id = $1')} and ($2::uuid is null or r.procedure_id = $2)
      and ($3::uuid[] is null or r.procedure_id = any($3))`,
)
