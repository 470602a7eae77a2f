import type { Id, Role } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** A key pair that lives in a telephone, a computer or a security key; we hold its public half. */
@Entity('passkey')
export class PasskeyRow {
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'person_id' }) personId!: Id
  @Column('bytea', { name: 'credential_id' }) credentialId!: Buffer
  @Column('bytea', { name: 'public_key' }) publicKey!: Buffer
  @Column('bigint', { name: 'sign_count' }) signCount!: number
  @Column('text', { array: true }) transports!: string[]
  @Column('text') name!: string
  @Column('boolean', { name: 'backed_up' }) backedUp!: boolean
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null
}

/** The secret that a person's authenticator app counts time with (TOTP), sealed. */
@Entity('authenticator_app')
export class AuthenticatorAppRow {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: Id
  @Column('bytea', { name: 'secret_sealed' }) secretSealed!: Buffer
  @Column('bigint', { name: 'used_step' }) usedStep!: number
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null
}

/** What opens the account when the telephone is gone, once. Used ones are no longer here. */
@Entity('recovery_code')
export class RecoveryCodeRow {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: Id
  @PrimaryColumn('bytea', { name: 'code_hash' }) codeHash!: Buffer
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}

/** A question that a passkey has answered: the same answer is not taken again. */
@Entity('used_challenge')
export class UsedChallengeRow {
  @PrimaryColumn('bytea', { name: 'challenge_hash' }) challengeHash!: Buffer
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}

/** Somebody is asked to work for a tenant. They become a person and a member when they accept, not before. */
@Entity('invitation')
export class InvitationRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('bytea', { name: 'secret_hash' }) secretHash!: Buffer
  @Column('text') email!: string
  @Column('text') name!: string
  @Column('text', { array: true }) roles!: Role[]
  /** For the procedures of `invitation_procedure` only. */
  @Column('boolean') limited!: boolean
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: Id | null
  /** Made by the operator for somebody who lost all their factors: password and factors begin anew. */
  @Column('boolean', { name: 'starts_over' }) startsOver!: boolean
  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy!: Id | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}

@Entity('invitation_procedure')
export class InvitationProcedureRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid', { name: 'invitation_id' }) invitationId!: Id
  @PrimaryColumn('uuid', { name: 'procedure_id' }) procedureId!: Id
}
