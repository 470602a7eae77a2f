import type { Id, Role } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { EMAIL_OF_P } from './identity.queries.ts'

export type StaffPerson = {
  id: Id
  name: string
  email: string
  sample: boolean
  /** Their roles follow from the groups of their provider. */
  bySignOn: boolean
  hasFactor: boolean
  roles: Role[]
  /** Roles they hold for single procedures only. */
  procedureRoles: Role[]
}

/** Who works for a tenant. */
export const peopleOf = defineRead<StaffPerson, [tenantId: Id]>(
  'identity',
  'people-of',
  (where) => `
    select p.id, p.name, ${EMAIL_OF_P} as email, p.sample,
      exists (select from sign_on_identity i where i.person_id = p.id) as "bySignOn",
      exists (select from passkey k where k.person_id = p.id)
        or exists (select from authenticator_app a where a.person_id = p.id) as "hasFactor",
      coalesce(array_agg(m.role order by m.role) filter (where m.procedure_id is null), '{}') as roles,
      coalesce(array_agg(distinct m.role) filter (where m.procedure_id is not null), '{}') as "procedureRoles"
    from membership m join person p on p.id = m.person_id
    where ${where('m.tenant_id = $1')}
    group by p.id order by p.name collate "de-x-icu", p.id limit 1000`,
)

export type OpenInvitation = {
  id: Id
  name: string
  email: string
  roles: Role[]
  createdAt: Date
  expiresAt: Date
}

export const invitationsOf = defineRead<OpenInvitation, [tenantId: Id, now: Date]>(
  'identity',
  'invitations-of',
  (where) => `select id, name, email, roles, created_at as "createdAt", expires_at as "expiresAt"
    from invitation where ${where('tenant_id = $1 and expires_at > $2')} order by created_at, id limit 1000`,
)

export type InvitationView = {
  tenantId: Id
  tenantSlug: string
  id: Id
  name: string
  email: string
  roles: Role[]
  startsOver: boolean
  expiresAt: Date
  /** Somebody of this address signs in already. */
  hasAccount: boolean
}

export const invitationBySecret = defineRead<InvitationView, [secretHash: Buffer, now: Date]>(
  'identity',
  'invitation-by-secret',
  (where) => `
    select i.tenant_id as "tenantId", t.slug as "tenantSlug", i.id, i.name, i.email, i.roles,
      i.starts_over as "startsOver", i.expires_at as "expiresAt",
      exists (select from person p where p.email = i.email and p.password_hash is not null) as "hasAccount"
    from invitation i join tenant t on t.id = i.tenant_id
    where ${where('i.secret_hash = $1 and i.expires_at > $2')} limit 1`,
)

export const invitationById = defineRead<
  { email: string; name: string; expiresAt: Date; tenantSlug: string },
  [tenantId: Id, id: Id, now: Date]
>(
  'identity',
  'invitation-by-id',
  (where) => `
    select i.email, i.name, i.expires_at as "expiresAt", t.slug as "tenantSlug"
    from invitation i join tenant t on t.id = i.tenant_id
    where ${where('i.tenant_id = $1 and i.id = $2 and i.expires_at > $3')} limit 1`,
)

/** Who was invited and has not accepted yet, by name. */
export const invitedNames = defineRead<{ id: Id; name: string }, [tenantId: Id, ids: Id[]]>(
  'identity',
  'invited-names',
  (where) => `select id, name from invitation where ${where('tenant_id = $1')} and id = any ($2)`,
)
