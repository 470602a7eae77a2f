import { holds, no, YES, type May, type StaffOf } from '../../identity/index.ts'

/** Whose maps lie over a tenant's is decided by its administrators. */
export const mayManageLayers = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('onlyAdministrators')
