import { ObjectType } from 'type-graphql'
import { Refusal } from '../../platform/refusal.graphql.ts'

@ObjectType({ implements: Refusal, simpleResolvers: true, description: 'Already works for this tenant.' })
export class AlreadyMember extends Refusal {
  static of = () => Object.assign(new AlreadyMember(), { code: 'AlreadyMember', facts: [] })
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'A tenant without an administrator could not be helped by anybody in it.',
})
export class LastAdministrator extends Refusal {
  static of = () => Object.assign(new LastAdministrator(), { code: 'LastAdministrator', facts: [] })
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'The link was used, withdrawn, or is older than three days. Never says which.',
})
export class InvitationOver extends Refusal {
  static of = () => Object.assign(new InvitationOver(), { code: 'InvitationOver', facts: [] })
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description:
    'Of somebody of single sign-on: roles, password and address are changed at their sign-in service.',
})
export class HeldBySignOn extends Refusal {
  static of = () => Object.assign(new HeldBySignOn(), { code: 'HeldBySignOn', facts: [] })
}
