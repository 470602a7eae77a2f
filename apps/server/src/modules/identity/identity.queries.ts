import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import type { Membership } from './context.ts'

const MEMBERSHIPS = `coalesce((
    select jsonb_agg(jsonb_build_object('tenantId', m.tenant_id, 'tenantSlug', t.slug, 'role', m.role,
                                        'procedureId', m.procedure_id) order by t.slug, m.role, m.procedure_id)
    from membership m join tenant t on t.id = m.tenant_id where m.person_id = p.id), '[]') as memberships`

export type SessionView = {
  personId: Id
  name: string
  email: string
  seenAt: Date
  memberships: Membership[]
}

/** Who a session belongs to, while it and the person are valid: one round trip for every staff request. */
export const personOfSession = defineRead<SessionView, [idHash: Buffer, now: Date, idleSince: Date]>(
  'identity',
  'person-of-session',
  (where) => `
    select p.id as "personId", p.name, p.email, s.seen_at as "seenAt", ${MEMBERSHIPS}
    from session s join person p on p.id = s.person_id
    where ${where('s.id_hash = $1 and s.expires_at > $2 and s.seen_at > $3 and p.disabled_at is null')}
    limit 1`,
)

export type PersonView = {
  personId: Id
  name: string
  email: string
  passwordHash: string | null
  disabled: boolean
  memberships: Membership[]
}

const PERSON = `p.id as "personId", p.name, p.email, p.password_hash as "passwordHash",
  p.disabled_at is not null as disabled, ${MEMBERSHIPS}`

export const personByEmail = defineRead<PersonView, [email: string]>(
  'identity',
  'person-by-email',
  (where) => `select ${PERSON} from person p where ${where('p.email = $1')} limit 1`,
)

/**
 * The sample person of a role. Nobody who also works for a real tenant is ever one: a button on a public
 * page must not open more than the sample town.
 */
export const samplePersonOfRole = defineRead<PersonView, [tenantSlug: string, role: string]>(
  'identity',
  'sample-person-of-role',
  (where) => `
    select ${PERSON}
    from membership own join tenant town on town.id = own.tenant_id join person p on p.id = own.person_id
    where ${where(`town.slug = $1 and town.sample and own.role = $2 and own.procedure_id is null and p.disabled_at is null
      and not exists (select from membership other join tenant real on real.id = other.tenant_id
                      where other.person_id = p.id and not real.sample)`)}
    order by p.created_at, p.id limit 1`,
)
