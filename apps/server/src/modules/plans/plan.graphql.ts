import type { DocumentCategory, Id } from '@mitsprache/terms'
import { MaxLength, ValidateNested } from 'class-validator'
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql'
import { InputRefused, TooManyAttempts, unlessRefused } from '../../platform/refusal.graphql.ts'
import { DateTimeISO } from '../../platform/scalars.graphql.ts'
import type { Ctx as Context } from '../identity/index.ts'
import { DocumentCategoryEnum, saved, SaveProcedureResult } from '../procedures/index.ts'
import { LocalizedTextInput, QuotaReached } from '../tenants/index.ts'
import { addDocument } from './add-document.ts'
import { beginUpload } from './begin-upload.ts'
import { removeDocument } from './remove-document.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'PUT the file to `url` with the header Upload-Secret; see docs/uploads.md.',
})
export class UploadTicket {
  @Field(() => ID) id!: Id
  @Field(() => String) url!: string
  @Field(() => String) secret!: string
  @Field(() => DateTimeISO) expiresAt!: Date
}

export const BeginUploadResult = createUnionType({
  name: 'BeginUploadResult',
  types: () => [UploadTicket, InputRefused, QuotaReached, TooManyAttempts] as const,
})

@InputType()
export class BeginUploadInput {
  @Field(() => String, { description: 'planDocument' }) @MaxLength(50) purpose!: string
  @Field(() => String) @MaxLength(2000) fileName!: string
  @Field(() => Float) sizeBytes!: number
}

@InputType()
export class AddDocumentInput {
  @Field(() => ID) procedureId!: Id
  @Field(() => Int) version!: number
  @Field(() => ID) uploadId!: Id
  @Field(() => DocumentCategoryEnum) category!: DocumentCategory
  @Field(() => LocalizedTextInput) @ValidateNested() title!: LocalizedTextInput
  @Field(() => LocalizedTextInput, { nullable: true }) @ValidateNested() summary?: LocalizedTextInput | null
}

@Resolver()
export class PlanResolver {
  @Mutation(() => BeginUploadResult)
  async beginUpload(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => BeginUploadInput) input: BeginUploadInput,
  ): Promise<typeof BeginUploadResult> {
    return unlessRefused(await beginUpload(ctx, tenant, input), UploadTicket)
  }

  @Mutation(() => SaveProcedureResult)
  async addDocument(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('input', () => AddDocumentInput) input: AddDocumentInput,
  ) {
    return saved(ctx, tenant, await addDocument(ctx, tenant, input))
  }

  @Mutation(() => SaveProcedureResult)
  async removeDocument(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('version', () => Int) version: number,
    @Arg('documentId', () => ID) documentId: Id,
  ) {
    return saved(ctx, tenant, await removeDocument(ctx, tenant, { procedureId, version, documentId }))
  }
}
