import type { Id, Language } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/**
 * - `waiting`: leaves, or is tried again; a job tells when.
 * - `sent`: a mail server took it. `bounced`: and reported that it did not arrive.
 * - `kept`: of a sample town, whose mail never leaves.
 * - `parked`: given up, and why; somebody may send it again.
 * - `dropped`: pointless by the time it would have left.
 */
export const MESSAGE_STATES = ['waiting', 'sent', 'kept', 'parked', 'dropped', 'bounced'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

export const MESSAGE_REASONS = [
  'refused',
  'rejected',
  'unreachable',
  'suppressed',
  'noAddress',
  'tooManyToAddress',
  'overtaken',
  'failed',
  'bounced',
] as const
export type MessageReason = (typeof MESSAGE_REASONS)[number]

/** A message that follows from an event, as ids: address and words are put together when it leaves. */
@Entity('message')
export class MessageRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'event_id' }) eventId!: Id
  @Column('text') kind!: string
  @Column('uuid', { name: 'recipient_id' }) recipientId!: Id
  @Column('text') state!: MessageState
  @Column('text', { nullable: true }) reason!: MessageReason | null
  @Column('text', { nullable: true }) reply!: string | null
  @Column('smallint') tries!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'claimed_until', nullable: true }) claimedUntil!: Date | null
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null
}

/** A tenant's own words for a message, in one language. */
@Entity('message_template')
export class MessageTemplateRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('text') kind!: string
  @PrimaryColumn('text') language!: Language
  @Column('integer') version!: number
  @Column('text') subject!: string
  @Column('text') body!: string
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: Id | null
}
