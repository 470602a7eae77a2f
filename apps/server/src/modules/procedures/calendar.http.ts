import { LANGUAGES, type Language } from '@mitsprache/terms'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import { etagOf, isKnown } from '../../platform/etag.ts'
import type { PublicDoor } from '../../platform/public-door.ts'
import { calendarOf } from './calendar.rules.ts'
import { publicProcedureBySlug } from './procedure.queries.ts'

type Asked = { Params: { tenant: string; slug: string }; Querystring: { lang?: unknown } }

/** `GET /t/:tenant/p/:slug/dates.ics`: the dates of a procedure on display, to be kept in a calendar or followed by one. */
export function registerCalendar(
  app: FastifyInstance,
  { database, clock, baseUrl }: { database: PublicDoor; clock: Clock; baseUrl: string },
): void {
  app.get<Asked>('/t/:tenant/p/:slug/dates.ics', async (request, reply) => {
    const { tenant, slug } = request.params
    const [view] = await database.read(publicProcedureBySlug, tenant, slug)
    if (!view) return reply.callNotFound()
    const calendar = calendarOf(view, languageOf(request.query.lang), baseUrl, clock())
    const etag = etagOf(calendar)
    reply
      .header('etag', etag)
      .header('cache-control', 'public, no-cache')
      .header('content-disposition', `attachment; filename="${view.slug}.ics"`)
      .type('text/calendar; charset=utf-8')
    return isKnown(etag, request.headers['if-none-match']) ? reply.code(304).send() : reply.send(calendar)
  })
}

const languageOf = (asked: unknown): Language => LANGUAGES.find((each) => each === asked) ?? 'de'
