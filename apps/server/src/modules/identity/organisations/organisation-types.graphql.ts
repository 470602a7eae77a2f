import { ORGANISATION_KINDS, type Id, type OrganisationKind } from '@mitsprache/terms'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { wordEnum } from '../../../platform/refusal.graphql.ts'

export const OrganisationKindEnum = wordEnum('OrganisationKind', ORGANISATION_KINDS)

@ObjectType({ simpleResolvers: true, description: 'Where people of the tenant work.' })
export class Organisation {
  @Field(() => ID) id!: Id
  @Field(() => Int) version!: number
  @Field(() => String) name!: string
  @Field(() => OrganisationKindEnum) kind!: OrganisationKind
  @Field(() => String, { description: 'Empty: none.' }) email!: string
  @Field(() => String, { description: 'Empty: none.' }) phone!: string
}
