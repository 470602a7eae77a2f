import type { Decision, Id, Visibility, WithholdReason } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One decision about what the public may see; only ever added. */
@Entity('visibility_decision')
export class VisibilityDecisionRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'contribution_id' }) contributionId!: Id
  @Column('integer') number!: number
  @Column('text') decision!: Decision
  @Column('text', { nullable: true }) reason!: WithholdReason | null
  @Column('text', { name: 'reason_text', nullable: true }) reasonText!: string | null
  /** Published together with the files that their author released. */
  @Column('boolean', { name: 'with_files' }) withFiles!: boolean
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: Id | null
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date
}

/** Where a contribution stands in moderation; the decisions are the truth, this is their sum. */
@Entity('contribution_case')
export class ContributionCaseRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid', { name: 'contribution_id' }) contributionId!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date
  @Column('integer') version!: number
  @Column('text') visibility!: Visibility
  @Column('text', { name: 'author_name', nullable: true }) authorName!: string | null
  @Column('boolean', { name: 'with_files' }) withFiles!: boolean
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null
}
