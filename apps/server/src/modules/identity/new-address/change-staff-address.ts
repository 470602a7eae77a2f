import type { Id } from '@mitsprache/terms'
import type { Tx } from '../../../platform/database/database.ts'
import { recordEvent, type NewEvent } from '../../../platform/database/event.ts'
import type { Ctx } from '../context.ts'
import { addressChanged, addressChangeStopped } from '../identity.events.ts'
import type { OwnSession } from '../identity.queries.ts'
import { LinkOver } from '../residents/resident-refusals.graphql.ts'
import { rememberNetwork } from '../sign-in-throttle.ts'
import { AddressTaken } from './new-address-refusals.graphql.ts'
import type { StaffChange } from './new-address.queries.ts'

type Told = (tenantId: Id, personId: Id, at: Date) => NewEvent

const tell = async (tx: Tx, { personId, memberships }: StaffChange, event: Told, now: Date) => {
  for (const tenantId of new Set(memberships.map((membership) => membership.tenantId)))
    await recordEvent(tx, event(tenantId, personId, now))
}

/** Unique keys and two who want each other's address: either way it is somebody else's at this moment. */
const isTaken = (cause: unknown) => {
  const { code } = cause as { code?: string }
  return code === '23505' || code === '40P01'
}

async function unlessTaken<T>(change: Promise<T>): Promise<T | AddressTaken> {
  try {
    return await change
  } catch (cause) {
    if (isTaken(cause)) return AddressTaken.of()
    throw cause
  }
}

/** The new address holds, and every other browser is signed out. */
export async function confirmStaffAddress(
  ctx: Ctx,
  change: StaffChange,
  hash: Buffer,
  session: OwnSession | null,
) {
  const { id, personId, oldEmail, newEmail } = change
  if (session?.personId !== personId) return LinkOver.of()
  const now = ctx.clock()
  return unlessTaken(
    ctx.database.transaction('identity', {}, async (tx) => {
      await tx.query('select 1 from person where id = $1 for update', [personId])
      const spent = await tx.query(
        `update person_address_change set confirm_hash = null, confirmed_at = $3
         where id = $1 and confirm_hash = $2 returning 1`,
        [id, hash, now],
      )
      if (!spent.length) return LinkOver.of()
      const changed = await tx.query(
        'update person set email = $3 where id = $1 and email = $2 returning 1',
        [personId, oldEmail, newEmail],
      )
      if (!changed.length) return LinkOver.of()
      await tx.query('delete from session where person_id = $1 and id <> $2', [personId, session.id])
      await rememberNetwork(tx, ctx, { personId, email: newEmail }, now)
      await tell(tx, change, addressChanged, now)
      return true as const
    }),
  )
}

/**
 * Whoever reads the mail of the old address says no: this change and every later one are undone, and nobody stays
 * signed in. The link opens it, no session: whoever lost the account has none.
 */
export async function stopStaffAddress(ctx: Ctx, change: StaffChange) {
  const { id, personId, oldEmail, createdAt } = change
  const now = ctx.clock()
  return unlessTaken(
    ctx.database.transaction('identity', {}, async (tx) => {
      await tx.query('select 1 from person where id = $1 for update', [personId])
      const undone = await tx.query<{ id: Id; confirmed: boolean }>(
        `delete from person_address_change where person_id = $1 and (created_at, id) >= ($2, $3::uuid)
         returning id, confirmed_at is not null as confirmed`,
        [personId, createdAt, id],
      )
      if (!undone.some((one) => one.id === id)) return LinkOver.of()
      if (undone.some(({ confirmed }) => confirmed))
        await tx.query('update person set email = $2 where id = $1', [personId, oldEmail])
      await tx.query('delete from session where person_id = $1', [personId])
      await tell(tx, change, addressChangeStopped, now)
      return true as const
    }),
  )
}
