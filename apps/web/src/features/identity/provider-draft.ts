import { ROLES, type Role, type TrustLevel } from '@mitsprache/terms'
import type { ProviderFactsFragment, SignOnProviderInput } from '../../gql/graphql.ts'

/** A sign-in service as it stands in the form: one line for each pair of a mapping. */
export type ProviderDraft = {
  id: string | null
  version: number | null
  label: string
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  forStaff: boolean
  forResidents: boolean
  showsFactor: boolean
  groupClaim: string
  groups: { group: string; role: Role }[]
  acrs: { acr: string; level: TrustLevel }[]
}

export const draftOf = (saved: ProviderFactsFragment | null): ProviderDraft => ({
  id: saved?.id ?? null,
  version: saved?.version ?? null,
  label: saved?.label ?? '',
  issuer: saved?.issuer ?? '',
  clientId: saved?.clientId ?? '',
  clientSecret: '',
  scope: saved?.scope ?? 'openid profile email',
  forStaff: saved?.forStaff ?? true,
  forResidents: saved?.forResidents ?? false,
  showsFactor: saved?.showsFactor ?? false,
  groupClaim: saved?.groupClaim ?? 'groups',
  groups: saved?.groupRoles.flatMap(({ group, roles }) => roles.map((role) => ({ group, role }))) ?? [
    { group: '', role: 'planner' },
  ],
  acrs: saved?.acrLevels.map(({ acr, level }) => ({ acr, level })) ?? [],
})

/** What is sent: lines of one group together, empty lines left out, the secret only when one was typed. */
export function providerInput(draft: ProviderDraft): SignOnProviderInput {
  const { groups, acrs, clientSecret, forStaff, ...rest } = draft
  const named = groups.filter(({ group }) => group.trim())
  const names = [...new Set(named.map(({ group }) => group.trim()))]
  return {
    ...rest,
    forStaff,
    clientSecret: clientSecret || null,
    groupRoles: names.map((group) => ({
      group,
      roles: ROLES.filter((role) => named.some((one) => one.group.trim() === group && one.role === role)),
    })),
    acrLevels: acrs.filter(({ acr }) => acr.trim()).map(({ acr, level }) => ({ acr: acr.trim(), level })),
  }
}
