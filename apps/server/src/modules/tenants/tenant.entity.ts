import type { Id, LocalizedText } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'

/** An authority that runs consultations (Mandant). */
@Entity('tenant')
export class TenantRow {
  @PrimaryColumn('uuid') id!: Id
  @Column('text') slug!: string
  @Column('jsonb') name!: LocalizedText
  @Column('text', { name: 'receipt_prefix' }) receiptPrefix!: string
  @Column('text', { name: 'contact_email' }) contactEmail!: string
  @Column('text', { name: 'contact_phone' }) contactPhone!: string
  @Column('text', { name: 'contact_address' }) contactAddress!: string
  @Column('double precision', { name: 'map_lon' }) mapLon!: number
  @Column('double precision', { name: 'map_lat' }) mapLat!: number
  @Column('smallint', { name: 'map_zoom' }) mapZoom!: number
  @Column('boolean') sample!: boolean
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date
}
