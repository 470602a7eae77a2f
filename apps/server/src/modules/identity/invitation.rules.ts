import { createHash, createHmac } from 'node:crypto'
import { LIMITS, ROLES, type Id, type Role } from '@mitsprache/terms'
import type { Secrets } from '../../platform/config.ts'
import { canonicalEmail } from './password.rules.ts'

/** Long enough for a weekend, short enough that a forgotten link opens nothing. */
export const INVITATION_LASTS_MS = 72 * 60 * 60 * 1000

/**
 * What stands behind the `#` of the link, which no server and no proxy on the way gets to see. It follows from the
 * invitation's id: so the message that carries it is put together when it leaves, and no secret waits in an outbox.
 */
export const invitationSecret = ({ signingKey }: Pick<Secrets, 'signingKey'>, tenantId: Id, id: Id): string =>
  createHmac('sha256', signingKey).update(`invitation\0${tenantId}\0${id}`).digest('base64url')

export const invitationLink = (baseUrl: string, tenantSlug: string, secret: string) =>
  `${baseUrl}/t/${tenantSlug}/invitation#${secret}`

/** The key under which a link's secret is stored, or null for one that cannot be ours. */
export const invitationHash = (secret: string): Buffer | null =>
  /^[A-Za-z0-9_-]{43}$/.test(secret) ? createHash('sha256').update(secret).digest() : null

export type Invited = { name: string; email: string; roles: Role[] }
export type InvitedProblem = { field: 'name' | 'email' | 'roles'; problem: string; limit?: number }

/** One `@` with something before and a name with a dot behind it; whether it is read, only a mail can tell. */
const EMAIL = /^[^\s@<>,;:"()\\]+@[^\s@<>,;:"()\\.]+(\.[^\s@<>,;:"()\\.]+)+$/u
export const isAddress = (email: string) => EMAIL.test(email) && !/\p{Cc}/u.test(email)

/** @returns the invitation in one spelling, or what is wrong with it. */
export function readInvited(
  typed: Invited,
): { invited: Invited; problems: [] } | { problems: InvitedProblem[] } {
  const name = typed.name.normalize('NFC').trim()
  const email = canonicalEmail(typed.email)
  const roles = ROLES.filter((role) => typed.roles.includes(role))
  const problems: InvitedProblem[] = []
  if (!name) problems.push({ field: 'name', problem: 'empty' })
  else if ([...name].length > LIMITS.personName)
    problems.push({ field: 'name', problem: 'tooLong', limit: LIMITS.personName })
  else if (/\p{Cc}/u.test(name)) problems.push({ field: 'name', problem: 'unknown' })
  if (!email) problems.push({ field: 'email', problem: 'empty' })
  else if (email.length > LIMITS.email)
    problems.push({ field: 'email', problem: 'tooLong', limit: LIMITS.email })
  else if (!isAddress(email)) problems.push({ field: 'email', problem: 'unknown' })
  if (!roles.length) problems.push({ field: 'roles', problem: 'empty' })
  return problems.length ? { problems } : { invited: { name, email, roles }, problems: [] }
}
