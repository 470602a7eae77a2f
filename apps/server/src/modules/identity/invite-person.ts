import { isId, newId, type Id } from '@mitsprache/terms'
import type { Clock } from '../../platform/clock.ts'
import type { Config, Secrets } from '../../platform/config.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import type { Ctx } from './context.ts'
import { demand, found, staffOf } from './demand.ts'
import { InvitationProcedureRow, InvitationRow } from './factor.entity.ts'
import { invitationWithdrawn, staffInvited } from './identity.events.ts'
import {
  INVITATION_LASTS_MS,
  invitationHash,
  invitationLink,
  invitationSecret,
  readInvited,
  type Invited,
} from './invitation.rules.ts'
import { isOrganisation } from './organisations/keep-organisations.ts'
import { AlreadyMember } from './people-refusals.graphql.ts'
import { mayManagePeople } from './people.policy.ts'
import { invitationById } from './people.queries.ts'
import { unknownProcedure } from './unknown-procedure.ts'

export type Invitation = Invited & { id: Id; organisationId: Id | null; expiresAt: Date; link: string }

type InvitingParts = {
  database: Database
  clock: Clock
  config: Pick<Config, 'baseUrl'>
  secrets: Pick<Secrets, 'signingKey'>
}

type Inviting = {
  tenant: { id: Id; slug: string }
  typed: Parameters<typeof readInvited>[0] & { organisationId?: Id | null }
  /** The administrator; null: the operator. */
  invitedBy: Id | null
  startsOver?: boolean
}

/** An administrator invites somebody to work for the tenant. */
export async function invitePerson(ctx: Ctx, tenantSlug: string, typed: Inviting['typed']) {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  return makeInvitation(ctx, {
    tenant: { id: staff.tenantId, slug: tenantSlug },
    typed,
    invitedBy: staff.viewer.personId,
  })
}

/**
 * Makes a link that works once, for three days. Whoever was invited before at this address gets a new one, and the
 * old one opens nothing.
 *
 * No person is made before the invitation is accepted: what nobody accepts leaves nothing behind.
 *
 * @returns the link, shown this once, `InputRefused` or `AlreadyMember`.
 */
export async function makeInvitation(
  { database, clock, config, secrets }: InvitingParts,
  { tenant, typed, invitedBy, startsOver = false }: Inviting,
): Promise<Invitation | InputRefused | AlreadyMember> {
  const read = readInvited(typed)
  if (!('invited' in read)) return InputRefused.of(...read.problems)
  const { name, email, roles, procedureIds } = read.invited
  const unknown = await unknownProcedure(database, tenant.id, procedureIds)
  if (unknown) return unknown
  const now = clock()
  const id = newId(now.getTime())
  const secret = invitationSecret(secrets, tenant.id, id)
  const expiresAt = new Date(now.getTime() + INVITATION_LASTS_MS)
  const organisationId = typed.organisationId ?? null
  const refused = await database.transaction('identity', {}, async (tx) => {
    const there = await tx.query(
      'select 1 from membership m join person p on p.id = m.person_id where m.tenant_id = $1 and p.email = $2 limit 1',
      [tenant.id, email],
    )
    if (there.length && !startsOver) return AlreadyMember.of()
    if (organisationId && !(await isOrganisation(tx, tenant.id, organisationId)))
      return InputRefused.of({ field: 'organisation', problem: 'unknown' })
    await tx.query('delete from invitation where tenant_id = $1 and email = $2', [tenant.id, email])
    await tx.insert(InvitationRow, {
      tenantId: tenant.id,
      id,
      secretHash: invitationHash(secret)!,
      email,
      name,
      roles,
      limited: procedureIds !== null,
      organisationId,
      startsOver,
      invitedBy,
      createdAt: now,
      expiresAt,
    })
    for (const procedureId of procedureIds ?? [])
      await tx.insert(InvitationProcedureRow, { tenantId: tenant.id, invitationId: id, procedureId })
    await recordEvent(tx, staffInvited(tenant.id, id, invitedBy, now))
    return null
  })
  if (refused) return refused
  return {
    ...read.invited,
    organisationId,
    id,
    expiresAt,
    link: invitationLink(config.baseUrl, tenant.slug, secret),
  }
}

/** What a message to the invited person needs; null once it was accepted, withdrawn, replaced or is over. */
export async function invitationToSend(
  { database, clock, config, secrets }: InvitingParts,
  tenantId: Id,
  id: Id,
): Promise<{ email: string; name: string; link: string; expiresAt: Date } | null> {
  const [invitation] = await database.read(invitationById, tenantId, id, clock())
  if (!invitation) return null
  const { tenantSlug, ...rest } = invitation
  const secret = invitationSecret(secrets, tenantId, id)
  return { ...rest, link: invitationLink(config.baseUrl, tenantSlug, secret) }
}

/** Takes an invitation back before it is accepted. */
export async function withdrawInvitation(ctx: Ctx, tenantSlug: string, invitationId: Id): Promise<true> {
  const staff = staffOf(ctx, tenantSlug)
  demand(mayManagePeople(staff))
  found(isId(invitationId) || null)
  await ctx.database.transaction('identity', {}, async (tx) => {
    const [gone] = await tx.query('delete from invitation where tenant_id = $1 and id = $2 returning 1', [
      staff.tenantId,
      invitationId,
    ])
    found(gone)
    const { personId } = staff.viewer
    await recordEvent(tx, invitationWithdrawn(staff.tenantId, invitationId, personId, ctx.clock()))
  })
  return true
}
