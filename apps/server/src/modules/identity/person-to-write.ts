import type { Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { personById } from './identity.queries.ts'
import { invitedNames } from './people.queries.ts'

/** Name and address of a member of staff; null for who was erased or shut out. */
export async function personToWrite(
  database: Database,
  personId: Id,
): Promise<{ name: string; email: string } | null> {
  const [person] = await database.read(personById, personId)
  return person?.email && !person.disabled ? { name: person.name, email: person.email } : null
}

/** Names of people who were invited and have not accepted yet, by invitation. */
export async function namesOfInvited(database: Database, tenantId: Id, ids: Id[]): Promise<Map<Id, string>> {
  const rows = await database.read(invitedNames, tenantId, ids)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
