import type { Id, LocalizedText, Role } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import { EMAIL_OF_P } from './identity.queries.ts'

export type StaffPerson = {
  id: Id
  name: string
  email: string
  sample: boolean
  /** Their roles follow from the groups of their provider. */
  bySignOn: boolean
  organisationId: Id | null
  hasFactor: boolean
  /** The only administrator who can sign in. */
  leadsAlone: boolean
  roles: Role[]
  /** Roles they hold for single procedures only. */
  procedureRoles: Role[]
  /** Those procedures. */
  procedureIds: Id[]
}

/** Of an invitation for single procedures those of them that there still are. */
const PROCEDURES_OF_I = `case when i.limited then array(select ip.procedure_id from invitation_procedure ip
      where ip.tenant_id = i.tenant_id and ip.invitation_id = i.id order by ip.procedure_id) end as "procedureIds"`

/** Who works for a tenant. */
export const peopleOf = defineRead<StaffPerson, [tenantId: Id]>(
  'identity',
  'people-of',
  (where) => `
    select p.id, p.name, ${EMAIL_OF_P} as email, p.sample,
      exists (select from sign_on_identity i where i.person_id = p.id) as "bySignOn",
      (select o.organisation_id from staff_organisation o where o.tenant_id = $1 and o.person_id = p.id) as "organisationId",
      exists (select from passkey k where k.person_id = p.id)
        or exists (select from authenticator_app a where a.person_id = p.id) as "hasFactor",
      coalesce(bool_or(m.role = 'administrator' and m.procedure_id is null), false)
        and not exists (select from membership m2 join person o on o.id = m2.person_id
          where m2.tenant_id = $1 and o.id <> p.id and m2.role = 'administrator' and m2.procedure_id is null
            and o.disabled_at is null) as "leadsAlone",
      coalesce(array_agg(m.role order by m.role) filter (where m.procedure_id is null), '{}') as roles,
      coalesce(array_agg(distinct m.role) filter (where m.procedure_id is not null), '{}') as "procedureRoles",
      coalesce(array_agg(distinct m.procedure_id) filter (where m.procedure_id is not null), '{}') as "procedureIds"
    from membership m join person p on p.id = m.person_id
    where ${where('m.tenant_id = $1')}
    group by p.id order by p.name collate "de-x-icu", p.id limit 1000`,
)

export type OpenInvitation = {
  id: Id
  name: string
  email: string
  roles: Role[]
  /** Null: for all. */
  procedureIds: Id[] | null
  organisationId: Id | null
  createdAt: Date
  expiresAt: Date
}

export const invitationsOf = defineRead<OpenInvitation, [tenantId: Id, now: Date]>(
  'identity',
  'invitations-of',
  (
    where,
  ) => `select id, name, email, roles, ${PROCEDURES_OF_I}, organisation_id as "organisationId", created_at as "createdAt", expires_at as "expiresAt"
    from invitation i where ${where('tenant_id = $1 and expires_at > $2')} order by created_at, id limit 1000`,
)

export type InvitationView = {
  tenantId: Id
  tenantSlug: string
  id: Id
  name: string
  email: string
  roles: Role[]
  /** Null: for all. */
  procedureIds: Id[] | null
  organisationId: Id | null
  startsOver: boolean
  expiresAt: Date
  /** Somebody of this address signs in already. */
  hasAccount: boolean
}

export const invitationBySecret = defineRead<InvitationView, [secretHash: Buffer, now: Date]>(
  'identity',
  'invitation-by-secret',
  (where) => `
    select i.tenant_id as "tenantId", t.slug as "tenantSlug", i.id, i.name, i.email, i.roles, ${PROCEDURES_OF_I},
      i.organisation_id as "organisationId",
      i.starts_over as "startsOver", i.expires_at as "expiresAt",
      exists (select from person p where p.email = i.email and p.password_hash is not null) as "hasAccount"
    from invitation i join tenant t on t.id = i.tenant_id
    where ${where('i.secret_hash = $1 and i.expires_at > $2')} and t.suspended_at is null limit 1`,
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

export type ProcedureChoice = { id: Id; title: LocalizedText }

/** The procedures that somebody can be limited to, newest first. */
export const procedureChoices = defineRead<ProcedureChoice, [tenantId: Id]>(
  'staff',
  'procedure-choices',
  (where) => `select id, title from procedure where ${where('tenant_id = $1')}
    order by created_at desc, id desc limit 1000`,
)

/** Which of these are the tenant's. */
export const ownProcedures = defineRead<{ id: Id }, [tenantId: Id, ids: Id[]]>(
  'staff',
  'own-procedures',
  (where) => `select id from procedure where ${where('tenant_id = $1')} and id = any ($2)`,
)
