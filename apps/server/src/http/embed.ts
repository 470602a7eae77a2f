import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { publicProcedureBySlug } from '../modules/procedures/index.ts'
import { embedHostsOf } from '../modules/tenants/index.ts'
import type { PublicDoor } from '../platform/public-door.ts'
import { pagePolicy } from './security-headers.ts'

const isEmbed = (url: string) => /^\/embed(\/|\?|$)/.test(url)

/**
 * In somebody else's frame nobody is recognised and nothing is left behind: no cookie that came along is read, and none
 * is set, whatever a route does. Must be called before the plugin that reads cookies.
 */
export function forgetCookies(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (isEmbed(request.url)) delete request.headers.cookie
    done()
  })
  app.addHook('onSend', async (request, reply) => {
    if (isEmbed(request.url)) reply.removeHeader('set-cookie')
  })
}

type Asked = FastifyRequest<{ Params: { tenant: string; slug: string } }>

/**
 * `GET /embed/t/:tenant/:slug`: a published procedure to be looked at in a frame, on pages of the hosts that its tenant
 * lists. What is not published does not exist, but its page may still say so where the others may stand.
 *
 * @param page answers with the page of the app.
 */
export function registerEmbed(
  app: FastifyInstance,
  database: PublicDoor,
  page: (request: FastifyRequest, reply: FastifyReply) => FastifyReply,
): void {
  app.get('/embed/t/:tenant/:slug', async (request: Asked, reply) => {
    const { tenant, slug } = request.params
    const [[listed], [procedure]] = await Promise.all([
      database.read(embedHostsOf, tenant),
      database.read(publicProcedureBySlug, tenant, slug),
    ])
    reply.header('content-security-policy', pagePolicy(listed?.hosts))
    if (!procedure) reply.code(404)
    return page(request, reply)
  })
}
