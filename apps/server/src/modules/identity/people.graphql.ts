import { LIMITS, type Id, type LocalizedText as Text, type Role } from '@mitsprache/terms'
import { ArrayMaxSize } from 'class-validator'
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql'
import { InputRefused, isRefusal } from '../../platform/refusal.graphql.ts'
import { DateTimeISO } from '../../platform/scalars.graphql.ts'
import { LocalizedText } from '../tenants/index.ts'
import { SampleAccount } from './account-refusals.graphql.ts'
import { changeRoles, removePerson } from './change-staff.ts'
import type { Ctx as Context } from './context.ts'
import { Done } from './done.graphql.ts'
import type { May } from './demand.ts'
import { invitePerson, withdrawInvitation } from './invite-person.ts'
import { May as MayAnswer } from './may.graphql.ts'
import { Organisation } from './organisations/organisation-types.graphql.ts'
import { AlreadyMember, HeldBySignOn, LastAdministrator } from './people-refusals.graphql.ts'
import { getPeople } from './people.ts'
import { RoleEnum } from './viewer.graphql.ts'

@ObjectType({ simpleResolvers: true })
export class StaffPerson {
  @Field(() => ID) id!: Id
  @Field(() => String) name!: string
  @Field(() => String) email!: string
  @Field(() => [RoleEnum]) roles!: Role[]
  @Field(() => [RoleEnum], { description: 'Held for the procedures of `procedureIds` only.' })
  procedureRoles!: Role[]
  @Field(() => [ID]) procedureIds!: Id[]
  @Field(() => Boolean) hasFactor!: boolean
  @Field(() => Boolean) isMe!: boolean
  @Field(() => Boolean, { description: 'Filled in with a sample town; stays as it is.' }) sample!: boolean
  @Field(() => Boolean, { description: 'Their roles follow from the groups of a sign-in service.' })
  bySignOn!: boolean
  @Field(() => ID, { nullable: true }) organisationId?: Id | null
  @Field(() => MayAnswer) viewerMayChangeRoles!: May
  @Field(() => MayAnswer) viewerMayRemove!: May
}

@ObjectType({ simpleResolvers: true })
export class Invitation {
  @Field(() => ID) id!: Id
  @Field(() => String) name!: string
  @Field(() => String) email!: string
  @Field(() => [RoleEnum]) roles!: Role[]
  @Field(() => [ID], { nullable: true, description: 'Null: for all procedures.' })
  procedureIds?: Id[] | null
  @Field(() => ID, { nullable: true }) organisationId?: Id | null
  @Field(() => DateTimeISO) expiresAt!: string
}

@ObjectType({ simpleResolvers: true, description: 'A procedure that somebody can be limited to.' })
export class ProcedureChoice {
  @Field(() => ID) id!: Id
  @Field(() => LocalizedText) title!: Text
}

@ObjectType({ simpleResolvers: true })
export class People {
  @Field(() => [StaffPerson]) people!: StaffPerson[]
  @Field(() => [Invitation]) invitations!: Invitation[]
  @Field(() => [Organisation]) organisations!: Organisation[]
  @Field(() => [ProcedureChoice]) procedures!: ProcedureChoice[]
  @Field(() => MayAnswer) viewerMayInvite!: May
}

@ObjectType({ simpleResolvers: true })
export class PersonInvited {
  @Field(() => Invitation) invitation!: Invitation
  @Field(() => String, { description: 'Works once, until the invitation ends. Shown this once.' })
  link!: string
}

@InputType()
export class InvitePersonInput {
  @Field(() => String) name!: string
  @Field(() => String) email!: string
  @ArrayMaxSize(LIMITS.rolesPerPerson)
  @Field(() => [RoleEnum])
  roles!: Role[]
  @ArrayMaxSize(LIMITS.proceduresPerPerson)
  @Field(() => [ID], { nullable: true, description: 'For these procedures only; null: for all.' })
  procedureIds?: Id[] | null
  @Field(() => ID, { nullable: true }) organisationId?: Id | null
}

export const InvitePersonResult = createUnionType({
  name: 'InvitePersonResult',
  types: () => [PersonInvited, InputRefused, AlreadyMember] as const,
})
export const ChangeStaffResult = createUnionType({
  name: 'ChangeStaffResult',
  types: () => [Done, InputRefused, LastAdministrator, HeldBySignOn, SampleAccount] as const,
})

@Resolver()
export class PeopleResolver {
  @Query(() => People, { description: 'Who works for the tenant; for its administrators.' })
  async people(@Ctx() ctx: Context, @Arg('tenant', () => String) tenant: string): Promise<People> {
    return Object.assign(new People(), await getPeople(ctx, tenant))
  }

  @Mutation(() => InvitePersonResult)
  async invitePerson(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => InvitePersonInput) input: InvitePersonInput,
  ): Promise<typeof InvitePersonResult> {
    const result = await invitePerson(ctx, tenant, input)
    if (isRefusal(result)) return result
    const { link, expiresAt, ...rest } = result
    const invitation = Object.assign(new Invitation(), rest, { expiresAt: expiresAt.toISOString() })
    return Object.assign(new PersonInvited(), { invitation, link })
  }

  @Mutation(() => ChangeStaffResult)
  async withdrawInvitation(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('id', () => ID) id: Id,
  ): Promise<typeof ChangeStaffResult> {
    await withdrawInvitation(ctx, tenant, id)
    return Done.of()
  }

  @Mutation(() => ChangeStaffResult)
  async changeRoles(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('personId', () => ID) personId: Id,
    @Arg('roles', () => [RoleEnum]) roles: Role[],
    @Arg('procedureIds', () => [ID], {
      nullable: true,
      description: 'For these procedures only; null: for all.',
    })
    procedureIds?: Id[] | null,
  ): Promise<typeof ChangeStaffResult> {
    const result = await changeRoles(ctx, tenant, personId, roles, procedureIds)
    return result === true ? Done.of() : result
  }

  @Mutation(() => ChangeStaffResult)
  async removePerson(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('personId', () => ID) personId: Id,
  ): Promise<typeof ChangeStaffResult> {
    const result = await removePerson(ctx, tenant, personId)
    return result === true ? Done.of() : result
  }
}
