import { Field, ObjectType } from 'type-graphql'
import { Refusal, wordEnum } from '../../../platform/refusal.graphql.ts'
import type { SignOnProblem } from './provider-client.ts'

export const SIGN_ON_PROBLEMS = ['over', 'declined', 'invalid', 'unreachable', 'noRole'] as const
export const SignOnProblemEnum = wordEnum('SignOnProblem', SIGN_ON_PROBLEMS)

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description:
    'Single sign-on did not open anything: begun too long ago or in another browser (`over`), said no there (`declined`), an answer that cannot be believed (`invalid`), none at all (`unreachable`), or somebody without a role here (`noRole`).',
})
export class SignOnRefused extends Refusal {
  @Field(() => SignOnProblemEnum) problem!: SignOnProblem
  static of = (problem: SignOnProblem, detail?: string) =>
    Object.assign(new SignOnRefused(), {
      code: 'SignOnRefused',
      problem,
      facts: detail ? [{ name: 'detail', value: detail }] : [],
    })
}
