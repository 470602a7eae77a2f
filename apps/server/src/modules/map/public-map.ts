import { isId, type Id } from '@mitsprache/terms'
import type { PublicCtx } from '../../platform/public-door.ts'
import { findPlaces } from './find-places.ts'
import { planOnDisplay } from './plan-on-display.ts'

/** What other programs may ask of the map: the questions of the public schema that are answered here. */
export const PUBLIC_MAP = {
  async planParts({ procedureId }: { procedureId: Id }, { database }: PublicCtx) {
    const plan = isId(procedureId) ? await planOnDisplay(database, procedureId) : null
    return plan?.parts ?? []
  },
  places: ({ procedureId, search }: { procedureId: Id; search: string }, ctx: PublicCtx) =>
    findPlaces(ctx, procedureId, search),
}
