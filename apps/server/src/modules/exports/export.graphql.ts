import { EXPORT_FORMATS, type ExportFormat, type Id } from '@mitsprache/terms'
import { Arg, createUnionType, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import { InputRefused, wordEnum } from '../../platform/refusal.graphql.ts'
import type { Ctx as Context } from '../identity/index.ts'
import { requestExport } from './request-export.ts'

export const ExportFormatEnum = wordEnum('ExportFormat', EXPORT_FORMATS)

@ObjectType({ simpleResolvers: true })
export class ExportReady {
  @Field(() => ID) id!: Id
  @Field(() => String) url!: string
  @Field(() => ExportFormatEnum) format!: ExportFormat
  @Field(() => String) fileName!: string
  @Field(() => Int) rows!: number
}

export const RequestExportResult = createUnionType({
  name: 'RequestExportResult',
  types: () => [ExportReady, InputRefused] as const,
})

@Resolver()
export class ExportResolver {
  @Mutation(() => RequestExportResult)
  async requestExport(
    @Ctx() ctx: Context,
    @Arg('tenant', () => String) tenant: string,
    @Arg('procedureId', () => ID) procedureId: Id,
    @Arg('format', () => ExportFormatEnum) format: ExportFormat,
  ) {
    return Object.assign(new ExportReady(), await requestExport(ctx, tenant, procedureId, format))
  }
}
