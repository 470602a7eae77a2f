import type { ExportFormat, Id } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Who asked for what, and when. The file itself is made anew with every download and kept nowhere. */
@Entity('export')
export class ExportRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('text') format!: ExportFormat
  @Column('uuid', { name: 'requested_by' }) requestedBy!: Id
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date
}
