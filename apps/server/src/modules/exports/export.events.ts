import type { Id } from '@mitsprache/terms'
import type { NewEvent } from '../../platform/database/event.ts'

type Facts = { tenantId: Id; exportId: Id; procedureId: Id; personId: Id; at: Date }

const byPerson = (type: string, { tenantId, exportId, procedureId, personId, at }: Facts): NewEvent => ({
  tenantId,
  type,
  subjectIds: [exportId, procedureId],
  actorKind: 'person',
  actorId: personId,
  at,
})

export const exportRequested = (facts: Facts) => byPerson('ExportRequested', facts)

/** Personal data left the house: who took it must be answerable later. */
export const exportDownloaded = (facts: Facts) => byPerson('ExportDownloaded', facts)
