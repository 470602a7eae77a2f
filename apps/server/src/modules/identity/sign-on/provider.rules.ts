import { LIMITS, ROLES, TRUST_LEVELS, type Role, type TrustLevel } from '@mitsprache/terms'
import type { FieldProblem } from '../../../platform/refusal.graphql.ts'

export type TypedProvider = {
  label: string
  issuer: string
  clientId: string
  scope?: string | null
  forStaff: boolean
  forResidents: boolean
  showsFactor: boolean
  groupClaim?: string | null
  groupRoles: { group: string; roles: Role[] }[]
  acrLevels: { acr: string; level: TrustLevel }[]
}

export type ReadProvider = {
  label: string
  issuer: string
  clientId: string
  scope: string
  forStaff: boolean
  forResidents: boolean
  showsFactor: boolean
  groupClaim: string
  groupRoles: Record<string, Role[]>
  acrLevels: Record<string, TrustLevel>
}

/** Providers of one tenant; rows of one mapping; characters of a value in it. */
export const MOST_PROVIDERS = 10
export const MOST_MAPPED = 100
const MOST_CHARACTERS = 500

/**
 * Reads what an administrator typed. Whether the provider answers there is asked separately.
 *
 * @param httpLoopback whether plain http to this machine is an address (tests and the sample town).
 */
export function readProvider(
  typed: TypedProvider,
  httpLoopback: boolean,
): { provider: ReadProvider } | { problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const line = (field: string, value: string, limit = MOST_CHARACTERS) => {
    const text = value.normalize('NFC').trim()
    if (!text) problems.push({ field, problem: 'empty' })
    else if ([...text].length > limit) problems.push({ field, problem: 'tooLong', limit })
    else if (/\p{Cc}/u.test(text)) problems.push({ field, problem: 'unreadable' })
    return text
  }
  const label = line('label', typed.label, LIMITS.signOnLabel)
  const clientId = line('clientId', typed.clientId)
  const issuer = line('issuer', typed.issuer)
  if (issuer && !isIssuer(issuer, httpLoopback)) problems.push({ field: 'issuer', problem: 'notHttps' })
  const scope = scopeOf(typed.scope)
  if (
    !/^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/.test(scope) ||
    scope.length > MOST_CHARACTERS
  )
    problems.push({ field: 'scope', problem: 'unreadable' })
  const groupClaim = typed.groupClaim?.trim() ? line('groupClaim', typed.groupClaim) : 'groups'
  if (!typed.forStaff && !typed.forResidents) problems.push({ field: 'forWhom', problem: 'empty' })

  const groupRoles: [string, Role[]][] = typed.groupRoles.map(({ group, roles }, i) => {
    const name = line(`groupRoles.${i}`, group)
    if (!roles.length) problems.push({ field: `groupRoles.${i}`, problem: 'noRole' })
    return [name, ROLES.filter((role) => roles.includes(role))]
  })
  // Without a group nobody of the staff could come in.
  if (typed.forStaff && !groupRoles.length) problems.push({ field: 'groupRoles', problem: 'empty' })
  const acrLevels: [string, TrustLevel][] = typed.acrLevels.map(({ acr, level }, i) => [
    line(`acrLevels.${i}`, acr),
    level,
  ])
  for (const [field, list] of [
    ['groupRoles', groupRoles],
    ['acrLevels', acrLevels],
  ] as const) {
    if (list.length > MOST_MAPPED) problems.push({ field, problem: 'tooMany', limit: MOST_MAPPED })
    list.forEach(([name], i) => {
      if (list.findIndex(([other]) => other === name) !== i)
        problems.push({ field: `${field}.${i}`, problem: 'twice' })
    })
  }
  if (problems.length) return { problems }
  const { forStaff, forResidents, showsFactor } = typed
  return {
    provider: {
      label,
      issuer,
      clientId,
      scope,
      forStaff,
      forResidents,
      showsFactor,
      groupClaim,
      groupRoles: Object.fromEntries(groupRoles),
      acrLevels: Object.fromEntries(acrLevels),
    },
  }
}

/** `openid` belongs to it whatever somebody types. */
const scopeOf = (typed: string | null | undefined) => {
  const words = (typed?.trim() || 'openid profile email').split(/\s+/)
  return [...new Set(['openid', ...words])].join(' ')
}

/** @source OpenID Connect Discovery 1.0 § 3: https, without query and fragment. */
function isIssuer(issuer: string, httpLoopback: boolean): boolean {
  if (!URL.canParse(issuer) || /[?#]/.test(issuer)) return false
  const { protocol, username, password } = new URL(issuer)
  return (protocol === 'https:' || (httpLoopback && protocol === 'http:')) && !username && !password
}

/** The groups that a claim names: a list, or one by itself. Whatever else stands there is none. */
export function groupsIn(claims: Record<string, unknown>, groupClaim: string): string[] {
  const claim = Object.hasOwn(claims, groupClaim) ? claims[groupClaim] : undefined
  const groups = Array.isArray(claim) ? claim : [claim]
  return groups.filter((group): group is string => typeof group === 'string').slice(0, 2_000)
}

/** What somebody of these groups does here; none: they do not belong here. */
export function rolesOf(groups: readonly string[], groupRoles: Record<string, Role[]>): Role[] {
  const roles = groups.flatMap((group) => (Object.hasOwn(groupRoles, group) ? groupRoles[group]! : []))
  return ROLES.filter((role) => roles.includes(role))
}

/**
 * How surely a provider knows somebody, by its `acr`: what the administrator says of it, else the least that having
 * an account somewhere means.
 */
export function trustLevelOf(acr: unknown, acrLevels: Record<string, TrustLevel>): TrustLevel {
  return typeof acr === 'string' && Object.hasOwn(acrLevels, acr) ? acrLevels[acr]! : 'basic'
}

export const isTrusted = (has: TrustLevel, needed: TrustLevel) =>
  TRUST_LEVELS.indexOf(has) >= TRUST_LEVELS.indexOf(needed)

/**
 * Whether a second factor was shown at the provider: the administrator vouches for it, its `amr` says so, or its
 * `acr` stands for a level that cannot be had without one.
 *
 * @source RFC 8176 (`amr` values); eIDAS implementing regulation 2015/1502 (substantial: two factors).
 */
export function factorShown(
  claims: Record<string, unknown>,
  { showsFactor, acrLevels }: { showsFactor: boolean; acrLevels: Record<string, TrustLevel> },
): boolean {
  if (showsFactor) return true
  if (Array.isArray(claims.amr) && claims.amr.includes('mfa')) return true
  return isTrusted(trustLevelOf(claims.acr, acrLevels), 'substantial')
}

/** A name as its provider has it, fit to be shown; the word for somebody where it has none. */
export function nameIn(claims: Record<string, unknown>): string {
  const parts = [claims.given_name, claims.family_name].filter((part) => typeof part === 'string')
  for (const wish of [claims.name, parts.join(' '), claims.preferred_username]) {
    const name =
      typeof wish === 'string'
        ? wish
            .normalize('NFC')
            .replace(/\p{Cc}/gu, '')
            .trim()
        : ''
    if (name) return [...name].slice(0, LIMITS.personName).join('')
  }
  return '–'
}

export function emailIn(claims: Record<string, unknown>): string | null {
  const email = typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : ''
  return email && email.length <= LIMITS.email && /^[^\s\p{Cc}@]+@[^\s\p{Cc}@]+$/u.test(email) ? email : null
}
