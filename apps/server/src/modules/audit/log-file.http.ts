import { Readable } from 'node:stream'
import { EVENT_KIND_WORDS, eventKindOf, type EventKind, type Id } from '@mitsprache/terms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { recordEvent } from '../../platform/database/event.ts'
import { dayOf, isLocalDate } from '../../platform/municipal-day.ts'
import { csvCell, neutralise } from '../exports/index.ts'
import { Denial, type Ctx } from '../identity/index.ts'
import type { LoggedView } from './audit.queries.ts'
import { eventsBefore, logReaderOf, type LogFilter, type LogReader } from './read-log.ts'

export type LogFileDeps = {
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Ctx>
}

const PAGE = 500

const COLUMNS: Record<string, (event: LoggedView) => string> = {
  position: ({ position }) => String(position ?? ''),
  at: ({ at }) => at.toISOString(),
  kind: ({ type }) => eventKindOf(type),
  type: ({ type }) => type,
  actorKind: ({ actorKind }) => actorKind,
  actorId: ({ actorId }) => actorId ?? '',
  actorName: ({ actorName }) => neutralise(actorName ?? ''),
  procedureId: ({ procedureId }) => procedureId ?? '',
  subjectIds: ({ subjectIds }) => subjectIds.join(' '),
  eventId: ({ id }) => id,
  hash: ({ hash }) => hash?.toString('hex') ?? '',
}

type Query = Partial<Record<'kind' | 'actor' | 'procedure' | 'from' | 'until', string>>

/**
 * `GET /audit/:tenant.csv`: the log as a file, narrowed as the page is. For auditors; for everybody else it does not
 * exist. That it was taken is an event itself.
 */
export function registerLogFile(app: FastifyInstance, { contextOf }: LogFileDeps): void {
  app.get<{ Params: { tenant: string }; Querystring: Query }>(
    '/audit/:tenant.csv',
    { exposeHeadRoute: false },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const filter = readFilter(request.query)
      const ctx = await contextOf(request, reply)
      const reader = filter && readerOf(ctx, request.params.tenant, filter)
      if (!reader) return reply.callNotFound()
      const { tenantId, viewer } = reader.staff
      const at = ctx.clock()
      await ctx.staff(tenantId, (tx) =>
        recordEvent(tx, {
          tenantId,
          type: 'AuditLogDownloaded',
          subjectIds: filter.procedureId ? [filter.procedureId] : [],
          actorKind: 'person',
          actorId: viewer.personId,
          at,
        }),
      )
      const fileName = `${request.params.tenant}-protokoll-${dayOf(at)}.csv`
      return reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(Readable.from(linesOf(ctx, reader, filter), { objectMode: false }))
    },
  )
}

/** Page by page, each in a transaction of its own: the log only grows, and from the newest on it stays as it is. */
async function* linesOf(ctx: Ctx, reader: LogReader, filter: LogFilter): AsyncGenerator<string> {
  yield `\uFEFF${Object.keys(COLUMNS).join(',')}\r\n`
  for (let before: Id | null = null; ;) {
    const start: Id | null = before
    const events: LoggedView[] = await ctx.staff(reader.staff.tenantId, (tx) =>
      eventsBefore(tx, reader, filter, start, PAGE),
    )
    if (events.length)
      yield events
        .map(
          (event) =>
            `${Object.values(COLUMNS)
              .map((of) => csvCell(of(event)))
              .join(',')}\r\n`,
        )
        .join('')
    if (events.length < PAGE) return
    before = events.at(-1)!.id
  }
}

/** @returns null for what is no filter: a wrong address is not answered with the whole log. */
function readFilter({ kind, actor, procedure, from, until }: Query): LogFilter | null {
  if (kind && !EVENT_KIND_WORDS.some((known) => known === kind)) return null
  for (const day of [from, until]) if (day && !isLocalDate(day)) return null
  return {
    kind: (kind as EventKind | undefined) ?? null,
    actorId: actor,
    procedureId: procedure,
    from,
    until,
  }
}

function readerOf(ctx: Ctx, tenantSlug: string, filter: LogFilter): LogReader | null {
  try {
    return logReaderOf(ctx, tenantSlug, filter)
  } catch (cause) {
    if (cause instanceof Denial) return null
    throw cause
  }
}
