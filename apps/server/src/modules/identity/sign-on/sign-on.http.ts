import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../../platform/clock.ts'
import type { Config, Secrets } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/database.ts'
import { rateLimiter } from '../../../platform/rate-limit.ts'
import { endFromProvider } from './end-from-provider.ts'

/** Of one network in a minute: a provider that ends a morning's sessions at once has room, a guesser has not. */
const A_MINUTE = 600

/** Where providers tell that somebody signed out there (back-channel logout): from server to server, no browser. */
export async function registerSignOn(
  app: FastifyInstance,
  parts: { config: Config; secrets: Secrets; database: Database; clock: Clock },
): Promise<void> {
  const limit = rateLimiter(A_MINUTE, 60_000)
  await app.register(async (inner) => {
    inner.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 16 * 1024 },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    inner.post<{ Params: { provider: string } }>('/sign-on/:provider/logout', async (request, reply) => {
      const wait = limit.take(request.ip)
      if (wait) return reply.code(429).header('retry-after', String(wait)).send()
      const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : null
      const ended = token && (await endFromProvider(parts, request.params.provider, token))
      return typeof ended === 'number'
        ? reply.code(200).send()
        : reply.code(400).send({ error: 'invalid_request' })
    })
  })
}
