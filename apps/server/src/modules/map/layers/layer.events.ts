import type { Id } from '@mitsprache/terms'
import type { NewEvent } from '../../../platform/database/event.ts'

/** What happened to a layer; all of it may change what the public sees. */
export const layerEvent = (
  type: 'MapLayerAdded' | 'MapLayerChanged' | 'MapLayerRemoved' | 'MapLayersOrdered',
  tenantId: Id,
  layerIds: Id[],
  personId: Id,
  at: Date,
): NewEvent => ({ tenantId, type, subjectIds: layerIds, actorKind: 'person', actorId: personId, at })
