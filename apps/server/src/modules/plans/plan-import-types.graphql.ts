import type { Id, LocalizedText as Text } from '@mitsprache/terms'
import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { GeoJSONScalar, DateTimeISO, LocalDate } from '../../platform/scalars.graphql.ts'
import { InputRefused, NotReady, Refusal, StaleVersion, wordEnum } from '../../platform/refusal.graphql.ts'
import { LocalizedText } from '../tenants/index.ts'
import { ProcedureSaved } from '../procedures/index.ts'
import { PLAN_DATA_FORMATS, type PlanDataRefusal } from './plan-data/index.ts'

export const PlanDataFormatEnum = wordEnum('PlanDataFormat', PLAN_DATA_FORMATS)
export const ImportMannerEnum = wordEnum(
  'ImportManner',
  ['replace', 'add'],
  'Whether parts of the plan that do not come again leave it.',
)

@ObjectType({ simpleResolvers: true })
export class PlanDate {
  @Field(() => LocalizedText) label!: Text
  @Field(() => LocalDate) on!: string
  @Field(() => LocalDate, { nullable: true, description: 'Last day of a period.' }) until?: string | null
}

@ObjectType({ simpleResolvers: true })
export class UsedCrs {
  @Field(() => String, { nullable: true, description: 'As it stands in the file.' }) stated?: string | null
  @Field(() => String) readAs!: string
  @Field(() => String) name!: string
  @Field(() => Float, { description: 'Metres, from the change of datum alone.' }) accuracyM!: number
}

@ObjectType({ simpleResolvers: true })
export class PlanHead {
  @Field(() => LocalizedText) className!: Text
  @Field(() => String, { nullable: true }) name?: string | null
  @Field(() => String, { nullable: true }) number?: string | null
  @Field(() => String, { nullable: true }) municipality?: string | null
  @Field(() => String, { nullable: true }) municipalityKey?: string | null
  @Field(() => LocalizedText, { nullable: true }) legalState?: Text | null
  @Field(() => LocalizedText, { nullable: true }) procedure?: Text | null
  @Field(() => [PlanDate]) dates!: PlanDate[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'Something that was wrong with the file, and what became of it.',
})
export class PlanFinding {
  @Field(() => String, { description: 'note, repaired or warning' }) severity!: string
  @Field(() => LocalizedText) message!: Text
  @Field(() => Int, { nullable: true }) line?: number | null
  @Field(() => [Int], { description: 'At most 20 of them.' }) lines!: number[]
  @Field(() => Int) count!: number
  @Field(() => String, { nullable: true }) before?: string | null
  @Field(() => String, { nullable: true }) after?: string | null
}

@ObjectType({ simpleResolvers: true })
export class PlanStyleCount {
  @Field(() => String, { description: 'A key of the legend.' }) style!: string
  @Field(() => Int) count!: number
}

@ObjectType({ simpleResolvers: true })
export class PlanAttachment {
  @Field(() => String) path!: string
  @Field(() => String, { nullable: true }) title?: string | null
  @Field(() => Float) sizeBytes!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'A property of the objects of a file, with some of its values.',
})
export class PlanProperty {
  @Field(() => String) name!: string
  @Field(() => Int) count!: number
  @Field(() => [String]) samples!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'What a file says, and what taking it over would change.' })
export class PlanPreview {
  @Field(() => PlanDataFormatEnum) format!: string
  @Field(() => String, { nullable: true }) version?: string | null
  @Field(() => PlanHead, { nullable: true }) plan?: PlanHead | null
  @Field(() => [UsedCrs]) crs!: UsedCrs[]
  @Field(() => GeoJSONScalar, { nullable: true }) territory?: object | null
  @Field(() => String, { nullable: true, description: 'Why the area cannot be taken over.' })
  territoryProblem?: string | null
  @Field(() => Float, { nullable: true }) territoryM2?: number | null
  @Field(() => Float, { nullable: true, description: 'What only one of the two areas covers.' })
  territoryChangeM2?: number | null
  @Field(() => Int) objectCount!: number
  @Field(() => Int) withoutPlace!: number
  @Field(() => [PlanStyleCount]) counts!: PlanStyleCount[]
  @Field(() => GeoJSONScalar, { description: 'The objects as features, with their name and style.' })
  drawing!: object
  @Field(() => [PlanFinding]) findings!: PlanFinding[]
  @Field(() => [PlanAttachment]) attachments!: PlanAttachment[]
  @Field(() => [PlanProperty]) properties!: PlanProperty[]
  @Field(() => String, { nullable: true }) nameProperty?: string | null
  @Field(() => String, { nullable: true }) designationProperty?: string | null
  @Field(() => Int) partsAdded!: number
  @Field(() => Int, { description: 'They come again, and what was written about them stays about them.' })
  partsKept!: number
  @Field(() => Int) partsRemoved!: number
  @Field(() => Int, {
    description: 'Of those removed: on display or written about, so that they are only marked.',
  })
  partsHeldBack!: number
}

@ObjectType({ simpleResolvers: true })
export class CrsCandidate {
  @Field(() => String) crs!: string
  @Field(() => [Float], { description: 'Where it would lie, [lon, lat].' }) at!: number[]
  @Field(() => Boolean, { description: 'The municipality that the file names is there.' }) fits!: boolean
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class PlanUnreadable extends Refusal {
  @Field(() => Int, { nullable: true }) line?: number | null
  @Field(() => LocalizedText) message!: Text
  @Field(() => [CrsCandidate], { description: 'Answer with assumeCrs.' }) crsCandidates!: CrsCandidate[]
  @Field(() => [String], { description: 'Answer with entry.' }) entryCandidates!: string[]
  static of = ({ refused, line, message, question }: PlanDataRefusal) =>
    Object.assign(new PlanUnreadable(), {
      code: 'PlanUnreadable',
      facts: [{ name: 'reason', value: refused }],
      line,
      message,
      crsCandidates: question?.kind === 'whichCrs' ? question.candidates : [],
      entryCandidates: question?.kind === 'whichEntry' ? question.candidates : [],
    })
}

export const PreviewPlanResult = createUnionType({
  name: 'PreviewPlanResult',
  types: () => [PlanPreview, PlanUnreadable, InputRefused] as const,
})

export const ImportPlanResult = createUnionType({
  name: 'ImportPlanResult',
  types: () => [ProcedureSaved, PlanUnreadable, InputRefused, StaleVersion, NotReady] as const,
})

@ObjectType({ simpleResolvers: true })
export class StaffPlanPart {
  @Field(() => ID) id!: Id
  @Field(() => LocalizedText) name!: Text
  @Field(() => String, { nullable: true }) class?: string | null
  @Field(() => String) style!: string
  @Field(() => String, { nullable: true }) designation?: string | null
  @Field(() => Int) contributionCount!: number
  @Field(() => Boolean) onDisplay!: boolean
}

@ObjectType({ simpleResolvers: true })
export class PlanImport {
  @Field(() => PlanDataFormatEnum) format!: string
  @Field(() => String) fileName!: string
  @Field(() => Int) objectCount!: number
  @Field(() => Boolean) tookTerritory!: boolean
  @Field(() => Boolean) tookObjects!: boolean
  @Field(() => DateTimeISO) importedAt!: Date
  @Field(() => Boolean, { description: 'Until it is published.' }) canBeUndone!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The plan of a procedure as its staff work on it.' })
export class StaffPlan {
  @Field(() => [StaffPlanPart]) parts!: StaffPlanPart[]
  @Field(() => GeoJSONScalar, { description: 'The same parts as features, with their name and style.' })
  drawing!: object
  @Field(() => PlanImport, { nullable: true }) lastImport?: PlanImport | null
}
