import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { ApolloServer } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import type { Ctx } from '../modules/identity/index.ts'
import type { Log } from '../platform/log.ts'
import { publicDoorOf, type PublicCtx } from '../platform/public-door.ts'
import type { Listed } from './allow-list.ts'
import { answerOf, type FormatError } from './answer.ts'
import { makeContext, SESSION_COOKIE, type Parts } from './context.ts'
import { isUnavailable } from './errors.ts'
import { isKept, type KeptAnswers } from './kept-answers.ts'
import { isByAddress, readListed } from './read-listed.ts'
import { noteDenials } from './note-denials.ts'
import { mediaTypeOf, sendAnswer, sendKept } from './send-answer.ts'

type Served = {
  parts: Parts
  apollo: ApolloServer<Ctx>
  findListed: (hash: string) => Listed | null
  kept: KeptAnswers
  format: FormatError
  log: Log
}

/**
 * `/graphql`: what our own client asks by hash is run here, in its compiled form; whatever looks the least unusual,
 * and every document of others, takes the way through Apollo. Both give the same answers.
 */
export function registerGraphql(
  app: FastifyInstance,
  { parts, apollo, findListed, kept, format, log }: Served,
): void {
  const throughApollo = fastifyApolloHandler(apollo, {
    context: (request, reply) => makeContext(parts, request, reply).catch(asGraphqlError),
  })
  const everyone: PublicCtx = { ...parts, database: publicDoorOf(parts.database) }

  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    async handler(request, reply) {
      const type = mediaTypeOf(request.headers.accept)
      if (type === null) return throughApollo.call(app, request, reply)
      const isForKeeping = isByAddress(request) && !request.cookies[SESSION_COOKIE]
      const key = request.url
      const ready = isForKeeping ? kept.find(key) : undefined
      if (ready) return sendKept(request, reply, kept, key, ready, type)

      const asked = readListed(request)
      const listed = asked && findListed(asked.hash)
      const isUnusual =
        !listed ||
        (asked.name ?? listed.name) !== listed.name ||
        (request.method === 'GET' && !listed.isQuery)
      if (isUnusual) return throughApollo.call(app, request, reply)

      const run = async (context: PublicCtx | Ctx) => {
        const result = await listed.run(context, asked.variables)
        if ('viewer' in context) await noteDenials(context, result.errors, log)
        return answerOf(result, format)
      }
      if (!isForKeeping || !listed.sameForEveryone)
        return sendAnswer(reply, await run(await makeContext(parts, request, reply)), type)
      const answer = await kept.findOrMake(key, () => run({ ...everyone }))
      return isKept(answer)
        ? sendKept(request, reply, kept, key, answer, type)
        : sendAnswer(reply, answer, type)
    },
  })
  app.options('/graphql', (_request, reply) => reply.code(204).header('allow', 'GET, POST, OPTIONS').send())
}

/** A database that is away while somebody is recognised is not our mistake. */
function asGraphqlError(cause: unknown): never {
  throw new GraphQLError('No context.', {
    originalError: cause as Error,
    extensions: { http: { status: isUnavailable(cause) ? 503 : 500 } },
  })
}
