import type { FastifyInstance } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Less than a year, as the RFC recommends. */
const VALID_DAYS = 180

/**
 * `GET /.well-known/security.txt`: whom to tell about a weakness; nothing where the operator named nobody.
 *
 * Who answers today still means it tomorrow, so the file never ages as long as the server runs: it is valid for half a
 * year from the day it is read.
 *
 * @source RFC 9116, sections 2.5.3 Contact, 2.5.5 Expires, 2.5.8 Preferred-Languages, 2.5.2 Canonical, 3 location.
 */
export function registerSecurityTxt(
  app: FastifyInstance,
  { config, clock }: { config: Config; clock: Clock },
): void {
  const { securityContact, baseUrl } = config
  if (!securityContact) return
  app.get('/.well-known/security.txt', async (_request, reply) => {
    const today = Math.floor(clock().getTime() / DAY_MS) * DAY_MS
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${new Date(today + VALID_DAYS * DAY_MS).toISOString()}`,
      'Preferred-Languages: de, en',
      `Canonical: ${baseUrl}/.well-known/security.txt`,
    ]
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(`${lines.join('\n')}\n`)
  })
}
