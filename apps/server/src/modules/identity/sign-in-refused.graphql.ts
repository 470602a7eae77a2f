import { ObjectType } from 'type-graphql'
import { Refusal } from '../../platform/refusal.graphql.ts'

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description:
    'Address and password do not open this tenant. Never says which of them, or whether there is such a person.',
})
export class SignInRefused extends Refusal {
  static of = () => Object.assign(new SignInRefused(), { code: 'SignInRefused', facts: [] })
}
