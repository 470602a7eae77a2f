import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/config.ts'
import type { Database } from '../../platform/database/database.ts'
import { Denial } from '../identity/index.ts'
import { stopMessages } from './answer-mail-link.ts'

/**
 * Where mail programs post when somebody clicks “unsubscribe” in them. Whoever opens the same address in a browser gets
 * a page with a button.
 *
 * @source RFC 8058 § 3.2: POST without cookies, the body says `List-Unsubscribe=One-Click`.
 */
export async function registerStopMessages(
  app: FastifyInstance,
  parts: { database: Database; secrets: Secrets; clock: Clock },
): Promise<void> {
  await app.register(async (here) => {
    // What is in it is known already; it is only read so that the connection goes on.
    here.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: 4_096 },
      (_request, body, done) => done(null, body),
    )
    here.post<{ Params: { tenant: string; token: string } }>(
      '/t/:tenant/mail/stop/:token',
      { config: { anyOrigin: true } },
      async (request, reply) => {
        try {
          await stopMessages(parts, request.params.tenant, request.params.token)
        } catch (cause) {
          if (!(cause instanceof Denial)) throw cause
          return reply.code(404).type('text/plain; charset=utf-8').send('Not found.\n')
        }
        return reply.type('text/plain; charset=utf-8').send('No further messages.\n')
      },
    )
  })
}
