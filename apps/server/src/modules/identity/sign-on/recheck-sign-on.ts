import * as oidc from 'openid-client'
import type { Config, Secrets } from '../../../platform/config.ts'
import type { Database } from '../../../platform/database/database.ts'
import { OutboundFailure } from '../../../platform/outbound/index.ts'
import { seal, unseal } from '../../../platform/seal.ts'
import { SIGN_ON_TRUSTED_MS } from '../session.rules.ts'
import { aboutRefresh } from './enter-staff.ts'
import { withGroups } from './finish-sign-on.ts'
import { clientOf } from './provider-client.ts'
import {
  providerById,
  signOnOfSession,
  type ProviderView,
  type SignOnSessionView,
} from './provider.queries.ts'
import { groupsIn, rolesOf } from './provider.rules.ts'
import { endStaff, takeOverRoles } from './staff-roles.ts'

type Parts = { config: Config; secrets: Secrets; database: Database }
type Word = { claims: Record<string, unknown> | null; refreshToken: string | null } | 'no' | 'silent'

/**
 * Asks the provider of a session whether its person still belongs here, and takes over their groups of now.
 *
 * One request asks, those beside it go on meanwhile. A provider that is away is waited for, but not for ever; one
 * that gave us nothing to ask with is believed for as long.
 *
 * @returns whether the session goes on.
 */
export async function recheckSignOn(parts: Parts, idHash: Buffer, now: Date): Promise<boolean> {
  const { database } = parts
  const [session] = await database.read(signOnOfSession, idHash, now)
  if (!session) return false
  const recent = now.getTime() - session.checkedAt.getTime() < SIGN_ON_TRUSTED_MS
  const mine = await database.transaction('identity', {}, (tx) =>
    tx.query('update sign_on_session set asked_at = $3 where session_id = $1 and asked_at = $2 returning 1', [
      session.sessionId,
      session.askedAt,
      now,
    ]),
  )
  if (!mine.length) return recent
  const [provider] = await database.read(providerById, session.providerId)
  const word = provider?.forStaff ? await ask(parts, provider, session) : 'no'
  if (word === 'no' || (word === 'silent' && !recent)) {
    await database.transaction('identity', {}, (tx) =>
      tx.query('delete from session where id = $1', [session.sessionId]),
    )
    return false
  }
  return word === 'silent' || takeOver(parts, provider!, session, word, now)
}

async function ask(
  parts: Parts,
  provider: ProviderView,
  { refreshSealed, subject }: SignOnSessionView,
): Promise<Word> {
  if (!refreshSealed) return 'silent'
  try {
    const found = await clientOf(parts, provider)
    const token = unseal(parts.secrets.personKey, aboutRefresh(provider.id, subject), refreshSealed)
    const tokens = await oidc.refreshTokenGrant(found.client, token)
    const said = tokens.claims()
    if (said && said.sub !== subject) return 'no'
    const tells = said || found.client.serverMetadata().userinfo_endpoint
    const claims = tells ? await withGroups(found, provider, { ...said }, tokens.access_token, subject) : null
    return { claims, refreshToken: tokens.refresh_token ?? null }
  } catch (cause) {
    for (let at: unknown = cause; at instanceof Error; at = at.cause)
      if (at instanceof OutboundFailure) return 'silent'
    // In trouble itself it has said nothing about anybody.
    const status = (cause as { status?: number }).status
    return status !== undefined && status >= 500 ? 'silent' : 'no'
  }
}

async function takeOver(
  { database, secrets }: Parts,
  provider: ProviderView,
  { sessionId, personId, tenantId, subject }: SignOnSessionView,
  { claims, refreshToken }: Exclude<Word, string>,
  now: Date,
): Promise<boolean> {
  const roles = claims && rolesOf(groupsIn(claims, provider.groupClaim), provider.groupRoles)
  const sealed = refreshToken && seal(secrets.personKey, aboutRefresh(provider.id, subject), refreshToken)
  return database.transaction('identity', {}, async (tx) => {
    if (roles && !roles.length) {
      await endStaff(tx, tenantId, personId, now)
      return false
    }
    if (roles) await takeOverRoles(tx, tenantId, personId, roles, now)
    await tx.query(
      `update sign_on_session set refresh_sealed = coalesce($2, refresh_sealed),
         checked_at = case when $3 then $4 else checked_at end where session_id = $1`,
      [sessionId, sealed, roles !== null, now],
    )
    return true
  })
}
