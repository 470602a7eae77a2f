import type { Ctx } from './context.ts'
import { demand, staffOf } from './demand.ts'
import { organisationsOf } from './organisations/organisation.queries.ts'
import { mayChangeRoles, mayManagePeople, mayRemove } from './people.policy.ts'
import { invitationsOf, peopleOf, procedureChoices } from './people.queries.ts'

/** Who works for the tenant and who is invited to. */
export async function getPeople(ctx: Ctx, tenantSlug: string) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  const [people, invitations, organisations, procedures] = await Promise.all([
    ctx.database.read(peopleOf, staff.tenantId),
    ctx.database.read(invitationsOf, staff.tenantId, ctx.clock()),
    ctx.database.read(organisationsOf, staff.tenantId),
    ctx.staff(staff.tenantId, (tx) => tx.read(procedureChoices, staff.tenantId)),
  ])
  return {
    people: people.map(({ leadsAlone, ...person }) => ({
      ...person,
      isMe: person.id === staff.viewer.personId,
      viewerMayChangeRoles: mayChangeRoles(staff, { ...person, leadsAlone }),
      viewerMayRemove: mayRemove(staff, { ...person, leadsAlone }),
    })),
    organisations,
    procedures,
    viewerMayInvite: mayManagePeople(staff),
    invitations: invitations.map(({ expiresAt, ...rest }) => ({
      ...rest,
      expiresAt: expiresAt.toISOString(),
    })),
  }
}
