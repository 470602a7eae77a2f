import type { Language } from '@mitsprache/terms'
import { Arg, Ctx, Field, Float, ID, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { PublicCtx } from '../../platform/public-door.ts'
import { SameForEveryone } from '../../platform/same-for-everyone.ts'
import { DateTimeISO } from '../../platform/scalars.graphql.ts'
import { LanguageEnum, LocalizedText } from './localized-text.graphql.ts'
import { TenantPages } from './tenant-pages.graphql.ts'
import { allTenants, pagesOfTenant, tenantBySlug, type TenantView } from './tenant.queries.ts'

@ObjectType({ simpleResolvers: true, description: 'Why and since when an authority is closed for now.' })
export class TenantSuspension {
  @Field(() => DateTimeISO) since!: string
  @Field(() => LocalizedText) reason!: LocalizedText
}

@ObjectType({ simpleResolvers: true, description: 'An authority that runs consultations.' })
export class Tenant {
  @Field(() => ID) id!: string
  @Field(() => String) slug!: string
  @Field(() => LocalizedText) name!: LocalizedText
  @Field(() => String) contactEmail!: string
  @Field(() => String) contactPhone!: string
  @Field(() => String) contactAddress!: string
  @Field(() => [LanguageEnum], { description: 'In which its pages are offered; German always.' })
  languages!: Language[]
  @Field(() => String, {
    nullable: true,
    description: 'Official key of its municipality, district or state (AGS).',
  })
  municipalityKey?: string | null
  @Field(() => String, { nullable: true, description: 'A picture; null where it has none.' })
  logoUrl?: string | null
  @Field(() => [Float], { description: '[lon, lat]' }) mapCenter!: number[]
  @Field(() => Int) mapZoom!: number
  @Field(() => TenantSuspension, {
    nullable: true,
    description: 'Nothing of it is shown for now, its imprint and privacy notice apart. Null: it is open.',
  })
  suspension?: TenantSuspension | null
  @Field(() => Boolean, { description: 'The sample town: signing in by role is possible.' }) sample!: boolean
}

export const logoUrlOf = (fileId: string | null) => (fileId ? `/files/${fileId}` : null)

const toTenant = (view: TenantView): Tenant => ({
  ...view,
  // The picture is on display like everything else of a tenant.
  logoUrl: view.suspendedAt ? null : logoUrlOf(view.logoFileId),
  suspension:
    view.suspendedAt && view.suspensionReason
      ? { since: view.suspendedAt.toISOString(), reason: view.suspensionReason }
      : null,
  mapCenter: [view.mapLon, view.mapLat],
})

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
    return (await database.read(allTenants)).filter((view) => !view.suspendedAt).map(toTenant)
  }

  @SameForEveryone()
  @Query(() => TenantPages, {
    nullable: true,
    description: 'Imprint, privacy notice, accessibility statement.',
  })
  async tenantPages(
    @Ctx() { database }: PublicCtx,
    @Arg('tenant', () => String) tenant: string,
  ): Promise<TenantPages | null> {
    const [pages] = await database.read(pagesOfTenant, tenant)
    return pages ?? null
  }
}
