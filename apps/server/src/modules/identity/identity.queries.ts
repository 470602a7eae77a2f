import type { Id } from '@mitsprache/terms'
import { defineRead } from '../../platform/database/read.ts'
import type { Membership } from './context.ts'
import { ROLES_WITH_FACTOR, type FactorKind } from './factor.rules.ts'

/** While a tenant is suspended, nobody works there. */
const NOT_SUSPENDED = 't.suspended_at is null'

const memberships = (which = 'true') => `coalesce((
    select jsonb_agg(jsonb_build_object('tenantId', m.tenant_id, 'tenantSlug', t.slug, 'role', m.role,
                                        'procedureId', m.procedure_id) order by t.slug, m.role, m.procedure_id)
    from membership m join tenant t on t.id = m.tenant_id where m.person_id = p.id and ${which}), '[]') as memberships`

const HAS_FACTOR = `(exists (select from passkey k where k.person_id = p.id)
      or exists (select from authenticator_app a where a.person_id = p.id))`

/**
 * Whether a session opens anything: a second factor was shown in it, or the person needs none. Asked anew with each
 * request, so that a role given or a factor added counts at once.
 */
const OPEN = `(s.factor_at is not null or s.signed_in_by = 'sample' or not (${HAS_FACTOR} or exists (
      select from membership m where m.person_id = p.id and m.role = any ('{${ROLES_WITH_FACTOR.join(',')}}'))))`

/** A session, not over and not idle, of somebody who is not shut out. */
const ALIVE = 's.id_hash = $1 and s.expires_at > $2 and s.seen_at > $3 and p.disabled_at is null'

/** A button on a public page opens sample towns and nothing else, whatever else its person may be given. */
const OF_SESSION = memberships(`(s.signed_in_by <> 'sample' or t.sample) and ${NOT_SUSPENDED}`)

/** To be shown and written to; people of single sign-on have the one that their provider knows, if any. */
export const EMAIL_OF_P = `coalesce(p.email, (select i.claimed_email from sign_on_identity i where i.person_id = p.id), '')`

type OfSession = [idHash: Buffer, now: Date, idleSince: Date]

export type SessionView = {
  personId: Id
  name: string
  email: string
  seenAt: Date
  /** Of single sign-on: when its provider was last asked; else null. */
  askedAt: Date | null
  memberships: Membership[]
}

/** Who a session belongs to, while it and the person are valid: one round trip for every staff request. */
export const personOfSession = defineRead<SessionView, OfSession>(
  'identity',
  'person-of-session',
  (where) => `
    select p.id as "personId", p.name, ${EMAIL_OF_P} as email, s.seen_at as "seenAt", o.asked_at as "askedAt",
      ${OF_SESSION}
    from session s join person p on p.id = s.person_id left join sign_on_session o on o.session_id = s.id
    where ${where(`${ALIVE} and ${OPEN}`)}
    limit 1`,
)

const FACTORS = `array_remove(array[
    case when exists (select from passkey k where k.person_id = p.id) then 'passkey' end,
    case when exists (select from authenticator_app a where a.person_id = p.id) then 'authenticatorApp' end,
    case when exists (select from recovery_code r where r.person_id = p.id) then 'recoveryCode' end], null) as factors`

/** A session as its own person sees it, also before it opens anything. */
export type OwnSession = {
  id: Id
  personId: Id
  name: string
  email: string
  passwordHash: string | null
  passkeyHandle: Buffer
  signedInBy: 'password' | 'passkey' | 'sample' | 'signOn'
  provenAt: Date
  factorAt: Date | null
  open: boolean
  factors: FactorKind[]
  memberships: Membership[]
}

export const ownSession = defineRead<OwnSession, OfSession>(
  'identity',
  'own-session',
  (where) => `
    select s.id, p.id as "personId", p.name, ${EMAIL_OF_P} as email, p.password_hash as "passwordHash",
      p.passkey_handle as "passkeyHandle", s.signed_in_by as "signedInBy", s.proven_at as "provenAt", s.factor_at as "factorAt",
      ${OPEN} as open, ${FACTORS}, ${OF_SESSION}
    from session s join person p on p.id = s.person_id
    where ${where(ALIVE)}
    limit 1`,
)

export type PersonView = {
  personId: Id
  name: string
  email: string
  passwordHash: string | null
  disabled: boolean
  /** A provider vouches for them: nothing else lets them in. */
  bySignOn: boolean
  factors: FactorKind[]
  memberships: Membership[]
}

const person = (
  which?: string,
) => `p.id as "personId", p.name, ${EMAIL_OF_P} as email, p.password_hash as "passwordHash",
  p.disabled_at is not null as disabled, exists (select from sign_on_identity i where i.person_id = p.id) as "bySignOn", ${FACTORS}, ${memberships(which)}`
const PERSON = person(NOT_SUSPENDED)

export const personByEmail = defineRead<PersonView, [email: string]>(
  'identity',
  'person-by-email',
  (where) => `select ${PERSON} from person p where ${where('p.email = $1')} limit 1`,
)

/** For erasing only: nobody signs in as whom this finds. */
export const personToErase = defineRead<PersonView, [email: string]>(
  'identity',
  'person-to-erase',
  (where) => `select ${person()} from person p
    where ${where(`p.email = $1 or p.id in (select i.person_id from sign_on_identity i where i.claimed_email = $1)`)}
    order by p.email is null, p.id limit 1`,
)

export const personById = defineRead<PersonView, [personId: Id]>(
  'identity',
  'person-by-id',
  (where) => `select ${PERSON} from person p where ${where('p.id = $1')} limit 1`,
)

/**
 * The sample person of a role. Nobody who was invited or also works for a real tenant is ever one: a button on a
 * public page must not open more than the sample town.
 */
export const samplePersonOfRole = defineRead<PersonView, [tenantSlug: string, role: string]>(
  'identity',
  'sample-person-of-role',
  (where) => `
    select ${PERSON}
    from membership own join tenant town on town.id = own.tenant_id join person p on p.id = own.person_id
    where ${where(`town.slug = $1 and town.sample and own.role = $2 and own.procedure_id is null and p.sample and p.disabled_at is null
      and not exists (select from membership other join tenant real on real.id = other.tenant_id
                      where other.person_id = p.id and not real.sample)`)}
    order by p.created_at, p.id limit 1`,
)
