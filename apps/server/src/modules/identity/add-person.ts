import { newId, type Id, type Role } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { canonicalEmail, passwordProblem } from './password.rules.ts'
import { hashPassword } from './password-hash.ts'
import { personByEmail } from './identity.queries.ts'

export type NewPerson = {
  name: string
  email: string
  password: string
  memberships: { tenantId: Id; role: Role; procedureId?: Id | null }[]
  /** Filled in with a sample town: anybody may sign in as them with a button. */
  sample?: boolean
}

/**
 * Adds a person with what they do, or adds to a person of that address what is missing. Somebody who is
 * already there keeps name and password: filling a sample town twice must not reset what was changed.
 *
 * @returns the id of the person.
 * @throws when the password would be refused.
 */
export async function addPerson(
  database: Database,
  { name, email, password, memberships, sample = false }: NewPerson,
): Promise<Id> {
  const address = canonicalEmail(email)
  const problem = passwordProblem(password, [name, address])
  if (problem) throw new Error(`The password of ${address} is ${problem.problem}.`)
  const [known] = await database.read(personByEmail, address)
  const passwordHash = known ? null : await hashPassword(password)
  return database.transaction('identity', {}, async (tx) => {
    // On conflict nothing: two servers may fill the same town at the same time.
    if (!known)
      await tx.query(
        `insert into person (id, email, name, password_hash, created_at, sample) values ($1, $2, $3, $4, now(), $5)
         on conflict on constraint person_email_unique do nothing`,
        [newId(), address, name, passwordHash, sample],
      )
    const [person] = await tx.read(personByEmail, address)
    for (const { tenantId, role, procedureId = null } of memberships)
      await tx.query(
        `insert into membership (tenant_id, id, person_id, role, procedure_id) values ($1, $2, $3, $4, $5)
         on conflict on constraint membership_unique do nothing`,
        [tenantId, newId(), person!.personId, role, procedureId],
      )
    return person!.personId
  })
}
