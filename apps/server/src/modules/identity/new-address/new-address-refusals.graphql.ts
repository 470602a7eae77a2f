import { ObjectType } from 'type-graphql'
import { Refusal } from '../../../platform/refusal.graphql.ts'

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Somebody else signs in with this address by now. Told to nobody but who reads its mail.',
})
export class AddressTaken extends Refusal {
  static of = () => Object.assign(new AddressTaken(), { code: 'AddressTaken', facts: [] })
}
