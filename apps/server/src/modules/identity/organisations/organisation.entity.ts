import type { Id, OrganisationKind } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Where people of a tenant work, and how it is reached. */
@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('integer') version!: number
  @Column('text') name!: string
  @Column('text') kind!: OrganisationKind
  @Column('text') email!: string
  @Column('text') phone!: string
}

/** Somebody works for at most one of a tenant's organisations. */
@Entity('staff_organisation')
export class StaffOrganisationRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: Id
  @Column('uuid', { name: 'organisation_id' }) organisationId!: Id
}
