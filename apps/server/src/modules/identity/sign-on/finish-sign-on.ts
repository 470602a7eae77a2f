import { createHash } from 'node:crypto'
import type { Id } from '@mitsprache/terms'
import * as oidc from 'openid-client'
import { spendChallenge } from '../challenge.ts'
import type { Ctx, Viewer } from '../context.ts'
import type { FactorNeeded } from '../factor-needed.graphql.ts'
import { signOnWasRefused } from '../identity.events.ts'
import { noteRefused } from '../note-refused.ts'
import { enterAsIdentity, type Resident } from '../residents/resident-session.ts'
import { providerFor } from './begin-sign-on.ts'
import { enterStaff } from './enter-staff.ts'
import { openFlow, type Flow } from './flow.ts'
import { clientOf, problemOf, redirectUri, type ProviderClient } from './provider-client.ts'
import type { ProviderView } from './provider.queries.ts'
import { SignOnRefused } from './sign-on-refused.graphql.ts'

export type Returned = {
  tenantSlug: string
  providerId: Id
  /** The query of the address that the provider sent the browser to. */
  query: string
}

export type SignedOn =
  { kind: 'staff'; entered: Viewer | FactorNeeded } | { kind: 'resident'; resident: Resident }

/** What a provider says of somebody, after everything about it was checked. */
export type Proven = {
  provider: ProviderView
  issuer: string
  subject: string
  claims: Record<string, unknown>
  /** Session at the provider, by which it may end ours. */
  sid: string | null
  refreshToken: string | null
}

/**
 * Ends what `beginSignOn` began, with what the provider sent along. Only the browser that began it can, once, and
 * only with the answer of the provider that it was sent to.
 */
export async function finishSignOn(
  ctx: Ctx,
  { tenantSlug, providerId, query }: Returned,
): Promise<SignedOn | SignOnRefused> {
  const now = ctx.clock()
  const flow = openFlow(ctx.secrets, ctx.signOn.sealed, now)
  ctx.signOn.end()
  const provider =
    flow?.providerId === providerId ? await providerFor(ctx, tenantSlug, providerId, flow.for) : null
  // What its administrator changed meanwhile was not what was asked.
  if (!flow || !provider || provider.version !== flow.version) return SignOnRefused.of('over')
  if (!(await spend(ctx, flow, now))) return SignOnRefused.of('over')
  let proven: Proven
  try {
    proven = await redeem(ctx, provider, flow, query)
  } catch (cause) {
    const { problem, detail } = problemOf(cause)
    await noteRefused(ctx, signOnWasRefused(provider.tenantId, provider.id, now))
    return SignOnRefused.of(problem, detail)
  }
  if (flow.for === 'resident') return { kind: 'resident', resident: await enterAsIdentity(ctx, proven, now) }
  const entered = await enterStaff(ctx, proven, now)
  if (!(entered instanceof SignOnRefused)) return { kind: 'staff', entered }
  await noteRefused(ctx, signOnWasRefused(provider.tenantId, provider.id, now))
  return entered
}

/** A copy of the cookie is worth nothing once the answer to it was here. */
const spend = (ctx: Ctx, { state }: Flow, now: Date) =>
  ctx.database.transaction('identity', {}, (tx) =>
    spendChallenge(tx, createHash('sha256').update(`single sign-on ${state}`).digest(), now),
  )

async function redeem(ctx: Ctx, provider: ProviderView, flow: Flow, query: string): Promise<Proven> {
  const found = await clientOf(ctx, provider)
  const { client } = found
  const address = new URL(redirectUri(ctx.config.baseUrl, provider))
  address.search = query
  const tokens = await oidc.authorizationCodeGrant(client, address, {
    pkceCodeVerifier: flow.verifier,
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    idTokenExpected: true,
  })
  const { sub, sid, ...claims } = tokens.claims()!
  return {
    provider,
    issuer: client.serverMetadata().issuer,
    subject: sub,
    claims:
      flow.for === 'staff' ? await withGroups(found, provider, claims, tokens.access_token, sub) : claims,
    sid: typeof sid === 'string' ? sid : null,
    refreshToken: tokens.refresh_token ?? null,
  }
}

/** Groups stand in the token, or where the provider tells more of somebody. */
export async function withGroups(
  { client }: ProviderClient,
  { groupClaim }: ProviderView,
  claims: Record<string, unknown>,
  accessToken: string,
  subject: string,
): Promise<Record<string, unknown>> {
  if (Object.hasOwn(claims, groupClaim) || !client.serverMetadata().userinfo_endpoint) return claims
  return { ...(await oidc.fetchUserInfo(client, accessToken, subject)), ...claims }
}
