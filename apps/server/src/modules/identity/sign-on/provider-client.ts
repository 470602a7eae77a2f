import { createRemoteJWKSet, customFetch as joseFetch, type JWTVerifyGetKey } from 'jose'
import { LRUCache } from 'lru-cache'
import * as oidc from 'openid-client'
import type { Config, Secrets } from '../../../platform/config.ts'
import { asFetch, openOutbound, OutboundFailure } from '../../../platform/outbound/index.ts'
import { seal, unseal } from '../../../platform/seal.ts'
import type { ProviderView } from './provider.queries.ts'

/** What a provider told of itself is asked for again after this long; that it did not answer, sooner. */
const KNOWN_MS = 10 * 60_000
const FAILED_MS = 20_000
/** Of one answer: metadata, keys, tokens, claims. A list of two hundred groups takes ten kilobytes. */
const MOST_BYTES = 256 * 1024

export type ProviderClient = { client: oidc.Configuration; keys: JWTVerifyGetKey }
type Parts = { config: Config; secrets: Pick<Secrets, 'personKey'> }

const known = new WeakMap<Config, LRUCache<string, Promise<ProviderClient>>>()

/**
 * The provider as it describes itself, ready to be asked. Every question goes through the guarded way out, and signatures
 * of its tokens are checked with its keys, not only trusted because they came by TLS.
 *
 * @throws OutboundFailure, and what `openid-client` throws for metadata that is not this issuer's.
 */
export function clientOf(parts: Parts, provider: ProviderView): Promise<ProviderClient> {
  let clients = known.get(parts.config)
  if (!clients) known.set(parts.config, (clients = new LRUCache({ max: 500, ttl: KNOWN_MS })))
  const key = `${provider.id} ${provider.version}`
  const there = clients.get(key)
  if (there) return there
  const made = makeClient(parts, provider)
  clients.set(key, made)
  made.catch(() => clients.set(key, made, { ttl: FAILED_MS }))
  return made
}

async function makeClient({ config, secrets }: Parts, provider: ProviderView): Promise<ProviderClient> {
  const { loopback, timeoutMs } = config.signOn
  const fetch = fetchFor(config, provider.issuer)
  const secret =
    provider.clientSecretSealed && openClientSecret(secrets, provider.id, provider.clientSecretSealed)
  const client = await oidc.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    secret ? oidc.ClientSecretBasic(secret) : oidc.None(),
    {
      [oidc.customFetch]: fetch,
      timeout: timeoutMs / 1000,
      execute: [oidc.enableNonRepudiationChecks, ...(loopback ? [oidc.allowInsecureRequests] : [])],
    },
  )
  const { jwks_uri: keysAt, authorization_endpoint: entrance } = client.serverMetadata()
  // Browsers are sent there: what is no web address would be run instead of opened.
  for (const address of [keysAt, entrance])
    if (!isWebAddress(address, loopback)) throw new OutboundFailure('notHttps')
  const keys = createRemoteJWKSet(new URL(keysAt!), {
    [joseFetch]: (url, { method, headers }) => fetch(url, { method, headers }),
    timeoutDuration: timeoutMs,
  })
  return { client, keys }
}

function isWebAddress(address: string | undefined, loopback: boolean): boolean {
  if (!address || !URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const here = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
  return protocol === 'https:' || (loopback && here && protocol === 'http:')
}

/** A provider in a network of the operator's own leads to nobody else there. */
function fetchFor({ signOn: { privateHosts, loopback, timeoutMs } }: Config, issuer: string) {
  const nameOf = (host: string) => host.replace(/:\d+$/, '')
  const own = privateHosts.filter((host) => nameOf(host) === new URL(issuer).hostname)
  return asFetch(openOutbound({ hosts: own.length ? own : 'any', privateHosts: own.map(nameOf), loopback }), {
    maxBytes: MOST_BYTES,
    timeoutMs,
  })
}

const aboutSecret = (providerId: string) => `client secret of ${providerId}`
export const sealClientSecret = (
  { personKey }: Pick<Secrets, 'personKey'>,
  providerId: string,
  secret: string,
) => seal(personKey, aboutSecret(providerId), secret)
const openClientSecret = ({ personKey }: Pick<Secrets, 'personKey'>, providerId: string, sealed: Buffer) =>
  unseal(personKey, aboutSecret(providerId), sealed)

/** Where a provider sends people back to: another address for each, so that none can answer for another. */
export const redirectUri = (baseUrl: string, { tenantSlug, id }: Pick<ProviderView, 'tenantSlug' | 'id'>) =>
  `${baseUrl}/t/${tenantSlug}/sign-on/${id}`

/** Where a provider tells that somebody signed out there. */
export const logoutUri = (baseUrl: string, { id }: Pick<ProviderView, 'id'>) =>
  `${baseUrl}/sign-on/${id}/logout`

export type SignOnProblem = 'over' | 'declined' | 'invalid' | 'unreachable' | 'noRole'

/** Why a provider's answer opens nothing, with the code of the library for whoever looks after it. */
export function problemOf(cause: unknown): { problem: SignOnProblem; detail: string } {
  for (let at = cause; at instanceof Error; at = at.cause)
    if (at instanceof OutboundFailure) return { problem: 'unreachable', detail: at.problem }
  if (cause instanceof oidc.AuthorizationResponseError)
    return { problem: 'declined', detail: detailOf(cause.error) }
  if (cause instanceof oidc.ResponseBodyError) return { problem: 'invalid', detail: detailOf(cause.error) }
  return { problem: 'invalid', detail: detailOf((cause as { code?: unknown } | null)?.code) }
}

/** Words of ours and of the standards; nothing that a stranger wrote. */
const detailOf = (code: unknown) =>
  typeof code === 'string' && /^[A-Za-z_]{1,60}$/.test(code) ? code : 'unknown'
