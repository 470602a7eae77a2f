import { LIMITS, type OrganisationKind } from '@mitsprache/terms'
import { isAddress } from '../invitation.rules.ts'

/** As it was typed; an empty address or number is none. */
export type TypedOrganisation = { name: string; kind: OrganisationKind; email: string; phone: string }
export type OrganisationProblem = {
  field: 'name' | 'email' | 'phone'
  problem: 'empty' | 'tooLong' | 'unknown' | 'taken'
  limit?: number
}

/** @returns the organisation in one spelling, or what is wrong with it. */
export function readOrganisation(
  typed: TypedOrganisation,
):
  | { organisation: TypedOrganisation; problems: [] }
  | { organisation: null; problems: OrganisationProblem[] } {
  const name = typed.name.normalize('NFC').trim().replace(/\s+/gu, ' ')
  const email = typed.email.normalize('NFC').trim()
  const phone = typed.phone.trim()
  const problems: OrganisationProblem[] = []
  if (!name) problems.push({ field: 'name', problem: 'empty' })
  else if ([...name].length > LIMITS.organisationName)
    problems.push({ field: 'name', problem: 'tooLong', limit: LIMITS.organisationName })
  else if (/\p{Cc}/u.test(name)) problems.push({ field: 'name', problem: 'unknown' })
  if (email.length > LIMITS.email) problems.push({ field: 'email', problem: 'tooLong', limit: LIMITS.email })
  else if (email && !isAddress(email)) problems.push({ field: 'email', problem: 'unknown' })
  if (phone.length > LIMITS.organisationPhone)
    problems.push({ field: 'phone', problem: 'tooLong', limit: LIMITS.organisationPhone })
  else if (phone && !/^[\d\s+()/.-]+$/.test(phone)) problems.push({ field: 'phone', problem: 'unknown' })
  return problems.length
    ? { organisation: null, problems }
    : { organisation: { name, kind: typed.kind, email, phone }, problems: [] }
}
