import { newId, type Id } from '@mitsprache/terms'
import type { Tx } from '../../../platform/database/database.ts'
import type { Ctx } from '../context.ts'
import { LinkOver } from './resident-refusals.graphql.ts'
import { linkBySecret, type ResidentLinkView } from './resident.queries.ts'
import { beginResidentSession, type Resident } from './resident-session.ts'
import { linkHash } from './resident.rules.ts'
import { openAddress, sealAddress } from './sealed-addresses.ts'

/** Somebody else was faster with the same link. */
class Overtaken extends Error {}

/**
 * Signs a resident in with the link of a mail, once. The account is made with it: who asks for a link to somebody
 * else's address has made nothing.
 *
 * @returns the resident, or `LinkOver`.
 */
export async function enterByLink(ctx: Ctx, secret: string): Promise<Resident | LinkOver> {
  const secretHash = linkHash(secret)
  const now = ctx.clock()
  const [link] = secretHash ? await ctx.database.read(linkBySecret, secretHash, now) : []
  if (!link) return LinkOver.of()
  const { tenantId, tenantSlug } = link
  const email = await openAddress(ctx, tenantId, 'resident_link', link.id, link.emailSealed)
  const newAccount = newId(now.getTime())
  const emailSealed = await sealAddress(ctx, tenantId, 'resident_account', newAccount, email)
  try {
    const accountId = await beginResidentSession(
      ctx,
      tenantId,
      { trustLevel: 'none', providerId: null, sidHash: null },
      now,
      async (tx) => {
        // Every other link of this address is over with it.
        const spent = await tx.query<{ id: Id }>(
          'delete from resident_link where tenant_id = $1 and email_hash = $2 returning id',
          [tenantId, link.emailHash],
        )
        if (!spent.some(({ id }) => id === link.id)) throw new Overtaken()
        return accountOfEmail(tx, link, { id: newAccount, emailSealed }, now)
      },
    )
    return { tenantId, tenantSlug, accountId, trustLevel: 'none', email, providerLabel: null }
  } catch (cause) {
    if (cause instanceof Overtaken) return LinkOver.of()
    throw cause
  }
}

async function accountOfEmail(
  tx: Tx,
  { tenantId, emailHash }: ResidentLinkView,
  fresh: { id: Id; emailSealed: Buffer },
  now: Date,
): Promise<Id> {
  const [row] = await tx.query<{ id: Id }>(
    `insert into resident_account (tenant_id, id, email_hash, email_sealed, created_at, seen_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict on constraint resident_account_email_once do update set seen_at = excluded.seen_at returning id`,
    [tenantId, fresh.id, emailHash, fresh.emailSealed, now],
  )
  return row!.id
}
