import type { Acts } from '../act.ts'
import { ACCOUNT_ACTS, SIGNING_IN_ACTS } from './account.acts.ts'
import { CONTRIBUTION_ACTS } from './contributions.acts.ts'
import { LAYER_ACTS } from './layers.acts.ts'
import { MESSAGE_ACTS } from './messages.acts.ts'
import { PEOPLE_ACTS } from './people.acts.ts'
import { PLAN_ACTS, PROCEDURE_ACTS } from './procedures.acts.ts'
import { CONTRIBUTING_ACTS, PUBLIC_ACTS } from './public.acts.ts'
import { AUDIT_ACTS, RESIDENT_ACTS, SIGN_ON_ACTS } from './residents.acts.ts'

/** Everything that can be asked of the API, in the order of the table. */
export const ROOMS: Acts[] = [
  PUBLIC_ACTS,
  CONTRIBUTING_ACTS,
  RESIDENT_ACTS,
  SIGNING_IN_ACTS,
  ACCOUNT_ACTS,
  PROCEDURE_ACTS,
  PLAN_ACTS,
  CONTRIBUTION_ACTS,
  PEOPLE_ACTS,
  MESSAGE_ACTS,
  SIGN_ON_ACTS,
  LAYER_ACTS,
  AUDIT_ACTS,
]
