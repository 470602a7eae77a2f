import type { Language } from '@mitsprache/terms'
import { Arg, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql'
import { InputRefused, isRefusal, TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { LanguageEnum } from '../../tenants/index.ts'
import { SampleAccount, StepUpNeeded } from '../account-refusals.graphql.ts'
import type { Ctx as Context } from '../context.ts'
import { Done } from '../done.graphql.ts'
import { HeldBySignOn } from '../people-refusals.graphql.ts'
import { LinkOver } from '../residents/resident-refusals.graphql.ts'
import { confirmNewAddress, stopAddressChange } from './answer-change-link.ts'
import { AddressTaken } from './new-address-refusals.graphql.ts'
import { requestResidentAddress } from './request-resident-address.ts'
import { requestStaffAddress } from './request-staff-address.ts'

export const RequestAddressResult = createUnionType({
  name: 'RequestAddressResult',
  types: () => [Done, InputRefused, TooManyAttempts, HeldBySignOn, StepUpNeeded, SampleAccount] as const,
})
export const ChangeLinkResult = createUnionType({
  name: 'ChangeLinkResult',
  types: () => [Done, LinkOver, AddressTaken] as const,
})

const doneOr = <R>(answer: true | R): Done | R => (isRefusal(answer) ? answer : Done.of())

@Resolver()
export class NewAddressResolver {
  @Mutation(() => RequestAddressResult, {
    description: 'Another address to sign in with. The answer tells nothing of whether somebody has it.',
  })
  async requestNewAddress(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('email', () => String) email: string,
  ): Promise<typeof RequestAddressResult> {
    return doneOr(await requestStaffAddress(ctx, tenant, email))
  }

  @Mutation(() => RequestAddressResult, { description: 'The same for a resident.' })
  async requestNewResidentAddress(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('email', () => String) email: string,
    @Arg('language', () => LanguageEnum) language: Language,
  ): Promise<typeof RequestAddressResult> {
    return doneOr(await requestResidentAddress(ctx, tenant, email, language))
  }

  @Mutation(() => ChangeLinkResult, { description: 'In the session of whoever asked for it.' })
  async confirmNewAddress(
    @Ctx() ctx: Context,
    @Arg('secret', () => String) secret: string,
  ): Promise<typeof ChangeLinkResult> {
    return doneOr(await confirmNewAddress(ctx, secret))
  }

  @Mutation(() => ChangeLinkResult, {
    description: 'From the old address: brings it back, and signs out every browser.',
  })
  async stopAddressChange(
    @Ctx() ctx: Context,
    @Arg('secret', () => String) secret: string,
  ): Promise<typeof ChangeLinkResult> {
    return doneOr(await stopAddressChange(ctx, secret))
  }
}
