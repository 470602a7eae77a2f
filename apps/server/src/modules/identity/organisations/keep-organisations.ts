import { isId, LIMITS, newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../../platform/database/event.ts'
import { InputRefused, StaleVersion } from '../../../platform/refusal.graphql.ts'
import { SampleAccount } from '../account-refusals.graphql.ts'
import type { Ctx } from '../context.ts'
import { demand, found, staffOf } from '../demand.ts'
import { organisationRemoved, organisationSaved, staffOrganisationChanged } from '../identity.events.ts'
import { mayManagePeople } from '../people.policy.ts'
import { queueForPeople } from '../sign-on/staff-roles.ts'
import { OrganisationRow } from './organisation.entity.ts'
import { readOrganisation, type TypedOrganisation } from './organisation.rules.ts'

export type SavedOrganisation = TypedOrganisation & {
  /** None: a new one. */
  id?: Id | null
  /** The version that was looked at. */
  version?: number | null
}

/**
 * Enters an organisation or changes one.
 *
 * @returns true, `InputRefused` or `StaleVersion`.
 */
export async function saveOrganisation(ctx: Ctx, tenantSlug: string, typed: SavedOrganisation) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  const { tenantId, viewer } = staff
  const read = readOrganisation(typed)
  if (!read.organisation) return InputRefused.of(...read.problems)
  const { name, kind, email, phone } = read.organisation
  if (typed.id) found(isId(typed.id) || null)
  const id = typed.id ?? newId()
  return ctx.database.transaction('identity', {}, async (tx) => {
    await queueForPeople(tx, tenantId)
    const others = await tx.query<{ name: string }>(
      'select name from organisation where tenant_id = $1 and id <> $2',
      [tenantId, id],
    )
    if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      return InputRefused.of({ field: 'name', problem: 'taken' })
    if (typed.id) {
      const [there] = await tx.query<{ version: number }>(
        'select version from organisation where tenant_id = $1 and id = $2',
        [tenantId, id],
      )
      if (found(there).version !== typed.version) return StaleVersion.of()
      await tx.query(
        `update organisation set name = $3, kind = $4, email = $5, phone = $6, version = version + 1
         where tenant_id = $1 and id = $2`,
        [tenantId, id, name, kind, email, phone],
      )
    } else {
      if (others.length >= LIMITS.organisations)
        return InputRefused.of({ field: 'name', problem: 'tooMany', limit: LIMITS.organisations })
      await tx.insert(OrganisationRow, { tenantId, id, version: 1, name, kind, email, phone })
    }
    await recordEvent(tx, organisationSaved(tenantId, id, viewer.personId, ctx.clock()))
    return true
  })
}

/** Takes an organisation out of the list. Its people stay, and keep their roles. */
export async function removeOrganisation(ctx: Ctx, tenantSlug: string, id: Id): Promise<true> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  found(isId(id) || null)
  await ctx.database.transaction('identity', {}, async (tx) => {
    const [gone] = await tx.query('delete from organisation where tenant_id = $1 and id = $2 returning 1', [
      staff.tenantId,
      id,
    ])
    found(gone)
    await recordEvent(tx, organisationRemoved(staff.tenantId, id, staff.viewer.personId, ctx.clock()))
  })
  return true
}

/**
 * Says which organisation somebody works for; null: none.
 *
 * @returns true, `InputRefused` or `SampleAccount`.
 */
export async function changeOrganisation(
  ctx: Ctx,
  tenantSlug: string,
  personId: Id,
  organisationId: Id | null,
) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  const { tenantId } = staff
  found(isId(personId) || null)
  return ctx.database.transaction('identity', {}, async (tx) => {
    await queueForPeople(tx, tenantId)
    const [person] = await tx.query<{ sample: boolean }>(
      `select p.sample from person p
       where p.id = $2 and exists (select from membership m where m.tenant_id = $1 and m.person_id = p.id)`,
      [tenantId, personId],
    )
    if (found(person).sample) return SampleAccount.of()
    if (organisationId && !(await isOrganisation(tx, tenantId, organisationId)))
      return InputRefused.of({ field: 'organisation', problem: 'unknown' })
    await placeIn(tx, tenantId, personId, organisationId)
    await recordEvent(tx, staffOrganisationChanged(tenantId, personId, staff.viewer.personId, ctx.clock()))
    return true
  })
}

/** Whether the tenant has it; kept there until the transaction ends. */
export async function isOrganisation(tx: Tx, tenantId: Id, id: Id): Promise<boolean> {
  if (!isId(id)) return false
  const rows = await tx.query('select 1 from organisation where tenant_id = $1 and id = $2 for key share', [
    tenantId,
    id,
  ])
  return rows.length > 0
}

/** Somebody works for this organisation of the tenant from now on, or for none. */
export async function placeIn(tx: Tx, tenantId: Id, personId: Id, organisationId: Id | null): Promise<void> {
  await tx.query('delete from staff_organisation where tenant_id = $1 and person_id = $2', [
    tenantId,
    personId,
  ])
  if (organisationId)
    await tx.query(
      'insert into staff_organisation (tenant_id, person_id, organisation_id) values ($1, $2, $3)',
      [tenantId, personId, organisationId],
    )
}
