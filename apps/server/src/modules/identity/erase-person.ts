import type { Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { erasures } from '../../platform/database/endings.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { personToErase } from './identity.queries.ts'
import { canonicalEmail } from './password.rules.ts'

export type ErasedPerson = { personId: Id; tenants: string[] }

/**
 * Erases somebody who worked for one or more tenants: signed out everywhere, no longer a member of any, an account
 * without name and address that nobody can sign in to. What they did stays, under an id that leads nowhere.
 *
 * People of single sign-on are found by what their provider calls their address; of several with one address each call
 * takes one.
 *
 * @param dryRun says who it would be and changes nothing.
 * @returns null when nobody has the address.
 * @source Art. 17 GDPR; the record of decisions is kept under Art. 17(3)(b).
 */
export async function erasePerson(
  database: Database,
  clock: Clock,
  email: string,
  dryRun: boolean,
): Promise<ErasedPerson | null> {
  const [person] = await database.read(personToErase, canonicalEmail(email))
  if (!person) return null
  const { personId, memberships } = person
  const tenants = new Map(memberships.map(({ tenantId, tenantSlug }) => [tenantId, tenantSlug]))
  if (!dryRun)
    await database.transaction('identity', { personId }, async (tx) => {
      for (const statement of erasures('staff', '$1')) await tx.query(statement, [personId])
      for (const tenantId of tenants.keys())
        await recordEvent(tx, {
          tenantId,
          type: 'StaffErased',
          subjectIds: [personId],
          actorKind: 'system',
          at: clock(),
        })
    })
  return { personId, tenants: [...tenants.values()] }
}
