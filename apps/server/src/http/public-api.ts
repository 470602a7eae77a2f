import { HeaderMap } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PUBLIC_MAP } from '../modules/map/index.ts'
import { makePublicSchema, PUBLIC_API } from '../modules/open-data/index.ts'
import type { Log } from '../platform/log.ts'
import { publicDoorOf, type PublicCtx } from '../platform/public-door.ts'
import type { Answer } from './answer.ts'
import type { Parts } from './context.ts'
import { makePublicApollo } from './graphql.ts'
import { isKept, type KeptAnswers } from './kept-answers.ts'
import { mediaTypeOf, sendAnswer, sendKept } from './send-answer.ts'

const ADDRESS = '/open-data/graphql'
const METHODS = 'GET, POST, OPTIONS'

/** Pages of any origin may read it; there is no cookie to send along, and none is looked at. */
function openToAll(reply: FastifyReply): void {
  void reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'etag, retry-after')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('vary', 'accept, accept-encoding')
}

/** The public read API for other programs; see docs/public-api.md. Questions in an address are kept like our own. */
export async function registerPublicApi(
  app: FastifyInstance,
  { parts, kept, log }: { parts: Parts; kept: KeptAnswers; log: Log },
): Promise<void> {
  const apollo = makePublicApollo(makePublicSchema(), { ...PUBLIC_API, ...PUBLIC_MAP }, log)
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  const { config, secrets, clock } = parts
  const context: PublicCtx = { config, secrets, clock, database: publicDoorOf(parts.database) }

  async function ask(request: FastifyRequest): Promise<Answer> {
    const headers = new HeaderMap()
    for (const name of ['accept', 'content-type'])
      if (request.headers[name]) headers.set(name, String(request.headers[name]))
    const { status, body, ...answer } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers,
        search: request.url.slice(ADDRESS.length),
        body: request.body,
      },
      context: async () => ({ ...context }),
    })
    const text = body.kind === 'complete' ? body.string : ''
    return {
      status: status ?? 200,
      body: text,
      // Errors stand first in what Apollo writes.
      isWhole: (status ?? 200) === 200 && text.startsWith('{"data"'),
      headers: Object.fromEntries(answer.headers),
    }
  }

  app.route({
    url: ADDRESS,
    method: ['GET', 'POST'],
    config: { anyOrigin: true },
    async handler(request, reply) {
      openToAll(reply)
      const type = mediaTypeOf(request.headers.accept)
      const isForKeeping = type !== null && request.method === 'GET' && !request.headers['content-type']
      const answer = isForKeeping
        ? await kept.findOrMake(request.url, () => ask(request))
        : await ask(request)
      if (isKept(answer)) return sendKept(request, reply, kept, request.url, answer, type!)
      return sendAnswer(reply, answer, answer.headers!['content-type']!)
    },
  })
  app.options(ADDRESS, { config: { anyOrigin: true } }, (_request, reply) => {
    openToAll(reply)
    return reply
      .code(204)
      .header('allow', METHODS)
      .header('access-control-allow-methods', METHODS)
      .header('access-control-allow-headers', 'content-type, accept')
      .header('access-control-max-age', '86400')
      .send()
  })
}
