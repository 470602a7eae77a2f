import { ObjectType } from 'type-graphql'
import { Refusal } from '../../platform/refusal.graphql.ts'

const fill = <R extends Refusal>(refusal: R, code: string): R => Object.assign(refusal, { code, facts: [] })

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Show password or factor once more (`proveFactor`), then ask again.',
})
export class StepUpNeeded extends Refusal {
  static of = () => fill(new StepUpNeeded(), 'StepUpNeeded')
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Code, passkey or password are not right, or no longer. Never says which way.',
})
export class ProofRefused extends Refusal {
  static of = () => fill(new ProofRefused(), 'ProofRefused')
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Somebody of a sample town whom anybody can be: their account and roles stay as they are.',
})
export class SampleAccount extends Refusal {
  static of = () => fill(new SampleAccount(), 'SampleAccount')
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'The only factor of somebody whose role asks for one: add another first.',
})
export class LastFactor extends Refusal {
  static of = () => fill(new LastFactor(), 'LastFactor')
}

@ObjectType({
  implements: Refusal,
  simpleResolvers: true,
  description: 'Passkeys need the configured address, over a safe connection and with a name.',
})
export class NoPasskeysHere extends Refusal {
  static of = () => fill(new NoPasskeysHere(), 'NoPasskeysHere')
}
