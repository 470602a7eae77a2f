import { LANGUAGES, type LocalizedText as LocalizedTextShape } from '@mitsprache/terms'
import { MaxLength, MinLength } from 'class-validator'
import { Arg, Ctx, Field, Float, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { wordEnum } from '../../platform/refusal.graphql.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import { SameForEveryone } from '../../platform/same-for-everyone.ts'
import { allTenants, tenantBySlug, type TenantView } from './tenant.queries.ts'

export const LanguageEnum = wordEnum('Language', LANGUAGES)

@ObjectType({
  simpleResolvers: true,
  description: 'Text written by an authority; German always, the others where somebody wrote them.',
})
export class LocalizedText implements LocalizedTextShape {
  @Field(() => String) de!: string
  @Field(() => String, { nullable: true }) en?: string | null
  @Field(() => String, { nullable: true }) hsb?: string | null
}

@InputType()
export class LocalizedTextInput implements LocalizedTextShape {
  @Field(() => String)
  @MaxLength(20_000)
  @MinLength(0)
  de!: string

  @Field(() => String, { nullable: true })
  @MaxLength(20_000)
  en?: string | null

  @Field(() => String, { nullable: true })
  @MaxLength(20_000)
  hsb?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'An authority that runs consultations.' })
export class Tenant {
  @Field(() => ID) id!: string
  @Field(() => String) slug!: string
  @Field(() => LocalizedText) name!: LocalizedText
  @Field(() => String) contactEmail!: string
  @Field(() => String) contactPhone!: string
  @Field(() => String) contactAddress!: string
  @Field(() => [Float], { description: '[lon, lat]' }) mapCenter!: number[]
  @Field(() => Int) mapZoom!: number
  @Field(() => Boolean, { description: 'The sample town: signing in by role is possible.' }) sample!: boolean
}

const toTenant = (view: TenantView): Tenant => ({ ...view, mapCenter: [view.mapLon, view.mapLat] })

@Resolver()
export class TenantResolver {
  @SameForEveryone()
  @Query(() => Tenant, {
    nullable: true,
    description: 'By its short name; without one the only tenant there is.',
  })
  async tenant(
    @Ctx() { database }: PublicCtx,
    @Arg('slug', () => String, { nullable: true }) slug?: string | null,
  ): Promise<Tenant | null> {
    const found = slug ? await database.read(tenantBySlug, slug) : await database.read(allTenants)
    return found.length === 1 ? toTenant(found[0]!) : null
  }

  @SameForEveryone()
  @Query(() => [Tenant])
  async tenants(@Ctx() { database }: PublicCtx): Promise<Tenant[]> {
    return (await database.read(allTenants)).map(toTenant)
  }
}
