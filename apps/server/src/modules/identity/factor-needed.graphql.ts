import { Field, ObjectType } from 'type-graphql'
import { wordEnum } from '../../platform/refusal.graphql.ts'
import { FACTOR_KINDS, type FactorKind } from './factor.rules.ts'

export const FactorKindEnum = wordEnum('FactorKind', FACTOR_KINDS)

@ObjectType({
  simpleResolvers: true,
  description:
    'The first step was right. The session opens nothing until a second factor is shown or set up.',
})
export class FactorNeeded {
  @Field(() => [FactorKindEnum], { description: 'What can be shown; empty: one has to be set up first.' })
  factors!: FactorKind[]
  static of = (factors: FactorKind[]) => Object.assign(new FactorNeeded(), { factors })
}
