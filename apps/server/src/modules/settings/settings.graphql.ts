import {
  LIMITS,
  type AssessmentMethod,
  type Conformance,
  type GapReason,
  type Id,
  type Language,
  type ThemeColours,
} from '@mitsprache/terms'
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator'
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import { InputRefused, isRefusal, StaleVersion } from '../../platform/refusal.graphql.ts'
import { LocalDate } from '../../platform/scalars.graphql.ts'
import type { Ctx as Context } from '../identity/index.ts'
import {
  AccessibilityStatement,
  AssessmentMethodEnum,
  ConformanceEnum,
  GapReasonEnum,
  LanguageEnum,
  LocalizedText,
  LocalizedTextInput,
  logoUrlOf,
  PageSection,
} from '../tenants/index.ts'
import { changeSettings } from './change-settings.ts'
import { getSettings, type Settings } from './get-settings.ts'
import { ContrastTooLow, DialoguesWouldEnd } from './settings-refusals.graphql.ts'

@ObjectType({ simpleResolvers: true })
export class TenantColours implements ThemeColours {
  @Field(() => String, { description: 'By day, #rrggbb' }) primary!: string
  @Field(() => String, { description: 'By night, #rrggbb' }) primaryDark!: string
}

@ObjectType({ simpleResolvers: true, description: 'A tenant as its administrators set it up.' })
export class TenantSettings {
  @Field(() => Int) version!: number
  @Field(() => String) slug!: string
  @Field(() => LocalizedText, { description: 'What the authority calls itself.' }) authority!: LocalizedText
  @Field(() => String) contactEmail!: string
  @Field(() => String) contactPhone!: string
  @Field(() => String) contactAddress!: string
  @Field(() => [LanguageEnum]) languages!: Language[]
  @Field(() => String, { nullable: true }) municipalityKey?: string | null
  @Field(() => [Float], { description: '[lon, lat]' }) mapCenter!: number[]
  @Field(() => Int) mapZoom!: number
  @Field(() => TenantColours, { nullable: true, description: 'Null: the colours of the product.' })
  colours?: ThemeColours | null
  @Field(() => String, { nullable: true }) logoUrl?: string | null
  @Field(() => [PageSection]) imprint!: PageSection[]
  @Field(() => [PageSection]) privacy!: PageSection[]
  @Field(() => AccessibilityStatement, { nullable: true }) accessibility?: AccessibilityStatement | null
  @Field(() => Int, { nullable: true, description: 'Null: until somebody says.' })
  dialogueKeptYears?: number | null
  @Field(() => [String], { description: 'Origins whose pages may show its procedures in a frame.' })
  embedHosts!: string[]
  @Field(() => String, { nullable: true, description: 'Set by whoever runs the installation.' })
  host?: string | null
  @Field(() => Int, { nullable: true, description: 'The same; null: no limit.' }) storageQuotaMb?:
    number | null
  @Field(() => Float) storageUsedBytes!: number
  @Field(() => Int, { nullable: true, description: 'The same; null: no limit.' }) procedureQuota?:
    number | null
  @Field(() => Int, { description: 'On display, and their period is not over.' }) activeProcedures!: number
}

@ObjectType({ simpleResolvers: true })
export class TenantSettingsSaved {
  @Field(() => TenantSettings) settings!: TenantSettings
}

export const ChangeTenantSettingsResult = createUnionType({
  name: 'ChangeTenantSettingsResult',
  types: () => [TenantSettingsSaved, InputRefused, ContrastTooLow, DialoguesWouldEnd, StaleVersion] as const,
})

@InputType()
export class PageSectionInput {
  @Field(() => LocalizedTextInput) @ValidateNested() title!: LocalizedTextInput
  @Field(() => LocalizedTextInput) @ValidateNested() text!: LocalizedTextInput
}

@InputType()
export class TenantColoursInput implements ThemeColours {
  @Field(() => String) @MaxLength(20) primary!: string
  @Field(() => String) @MaxLength(20) primaryDark!: string
}

@InputType()
export class AccessibilityGapInput {
  @Field(() => LocalizedTextInput) @ValidateNested() text!: LocalizedTextInput
  @Field(() => GapReasonEnum) reason!: GapReason
  @Field(() => LocalizedTextInput, { nullable: true })
  @ValidateNested()
  alternative?: LocalizedTextInput | null
}

@InputType()
export class AccessibilityStatementInput {
  @Field(() => ConformanceEnum) conformance!: Conformance
  @Field(() => AssessmentMethodEnum) method!: AssessmentMethod
  @Field(() => LocalDate) checkedOn!: string
  @Field(() => [AccessibilityGapInput])
  @ArrayMaxSize(2 * LIMITS.accessibilityGaps)
  @ValidateNested()
  gaps!: AccessibilityGapInput[]
  @Field(() => LocalizedTextInput, { nullable: true })
  @ValidateNested()
  enforcement?: LocalizedTextInput | null
}

@InputType({ description: 'What is not named stays; null clears where that is possible.' })
export class ChangeTenantSettingsInput {
  @Field(() => Int) version!: number
  @Field(() => LocalizedTextInput, { nullable: true }) @ValidateNested() name?: LocalizedTextInput | null
  @Field(() => String, { nullable: true }) @MaxLength(1000) contactEmail?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(1000) contactPhone?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(1000) contactAddress?: string | null
  @Field(() => [LanguageEnum], { nullable: true }) @ArrayMaxSize(20) languages?: Language[] | null
  @Field(() => String, { nullable: true }) @MaxLength(100) municipalityKey?: string | null
  @Field(() => [Float], { nullable: true }) @ArrayMaxSize(10) mapCenter?: number[] | null
  @Field(() => Int, { nullable: true }) mapZoom?: number | null
  @Field(() => TenantColoursInput, { nullable: true }) @ValidateNested() colours?: TenantColoursInput | null
  @Field(() => ID, { nullable: true, description: 'A file sent for `tenantLogo`; null: none.' })
  logoUploadId?: Id | null
  @Field(() => [PageSectionInput], { nullable: true }) @ArrayMaxSize(200) @ValidateNested() imprint?:
    PageSectionInput[] | null
  @Field(() => [PageSectionInput], { nullable: true }) @ArrayMaxSize(200) @ValidateNested() privacy?:
    PageSectionInput[] | null
  @Field(() => AccessibilityStatementInput, { nullable: true })
  @ValidateNested()
  accessibility?: AccessibilityStatementInput | null
  @Field(() => Int, { nullable: true }) dialogueKeptYears?: number | null
  @Field(() => [String], { nullable: true, description: 'As somebody types them: `www.stadt.de` is https.' })
  @ArrayMaxSize(100)
  @MaxLength(1000, { each: true })
  embedHosts?: string[] | null
  @Field(() => Boolean, { nullable: true, description: 'Knows that files of dialogues end by it.' })
  endDialogues?: boolean | null
}

const toSettings = ({ name, ...settings }: Settings): TenantSettings =>
  Object.assign(new TenantSettings(), {
    ...settings,
    authority: name,
    logoUrl: logoUrlOf(settings.logoFileId),
    mapCenter: [settings.mapLon, settings.mapLat],
  })

@Resolver()
export class SettingsResolver {
  @Query(() => TenantSettings, { description: 'For administrators of the tenant.' })
  async tenantSettings(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
  ): Promise<TenantSettings> {
    return toSettings(await getSettings(ctx, tenant))
  }

  @Mutation(() => ChangeTenantSettingsResult)
  async changeTenantSettings(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => ChangeTenantSettingsInput) input: ChangeTenantSettingsInput,
  ): Promise<typeof ChangeTenantSettingsResult> {
    const result = await changeSettings(ctx, tenant, input)
    if (isRefusal(result)) return result
    return Object.assign(new TenantSettingsSaved(), { settings: toSettings(result) })
  }
}
