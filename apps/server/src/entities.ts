import { EventRow } from './platform/database/event.ts'
import { CONTRIBUTION_ENTITIES } from './modules/contributions/index.ts'
import { EXPORT_ENTITIES } from './modules/exports/index.ts'
import { IDENTITY_ENTITIES } from './modules/identity/index.ts'
import { MAP_ENTITIES } from './modules/map/index.ts'
import { MODERATION_ENTITIES } from './modules/moderation/index.ts'
import { NOTIFICATION_ENTITIES } from './modules/notifications/index.ts'
import { PLAN_ENTITIES } from './modules/plans/index.ts'
import { PROCEDURE_ENTITIES } from './modules/procedures/index.ts'
import { TENANT_ENTITIES } from './modules/tenants/index.ts'

/** Every table that is written through TypeORM. */
export const ENTITIES = [
  EventRow,
  ...TENANT_ENTITIES,
  ...IDENTITY_ENTITIES,
  ...PROCEDURE_ENTITIES,
  ...PLAN_ENTITIES,
  ...CONTRIBUTION_ENTITIES,
  ...MODERATION_ENTITIES,
  ...EXPORT_ENTITIES,
  ...MAP_ENTITIES,
  ...NOTIFICATION_ENTITIES,
]
