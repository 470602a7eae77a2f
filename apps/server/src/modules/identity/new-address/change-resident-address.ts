import type { Id } from '@mitsprache/terms'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent } from '../../../platform/database/event.ts'
import type { Ctx } from '../context.ts'
import { residentAddressChanged, residentAddressChangeStopped } from '../identity.events.ts'
import { LinkOver } from '../residents/resident-refusals.graphql.ts'
import type { Resident } from '../residents/resident-session.ts'
import { openChange, sealAddress } from '../residents/sealed-addresses.ts'
import type { ResidentChange } from './new-address.queries.ts'

type Address = { hash: Buffer; sealed: Buffer }

/** Sealed anew for its place: a sealed value opens nowhere else. */
async function addressFor(ctx: Ctx, change: ResidentChange, which: 'old' | 'new'): Promise<Address> {
  const { tenantId, id, accountId } = change
  const [hash, sealed] =
    which === 'old' ? [change.oldHash, change.oldSealed] : [change.newHash, change.newSealed]
  const email = await openChange(ctx, tenantId, which, id, sealed)
  return { hash, sealed: await sealAddress(ctx, tenantId, 'resident_account', accountId, email) }
}

/** The account and whichever has the wanted address, locked in one order. @returns the other one's id, if any. */
async function lockAccounts(
  tx: Tx,
  { tenantId, accountId }: ResidentChange,
  hash: Buffer,
): Promise<Id | null> {
  const rows = await tx.query<{ id: Id }>(
    'select id from resident_account where tenant_id = $1 and (id = $2 or email_hash = $3) order by id for update',
    [tenantId, accountId, hash],
  )
  return rows.find(({ id }) => id !== accountId)?.id ?? null
}

/** Whoever gets here reads the mail of that address, so an account that it has is theirs as well. */
async function giveAddress(
  tx: Tx,
  { tenantId, accountId }: ResidentChange,
  { hash, sealed }: Address,
  other: Id | null,
) {
  if (other) await tx.query('select merge_resident_account($1, $2, $3)', [tenantId, other, accountId])
  await tx.query(
    'update resident_account set email_hash = $3, email_sealed = $4 where tenant_id = $1 and id = $2',
    [tenantId, accountId, hash, sealed],
  )
}

/** An account can be made at the address just now, by a link to it; the next try sees it. */
async function twice<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change()
  } catch (cause) {
    if (!['23505', '40P01'].includes((cause as { code?: string }).code ?? '')) throw cause
    return change()
  }
}

/**
 * Links go to the new address from now on, and every other browser is signed out. An account that it had already is
 * merged into this one.
 */
export async function confirmResidentAddress(
  ctx: Ctx,
  change: ResidentChange,
  secretHash: Buffer,
  resident: Resident | null,
) {
  const { tenantId, id, accountId, oldHash } = change
  if (resident?.accountId !== accountId) return LinkOver.of()
  const now = ctx.clock()
  const address = await addressFor(ctx, change, 'new')
  return twice(() =>
    ctx.database.transaction('identity', {}, async (tx) => {
      const other = await lockAccounts(tx, change, address.hash)
      const spent = await tx.query(
        `update resident_address_change c set confirm_hash = null, confirmed_at = $4
         where c.tenant_id = $1 and c.id = $2 and c.confirm_hash = $3 and exists (select from resident_account a
           where a.tenant_id = c.tenant_id and a.id = c.account_id and a.email_hash = $5) returning 1`,
        [tenantId, id, secretHash, now, oldHash],
      )
      if (!spent.length) return LinkOver.of()
      await giveAddress(tx, change, address, other)
      await tx.query(
        'delete from resident_session where tenant_id = $1 and account_id = $2 and id_hash <> $3',
        [tenantId, accountId, ctx.resident.idHash],
      )
      // A link that is on its way to the old address would make an account there.
      await tx.query('delete from resident_link where tenant_id = $1 and email_hash = $2', [
        tenantId,
        oldHash,
      ])
      await recordEvent(tx, residentAddressChanged(tenantId, accountId, now))
      return true as const
    }),
  )
}

/** As with the staff; an account that was made at the old address meanwhile is merged into this one. */
export async function stopResidentAddress(ctx: Ctx, change: ResidentChange, stopHash: Buffer) {
  const { tenantId, accountId } = change
  const now = ctx.clock()
  const address = await addressFor(ctx, change, 'old')
  return twice(() =>
    ctx.database.transaction('identity', {}, async (tx) => {
      const other = await lockAccounts(tx, change, address.hash)
      const undone = await tx.query<{ confirmed: boolean }>(
        `delete from resident_address_change c using resident_address_change this
         where this.tenant_id = $1 and this.stop_hash = $2 and c.tenant_id = this.tenant_id
           and c.account_id = this.account_id and (c.created_at, c.id) >= (this.created_at, this.id)
         returning c.confirmed_at is not null as confirmed`,
        [tenantId, stopHash],
      )
      if (!undone.length) return LinkOver.of()
      if (undone.some(({ confirmed }) => confirmed)) await giveAddress(tx, change, address, other)
      await tx.query('delete from resident_session where tenant_id = $1 and account_id = $2', [
        tenantId,
        accountId,
      ])
      await recordEvent(tx, residentAddressChangeStopped(tenantId, accountId, now))
      return true as const
    }),
  )
}
