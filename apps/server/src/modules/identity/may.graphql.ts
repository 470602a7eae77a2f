import { Field, ObjectType } from 'type-graphql'

@ObjectType({
  simpleResolvers: true,
  description: 'Whether the viewer may, and else the code of the reason.',
})
export class May {
  @Field(() => Boolean) may!: boolean
  @Field(() => String, { nullable: true }) why?: string | null
}
