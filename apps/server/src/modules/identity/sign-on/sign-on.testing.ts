import { newId, type Id, type Role, type TrustLevel } from '@mitsprache/terms'
import type { TestDatabase } from '../../../../test/database.ts'
import { signInThere, type TestProvider } from '../../../../test/oidc-provider.ts'
import { SECRETS, testConfig } from '../../../../test/world.ts'
import type { Browser } from '../identity.testing.ts'
import { beginSignOn, type Beginning } from './begin-sign-on.ts'
import { finishSignOn } from './finish-sign-on.ts'
import { redirectUri, sealClientSecret } from './provider-client.ts'

/** Providers of tests are on this machine, and answer at once. */
export const LOCAL = testConfig({ signOn: { privateHosts: [], loopback: true, timeoutMs: 1_000 } })

type Shape = {
  forStaff?: boolean
  forResidents?: boolean
  showsFactor?: boolean
  groupRoles?: Record<string, Role[]>
  acrLevels?: Record<string, TrustLevel>
  scope?: string
}

/** A provider of a tenant, as if an administrator had entered it. */
export async function addProvider(
  { owner }: TestDatabase,
  tenantId: Id,
  issuer: string,
  shape: Shape = {},
): Promise<Id> {
  const id = newId()
  await owner.query(
    `insert into sign_on_provider (tenant_id, id, version, label, issuer, client_id, client_secret_sealed, scope, for_staff,
       for_residents, shows_factor, group_claim, group_roles, acr_levels, changed_at)
     values ($1, $2, 1, 'Stadt-Konto', $3, 'mitsprache', $4, $5, $6, $7, $8, 'groups', $9, $10, now())`,
    [
      tenantId,
      id,
      issuer,
      sealClientSecret(SECRETS, id, CLIENT_SECRET),
      shape.scope ?? 'openid profile email groups',
      shape.forStaff ?? true,
      shape.forResidents ?? true,
      shape.showsFactor ?? true,
      JSON.stringify(shape.groupRoles ?? { planning: ['planner'] }),
      JSON.stringify(shape.acrLevels ?? { 'urn:substantial': 'substantial', 'urn:high': 'high' }),
    ],
  )
  return id
}

export const CLIENT_SECRET = 'what only the two of them know, and long enough'

/** The other half: the client at the provider. */
export function enterClient(provider: TestProvider, tenantSlug: string, id: Id): void {
  provider.enter({
    client_id: 'mitsprache',
    client_secret: CLIENT_SECRET,
    redirect_uris: [redirectUri(LOCAL.baseUrl, { tenantSlug, id })],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    backchannel_logout_session_required: true,
  })
}

export const beginning = (
  tenantSlug: string,
  providerId: Id,
  changes: Partial<Beginning> = {},
): Beginning => ({
  tenantSlug,
  providerId,
  for: 'staff',
  language: 'de',
  level: 'none',
  ...changes,
})

/** From the button to the answer. */
export async function signOn(there: Browser, sub: string, begun: Beginning) {
  const address = await beginSignOn(await there.ctx(), begun)
  if (typeof address !== 'string') return address
  const back = await signInThere(address, sub)
  return finishSignOn(await there.ctx(), { ...begun, query: back.search })
}
