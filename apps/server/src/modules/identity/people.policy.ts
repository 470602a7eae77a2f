import { holds, no, YES, type May, type StaffOf } from './demand.ts'

/** Who works for a tenant, and as what, is decided by its administrators. */
export const mayManagePeople = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('onlyAdministrators')
