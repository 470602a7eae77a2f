import { Field, Float, InterfaceType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeISO } from './scalars.graphql.ts'

/** Registers a list of words from `terms` as a GraphQL enum: keys and values alike. */
export function wordEnum<Word extends string>(name: string, words: readonly Word[], description?: string) {
  const type = Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W }
  registerEnumType(type, { name, description })
  return type
}

@ObjectType({ simpleResolvers: true })
export class Fact {
  @Field(() => String) name!: string
  @Field(() => String) value!: string
}

/** The field says no: returned, never thrown. Its `code` is stable; the web finds the words. */
@InterfaceType({ resolveType: (value: { constructor: { name: string } }) => value.constructor.name })
export abstract class Refusal {
  @Field(() => String, { simple: true }) code!: string
  @Field(() => [Fact], { simple: true }) facts!: Fact[]
}

function fill<T extends Refusal>(refusal: T, code: string, values: Partial<T>): T {
  return Object.assign(refusal, { code, facts: [] }, values)
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class ParticipationClosed extends Refusal {
  @Field(() => DateTimeISO) closedAt!: string
  static of = (closedAt: Date) =>
    fill(new ParticipationClosed(), 'ParticipationClosed', { closedAt: closedAt.toISOString() })
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class ParticipationNotOpen extends Refusal {
  @Field(() => DateTimeISO) opensAt!: string
  static of = (opensAt: Date) =>
    fill(new ParticipationNotOpen(), 'ParticipationNotOpen', { opensAt: opensAt.toISOString() })
}

@ObjectType({ simpleResolvers: true })
export class FieldProblem {
  @Field(() => String) field!: string
  @Field(() => String, { description: 'Code such as empty, tooLong, tooShort, notAPlace, unknown' })
  problem!: string
  @Field(() => Float, { nullable: true }) limit?: number | null
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class InputRefused extends Refusal {
  @Field(() => [FieldProblem]) fields!: FieldProblem[]
  static of = (...fields: FieldProblem[]) => fill(new InputRefused(), 'InputRefused', { fields })
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class KeyAlreadyUsed extends Refusal {
  static of = () => fill(new KeyAlreadyUsed(), 'KeyAlreadyUsed', {})
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class TooManyAttempts extends Refusal {
  @Field(() => Int) retryAfterSeconds!: number
  static of = (retryAfterSeconds: number) =>
    fill(new TooManyAttempts(), 'TooManyAttempts', { retryAfterSeconds })
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class StaleVersion extends Refusal {
  static of = () => fill(new StaleVersion(), 'StaleVersion', {})
}

@ObjectType({ implements: Refusal, simpleResolvers: true })
export class NotReady extends Refusal {
  @Field(() => [String]) missing!: string[]
  static of = (missing: string[]) => fill(new NotReady(), 'NotReady', { missing })
}

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal

/** What a mutation answers: the refusal as it is, or what was done as the type that the union knows. */
export function unlessRefused<Answer extends object, Done extends object>(
  answer: Answer,
  Type: new () => Done,
): Extract<Answer, Refusal> | (Done & Exclude<Answer, Refusal>) {
  if (isRefusal(answer)) return answer as Extract<Answer, Refusal>
  return Object.assign(new Type(), answer as Exclude<Answer, Refusal>)
}
