import type { Id, Role } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Somebody who can sign in. Not bound to a tenant: one person may work for several. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id!: Id
  /** To sign in with a password; none for people of single sign-on. */
  @Column('text', { nullable: true }) email!: string | null
  @Column('text') name!: string
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null
  /** Filled in with a sample town: anybody may sign in as them with a button. */
  @Column('boolean') sample!: boolean
}

/** A browser in which somebody is signed in. Only the hash of its secret is here. */
@Entity('session')
export class SessionRow {
  @PrimaryColumn('bytea', { name: 'id_hash' }) idHash!: Buffer
  /** Names it to its owner; opens nothing. */
  @Column('uuid') id!: Id
  @Column('uuid', { name: 'person_id' }) personId!: Id
  @Column('text', { name: 'signed_in_by' }) signedInBy!: 'password' | 'passkey' | 'sample' | 'signOn'
  /** When a second factor was shown in it; never for a password alone. */
  @Column('timestamptz', { name: 'factor_at', nullable: true }) factorAt!: Date | null
  /** When password or factor were last shown in it. */
  @Column('timestamptz', { name: 'proven_at' }) provenAt!: Date
  /** Such as "Firefox, Windows". */
  @Column('text') device!: string
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date
}

/** What a person does for a tenant, possibly for one procedure only. */
@Entity('membership')
export class MembershipRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'person_id' }) personId!: Id
  @Column('text') role!: Role
  @Column('uuid', { name: 'procedure_id', nullable: true }) procedureId!: Id | null
}

/** A try to sign in, under keyed hashes: neither address nor network can be read from it. */
@Entity('sign_in_attempt')
export class SignInAttemptRow {
  @PrimaryColumn('bytea', { name: 'key_hash' }) keyHash!: Buffer
  @PrimaryColumn('timestamptz') at!: Date
  @PrimaryColumn('uuid') id!: Id
}
