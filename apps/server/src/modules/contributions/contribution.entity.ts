import type { Audience, Channel, Id, Language, PlaceKind } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** What somebody handed in, for ever as it came (Stellungnahme, Beitrag). The database refuses to change it. */
@Entity('contribution')
export class ContributionRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('uuid', { name: 'round_id' }) roundId!: Id
  @Column('text') number!: string
  @Column('bytea', { name: 'bearer_hash' }) bearerHash!: Buffer
  @Column('uuid', { name: 'idempotency_key' }) idempotencyKey!: Id
  @Column('bytea', { name: 'body_hash' }) bodyHash!: Buffer
  @Column('text') channel!: Channel
  @Column('text', { nullable: true }) source!: string | null
  @Column('text', { name: 'source_id', nullable: true }) sourceId!: string | null
  @Column('text', { nullable: true }) title!: string | null
  @Column('text') text!: string
  @Column('text') language!: Language
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId!: Id | null
  @Column('text', { name: 'place_kind' }) placeKind!: PlaceKind
  @Column('text', { name: 'place_label', nullable: true }) placeLabel!: string | null
  @Column('uuid', { name: 'plan_part_id', nullable: true }) planPartId!: Id | null
  /** WKB, EPSG:4326. */
  @Column('bytea', { nullable: true }) geometry!: Buffer | null
  @Column('double precision', { nullable: true }) lon!: number | null
  @Column('double precision', { nullable: true }) lat!: number | null
  @Column('double precision', { nullable: true }) west!: number | null
  @Column('double precision', { nullable: true }) south!: number | null
  @Column('double precision', { nullable: true }) east!: number | null
  @Column('double precision', { nullable: true }) north!: number | null
  @Column('text') audience!: Audience
  @Column('date', { name: 'authored_on', nullable: true }) authoredOn!: string | null
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date
  @Column('boolean') late!: boolean
  @Column('integer', { name: 'outside_plan_area_m', nullable: true }) outsidePlanAreaM!: number | null
  /** What another platform knew besides (votes, comments), kept as it came. */
  @Column('jsonb', { nullable: true }) extra!: object | null
}

/** Who wrote it, apart from what was written, and encrypted. */
@Entity('contribution_person')
export class ContributionPersonRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid', { name: 'contribution_id' }) contributionId!: Id
  @Column('bytea', { name: 'name_sealed', nullable: true }) nameSealed!: Buffer | null
  @Column('bytea', { name: 'email_sealed', nullable: true }) emailSealed!: Buffer | null
}

/** A file handed in with it, in the author's order; never changed. */
@Entity('contribution_file')
export class ContributionFileRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid', { name: 'contribution_id' }) contributionId!: Id
  @PrimaryColumn('smallint') position!: number
  @Column('uuid', { name: 'file_id' }) fileId!: Id
  /** What is to be seen on it, in the author's words. */
  @Column('text', { nullable: true }) alt!: string | null
  /** Its author would have it shown with the published contribution; a moderator decides. */
  @Column('boolean', { name: 'release_wished' }) releaseWished!: boolean
}
