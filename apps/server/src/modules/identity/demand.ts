import type { Id, Role } from '@mitsprache/terms'
import type { Ctx, Viewer } from './context.ts'

/** A policy's answer: yes, or the code of the reason. */
export type May = { may: true } | { may: false; why: string }

export const YES: May = { may: true }
export const no = (why: string): May => ({ may: false, why })
/** About what the viewer may not even see. */
export const HIDDEN: May = { may: false, why: 'notFound' }

/**
 * This viewer may not. `NOT_SIGNED_IN` asks to sign in; `FORBIDDEN` says which right is missing for a thing
 * the viewer may see; what the viewer may not even see is `NOT_FOUND`, like what does not exist.
 */
export class Denial extends Error {
  override name = 'Denial'
  constructor(
    readonly code: 'NOT_SIGNED_IN' | 'FORBIDDEN' | 'NOT_FOUND',
    readonly why: string = code,
  ) {
    super(why)
  }
}

/** @throws Denial when the policy says no; NOT_FOUND for what is hidden. */
export function demand(answer: May): void {
  if (answer === HIDDEN) throw new Denial('NOT_FOUND')
  if (!answer.may) throw new Denial('FORBIDDEN', answer.why)
}

/** @throws Denial for what is not there or not for this viewer: the same answer. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new Denial('NOT_FOUND')
  return thing
}

export type StaffOf = { viewer: Viewer; tenantId: Id; roles: Role[] }

/**
 * The viewer as a member of a tenant's staff.
 *
 * @throws Denial NOT_SIGNED_IN without a session; NOT_FOUND for a tenant the viewer does not work for.
 */
export function staffOf(ctx: Ctx, tenantSlug: string): StaffOf {
  const viewer = ctx.viewer
  if (!viewer) throw new Denial('NOT_SIGNED_IN')
  const here = viewer.memberships.filter((membership) => membership.tenantSlug === tenantSlug)
  const first = here[0]
  if (!first) throw new Denial('NOT_FOUND')
  return { viewer, tenantId: first.tenantId, roles: here.map((membership) => membership.role) }
}

/** Whether the viewer holds one of the roles in the tenant, for all of it or for this procedure. */
export function holds(staff: StaffOf, roles: readonly Role[], procedureId?: Id): boolean {
  return staff.viewer.memberships.some(
    (membership) =>
      membership.tenantId === staff.tenantId &&
      roles.includes(membership.role) &&
      (membership.procedureId === null || membership.procedureId === procedureId),
  )
}

/** The procedures a limited member may see, or null for all of them. */
export function procedureLimit(staff: StaffOf): Id[] | null {
  const mine = staff.viewer.memberships.filter((membership) => membership.tenantId === staff.tenantId)
  if (mine.some((membership) => membership.procedureId === null)) return null
  return mine.map((membership) => membership.procedureId!)
}

/** Whether the viewer works on this procedure at all; to who does not, it does not exist. */
export function sees(staff: StaffOf, procedureId: Id): boolean {
  const limit = procedureLimit(staff)
  return !limit || limit.includes(procedureId)
}
