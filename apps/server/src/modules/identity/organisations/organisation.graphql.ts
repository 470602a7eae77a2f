import type { Id, OrganisationKind } from '@mitsprache/terms'
import { MaxLength } from 'class-validator'
import { Arg, createUnionType, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { InputRefused, StaleVersion } from '../../../platform/refusal.graphql.ts'
import type { Ctx as Context } from '../context.ts'
import { Done } from '../done.graphql.ts'
import { ChangeStaffResult } from '../people.graphql.ts'
import {
  changeOrganisation,
  removeOrganisation,
  saveOrganisation,
  type SavedOrganisation,
} from './keep-organisations.ts'
import { OrganisationKindEnum } from './organisation-types.graphql.ts'

@InputType()
export class SaveOrganisationInput implements SavedOrganisation {
  @Field(() => ID, { nullable: true, description: 'None: a new one.' }) id?: Id | null
  @Field(() => Int, { nullable: true, description: 'The version that was looked at.' }) version?:
    number | null
  @Field(() => String) @MaxLength(2_000) name!: string
  @Field(() => OrganisationKindEnum) kind!: OrganisationKind
  @Field(() => String) @MaxLength(2_000) email!: string
  @Field(() => String) @MaxLength(2_000) phone!: string
}

export const SaveOrganisationResult = createUnionType({
  name: 'SaveOrganisationResult',
  types: () => [Done, InputRefused, StaleVersion] as const,
})

@Resolver()
export class OrganisationResolver {
  @Mutation(() => SaveOrganisationResult)
  async saveOrganisation(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => SaveOrganisationInput) input: SaveOrganisationInput,
  ): Promise<typeof SaveOrganisationResult> {
    const result = await saveOrganisation(ctx, tenant, input)
    return result === true ? Done.of() : result
  }

  @Mutation(() => SaveOrganisationResult, { description: 'Its people stay, and keep their roles.' })
  async removeOrganisation(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<typeof SaveOrganisationResult> {
    await removeOrganisation(ctx, tenant, id)
    return Done.of()
  }

  @Mutation(() => ChangeStaffResult)
  async changeOrganisation(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('personId', () => ID) personId: Id,
    @Arg('organisationId', () => ID, { nullable: true, description: 'Null: none.' })
    organisationId?: Id | null,
  ): Promise<typeof ChangeStaffResult> {
    const result = await changeOrganisation(ctx, tenant, personId, organisationId ?? null)
    return result === true ? Done.of() : result
  }
}
