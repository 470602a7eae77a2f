import { isId, type Id, type Role } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { SampleAccount } from './account-refusals.graphql.ts'
import { assign } from './assign.ts'
import type { Ctx } from './context.ts'
import { demand, Denial, staffOf } from './demand.ts'
import { staffRemoved, staffRolesChanged } from './identity.events.ts'
import { readAssignment } from './invitation.rules.ts'
import { HeldBySignOn, LastAdministrator } from './people-refusals.graphql.ts'
import { placeIn } from './organisations/keep-organisations.ts'
import { mayManagePeople } from './people.policy.ts'
import { unknownProcedure } from './unknown-procedure.ts'

/**
 * Gives somebody other roles in the tenant, for all of its procedures or for these only, instead of those they hold;
 * it counts with their next request.
 *
 * @param wantedFor null: for all.
 * @returns true, `InputRefused`, `LastAdministrator`, `HeldBySignOn` or `SampleAccount`.
 */
export async function changeRoles(
  ctx: Ctx,
  tenantSlug: string,
  personId: Id,
  wanted: Role[],
  wantedFor: Id[] | null = null,
) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  const read = readAssignment({ roles: wanted, procedureIds: wantedFor })
  if ('problem' in read) return InputRefused.of(read.problem)
  const { roles, procedureIds } = read.assignment
  const unknown = await unknownProcedure(ctx.database, staff.tenantId, procedureIds)
  if (unknown) return unknown
  return ctx.database.transaction('identity', {}, async (tx) => {
    const refused = await whyNot(tx, staff.tenantId, personId, roles)
    if (refused) return refused
    // Their groups would take it back with the next sign-in.
    const held = await tx.query('select 1 from sign_on_identity where person_id = $1', [personId])
    if (held.length) return HeldBySignOn.of()
    await tx.query('delete from membership where tenant_id = $1 and person_id = $2', [
      staff.tenantId,
      personId,
    ])
    await assign(tx, staff.tenantId, personId, { roles, procedureIds })
    const event = staffRolesChanged(staff.tenantId, personId, staff.viewer.personId, ctx.clock())
    await recordEvent(tx, event)
    return true
  })
}

/**
 * Ends somebody's work for the tenant, for all of its procedures; with their next request they are nobody here.
 * Their account stays: they may work for another authority.
 *
 * @returns true, `LastAdministrator` or `SampleAccount`.
 */
export async function removePerson(ctx: Ctx, tenantSlug: string, personId: Id) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  return ctx.database.transaction('identity', {}, async (tx) => {
    const refused = await whyNot(tx, staff.tenantId, personId, [])
    if (refused) return refused
    await tx.query('delete from membership where tenant_id = $1 and person_id = $2', [
      staff.tenantId,
      personId,
    ])
    await placeIn(tx, staff.tenantId, personId, null)
    await recordEvent(tx, staffRemoved(staff.tenantId, personId, staff.viewer.personId, ctx.clock()))
    return true
  })
}

/**
 * Why somebody's roles cannot become these.
 *
 * Changes of one tenant's people queue: of two administrators who remove each other, one stays.
 *
 * @throws Denial NOT_FOUND for who does not work here.
 */
async function whyNot(tx: Tx, tenantId: Id, personId: Id, roles: Role[]) {
  if (!isId(personId)) throw new Denial('NOT_FOUND')
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`people of ${tenantId}`])
  const [person] = await tx.query<{ sample: boolean; leads: boolean; othersLead: boolean }>(
    `select p.sample,
       exists (select from membership m where m.tenant_id = $1 and m.person_id = p.id
               and m.role = 'administrator' and m.procedure_id is null) as leads,
       exists (select from membership m join person o on o.id = m.person_id where m.tenant_id = $1 and o.id <> p.id
               and m.role = 'administrator' and m.procedure_id is null and o.disabled_at is null) as "othersLead"
     from person p where p.id = $2 and exists (select from membership m where m.tenant_id = $1 and m.person_id = p.id)`,
    [tenantId, personId],
  )
  if (!person) throw new Denial('NOT_FOUND')
  if (person.sample) return SampleAccount.of()
  if (person.leads && !person.othersLead && !roles.includes('administrator')) return LastAdministrator.of()
  return null
}
