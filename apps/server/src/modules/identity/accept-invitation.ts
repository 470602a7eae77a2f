import { newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { assign } from './assign.ts'
import type { Ctx } from './context.ts'
import { invitationAccepted } from './identity.events.ts'
import { personByEmail, type PersonView } from './identity.queries.ts'
import { invitationHash } from './invitation.rules.ts'
import { placeIn } from './organisations/keep-organisations.ts'
import { hashPassword, passwordFits } from './password-hash.ts'
import { passwordProblem } from './password.rules.ts'
import { invitationBySecret, type InvitationView } from './people.queries.ts'
import { InvitationOver } from './people-refusals.graphql.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { countAttempt, forgiveAttempt } from './sign-in-throttle.ts'
import { enter } from './sign-in.ts'

/** What the page behind the link shows; null when it opens nothing any more. */
export async function findInvitation(ctx: Ctx, secret: string): Promise<InvitationView | null> {
  const secretHash = invitationHash(secret)
  if (!secretHash) return null
  const [invitation] = await ctx.database.read(invitationBySecret, secretHash, ctx.clock())
  // Of those who were to work on single procedures, none of which there is any more, nothing is wanted.
  return invitation && invitation.procedureIds?.length !== 0 ? invitation : null
}

/** Somebody else was faster with the same link, or has just made the same account. */
class Overtaken extends Error {}

/**
 * Accepts an invitation: whoever is new chooses a password and becomes a person; whoever has an account shows its
 * password, and only becomes a member. The second factor follows as with every sign-in.
 *
 * An administrator who invites somebody of another authority therefore never gets hold of their account.
 *
 * @returns as `signIn`; also `InvitationOver`, and `InputRefused` for a password that will not do.
 */
export async function acceptInvitation(ctx: Ctx, tenantSlug: string, secret: string, password: string) {
  const now = ctx.clock()
  const invitation = await findInvitation(ctx, secret)
  // At another tenant's address it is none, and is not spent.
  if (invitation?.tenantSlug !== tenantSlug) return InvitationOver.of()
  const { email, startsOver } = invitation
  const attempt = await countAttempt(ctx, 'sign-in', email, now)
  if (typeof attempt === 'number') return TooManyAttempts.of(attempt)

  const [known] = await ctx.database.read(personByEmail, email)
  const chooses = !known?.passwordHash || startsOver
  if (chooses) {
    const problem = passwordProblem(password, [invitation.name, email])
    if (problem) return InputRefused.of({ field: 'password', ...problem })
  } else if (!(await passwordFits(known.passwordHash, password))) return SignInRefused.of()
  if (known?.disabled) return SignInRefused.of()
  const passwordHash = chooses ? await hashPassword(password) : null

  const personId = known?.personId ?? newId(now.getTime())
  const person: PersonView = {
    personId,
    name: known?.name ?? invitation.name,
    email,
    passwordHash: null,
    disabled: false,
    bySignOn: false,
    factors: startsOver ? [] : (known?.factors ?? []),
    memberships: [
      ...(known?.memberships ?? []),
      ...invitation.roles.map((role) => ({
        tenantId: invitation.tenantId,
        tenantSlug: invitation.tenantSlug,
        role,
        procedureId: invitation.procedureIds?.[0] ?? null,
      })),
    ],
  }
  try {
    return await enter(ctx, person, invitation.tenantId, now, async (tx) => {
      await spend(tx, invitation)
      if (!known) await makePerson(tx, personId, invitation, passwordHash!, now)
      else if (passwordHash) await startOver(tx, personId, passwordHash)
      await assign(tx, invitation.tenantId, personId, invitation)
      if (invitation.organisationId)
        await placeIn(tx, invitation.tenantId, personId, invitation.organisationId)
      await recordEvent(tx, invitationAccepted(invitation.tenantId, personId, now))
      await forgiveAttempt(tx, attempt)
    })
  } catch (cause) {
    if (cause instanceof Overtaken) return InvitationOver.of()
    throw cause
  }
}

async function spend(tx: Tx, { tenantId, id }: InvitationView): Promise<void> {
  const spent = await tx.query('delete from invitation where tenant_id = $1 and id = $2 returning 1', [
    tenantId,
    id,
  ])
  if (!spent.length) throw new Overtaken()
}

async function makePerson(tx: Tx, personId: Id, { name, email }: InvitationView, hash: string, now: Date) {
  const made = await tx.query(
    `insert into person (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict on constraint person_email_unique do nothing returning 1`,
    [personId, email, name, hash, now],
  )
  if (!made.length) throw new Overtaken()
}

/** Password and factors of somebody who lost them begin anew; nobody stays signed in with the old ones. */
async function startOver(tx: Tx, personId: Id, hash: string): Promise<void> {
  await tx.query('update person set password_hash = $2 where id = $1', [personId, hash])
  for (const table of ['session', 'passkey', 'authenticator_app', 'recovery_code'])
    await tx.query(`delete from ${table} where person_id = $1`, [personId])
}
