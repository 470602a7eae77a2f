import { holds, no, YES, type May, type StaffOf } from './demand.ts'

/** Who works for a tenant, and as what, is decided by its administrators. */
export const mayManagePeople = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('onlyAdministrators')

type Member = { sample: boolean; bySignOn: boolean; leadsAlone: boolean }

/** Roles of who comes by a sign-in service follow their groups: it would take them back with the next sign-in. */
export function mayChangeRoles(staff: StaffOf, { sample, bySignOn }: Member): May {
  if (sample) return no('samplePerson')
  if (bySignOn) return no('heldBySignOn')
  return mayManagePeople(staff)
}

/** A tenant without an administrator could not be helped by anybody in it. */
export function mayRemove(staff: StaffOf, { sample, leadsAlone }: Member): May {
  if (sample) return no('samplePerson')
  if (leadsAlone) return no('lastAdministrator')
  return mayManagePeople(staff)
}
