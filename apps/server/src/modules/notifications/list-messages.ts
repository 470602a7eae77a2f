import { isId, type Id } from '@mitsprache/terms'
import { pageOf, readPage } from '../../platform/page.ts'
import { demand, found, namesOfInvited, staffOf, type Ctx } from '../identity/index.ts'
import { tenantById } from '../tenants/index.ts'
import { composeMail } from './compose-mail.ts'
import { MESSAGE_STATES, type MessageState } from './message.entity.ts'
import { mayManageMessages } from './message.policy.ts'
import { messageById, messageCounts, messagesOf, type MessageView } from './message.queries.ts'
import { messageOf } from './messages/index.ts'

export type ListedMessage = MessageView & { whom: string | null }

/** Which states stand together under one heading. */
const SHELVES = {
  waiting: ['waiting'],
  sent: ['sent', 'kept', 'dropped'],
  parked: ['parked', 'bounced'],
} as const satisfies Record<string, readonly MessageState[]>
export type MessageShelf = keyof typeof SHELVES
export const MESSAGE_SHELVES = Object.keys(SHELVES) as MessageShelf[]

/** The messages of a tenant: what waits, what left, and what did not arrive; the newest first. */
export async function listMessages(
  ctx: Ctx,
  tenantSlug: string,
  args: { shelf?: MessageShelf | null; first: number; after?: string | null },
) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageMessages(staff))
  const { tenantId } = staff
  const page = readPage(ctx.secrets, args, ['messages', tenantId, args.shelf ?? null])
  const states: MessageState[] = args.shelf ? [...SHELVES[args.shelf]] : [...MESSAGE_STATES]
  const [at, id] = (page.after ?? [null, null]) as [string | null, Id | null]
  const [rows, counts] = await ctx.database.batch('staff', { tenantId }, (tx) => [
    tx.read(messagesOf, tenantId, states, page.first + 1, at === null ? null : new Date(at), id),
    tx.read(messageCounts, tenantId),
  ])
  const named = await withInvited(ctx, tenantId, rows)
  const count = (state: MessageState) => counts.find((row) => row.state === state)?.n ?? 0
  return {
    ...pageOf(
      ctx.secrets,
      page,
      named,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => row,
    ),
    waiting: count('waiting'),
    parked: count('parked') + count('bounced'),
    mailServer: ctx.config.mail !== undefined,
  }
}

/** Whoever was invited stands in no table of the staff door until they accept. */
async function withInvited(ctx: Ctx, tenantId: Id, rows: MessageView[]): Promise<ListedMessage[]> {
  const invited = rows.filter(({ kind }) => messageOf(kind)?.whom === 'invited').map((row) => row.recipientId)
  const names = invited.length ? await namesOfInvited(ctx.database, tenantId, invited) : new Map<Id, string>()
  return rows.map((row) => ({
    ...row,
    whom: messageOf(row.kind)?.whom ?? null,
    recipient: row.recipient ?? names.get(row.recipientId) ?? null,
  }))
}

/**
 * A message as it stands in the mailbox of a sample town, put together anew. Elsewhere nobody reads in other people's
 * mail.
 *
 * @throws Denial NOT_FOUND
 */
export async function readKeptMail(ctx: Ctx, tenantSlug: string, messageId: Id) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManageMessages(staff))
  const { tenantId } = staff
  found(isId(messageId) || null)
  const [tenant] = await ctx.database.read(tenantById, tenantId)
  const [message] = await ctx.database.transaction('staff', { tenantId }, (tx) =>
    tx.read(messageById, tenantId, messageId),
  )
  found(tenant?.sample || null)
  const { state, kind, eventId, recipientId, id, createdAt } = found(message)
  found(state === 'kept' || null)
  const mail = await composeMail(ctx, { tenantId, id, kind, eventId, recipientId })
  return 'reason' in mail ? null : { ...mail, id, createdAt }
}
