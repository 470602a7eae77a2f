import { createHash, randomBytes } from 'node:crypto'
import { newId, ROLES, type Id, type Role } from '@mitsprache/terms'
import { addPerson } from '../../src/modules/identity/index.ts'
import type { TestServer } from '../server.ts'
import { NOW, PASSWORD, type TestTenant } from '../world.ts'

export type Who = 'anyone' | 'resident' | Role | 'plannerOfThis' | 'plannerOfOther' | 'otherAuthority'

/** The columns, in their order. */
export const WHO: Record<Who, string> = {
  anyone: 'anyone',
  resident: 'resident with an account',
  ...(Object.fromEntries(
    ROLES.map((role) => [role, role.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)]),
  ) as Record<Role, string>),
  plannerOfThis: 'planner of this procedure only',
  plannerOfOther: 'planner of another procedure only',
  otherAuthority: 'staff of another authority',
}

/** Somebody who asks, each time in a session of their own. */
export type Asker = { who: Who; personId: Id | null; email: string; tenant: string; role: Role | null }

const HOURS_12 = 12 * 60 * 60 * 1000
const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/** Everybody who asks: each role here, two with a single procedure, and each role of another authority. */
export async function makeAskers(
  { database, owner }: TestServer,
  here: TestTenant,
  elsewhere: TestTenant,
  otherProcedureId: Id,
): Promise<Asker[]> {
  const askers: Asker[] = [{ who: 'anyone', personId: null, email: '', tenant: here.slug, role: null }]
  askers.push({ who: 'resident', personId: null, email: '', tenant: here.slug, role: null })
  const add = async (who: Who, tenant: TestTenant, role: Role, procedureId: Id | null = null) => {
    const email = `${newId()}@stadt.example`
    const memberships = [{ tenantId: tenant.id, role, procedureId }]
    const personId = await addPerson(database, { name: 'Erika Amt', email, password: PASSWORD, memberships })
    askers.push({ who, personId, email, tenant: tenant.slug, role })
    await addPasskey({ owner }, personId)
  }
  for (const role of ROLES) await add(role, here, role)
  await add('plannerOfThis', here, 'planner', otherProcedureId)
  await add('plannerOfOther', here, 'planner', otherProcedureId)
  for (const role of ROLES) await add('otherAuthority', elsewhere, role)
  return askers
}

/**
 * A session with both factors shown just now; how one gets there is tested with signing in.
 *
 * @param factorAt null: the second is still to come.
 */
export async function newSession(
  { owner }: Pick<TestServer, 'owner'>,
  personId: Id,
  factorAt: Date | null = NOW,
) {
  const secret = randomBytes(32).toString('base64url')
  const id = newId()
  await owner.query(
    `insert into session (id_hash, id, person_id, signed_in_by, factor_at, proven_at, device, created_at, seen_at, expires_at)
     values ($1, $2, $3, 'password', $6, $4, '', $4, $4, $5)`,
    [hashOf(secret), id, personId, NOW, new Date(NOW.getTime() + HOURS_12), factorAt],
  )
  return { id, cookie: `__Host-mitsprache=${secret}` }
}

/** A resident in a session of an account that has just been made. */
export async function newResident({ owner }: Pick<TestServer, 'owner'>, tenantId: Id) {
  const secret = randomBytes(32).toString('base64url')
  const accountId = newId()
  await owner.query(
    'insert into resident_account (tenant_id, id, identity_hash, created_at, seen_at) values ($1, $2, $3, $4, $4)',
    [tenantId, accountId, randomBytes(32), NOW],
  )
  await owner.query(
    `insert into resident_session (tenant_id, id_hash, account_id, trust_level, created_at, seen_at, expires_at)
     values ($1, $2, $3, 'basic', $4, $4, $5)`,
    [tenantId, hashOf(secret), accountId, NOW, new Date(NOW.getTime() + HOURS_12)],
  )
  return `__Host-mitsprache-resident=${secret}`
}

export async function addPasskey({ owner }: Pick<TestServer, 'owner'>, personId: Id): Promise<Id> {
  const id = newId()
  await owner.query(
    `insert into passkey (id, person_id, credential_id, public_key, sign_count, transports, name, backed_up, created_at)
     values ($1, $2, $3, 'key', 0, '{}', 'Telefon', false, $4)`,
    [id, personId, randomBytes(16), NOW],
  )
  return id
}

/** Gives somebody back the account that they began with. */
export async function restoreAccount(
  { owner }: Pick<TestServer, 'owner'>,
  personId: Id,
  passwordHash: string,
) {
  await owner.query('update person set password_hash = $2 where id = $1', [personId, passwordHash])
  for (const table of ['session', 'recovery_code', 'authenticator_app', 'passkey'])
    await owner.query(`delete from ${table} where person_id = $1`, [personId])
  await owner.query(
    `insert into authenticator_app (person_id, secret_sealed, used_step, created_at) values ($1, 'sealed', 0, $2)`,
    [personId, NOW],
  )
  await addPasskey({ owner }, personId)
}
