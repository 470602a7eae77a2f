import { LANGUAGES, type LocalizedText as LocalizedTextShape } from '@mitsprache/terms'
import { MaxLength, MinLength } from 'class-validator'
import { Field, InputType, ObjectType } from 'type-graphql'
import { wordEnum } from '../../platform/refusal.graphql.ts'

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
