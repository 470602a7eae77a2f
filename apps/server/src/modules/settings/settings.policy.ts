import { holds, no, YES, type May, type StaffOf } from '../identity/index.ts'

/** How a tenant presents itself is decided by its administrators. */
export const mayChangeSettings = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('onlyAdministrators')
