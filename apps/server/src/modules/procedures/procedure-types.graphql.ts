import {
  CATEGORY_SHAPES,
  DOCUMENT_CATEGORIES,
  PROCEDURE_KINDS,
  PUBLICATION_MODES,
  ROUND_STATES,
  type Id,
  type LocalizedText as Text,
} from '@mitsprache/terms'
import { IsIn, ValidateNested } from 'class-validator'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { wordEnum } from '../../platform/refusal.graphql.ts'
import { DateTimeISO, LocalDate } from '../../platform/scalars.graphql.ts'
import { LocalizedText, LocalizedTextInput } from '../tenants/index.ts'
import type { PeriodExtension as Extension } from './procedure.entity.ts'
import type { CategoryView, PlanDocumentView } from './procedure.queries.ts'

export const ProcedureKindEnum = wordEnum('ProcedureKind', PROCEDURE_KINDS)
export const PublicationModeEnum = wordEnum('PublicationMode', PUBLICATION_MODES)
export const RoundStateEnum = wordEnum('RoundState', ROUND_STATES)
export const DocumentCategoryEnum = wordEnum('DocumentCategory', DOCUMENT_CATEGORIES)
export const CategoryShapeEnum = wordEnum('CategoryShape', CATEGORY_SHAPES)

@ObjectType({ simpleResolvers: true })
export class Category {
  @Field(() => ID) id!: Id
  @Field(() => String) key!: string
  @Field(() => LocalizedText) label!: Text
  @Field(() => CategoryShapeEnum) shape!: string
  @Field(() => String) letter!: string
  @Field(() => String) colour!: string
  @Field(() => Int) publishedCount!: number
}

@ObjectType({ simpleResolvers: true })
export class PlanDocument {
  @Field(() => ID) id!: Id
  @Field(() => DocumentCategoryEnum) category!: string
  @Field(() => LocalizedText) title!: Text
  @Field(() => LocalizedText, { nullable: true }) summary?: Text | null
  @Field(() => String) fileName!: string
  @Field(() => Float) sizeBytes!: number
  @Field(() => Int, { nullable: true }) pages?: number | null
  @Field(() => String) url!: string
}

@ObjectType({ simpleResolvers: true })
export class TimelineEntry {
  @Field(() => LocalizedText) label!: Text
  @Field(() => LocalizedText) when!: Text
  @Field(() => String, { description: 'done, now or later' }) state!: string
}

@ObjectType({ simpleResolvers: true, description: 'A later last day than was announced, and why.' })
export class PeriodExtension {
  @Field(() => LocalDate, { description: 'The last day as it was announced before.' }) endedOn!: string
  @Field(() => LocalDate) endsOn!: string
  @Field(() => LocalizedText, { description: 'Why, as everybody reads it.' }) note!: Text
  @Field(() => DateTimeISO) at!: Date
}

@ObjectType({ simpleResolvers: true, description: 'A way to take part without the internet.' })
export class OfflineWay {
  @Field(() => String, { description: 'look, write or speak' }) kind!: string
  @Field(() => LocalizedText) text!: Text
}

@InputType()
export class OfflineWayInput {
  @Field(() => String) @IsIn(['look', 'write', 'speak']) kind!: 'look' | 'write' | 'speak'
  @Field(() => LocalizedTextInput) @ValidateNested() text!: LocalizedTextInput
}

export const planDocumentOf = (view: PlanDocumentView): PlanDocument => ({
  ...view,
  url: `/files/${view.fileId}/${encodeURIComponent(view.fileName)}`,
})

export const extensionOf = (kept: Extension): PeriodExtension => ({ ...kept, at: new Date(kept.at) })

export const categoriesOf = (views: CategoryView[], counts: Record<Id, number>): Category[] =>
  views.map((view) => ({ ...view, publishedCount: counts[view.id] ?? 0 }))
