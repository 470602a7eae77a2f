import type { Id } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { PlanDataFormat } from './plan-data/index.ts'

export type ImportManner = 'replace' | 'add'

/** A plan taken over from a file, with what was there before, so that it can be undone. */
@Entity('plan_import')
export class PlanImportRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('uuid', { name: 'file_id' }) fileId!: Id
  @Column('text') format!: PlanDataFormat
  @Column('boolean', { name: 'took_territory' }) tookTerritory!: boolean
  @Column('boolean', { name: 'took_objects' }) tookObjects!: boolean
  @Column('text') manner!: ImportManner
  @Column('integer', { name: 'object_count' }) objectCount!: number
  @Column('jsonb', { name: 'territory_before', nullable: true }) territoryBefore!: object | null
  /** Rows of `plan_part` as they stood. */
  @Column('jsonb', { name: 'parts_before' }) partsBefore!: object[]
  @Column('timestamptz', { name: 'imported_at' }) importedAt!: Date
  @Column('uuid', { name: 'imported_by', nullable: true }) importedBy!: Id | null
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null
}
