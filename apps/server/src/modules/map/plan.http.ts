import type { FastifyInstance } from 'fastify'
import { isId } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { planOnDisplay } from './plan-on-display.ts'

const DAY_S = 86_400

/**
 * The parts of a plan on display as GeoJSON, beside the procedure's page and not within it: a plan of a
 * thousand parts must not keep anyone from reading what the procedure is about.
 *
 * `v` is the revision; with it the answer may be kept, without it it is asked again each time.
 */
export function registerPlan(app: FastifyInstance, database: Database): void {
  app.get<{ Params: { procedureId: string }; Querystring: { v?: unknown } }>(
    '/map/plan/:procedureId',
    async (request, reply) => {
      const { procedureId } = request.params
      const plan = isId(procedureId) ? await planOnDisplay(database, procedureId) : null
      if (!plan)
        return reply.code(404).header('cache-control', 'no-store').send({
          code: 'NOT_FOUND',
          message: 'No such plan is on display.',
        })
      const etag = `"${plan.revision}-${plan.json.length.toString(36)}"`
      const isThisRevision = request.query.v === String(plan.revision)
      reply
        .header('etag', etag)
        .header('vary', 'accept-encoding')
        .header(
          'cache-control',
          isThisRevision ? `public, max-age=${DAY_S}` : 'public, max-age=0, must-revalidate',
        )
      const known = request.headers['if-none-match']?.split(',') ?? []
      if (known.some((one) => one.trim().replace(/^W\//, '') === etag)) return reply.code(304).send()
      reply.type('application/geo+json; charset=utf-8')
      return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
        ? reply.header('content-encoding', 'gzip').send(plan.zipped)
        : reply.send(plan.json)
    },
  )
}
