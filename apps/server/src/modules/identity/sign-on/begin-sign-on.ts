import { TRUST_LEVELS, type Id, type Language, type TrustLevel } from '@mitsprache/terms'
import { calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import * as oidc from 'openid-client'
import type { Ctx } from '../context.ts'
import { found } from '../demand.ts'
import { FLOW_LASTS_MS, sealFlow, type SignOnFor } from './flow.ts'
import { clientOf, problemOf, redirectUri } from './provider-client.ts'
import { providerById, type ProviderView } from './provider.queries.ts'
import { isTrusted } from './provider.rules.ts'
import { SignOnRefused } from './sign-on-refused.graphql.ts'

export type Beginning = {
  tenantSlug: string
  providerId: Id
  for: SignOnFor
  language: Language
  /** How surely it has to be known who it is; `none`: however the provider does it. */
  level: TrustLevel
}

/**
 * Begins to sign in at a tenant's provider: the address to go to, and a cookie that knows the way back.
 *
 * @throws Denial NOT_FOUND for a provider that is not this tenant's, or not for these people.
 */
export async function beginSignOn(
  ctx: Ctx,
  { tenantSlug, providerId, for: who, language, level }: Beginning,
): Promise<string | SignOnRefused> {
  const provider = found(await providerFor(ctx, tenantSlug, providerId, who))
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  let address: URL
  try {
    const { client } = await clientOf(ctx, provider)
    address = oidc.buildAuthorizationUrl(client, {
      redirect_uri: redirectUri(ctx.config.baseUrl, provider),
      scope: provider.scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ui_locales: language === 'de' ? 'de' : `${language} de`,
      // @source OpenID Connect Core 1.0 § 11: offline access has to be agreed to.
      ...(provider.scope.split(' ').includes('offline_access') && { prompt: 'consent' }),
      ...acrValues(provider, level),
    })
  } catch (cause) {
    const { problem, detail } = problemOf(cause)
    return SignOnRefused.of(problem, detail)
  }
  const until = ctx.clock().getTime() + FLOW_LASTS_MS
  const flow = { providerId, version: provider.version, for: who, state, nonce, verifier, until, level }
  ctx.signOn.begin(sealFlow(ctx.secrets, flow), new Date(until))
  return address.href
}

/** The provider, where it is the tenant's and serves these people. */
export async function providerFor(
  ctx: Ctx,
  tenantSlug: string,
  providerId: Id,
  who: SignOnFor,
): Promise<ProviderView | null> {
  const [provider] = await ctx.database.read(providerById, providerId)
  if (!provider || provider.tenantSlug !== tenantSlug) return null
  return (who === 'staff' ? provider.forStaff : provider.forResidents) ? provider : null
}

/** Its words for what is wanted, the least that is enough first. */
function acrValues({ acrLevels }: ProviderView, level: TrustLevel): { acr_values?: string } {
  if (level === 'none') return {}
  const order = (acr: string) => TRUST_LEVELS.indexOf(acrLevels[acr]!)
  const fit = Object.keys(acrLevels).filter((acr) => isTrusted(acrLevels[acr]!, level) && !/\s/.test(acr))
  return fit.length ? { acr_values: fit.sort((a, b) => order(a) - order(b)).join(' ') } : {}
}
