import type { Id } from '@mitsprache/terms'
import type { NewEvent } from '../../platform/database/event.ts'

/** Somebody signed in to work for the tenant. Who failed to is counted, never recorded. */
export const staffSignedIn = (tenantId: Id, personId: Id, at: Date): NewEvent => ({
  tenantId,
  type: 'StaffSignedIn',
  subjectIds: [personId],
  actorKind: 'person',
  actorId: personId,
  at,
})
