import type { Id } from '@mitsprache/terms'
import type { NewEvent } from '../../platform/database/event.ts'

/** The documents of a procedure changed; the public notices with the next publication. */
export const documentChanged = (
  type: 'DocumentAdded' | 'DocumentRemoved',
  tenantId: Id,
  procedureId: Id,
  documentId: Id,
  personId: Id,
  at: Date,
): NewEvent => ({
  tenantId,
  type,
  subjectIds: [procedureId, documentId],
  actorKind: 'person',
  actorId: personId,
  at,
})

/** A drawing of a procedure came, was placed otherwise, or went; the public notices with the next publication. */
export const drawingChanged = (
  type: 'DrawingAdded' | 'DrawingChanged' | 'DrawingRemoved',
  tenantId: Id,
  procedureId: Id,
  drawingId: Id,
  personId: Id,
  at: Date,
): NewEvent => ({
  tenantId,
  type,
  subjectIds: [procedureId, drawingId],
  actorKind: 'person',
  actorId: personId,
  at,
})

/** Area or parts of a plan changed; the public notices with the next publication. */
export const planChanged = (
  type: 'PlanImported' | 'PlanImportUndone' | 'PlanPartRenamed' | 'PlanPartRemoved',
  tenantId: Id,
  procedureId: Id,
  subjectId: Id,
  personId: Id,
  at: Date,
): NewEvent => ({
  tenantId,
  type,
  subjectIds: [procedureId, subjectId],
  actorKind: 'person',
  actorId: personId,
  at,
})
