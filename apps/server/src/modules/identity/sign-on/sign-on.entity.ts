import type { Id, Role, TrustLevel } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An OpenID provider that a tenant's administrator has entered (Anmeldedienst). */
@Entity('sign_on_provider')
export class SignOnProviderRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('integer') version!: number
  /** What the button says. */
  @Column('text') label!: string
  @Column('text') issuer!: string
  @Column('text', { name: 'client_id' }) clientId!: string
  @Column('bytea', { name: 'client_secret_sealed', nullable: true }) clientSecretSealed!: Buffer | null
  @Column('text') scope!: string
  @Column('boolean', { name: 'for_staff' }) forStaff!: boolean
  @Column('boolean', { name: 'for_residents' }) forResidents!: boolean
  /** The administrator vouches that it asks staff for a second factor, whatever it says of it. */
  @Column('boolean', { name: 'shows_factor' }) showsFactor!: boolean
  @Column('text', { name: 'group_claim' }) groupClaim!: string
  @Column('jsonb', { name: 'group_roles' }) groupRoles!: Record<string, Role[]>
  @Column('jsonb', { name: 'acr_levels' }) acrLevels!: Record<string, TrustLevel>
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date
}

/** Who somebody is at a provider: `iss` and `sub`, and nothing else. */
@Entity('sign_on_identity')
export class SignOnIdentityRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('text') issuer!: string
  @PrimaryColumn('text') subject!: string
  @Column('uuid', { name: 'person_id' }) personId!: Id
  /** To write to them; no account is ever found by it. */
  @Column('text', { name: 'claimed_email', nullable: true }) claimedEmail!: string | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

/** A session that a provider opened, and can end. */
@Entity('sign_on_session')
export class SignOnSessionRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: Id
  @Column('uuid', { name: 'provider_id' }) providerId!: Id
  @Column('text') subject!: string
  @Column('text', { nullable: true }) sid!: string | null
  @Column('bytea', { name: 'refresh_sealed', nullable: true }) refreshSealed!: Buffer | null
  /** When the provider last said that they belong here. */
  @Column('timestamptz', { name: 'checked_at' }) checkedAt!: Date
  /** When it was last asked. */
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date
}
