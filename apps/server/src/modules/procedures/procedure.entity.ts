import type { Id, LocalizedText, ProcedureKind, PublicationMode, TrustLevel } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

export type OfflineWay = { kind: 'look' | 'write' | 'speak'; text: LocalizedText }
/** A later last day than was announced, and why, as everybody reads it. Days are municipal. */
export type PeriodExtension = { endedOn: string; endsOn: string; note: LocalizedText; at: string }
export type TimelineEntry = { label: LocalizedText; when: LocalizedText; state: 'done' | 'now' | 'later' }

/** A consultation as its planners work on it (Verfahren). What the public sees is `published_procedure`. */
@Entity('procedure')
export class ProcedureRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('text') slug!: string
  @Column('integer') version!: number
  @Column('text') kind!: ProcedureKind
  @Column('text', { name: 'template_key' }) templateKey!: string
  @Column('text', { nullable: true }) number!: string | null
  @Column('jsonb') title!: LocalizedText
  @Column('jsonb') summary!: LocalizedText
  @Column('jsonb', { name: 'open_questions' }) openQuestions!: LocalizedText[]
  @Column('jsonb') decided!: LocalizedText[]
  @Column('jsonb') timeline!: TimelineEntry[]
  @Column('jsonb', { name: 'offline_ways' }) offlineWays!: OfflineWay[]
  @Column('text', { name: 'publication_mode' }) publicationMode!: PublicationMode
  /** How surely it has to be known who hands in; `none`: not at all. */
  @Column('text', { name: 'trust_level' }) trustLevel!: TrustLevel
  @Column('jsonb', { nullable: true }) territory!: object | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: Id | null
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null
}

/** One pass of one audience (Durchgang); its state follows from the days and the clock. */
@Entity('consultation_round')
export class ConsultationRoundRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('text') audience!: 'public' | 'agencies'
  @Column('text') step!: string
  @Column('smallint', { name: 'pass_number' }) passNumber!: number
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: string | null
  /** The last day on which statements are in time: computed in formal procedures, chosen in dialogues. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: string | null
  @Column('date', { name: 'notice_on', nullable: true }) noticeOn!: string | null
  /** The last day of the display as the authority wants it; null where the law's own is taken. */
  @Column('date', { name: 'display_ends_on', nullable: true }) displayEndsOn!: string | null
  @Column('text', { name: 'length_reason', nullable: true }) lengthReason!: string | null
  /** Which text of the law, where there is a choice. */
  @Column('text', { name: 'law_text', nullable: true }) lawText!: 'old' | 'new' | null
  /** Oldest first. */
  @Column('jsonb') extensions!: PeriodExtension[]
}

/** A theme of contributions, told by shape and letter on the map. */
@Entity('category')
export class CategoryRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('text') key!: string
  @Column('jsonb') label!: LocalizedText
  @Column('text') shape!: string
  @Column('text') letter!: string
  @Column('text') colour!: string
  @Column('smallint') position!: number
}

/** A part of the plan that people can name: a building area, a path (Festsetzung). */
@Entity('plan_part')
export class PlanPartRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('text') key!: string
  @Column('jsonb') name!: LocalizedText
  @Column('text', { nullable: true }) designation!: string | null
  @Column('smallint', { nullable: true }) storeys!: number | null
  @Column('text') fill!: string
  @Column('jsonb') geometry!: object
  @Column('smallint') position!: number
  /** Of the XPlanung model. */
  @Column('text', { nullable: true }) class!: string | null
  /** A key of `PLAN_STYLES`. */
  @Column('text', { nullable: true }) style!: string | null
  /** No longer part of the plan, but on display or written about. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null
}

/** What was published, word for word, for ever. */
@Entity('procedure_revision')
export class ProcedureRevisionRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('integer') number!: number
  @Column('jsonb') content!: object
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: Id | null
}
