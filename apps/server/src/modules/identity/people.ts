import type { Ctx } from './context.ts'
import { demand, staffOf } from './demand.ts'
import { mayManagePeople } from './people.policy.ts'
import { invitationsOf, peopleOf } from './people.queries.ts'

/** Who works for the tenant and who is invited to. */
export async function getPeople(ctx: Ctx, tenantSlug: string) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  const [people, invitations] = await Promise.all([
    ctx.database.read(peopleOf, staff.tenantId),
    ctx.database.read(invitationsOf, staff.tenantId, ctx.clock()),
  ])
  return {
    people: people.map((person) => ({ ...person, isMe: person.id === staff.viewer.personId })),
    invitations: invitations.map(({ expiresAt, ...rest }) => ({
      ...rest,
      expiresAt: expiresAt.toISOString(),
    })),
  }
}
