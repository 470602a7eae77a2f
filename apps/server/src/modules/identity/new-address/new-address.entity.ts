import type { Id, Language } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody of the staff wants to sign in with another address. Until they confirm it the old one holds. */
@Entity('person_address_change')
export class PersonAddressChangeRow {
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'person_id' }) personId!: Id
  @Column('text', { name: 'old_email' }) oldEmail!: string
  @Column('text', { name: 'new_email' }) newEmail!: string
  /** Null once it was used, or another change took its place. */
  @Column('bytea', { name: 'confirm_hash', nullable: true }) confirmHash!: Buffer | null
  @Column('bytea', { name: 'stop_hash' }) stopHash!: Buffer
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null
}

/** The same of a resident; both addresses are sealed, and found by their hashes. */
@Entity('resident_address_change')
export class ResidentAddressChangeRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'account_id' }) accountId!: Id
  @Column('bytea', { name: 'old_hash' }) oldHash!: Buffer
  @Column('bytea', { name: 'old_sealed' }) oldSealed!: Buffer
  @Column('bytea', { name: 'new_hash' }) newHash!: Buffer
  @Column('bytea', { name: 'new_sealed' }) newSealed!: Buffer
  @Column('text') language!: Language
  @Column('bytea', { name: 'confirm_hash', nullable: true }) confirmHash!: Buffer | null
  @Column('bytea', { name: 'stop_hash' }) stopHash!: Buffer
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null
}
