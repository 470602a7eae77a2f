import type { Id, Language, TrustLevel } from '@mitsprache/terms'
import { defineRead } from '../../../platform/database/read.ts'

export type ResidentView = {
  tenantId: Id
  tenantSlug: string
  accountId: Id
  trustLevel: TrustLevel
  emailSealed: Buffer | null
  /** What the button said with which they signed in; null: a link by mail. */
  providerLabel: string | null
  seenAt: Date
}

export const residentOfSession = defineRead<ResidentView, [idHash: Buffer, now: Date, idleSince: Date]>(
  'identity',
  'resident-of-session',
  (where) => `
    select s.tenant_id as "tenantId", t.slug as "tenantSlug", s.account_id as "accountId", s.trust_level as "trustLevel",
      a.email_sealed as "emailSealed", p.label as "providerLabel", s.seen_at as "seenAt"
    from resident_session s
    join resident_account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    join tenant t on t.id = s.tenant_id
    left join sign_on_provider p on p.tenant_id = s.tenant_id and p.id = s.provider_id
    where ${where('s.id_hash = $1 and s.expires_at > $2 and s.seen_at > $3')} limit 1`,
)

export type ResidentLinkView = {
  tenantId: Id
  id: Id
  tenantSlug: string
  emailHash: Buffer
  emailSealed: Buffer
}

const LINK = `l.tenant_id as "tenantId", l.id, t.slug as "tenantSlug", l.email_hash as "emailHash", l.email_sealed as "emailSealed"`

export const linkBySecret = defineRead<ResidentLinkView, [secretHash: Buffer, now: Date]>(
  'identity',
  'resident-link-by-secret',
  (where) => `select ${LINK} from resident_link l join tenant t on t.id = l.tenant_id
    where ${where('l.secret_hash = $1 and l.expires_at > $2')} limit 1`,
)

export const linkById = defineRead<
  { tenantSlug: string; emailSealed: Buffer; language: Language; expiresAt: Date },
  [tenantId: Id, id: Id, now: Date]
>(
  'identity',
  'resident-link-by-id',
  (
    where,
  ) => `select t.slug as "tenantSlug", l.email_sealed as "emailSealed", l.language, l.expires_at as "expiresAt"
    from resident_link l join tenant t on t.id = l.tenant_id
    where ${where('l.tenant_id = $1 and l.id = $2 and l.expires_at > $3')} limit 1`,
)
