import type { Id, Role, TrustLevel } from '@mitsprache/terms'
import { defineRead } from '../../../platform/database/read.ts'

export type ProviderView = {
  tenantId: Id
  tenantSlug: string
  id: Id
  version: number
  label: string
  issuer: string
  clientId: string
  clientSecretSealed: Buffer | null
  scope: string
  forStaff: boolean
  forResidents: boolean
  showsFactor: boolean
  groupClaim: string
  groupRoles: Record<string, Role[]>
  acrLevels: Record<string, TrustLevel>
  changedAt: Date
}

const PROVIDER = `s.tenant_id as "tenantId", t.slug as "tenantSlug", s.id, s.version, s.label, s.issuer, s.client_id as "clientId",
  s.client_secret_sealed as "clientSecretSealed", s.scope, s.for_staff as "forStaff", s.for_residents as "forResidents",
  s.shows_factor as "showsFactor", s.group_claim as "groupClaim", s.group_roles as "groupRoles",
  s.acr_levels as "acrLevels", s.changed_at as "changedAt"
  from sign_on_provider s join tenant t on t.id = s.tenant_id`

export const providersOf = defineRead<ProviderView, [tenantSlug: string]>(
  'identity',
  'sign-on-providers-of',
  (where) => `select ${PROVIDER} where ${where('t.slug = $1')} order by s.label, s.id limit 20`,
)

export const providerById = defineRead<ProviderView, [id: Id]>(
  'identity',
  'sign-on-provider-by-id',
  (where) => `select ${PROVIDER} where ${where('s.id = $1')} limit 1`,
)

/** The person of an identity, and whether they are shut out. */
export const personOfIdentity = defineRead<
  { personId: Id; disabled: boolean },
  [tenantId: Id, issuer: string, subject: string]
>(
  'identity',
  'person-of-identity',
  (where) => `select p.id as "personId", p.disabled_at is not null as disabled
    from sign_on_identity i join person p on p.id = i.person_id
    where ${where('i.tenant_id = $1 and i.issuer = $2 and i.subject = $3')} limit 1`,
)

export type SignOnSessionView = {
  tenantId: Id
  sessionId: Id
  personId: Id
  providerId: Id
  subject: string
  refreshSealed: Buffer | null
  checkedAt: Date
  askedAt: Date
}

/** The session as its provider knows it; none for a session that no provider opened. */
export const signOnOfSession = defineRead<SignOnSessionView, [idHash: Buffer, now: Date]>(
  'identity',
  'sign-on-of-session',
  (where) => `
    select o.tenant_id as "tenantId", o.session_id as "sessionId", s.person_id as "personId", o.provider_id as "providerId",
      o.subject, o.refresh_sealed as "refreshSealed", o.checked_at as "checkedAt", o.asked_at as "askedAt"
    from session s join sign_on_session o on o.session_id = s.id
    where ${where('s.id_hash = $1 and s.expires_at > $2')} limit 1`,
)
