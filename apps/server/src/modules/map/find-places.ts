import { isId, LIMITS, type Id } from '@mitsprache/terms'
import { searchStreets } from '../../platform/base-map/index.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import { readSearch } from '../../platform/search.ts'
import { publicProcedureById } from '../procedures/index.ts'
import { planOnDisplay } from './plan-on-display.ts'
import type { PlaceSuggestion } from './places.graphql.ts'

/** Forgiving like the gazetteer: without case, accents and ß. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')

/** Parts of the plan, then streets; best match first. */
export async function findPlaces(
  ctx: PublicCtx,
  procedureId: Id,
  search: string,
): Promise<PlaceSuggestion[]> {
  const words = readSearch(search.slice(0, LIMITS.search))
  if (!words || !isId(procedureId)) return []
  const [procedure] = await ctx.database.read(publicProcedureById, procedureId)
  if (!procedure) return []
  const wanted = plain(words)
  const plan = procedure.hasPlan ? await planOnDisplay(ctx.database, procedureId) : null
  const parts = (plan?.parts ?? [])
    .filter((part) =>
      [part.name.de, part.name.en, part.name.hsb, part.designation].some(
        (name) => name && plain(name).includes(wanted),
      ),
    )
    .slice(0, 5)
    .map((part) => ({
      kind: 'planPart',
      label: part.name.de,
      detail: part.designation,
      geometry: part.geometry,
      planPartId: part.id,
    }))
  const near =
    procedure.centerLon === null
      ? undefined
      : ([procedure.centerLon, procedure.centerLat!] as [number, number])
  const streets = searchStreets(words, { near, limit: 8 - parts.length, streetsOnly: true }).map(
    (street) => ({
      kind: 'street',
      label: street.label,
      detail: street.district,
      geometry: { type: 'Point', coordinates: street.point },
    }),
  )
  return [...parts, ...streets]
}
