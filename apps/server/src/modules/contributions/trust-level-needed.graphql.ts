import type { TrustLevel } from '@mitsprache/terms'
import { Field, ObjectType } from 'type-graphql'
import { Refusal } from '../../platform/refusal.graphql.ts'
import { TrustLevelEnum } from '../identity/index.ts'

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description:
    'The procedure takes contributions of those it knows more surely: sign in as a resident, then send the same again.',
})
export class TrustLevelNeeded extends Refusal {
  @Field(() => TrustLevelEnum) needed!: TrustLevel
  @Field(() => TrustLevelEnum, { description: 'Of whoever sent it; `none`: not signed in.' }) has!: TrustLevel
  static of = (needed: TrustLevel, has: TrustLevel) =>
    Object.assign(new TrustLevelNeeded(), { code: 'TrustLevelNeeded', facts: [], needed, has })
}
