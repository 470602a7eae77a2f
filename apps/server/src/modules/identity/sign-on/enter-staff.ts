import { newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../../platform/database/database.ts'
import { seal } from '../../../platform/seal.ts'
import { beginSession } from '../begin-session.ts'
import type { Ctx, Viewer } from '../context.ts'
import { FactorNeeded } from '../factor-needed.graphql.ts'
import { needsFactor } from '../factor.rules.ts'
import { personById } from '../identity.queries.ts'
import { viewerFrom } from '../sign-in.ts'
import type { Proven } from './finish-sign-on.ts'
import { personOfIdentity } from './provider.queries.ts'
import { emailIn, factorShown, groupsIn, nameIn, rolesOf } from './provider.rules.ts'
import { SignOnIdentityRow } from './sign-on.entity.ts'
import { SignOnRefused } from './sign-on-refused.graphql.ts'
import { endStaff, takeOverRoles } from './staff-roles.ts'

export const aboutRefresh = (providerId: Id, subject: string) => `refresh token ${providerId} ${subject}`

/**
 * Lets in who a provider says works here, in the roles of their groups of this moment. An address is never looked
 * up: an account with a password, of this tenant or another, stays another account.
 *
 * Without a group of the mapping nobody comes in, and whoever was in before is out.
 */
export async function enterStaff(
  ctx: Ctx,
  proven: Proven,
  now: Date,
): Promise<Viewer | FactorNeeded | SignOnRefused> {
  const { provider, issuer, subject, claims, sid, refreshToken } = proven
  const { tenantId } = provider
  const roles = rolesOf(groupsIn(claims, provider.groupClaim), provider.groupRoles)
  const [known] = await ctx.database.read(personOfIdentity, tenantId, issuer, subject)
  if (!roles.length || known?.disabled) {
    if (known)
      await ctx.database.transaction('identity', {}, (tx) => endStaff(tx, tenantId, known.personId, now))
    return SignOnRefused.of('noRole')
  }
  const personId = await ctx.database.transaction('identity', {}, async (tx) => {
    const id = await keepPerson(tx, proven, now)
    await takeOverRoles(tx, tenantId, id, roles, now)
    return id
  })
  const [person] = await ctx.database.read(personById, personId)
  const waits = !factorShown(claims, provider) && needsFactor(roles, person!.factors)
  const refreshSealed = refreshToken
    ? seal(ctx.secrets.personKey, aboutRefresh(provider.id, subject), refreshToken)
    : null
  await beginSession(
    ctx,
    {
      personId,
      email: person!.email,
      tenantId,
      by: 'signOn',
      waits,
      factorShown: factorShown(claims, provider),
      signOn: { providerId: provider.id, subject, sid, refreshSealed },
    },
    now,
  )
  return waits ? FactorNeeded.of(person!.factors) : viewerFrom(person!)
}

/** The person of this identity, with the name that the provider knows now; made when they come for the first time. */
async function keepPerson(tx: Tx, { provider, issuer, subject, claims }: Proven, now: Date): Promise<Id> {
  const { tenantId } = provider
  const [name, claimedEmail] = [nameIn(claims), emailIn(claims)]
  // Two first sign-ins at once: the second waits, and finds the person of the first.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    JSON.stringify([tenantId, issuer, subject]),
  ])
  const [known] = await tx.read(personOfIdentity, tenantId, issuer, subject)
  if (known) {
    await tx.query('update person set name = $2 where id = $1', [known.personId, name])
    await tx.query('update sign_on_identity set claimed_email = $2 where person_id = $1', [
      known.personId,
      claimedEmail,
    ])
    return known.personId
  }
  const personId = newId(now.getTime())
  await tx.query('insert into person (id, name, created_at) values ($1, $2, $3)', [personId, name, now])
  await tx.insert(SignOnIdentityRow, { tenantId, issuer, subject, personId, claimedEmail, createdAt: now })
  return personId
}
