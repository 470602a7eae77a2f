import { createHash } from 'node:crypto'
import { isId, type Id } from '@mitsprache/terms'
import { jwtVerify } from 'jose'
import type { Clock } from '../../../platform/clock.ts'
import type { Config, Secrets } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/database.ts'
import { spendChallenge } from '../challenge.ts'
import { identityHash, sidHash } from '../residents/resident.rules.ts'
import { clientOf } from './provider-client.ts'
import { providerById, type ProviderView } from './provider.queries.ts'

type Parts = { config: Config; secrets: Secrets; database: Database; clock: Clock }

const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout'
/** Signed with a key that only the provider has. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/**
 * Somebody signed out at their provider, or was locked there: ends the sessions it opened here.
 *
 * @param logoutToken as it came; nothing of it is believed before its signature.
 * @returns how many ended; null when the token is none of this provider, too old, or was here before.
 * @source OpenID Connect Back-Channel Logout 1.0 § 2.6.
 */
export async function endFromProvider(
  parts: Parts,
  providerId: Id,
  logoutToken: string,
): Promise<number | null> {
  const [provider] = isId(providerId) ? await parts.database.read(providerById, providerId) : []
  if (!provider || logoutToken.length > 10_000) return null
  const token = await readToken(parts, provider, logoutToken).catch(() => null)
  if (!token) return null
  const now = parts.clock()
  const { sub = null, sid = null, jti } = token
  const of = [provider.tenantId, provider.id] as const
  const hashes = [
    sid && sidHash(parts.secrets, provider.id, sid),
    sub && identityHash(parts.secrets, provider.tenantId, token.iss, sub),
  ]
  return parts.database.transaction('identity', {}, async (tx) => {
    const once = createHash('sha256').update(`logout ${provider.id} ${jti}`).digest()
    if (!(await spendChallenge(tx, once, now))) return null
    // Named by its session, only that one ends; else all of who it is.
    const staff = await tx.query(
      `delete from session where id in (select session_id from sign_on_session where tenant_id = $1 and provider_id = $2
         and case when $3::text is not null then sid = $3 and ($4::text is null or subject = $4) else subject = $4 end)
       returning 1`,
      [...of, sid, sub],
    )
    const residents = await tx.query(
      `delete from resident_session s where s.tenant_id = $1 and s.provider_id = $2
         and case when $3::bytea is not null then s.sid_hash = $3 else exists (
           select from resident_account a where a.tenant_id = s.tenant_id and a.id = s.account_id and a.identity_hash = $4) end
       returning 1`,
      [...of, ...hashes],
    )
    return staff.length + residents.length
  })
}

type LogoutToken = { iss: string; jti: string; sub?: string; sid?: string }

async function readToken(parts: Parts, provider: ProviderView, token: string): Promise<LogoutToken | null> {
  const { client, keys } = await clientOf(parts, provider)
  const { issuer } = client.serverMetadata()
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: provider.clientId,
    algorithms: ALGORITHMS,
    maxTokenAge: '3 minutes',
    clockTolerance: 30,
    requiredClaims: ['iat', 'jti', 'events'],
  })
  const { sub, sid, jti, events, nonce } = payload
  const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT)
  // With a nonce it would be an ID token that somebody passes off as this.
  if (!isLogout || nonce !== undefined || typeof jti !== 'string' || jti.length > 500) return null
  if (sid !== undefined && typeof sid !== 'string') return null
  return sub === undefined && sid === undefined ? null : { iss: issuer, jti, sub, sid }
}
