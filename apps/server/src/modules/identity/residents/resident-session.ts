import { newId, type Id, type TrustLevel } from '@mitsprache/terms'
import type { Tx } from '../../../platform/database/database.ts'
import type { Ctx } from '../context.ts'
import { Denial } from '../demand.ts'
import { newSessionSecret } from '../session.rules.ts'
import type { Proven } from '../sign-on/finish-sign-on.ts'
import { trustLevelOf } from '../sign-on/provider.rules.ts'
import { ResidentSessionRow } from './resident.entity.ts'
import { residentOfSession } from './resident.queries.ts'
import {
  identityHash,
  RESIDENT_IDLE_MS,
  RESIDENT_LASTS_MS,
  RESIDENT_SEEN_EVERY_MS,
  SESSIONS_PER_RESIDENT,
  sidHash,
} from './resident.rules.ts'
import { openAddress } from './sealed-addresses.ts'

/** A resident who is signed in at one tenant. To everything of the staff they are nobody. */
export type Resident = {
  tenantId: Id
  tenantSlug: string
  accountId: Id
  trustLevel: TrustLevel
  /** The address they read the link at; none for who came by a provider. */
  email: string | null
  providerLabel: string | null
}

/** Who is signed in as a resident of this tenant, or null. */
export async function residentOf(ctx: Ctx, tenantSlug: string): Promise<Resident | null> {
  const resident = await findResident(ctx)
  return resident?.tenantSlug === tenantSlug ? resident : null
}

/** The same where the tenant's short name is not at hand. */
export async function residentOfTenant(ctx: Ctx, tenantId: Id): Promise<Resident | null> {
  const resident = await findResident(ctx)
  return resident?.tenantId === tenantId ? resident : null
}

/** @throws Denial NOT_SIGNED_IN */
export async function demandResident(ctx: Ctx, tenantSlug: string): Promise<Resident> {
  const resident = await residentOf(ctx, tenantSlug)
  if (!resident) throw new Denial('NOT_SIGNED_IN')
  return resident
}

/** Whoever is signed in as a resident in this browser, at whichever tenant. */
export async function findResident(ctx: Ctx): Promise<Resident | null> {
  const { idHash } = ctx.resident
  if (!idHash) return null
  const now = ctx.clock()
  const idleSince = new Date(now.getTime() - RESIDENT_IDLE_MS)
  const [row] = await ctx.database.read(residentOfSession, idHash, now, idleSince)
  if (!row) return null
  const { seenAt, emailSealed, ...resident } = row
  if (now.getTime() - seenAt.getTime() >= RESIDENT_SEEN_EVERY_MS)
    await ctx.database.transaction('identity', {}, async (tx) => {
      await tx.query('update resident_session set seen_at = $2 where id_hash = $1', [idHash, now])
      await tx.query('update resident_account set seen_at = $3 where tenant_id = $1 and id = $2', [
        row.tenantId,
        row.accountId,
        now,
      ])
    })
  const email =
    emailSealed && (await openAddress(ctx, row.tenantId, 'resident_account', row.accountId, emailSealed))
  return { ...resident, email }
}

/** Lets a resident in whom a provider knows; their account is made when they come for the first time. */
export async function enterAsIdentity(ctx: Ctx, proven: Proven, now: Date): Promise<Resident> {
  const { provider, issuer, subject, claims, sid } = proven
  const { tenantId, tenantSlug } = provider
  const trustLevel = trustLevelOf(claims.acr, provider.acrLevels)
  const hash = identityHash(ctx.secrets, tenantId, issuer, subject)
  const accountId = await beginResidentSession(
    ctx,
    tenantId,
    {
      trustLevel,
      providerId: provider.id,
      sidHash: sid === null ? null : sidHash(ctx.secrets, provider.id, sid),
    },
    now,
    async (tx) => {
      const [row] = await tx.query<{ id: Id }>(
        `insert into resident_account (tenant_id, id, identity_hash, created_at, seen_at) values ($1, $2, $3, $4, $4)
         on conflict on constraint resident_account_identity_once do update set seen_at = excluded.seen_at returning id`,
        [tenantId, newId(now.getTime()), hash, now],
      )
      return row!.id
    },
  )
  return { tenantId, tenantSlug, accountId, trustLevel, email: null, providerLabel: provider.label }
}

/**
 * Begins a resident's session on this browser, always a new one.
 *
 * @param account finds or makes the account in the same transaction.
 */
export async function beginResidentSession(
  ctx: Ctx,
  tenantId: Id,
  how: Pick<ResidentSessionRow, 'trustLevel' | 'providerId' | 'sidHash'>,
  now: Date,
  account: (tx: Tx) => Promise<Id>,
): Promise<Id> {
  const { secret, idHash } = newSessionSecret()
  const expiresAt = new Date(now.getTime() + RESIDENT_LASTS_MS)
  const accountId = await ctx.database.transaction('identity', {}, async (tx) => {
    const id = await account(tx)
    await endResidentSession(tx, ctx)
    await tx.query(
      `delete from resident_session where id_hash in (select id_hash from resident_session
         where tenant_id = $1 and account_id = $2 order by seen_at desc, id_hash offset $3)`,
      [tenantId, id, SESSIONS_PER_RESIDENT - 1],
    )
    await tx.insert(ResidentSessionRow, {
      tenantId,
      idHash,
      accountId: id,
      ...how,
      createdAt: now,
      seenAt: now,
      expiresAt,
    })
    return id
  })
  ctx.resident.begin(secret, expiresAt)
  ctx.resident.idHash = idHash
  return accountId
}

export async function endResidentSession(tx: Tx, { resident }: Ctx): Promise<void> {
  if (resident.idHash) await tx.query('delete from resident_session where id_hash = $1', [resident.idHash])
}

/** Ends this browser's session in the table, not only in the browser. */
export async function signOutResident(ctx: Ctx): Promise<true> {
  await ctx.database.transaction('identity', {}, (tx) => endResidentSession(tx, ctx))
  ctx.resident.end()
  return true
}
