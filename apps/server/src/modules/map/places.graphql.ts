import type { Id } from '@mitsprache/terms'
import { Arg, Ctx, Field, Float, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { nearestStreet } from '../../platform/base-map/index.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import { GeoJSONScalar } from '../../platform/scalars.graphql.ts'
import { SameForEveryone } from '../../platform/same-for-everyone.ts'
import { PlaceKindEnum } from '../contributions/index.ts'
import { isOnEarth } from '../procedures/index.ts'
import { findPlaces } from './find-places.ts'

@ObjectType({ simpleResolvers: true, description: 'A place in words, with its geometry where it has one.' })
export class PlaceSuggestion {
  @Field(() => PlaceKindEnum) kind!: string
  @Field(() => String) label!: string
  @Field(() => String, { nullable: true }) detail?: string | null
  @Field(() => GeoJSONScalar, { nullable: true }) geometry?: object | null
  @Field(() => ID, { nullable: true }) planPartId?: Id | null
}

/** Farther away than this, a street's name says nothing about a point. */
const NEAR_M = 250

@Resolver()
export class PlaceResolver {
  @SameForEveryone()
  @Query(() => [PlaceSuggestion], { description: 'Parts of the plan, then streets; best match first.' })
  places(
    @Ctx() ctx: PublicCtx,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('search', () => String) search: string,
  ): Promise<PlaceSuggestion[]> {
    return findPlaces(ctx, procedureId, search)
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
