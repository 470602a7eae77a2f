import { isId, type Id } from '@mitsprache/terms'
import { MaxLength } from 'class-validator'
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  Float,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql'
import { badInput } from '../../platform/bad-input.ts'
import {
  InputRefused,
  ParticipationClosed,
  ParticipationNotOpen,
  TooManyAttempts,
  unlessRefused,
} from '../../platform/refusal.graphql.ts'
import { Denial, type Ctx as Context } from '../identity/index.ts'
import { UploadTicket } from '../plans/index.ts'
import { beginContributionUpload, type ContributionUploadWish } from './begin-contribution-upload.ts'
import type { FileWish } from './contribution-file.rules.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'A file beside a published contribution; see /files/<id>.',
})
export class PublishedFile {
  @Field(() => ID) id!: Id
  @Field(() => String) fileName!: string
  @Field(() => String) mediaType!: string
  @Field(() => Float) sizeBytes!: number
  @Field(() => String, { nullable: true, description: 'What is to be seen on it, in the author’s words.' })
  alt?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'A file as its author and the staff see it.' })
export class HandedInFile extends PublishedFile {
  @Field(() => String, { description: 'Of what is kept, hex. Pictures are painted anew when they arrive.' })
  sha256!: string
  @Field(() => Boolean, { description: 'Its author would have it shown with the contribution.' })
  releaseWished!: boolean
}

@InputType()
export class ContributionFileInput implements FileWish {
  @Field(() => ID) uploadId!: Id
  @Field(() => String, { nullable: true }) @MaxLength(10_000) alt?: string | null
}

@InputType()
export class BeginContributionUploadInput implements ContributionUploadWish {
  @Field(() => ID, {
    description: 'Of the draft; only what is handed in with the same key can use the file.',
  })
  idempotencyKey!: Id
  @Field(() => ID) procedureId!: Id
  @Field(() => String) @MaxLength(2000) fileName!: string
  @Field(() => Float) sizeBytes!: number
}

export const BeginContributionUploadResult = createUnionType({
  name: 'BeginContributionUploadResult',
  types: () =>
    [UploadTicket, ParticipationClosed, ParticipationNotOpen, InputRefused, TooManyAttempts] as const,
})

@Resolver()
export class ContributionFilesResolver {
  @Mutation(() => BeginContributionUploadResult)
  async beginContributionUpload(
    @Ctx() ctx: Context,
    @Arg('input', () => BeginContributionUploadInput) input: BeginContributionUploadInput,
  ): Promise<typeof BeginContributionUploadResult> {
    if (!isId(input.procedureId)) throw new Denial('NOT_FOUND')
    if (!isId(input.idempotencyKey)) throw badInput('An id must be a UUID in lower case.')
    return unlessRefused(await beginContributionUpload(ctx, input), UploadTicket)
  }
}
