import { Field, Int, ObjectType } from 'type-graphql'
import { Refusal } from '../../platform/refusal.graphql.ts'

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'The tenant uses as much as was agreed with whoever runs the installation.',
})
export class QuotaReached extends Refusal {
  @Field(() => String, { description: '`storage`, in megabytes, or `procedures`' }) quota!: string
  @Field(() => Int) limit!: number
  static of = (quota: 'storage' | 'procedures', limit: number) =>
    Object.assign(new QuotaReached(), { code: 'QuotaReached', facts: [], quota, limit })
}
