import type { FastifyRequest } from 'fastify'
import type { Config } from '../platform/config.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Short name of the tenant whose own host name was asked; null at the installation's address. */
    tenantOfHost: string | null
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const ANYWHERE = ['0.0.0.0', '::']

/** Whose word about the sender's address is believed: of the proxies the operator names, and of nobody else. */
export const trustOf = ({ trustedProxies }: Config): string[] | false =>
  trustedProxies.length ? trustedProxies : false

/** The name without its port. */
export const hostName = (host: string | undefined): string | null =>
  host ? host.replace(/:\d+$/, '').toLowerCase() : null

/** Links and cookies trust the host name, so a made-up one gets no answer. */
export function isOurHost(config: Config, name: string | null): boolean {
  if (!name) return false
  if (name === new URL(config.baseUrl).hostname || LOOPBACK.includes(name)) return true
  // Listening everywhere without a public address is somebody trying it out in a container.
  return ANYWHERE.includes(config.host) && !process.env.BASE_URL
}

/** Whether a page of this origin is ours to be asked from: at a tenant's own host name only a page of that name. */
export function isOurOrigin(config: Config, { headers, tenantOfHost }: FastifyRequest): boolean {
  const { origin } = headers
  if (!origin || !URL.canParse(origin)) return false
  const name = hostName(new URL(origin).host)
  return tenantOfHost ? name === hostName(headers.host) : isOurHost(config, name)
}

/**
 * Where a page is that was asked for at a tenant's own host name and does not stand there: its start page, or another
 * tenant's page at the installation's address.
 *
 * @returns null where it stands there, or the installation's address was asked.
 */
export function placeOfPage(config: Config, { tenantOfHost, url }: FastifyRequest): string | null {
  if (!tenantOfHost) return null
  if (url === '/' || url.startsWith('/?')) return `/t/${tenantOfHost}/`
  const other = /^(?:\/embed)?\/t\/([^/?]+)/.exec(url)?.[1]
  return other && other !== tenantOfHost ? new URL(url, config.baseUrl).href : null
}
