import type { Id, LocalizedText } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'

/** An event in ids and words: never what somebody wrote. */
export type LoggedView = {
  id: Id
  at: Date
  type: string
  actorKind: 'person' | 'resident' | 'system'
  actorId: Id | null
  /** Null for whoever no longer works there, was erased, or never did. */
  actorName: string | null
  procedureId: Id | null
  procedureTitle: LocalizedText | null
  subjectIds: Id[]
  /** Its place in the chain, and the link there; null until the sequencer was there. */
  position: number | null
  hash: Buffer | null
}

export type LogParams = [
  tenantId: Id,
  limit: number,
  before: Id | null,
  types: string[] | null,
  /** The types are those that are left out. */
  otherTypes: boolean,
  actorId: Id | null,
  from: Date | null,
  until: Date | null,
  procedureId: Id | null,
  only: Id[] | null,
]

/**
 * Events of a tenant in the reverse order of their being written: ids grow with time, so the key is the order, and
 * no index more has to be kept while residents hand in.
 */
export const loggedEvents = defineRead<LoggedView, LogParams>(
  'staff',
  'logged-events',
  (where) => `
  select e.id, e.at, e.type, e.actor_kind as "actorKind", e.actor_id as "actorId", w.name as "actorName",
    p.id as "procedureId", p.title as "procedureTitle", e.subject_ids as "subjectIds", k.position, k.hash
  from (select * from event e
      where ${where('e.tenant_id = $1')} and ($3::uuid is null or e.id < $3)
        and ($4::text[] is null or (e.type = any ($4)) <> $5::boolean)
        and ($6::uuid is null or e.actor_id = $6)
        and ($7::timestamptz is null or e.at >= $7) and ($8::timestamptz is null or e.at <= $8)
        and ($9::uuid is null or e.subject_ids @> array[$9])
        and ($10::uuid[] is null or e.subject_ids && $10)
      order by e.tenant_id desc, e.id desc limit $2::integer) e
  left join person w on w.id = e.actor_id
  left join lateral (select p.id, p.title from procedure p where p.tenant_id = e.tenant_id and p.id = any (e.subject_ids) limit 1) p on true
  left join event_chain k on k.tenant_id = e.tenant_id and k.event_id = e.id
  order by e.id desc`,
)

export type LogChoices = {
  procedures: { id: Id; title: LocalizedText }[]
  people: { id: Id; name: string }[]
}

/** What the log can be narrowed to: procedures, and who works here. */
export const logChoices = defineRead<LogChoices, [tenantId: Id, only: Id[] | null]>(
  'staff',
  'log-choices',
  (where) => `select
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title) order by p.title ->> 'de', p.id)
      from procedure p where ${where('p.tenant_id = $1')} and ($2::uuid[] is null or p.id = any ($2))), '[]') as procedures,
    coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name) order by w.name, w.id)
      from person w where exists (select from membership m where m.person_id = w.id and ${where('m.tenant_id = $1')})), '[]') as people`,
)
