import { ObjectType } from 'type-graphql'
import { Refusal } from '../../../platform/refusal.graphql.ts'

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'The link was used, is too old, or never was one.',
})
export class LinkOver extends Refusal {
  static of = () => Object.assign(new LinkOver(), { code: 'LinkOver', facts: [] })
}
