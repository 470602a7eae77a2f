import { Field, Int, ObjectType } from 'type-graphql'
import { Refusal } from '../../platform/refusal.graphql.ts'
import { PROOF_BITS } from './proof.rules.ts'

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description:
    'Send the same again with `proof`: the challenge, a dot, and a number with which SHA-256 of the whole begins with so many zero bits. Asked when a network sends very much, or when something looks as no person would send it.',
})
export class ProofNeeded extends Refusal {
  @Field(() => String) challenge!: string
  @Field(() => Int) bits!: number
  static of = (challenge: string) =>
    Object.assign(new ProofNeeded(), { code: 'ProofNeeded', facts: [], challenge, bits: PROOF_BITS })
}
