import type { Id, Language, LocalizedText, ThemeColours } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { AccessibilityStatement, PageSection } from './tenant-pages.rules.ts'

/** An authority that runs consultations (Mandant). */
@Entity('tenant')
export class TenantRow {
  @PrimaryColumn('uuid') id!: Id
  @Column('integer') version!: number
  @Column('text') slug!: string
  /** Its own host name, where it has one. */
  @Column('text', { nullable: true }) host!: string | null
  @Column('jsonb') name!: LocalizedText
  @Column('text', { name: 'receipt_prefix' }) receiptPrefix!: string
  @Column('text', { name: 'contact_email' }) contactEmail!: string
  @Column('text', { name: 'contact_phone' }) contactPhone!: string
  @Column('text', { name: 'contact_address' }) contactAddress!: string
  @Column('text', { array: true }) languages!: Language[]
  @Column('text', { name: 'municipality_key', nullable: true }) municipalityKey!: string | null
  @Column('double precision', { name: 'map_lon' }) mapLon!: number
  @Column('double precision', { name: 'map_lat' }) mapLat!: number
  @Column('smallint', { name: 'map_zoom' }) mapZoom!: number
  @Column('jsonb', { nullable: true }) colours!: ThemeColours | null
  @Column('uuid', { name: 'logo_file_id', nullable: true }) logoFileId!: Id | null
  @Column('jsonb') imprint!: PageSection[]
  @Column('jsonb') privacy!: PageSection[]
  @Column('jsonb', { nullable: true }) accessibility!: AccessibilityStatement | null
  @Column('smallint', { name: 'dialogue_kept_years', nullable: true }) dialogueKeptYears!: number | null
  /** Origins whose pages may show its procedures in a frame. */
  @Column('text', { name: 'embed_hosts', array: true, default: [] }) embedHosts!: string[]
  @Column('boolean') sample!: boolean
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}
