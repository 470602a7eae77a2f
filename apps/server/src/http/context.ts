import { createHmac, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceOf, recheckSignOn, sessionIdHash, viewerOf, type Ctx } from '../modules/identity/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config, Secrets } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import type { Files } from '../platform/files/index.ts'
import type { RasterShelf } from '../platform/raster/index.ts'

export type Parts = {
  config: Config
  secrets: Secrets
  database: Database
  clock: Clock
  files: Files
  rasters: RasterShelf
}

/** `__Host-`: only over a safe connection, only for this host, never from a subdomain. */
export const SESSION_COOKIE = '__Host-mitsprache'
export const RESIDENT_COOKIE = '__Host-mitsprache-resident'
const SIGN_ON_COOKIE = '__Host-mitsprache-sign-on'

/**
 * A keyed hash of the caller's network: IPv4 address, or the /64 of IPv6, for throttling only. Another each day, so that
 * nobody is followed across days; the same on every server of the installation.
 */
export function networkKey({ signingKey }: Secrets, address: string, now: Date): string {
  const words = ['network', now.toISOString().slice(0, 10), networkOf(address)]
  return createHmac('sha256', signingKey).update(JSON.stringify(words)).digest('base64url')
}

export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!address.includes(':')) return address
  const [head, tail] = address.split('%')[0]!.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')
}

/** What a use case gets of a request. */
export async function makeContext(parts: Parts, request: FastifyRequest, reply: FastifyReply): Promise<Ctx> {
  const secret = request.cookies[SESSION_COOKIE]
  const cookie = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const
  return {
    ...parts,
    receivedAt: request.receivedAt,
    viewer: secret
      ? await viewerOf(parts.database, parts.clock, secret, (idHash, now) =>
          recheckSignOn(parts, idHash, now),
        )
      : null,
    requestId: request.id,
    method: request.method,
    // Asked by few, and not cheap.
    get networkKey() {
      return networkKey(parts.secrets, request.ip, request.receivedAt)
    },
    session: {
      idHash: sessionIdHash(secret),
      device: deviceOf(request.headers['user-agent']),
      begin: (value, expires) => void reply.setCookie(SESSION_COOKIE, value, { ...cookie, expires }),
      end: () => void reply.clearCookie(SESSION_COOKIE, cookie),
    },
    signOn: {
      sealed: request.cookies[SIGN_ON_COOKIE] ?? null,
      begin: (value, expires) => void reply.setCookie(SIGN_ON_COOKIE, value, { ...cookie, expires }),
      end: () => void reply.clearCookie(SIGN_ON_COOKIE, cookie),
    },
    resident: {
      idHash: sessionIdHash(request.cookies[RESIDENT_COOKIE]),
      begin: (value, expires) => void reply.setCookie(RESIDENT_COOKIE, value, { ...cookie, expires }),
      end: () => void reply.clearCookie(RESIDENT_COOKIE, cookie),
    },
    staff: (tenantId, work) => parts.database.transaction('staff', { tenantId }, work),
  }
}

/** Short enough to read out on the telephone, long enough to be unique in a log. */
export const newRequestId = () => randomUUID().slice(0, 13).toUpperCase()
