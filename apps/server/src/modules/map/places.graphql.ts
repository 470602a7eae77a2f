import { isId, LIMITS, type Id } from '@mitsprache/terms'
import { Arg, Ctx, Field, Float, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { nearestStreet, searchStreets } from '../../platform/base-map/index.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import { GeoJSONScalar } from '../../platform/scalars.graphql.ts'
import { SameForEveryone } from '../../platform/same-for-everyone.ts'
import { readSearch } from '../../platform/search.ts'
import { PlaceKindEnum } from '../contributions/index.ts'
import { isOnEarth, publicProcedureById } from '../procedures/index.ts'
import { planOnDisplay } from './plan-on-display.ts'

@ObjectType({ simpleResolvers: true, description: 'A place in words, with its geometry where it has one.' })
export class PlaceSuggestion {
  @Field(() => PlaceKindEnum) kind!: string
  @Field(() => String) label!: string
  @Field(() => String, { nullable: true }) detail?: string | null
  @Field(() => GeoJSONScalar, { nullable: true }) geometry?: object | null
  @Field(() => ID, { nullable: true }) planPartId?: Id | null
}

/** Forgiving like the gazetteer: without case, accents and ß. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')

/** Farther away than this, a street's name says nothing about a point. */
const NEAR_M = 250

@Resolver()
export class PlaceResolver {
  @SameForEveryone()
  @Query(() => [PlaceSuggestion], { description: 'Parts of the plan, then streets; best match first.' })
  async places(
    @Ctx() ctx: PublicCtx,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('search', () => String) search: string,
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

  @SameForEveryone()
  @Query(() => PlaceSuggestion, { nullable: true, description: 'The street next to a point, in words.' })
  placeAt(
    @Arg('procedureId', () => ID) _procedureId: Id,
    @Arg('lon', () => Float) lon: number,
    @Arg('lat', () => Float) lat: number,
  ): PlaceSuggestion | null {
    if (!isOnEarth(lon, lat)) return null
    const street = nearestStreet(lon, lat)
    if (!street || street.distanceM > NEAR_M) return null
    return { kind: 'point', label: street.name, geometry: { type: 'Point', coordinates: [lon, lat] } }
  }
}
