import { ASSESSMENT_METHODS, CONFORMANCES, GAP_REASONS, type LocalizedText as Text } from '@mitsprache/terms'
import { Field, Int, ObjectType } from 'type-graphql'
import { wordEnum } from '../../platform/refusal.graphql.ts'
import { LocalDate } from '../../platform/scalars.graphql.ts'
import { LocalizedText } from './localized-text.graphql.ts'
import type { AccessibilityGap as Gap, AccessibilityStatement as Statement } from './tenant-pages.rules.ts'

export const ConformanceEnum = wordEnum('Conformance', CONFORMANCES)
export const AssessmentMethodEnum = wordEnum('AssessmentMethod', ASSESSMENT_METHODS)
export const GapReasonEnum = wordEnum('GapReason', GAP_REASONS)

@ObjectType({ simpleResolvers: true, description: 'A heading and plain text below it.' })
export class PageSection {
  @Field(() => LocalizedText) title!: Text
  @Field(() => LocalizedText, { description: 'An empty line begins a new paragraph.' }) text!: Text
}

@ObjectType({ simpleResolvers: true })
export class AccessibilityGap implements Gap {
  @Field(() => LocalizedText) text!: Text
  @Field(() => GapReasonEnum) reason!: Gap['reason']
  @Field(() => LocalizedText, { nullable: true }) alternative?: Text | null
}

@ObjectType({ simpleResolvers: true, description: 'What an authority found out about its own pages.' })
export class AccessibilityStatement implements Statement {
  @Field(() => ConformanceEnum) conformance!: Statement['conformance']
  @Field(() => AssessmentMethodEnum) method!: Statement['method']
  @Field(() => LocalDate) checkedOn!: string
  @Field(() => [AccessibilityGap]) gaps!: AccessibilityGap[]
  @Field(() => LocalizedText, { nullable: true, description: 'Null: the office of Saxony.' })
  enforcement?: Text | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Pages the law asks for; empty or null where the authority has written none of its own.',
})
export class TenantPages {
  @Field(() => [PageSection]) imprint!: PageSection[]
  @Field(() => [PageSection]) privacy!: PageSection[]
  @Field(() => AccessibilityStatement, { nullable: true }) accessibility?: AccessibilityStatement | null
  @Field(() => Int, {
    nullable: true,
    description:
      'Years after its last day for which the file of a dialogue is kept; null: until somebody says.',
  })
  dialogueKeptYears?: number | null
}
