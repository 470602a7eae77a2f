import type { DocumentCategory, Id, LocalizedText, UploadPurpose } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A checked file of a tenant; its content lies in the store under its hash. */
@Entity('file')
export class FileRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('bytea') sha256!: Buffer
  @Column('bigint', { name: 'size_bytes' }) sizeBytes!: number
  @Column('text', { name: 'media_type' }) mediaType!: string
  @Column('text', { name: 'file_name' }) fileName!: string
  @Column('integer', { nullable: true }) pages!: number | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

export type UploadState = 'receiving' | 'checked' | 'refused' | 'used'

/** A file on its way here. Only the hash of its secret is kept: the secret is the right to send. */
@Entity('upload')
export class UploadRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer
  /** Of a contribution that is not handed in yet: the hash its receipt's secret will have. */
  @Column('bytea', { name: 'draft_hash', nullable: true }) draftHash!: Buffer | null
  @Column('text') purpose!: UploadPurpose
  @Column('text', { name: 'file_name' }) fileName!: string
  @Column('bigint', { name: 'size_bytes' }) sizeBytes!: number
  @Column('text') state!: UploadState
  /** `{code, facts}` as JSON when the content was refused. */
  @Column('text', { nullable: true }) refusal!: string | null
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: Id | null
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: Id | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}

/** A drawing, text or report on display (ausgelegte Unterlage). */
@Entity('plan_document')
export class PlanDocumentRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('text') category!: DocumentCategory
  @Column('jsonb') title!: LocalizedText
  @Column('jsonb', { nullable: true }) summary!: LocalizedText | null
  @Column('uuid', { name: 'file_id' }) fileId!: Id
  @Column('smallint') position!: number
}
