import type { Id, Language, TrustLevel } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An account in which a resident keeps their contributions together. Nobody needs one. */
@Entity('resident_account')
export class ResidentAccountRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('bytea', { name: 'email_hash', nullable: true }) emailHash!: Buffer | null
  @Column('bytea', { name: 'identity_hash', nullable: true }) identityHash!: Buffer | null
  @Column('bytea', { name: 'email_sealed', nullable: true }) emailSealed!: Buffer | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date
}

/** A link that somebody asked for by mail; works once. */
@Entity('resident_link')
export class ResidentLinkRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer
  @Column('bytea', { name: 'email_hash' }) emailHash!: Buffer
  @Column('bytea', { name: 'email_sealed' }) emailSealed!: Buffer
  @Column('text') language!: Language
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}

/** A browser in which a resident is signed in. Another table than that of the staff: neither opens the other's. */
@Entity('resident_session')
export class ResidentSessionRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('bytea', { name: 'id_hash' }) idHash!: Buffer
  @Column('uuid', { name: 'account_id' }) accountId!: Id
  @Column('text', { name: 'trust_level' }) trustLevel!: TrustLevel
  @Column('uuid', { name: 'provider_id', nullable: true }) providerId!: Id | null
  @Column('bytea', { name: 'sid_hash', nullable: true }) sidHash!: Buffer | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}
