import { EVENT_KINDS, isId, KNOWN_EVENT_TYPES, type EventKind, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { endOfDay, startOfDay, type LocalDate } from '../../platform/municipal-day.ts'
import { pageOf, readPage } from '../../platform/page.ts'
import { demand, Denial, staffOf, type Ctx, type StaffOf } from '../identity/index.ts'
import { auditedOnly, mayReadLog } from './audit.policy.ts'
import { logChoices, loggedEvents, type LogChoices, type LoggedView } from './audit.queries.ts'

export type LogFilter = {
  kind?: EventKind | null
  actorId?: Id | null
  procedureId?: Id | null
  /** Municipal days, both included. */
  from?: LocalDate | null
  until?: LocalDate | null
}

export type LogReader = { staff: StaffOf; only: Id[] | null }

/** @throws Denial for whoever is not an auditor there, and for made-up ids. */
export function logReaderOf(
  ctx: Ctx,
  tenantSlug: string,
  { actorId, procedureId }: LogFilter = {},
): LogReader {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayReadLog(staff))
  for (const id of [actorId, procedureId]) if (id && !isId(id)) throw new Denial('NOT_FOUND')
  return { staff, only: auditedOnly(staff) as Id[] | null }
}

/** Up to `limit` events before one of them, the newest first. */
export function eventsBefore(
  tx: Tx,
  { staff, only }: LogReader,
  { kind, actorId, procedureId, from, until }: LogFilter,
  before: Id | null,
  limit: number,
): Promise<LoggedView[]> {
  const isOther = kind === 'other'
  return tx.read(
    loggedEvents,
    staff.tenantId,
    limit,
    before,
    kind ? (isOther ? KNOWN_EVENT_TYPES : [...EVENT_KINDS[kind]]) : null,
    isOther,
    actorId ?? null,
    from ? startOfDay(from) : null,
    until ? endOfDay(until) : null,
    procedureId ?? null,
    only,
  )
}

/**
 * A page of what happened in a tenant, the newest first, for its auditors.
 *
 * @throws Denial, GraphQLError BAD_USER_INPUT
 */
export async function readLog(
  ctx: Ctx,
  tenantSlug: string,
  filter: LogFilter,
  paging: { first: number; after?: string | null },
) {
  const reader = logReaderOf(ctx, tenantSlug, filter)
  const { kind, actorId, procedureId, from, until } = filter
  const page = readPage(ctx.secrets, paging, [
    'auditLog',
    tenantSlug,
    kind ?? null,
    actorId ?? null,
    procedureId ?? null,
    from ?? null,
    until ?? null,
  ])
  const before = (page.after?.[0] as Id | undefined) ?? null
  const rows = await ctx.staff(reader.staff.tenantId, (tx) =>
    eventsBefore(tx, reader, filter, before, page.first + 1),
  )
  return pageOf(
    ctx.secrets,
    page,
    rows,
    (row) => [row.id],
    (row) => row,
  )
}

/** @throws Denial */
export async function readLogChoices(ctx: Ctx, tenantSlug: string): Promise<LogChoices> {
  const { staff, only } = logReaderOf(ctx, tenantSlug)
  const [choices] = await ctx.staff(staff.tenantId, (tx) => tx.read(logChoices, staff.tenantId, only))
  return choices!
}
