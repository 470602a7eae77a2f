import { Field, ObjectType } from 'type-graphql'

@ObjectType({ simpleResolvers: true })
export class Done {
  @Field(() => Boolean) done!: boolean
  static of = () => Object.assign(new Done(), { done: true })
}
