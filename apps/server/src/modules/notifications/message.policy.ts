import { holds, no, YES, type May, type StaffOf } from '../identity/index.ts'

/** What leaves in the authority's name, and in which words, is its administrators' affair. */
export const mayManageMessages = (staff: StaffOf): May =>
  holds(staff, ['administrator']) ? YES : no('onlyAdministrators')
