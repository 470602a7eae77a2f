import type { FastifyInstance } from 'fastify'
import type { PublicDoor } from '../../platform/public-door.ts'
import { etagOf, isKnown } from '../../platform/etag.ts'
import { coloursOfTenant } from './tenant.queries.ts'
import { themeSheet } from './theme.rules.ts'

/**
 * `GET /t/:tenant/theme.css`: the colours of a tenant. A sheet of its own, because the content policy lets no style
 * stand in the page; asked for again each time, and sent only when the colours changed.
 */
export function registerTheme(app: FastifyInstance, database: PublicDoor): void {
  app.get<{ Params: { tenant: string } }>('/t/:tenant/theme.css', async (request, reply) => {
    const [row] = await database.read(coloursOfTenant, request.params.tenant)
    const sheet = themeSheet(row?.colours)
    const etag = etagOf(sheet)
    reply.header('etag', etag).header('cache-control', 'public, no-cache').type('text/css; charset=utf-8')
    return isKnown(etag, request.headers['if-none-match']) ? reply.code(304).send() : reply.send(sheet)
  })
}
