import type { Ctx } from '../context.ts'
import { Denial } from '../demand.ts'
import { findOwnSession } from '../own-session.ts'
import { LinkOver } from '../residents/resident-refusals.graphql.ts'
import { findResident } from '../residents/resident-session.ts'
import { confirmResidentAddress, stopResidentAddress } from './change-resident-address.ts'
import { confirmStaffAddress, stopStaffAddress } from './change-staff-address.ts'
import {
  residentChangeToConfirm,
  residentChangeToStop,
  staffChangeToConfirm,
  staffChangeToStop,
} from './new-address.queries.ts'
import { changeHash, confirmableSince, stoppableSince } from './new-address.rules.ts'

/**
 * The new address is read by whoever asked for it: from now on it holds.
 *
 * @returns true, `LinkOver` also for somebody else’s change, or `AddressTaken`; the link then stays good for its day.
 * @throws Denial NOT_SIGNED_IN for whoever is not signed in: a mail that went astray gives nobody the account.
 */
export async function confirmNewAddress(ctx: Ctx, secret: string) {
  const [session, resident] = await Promise.all([findOwnSession(ctx), findResident(ctx)])
  const staff = session?.open ? session : null
  if (!staff && !resident) throw new Denial('NOT_SIGNED_IN')
  const hash = changeHash(secret)
  if (!hash) return LinkOver.of()
  const since = confirmableSince(ctx.clock())
  const [ofStaff] = await ctx.database.read(staffChangeToConfirm, hash, since)
  if (ofStaff) return confirmStaffAddress(ctx, ofStaff, hash, staff)
  const [ofResident] = await ctx.database.read(residentChangeToConfirm, hash, since)
  return ofResident ? confirmResidentAddress(ctx, ofResident, hash, resident) : LinkOver.of()
}

/**
 * Whoever reads the mail of the old address wants to keep it.
 *
 * @returns true, `LinkOver`, or `AddressTaken` where somebody else signs in with the old one by now.
 */
export async function stopAddressChange(ctx: Ctx, secret: string) {
  const hash = changeHash(secret)
  if (!hash) return LinkOver.of()
  const since = stoppableSince(ctx.clock())
  const [staff] = await ctx.database.read(staffChangeToStop, hash, since)
  if (staff) return stopStaffAddress(ctx, staff)
  const [resident] = await ctx.database.read(residentChangeToStop, hash, since)
  return resident ? stopResidentAddress(ctx, resident, hash) : LinkOver.of()
}
