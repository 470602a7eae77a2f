import type { Ctx } from './context.ts'
import { staffOf } from './demand.ts'
import { authenticatorAppOf, passkeysOf, recoveryCodesLeft, sessionsOf } from './factor.queries.ts'
import { needsFactor } from './factor.rules.ts'
import { openStaffChange } from './new-address/new-address.queries.ts'
import { confirmableSince, CONFIRM_WITHIN_MS } from './new-address/new-address.rules.ts'
import { openSessionOf } from './own-session.ts'
import { SESSION_IDLE_MS } from './session.rules.ts'

/**
 * One's own account: what one signs in with, and where one is signed in, on a page of a tenant one works for.
 * Keys and hashes stay behind.
 */
export async function accountOf(ctx: Ctx, tenantSlug: string) {
  staffOf(ctx, tenantSlug)
  const now = ctx.clock()
  const session = await openSessionOf(ctx)
  const { personId, id, memberships, passwordHash, signedInBy } = session
  const [passkeys, [app], [codes], sessions, [change]] = await Promise.all([
    ctx.database.read(passkeysOf, personId),
    ctx.database.read(authenticatorAppOf, personId),
    ctx.database.read(recoveryCodesLeft, personId),
    ctx.database.read(sessionsOf, personId, now, new Date(now.getTime() - SESSION_IDLE_MS)),
    ctx.database.read(openStaffChange, personId, confirmableSince(now)),
  ])
  const at = (instant: Date) => instant.toISOString()
  const perhaps = (instant: Date | null) => instant && at(instant)
  return {
    sample: signedInBy === 'sample',
    factorNeeded: needsFactor(
      memberships.map((membership) => membership.role),
      [],
    ),
    hasPassword: passwordHash !== null,
    email: session.email,
    bySignOn: signedInBy === 'signOn',
    newAddress: change
      ? { email: change.email, until: at(new Date(change.createdAt.getTime() + CONFIRM_WITHIN_MS)) }
      : null,
    passkeys: passkeys.map((key) => ({
      id: key.id,
      name: key.name,
      backedUp: key.backedUp,
      createdAt: at(key.createdAt),
      usedAt: perhaps(key.usedAt),
    })),
    authenticatorApp: app ? { createdAt: at(app.createdAt), usedAt: perhaps(app.usedAt) } : null,
    recoveryCodesLeft: codes!.n,
    sessions: sessions.map((each) => ({
      id: each.id,
      device: each.device,
      createdAt: at(each.createdAt),
      seenAt: at(each.seenAt),
      current: each.id === id,
    })),
  }
}
