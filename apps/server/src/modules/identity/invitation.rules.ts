import { createHash, createHmac } from 'node:crypto'
import { isId, LIMITS, ROLES, ROLES_PER_PROCEDURE, type Id, type Role } from '@mitsprache/terms'
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

/** What somebody shall do here: for all procedures, or for these only. */
export type Assignment = { roles: Role[]; procedureIds: Id[] | null }
type TypedAssignment = { roles: Role[]; procedureIds?: Id[] | null }
export type Invited = { name: string; email: string } & Assignment
type TypedInvited = { name: string; email: string } & TypedAssignment
export type AssignmentProblem = { field: 'roles' | 'procedures'; problem: string; limit?: number }
export type InvitedProblem = AssignmentProblem | { field: 'name' | 'email'; problem: string; limit?: number }

/** One `@` with something before and a name with a dot behind it; whether it is read, only a mail can tell. */
const EMAIL = /^[^\s@<>,;:"()\\]+@[^\s@<>,;:"()\\.]+(\.[^\s@<>,;:"()\\.]+)+$/u
export const isAddress = (email: string) => EMAIL.test(email) && !/\p{Cc}/u.test(email)

/** @returns the invitation in one spelling, or what is wrong with it. */
export function readInvited(
  typed: TypedInvited,
): { invited: Invited; problems: [] } | { problems: InvitedProblem[] } {
  const name = typed.name.normalize('NFC').trim()
  const email = canonicalEmail(typed.email)
  const read = readAssignment(typed)
  const problems: InvitedProblem[] = []
  // Spaces without width and their like are no name either.
  if (!/[\p{L}\p{N}]/u.test(name)) problems.push({ field: 'name', problem: 'empty' })
  else if ([...name].length > LIMITS.personName)
    problems.push({ field: 'name', problem: 'tooLong', limit: LIMITS.personName })
  else if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name))
    problems.push({ field: 'name', problem: 'unknown' })
  if (!email) problems.push({ field: 'email', problem: 'empty' })
  else if (email.length > LIMITS.email)
    problems.push({ field: 'email', problem: 'tooLong', limit: LIMITS.email })
  else if (!isAddress(email)) problems.push({ field: 'email', problem: 'unknown' })
  if ('problem' in read) problems.push(read.problem)
  if (problems.length || !('assignment' in read)) return { problems }
  return { invited: { name, email, ...read.assignment }, problems: [] }
}

/**
 * @returns roles and procedures, each once, or what is wrong with them: for single procedures somebody can be
 * planner, moderator and caseworker, since the other roles answer for the whole authority.
 */
export function readAssignment(
  typed: TypedAssignment,
): { assignment: Assignment } | { problem: AssignmentProblem } {
  const roles = ROLES.filter((role) => typed.roles.includes(role))
  if (!roles.length) return { problem: { field: 'roles', problem: 'empty' } }
  if (!typed.procedureIds) return { assignment: { roles, procedureIds: null } }
  const perProcedure: readonly Role[] = ROLES_PER_PROCEDURE
  if (!roles.every((role) => perProcedure.includes(role)))
    return { problem: { field: 'roles', problem: 'unknown' } }
  const procedureIds = [...new Set(typed.procedureIds)]
  if (!procedureIds.length) return { problem: { field: 'procedures', problem: 'empty' } }
  if (procedureIds.length > LIMITS.proceduresPerPerson)
    return { problem: { field: 'procedures', problem: 'tooLong', limit: LIMITS.proceduresPerPerson } }
  if (!procedureIds.every(isId)) return { problem: { field: 'procedures', problem: 'unknown' } }
  return { assignment: { roles, procedureIds } }
}
