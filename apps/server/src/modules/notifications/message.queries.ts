import type { Id, Language } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import type { MessageReason, MessageState } from './message.entity.ts'
import type { Wording } from './message.ts'

/** A tenant's own words for one message, by language. */
export const wordingOf = defineRead<
  Wording & { language: Language; version: number },
  [tenantId: Id, kind: string]
>(
  'staff',
  'message-wording',
  (
    where,
  ) => `select language, version, subject, body from message_template where ${where('tenant_id = $1')} and kind = $2
    order by language`,
)

export const wordingsOf = defineRead<
  Wording & { kind: string; language: Language; version: number },
  [tenantId: Id]
>(
  'staff',
  'message-wordings',
  (
    where,
  ) => `select kind, language, version, subject, body from message_template where ${where('tenant_id = $1')}
    order by kind, language`,
)

export type MessageView = {
  id: Id
  kind: string
  recipientId: Id
  state: MessageState
  reason: MessageReason | null
  reply: string | null
  tries: number
  createdAt: Date
  settledAt: Date | null
  /** Name of a member of staff, number of a contribution; null for others. */
  recipient: string | null
}

const COLUMNS = `m.id, m.kind, m.recipient_id as "recipientId", m.state, m.reason, m.reply, m.tries, m.created_at as "createdAt",
  m.settled_at as "settledAt", coalesce(p.name, c.number) as recipient`
const JOINS = `left join person p on p.id = m.recipient_id
  left join contribution c on c.tenant_id = m.tenant_id and c.id = m.recipient_id`

/** A tenant's messages, the newest first. */
export const messagesOf = defineRead<
  MessageView,
  [tenantId: Id, states: MessageState[], limit: number, at: Date | null, id: Id | null]
>(
  'staff',
  'messages-of',
  (where) => `select ${COLUMNS} from (
      select * from message m where ${where('m.tenant_id = $1')} and m.state = any ($2)
        and (m.created_at, m.id) < (coalesce($4::timestamptz, 'infinity'), coalesce($5::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by m.created_at desc, m.id desc limit $3) m ${JOINS}
    order by m.created_at desc, m.id desc`,
)

export const messageById = defineRead<MessageView & { eventId: Id }, [tenantId: Id, id: Id]>(
  'staff',
  'message-by-id',
  (where) => `select ${COLUMNS}, m.event_id as "eventId" from message m ${JOINS}
    where ${where('m.tenant_id = $1')} and m.id = $2`,
)

/** How many messages of each state there are, as far as anybody has to do something: at most a thousand of each. */
export const messageCounts = defineRead<{ state: MessageState; n: number }, [tenantId: Id]>(
  'staff',
  'message-counts',
  (
    where,
  ) => `select s.state, (select count(*) from (select from message m where ${where('m.tenant_id = $1')} and m.state = s.state limit 1000) x)::int as n
    from unnest(array['waiting', 'parked', 'bounced']) s (state)`,
)
