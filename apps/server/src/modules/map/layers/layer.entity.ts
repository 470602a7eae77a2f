import type { Id, LocalizedText } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { LayerKind, LayerService } from './tile-address.rules.ts'

/** A map of somebody else's over or under ours (Kartenlayer), such as the aerial pictures of the state. */
@Entity('map_layer')
export class MapLayerRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('text') kind!: LayerKind
  /** As the administrator typed it; never told to the public. */
  @Column('text') address!: string
  @Column('text', { name: 'layer_name' }) layerName!: string
  @Column('text', { name: 'style_name' }) styleName!: string
  @Column('text') format!: string
  /** What the service said of itself when the layer was saved: how its tiles are asked for. */
  @Column('jsonb') service!: LayerService
  @Column('jsonb') title!: LocalizedText
  @Column('jsonb', { nullable: true }) legend!: LocalizedText | null
  @Column('text') attribution!: string
  @Column('smallint', { name: 'zoom_least' }) zoomLeast!: number
  @Column('smallint', { name: 'zoom_most' }) zoomMost!: number
  @Column('real') opacity!: number
  @Column('boolean', { name: 'is_base' }) isBase!: boolean
  @Column('boolean', { name: 'is_on' }) isOn!: boolean
  @Column('boolean') published!: boolean
  @Column('smallint') position!: number
  /** Counts changes; what was fetched under another number is forgotten. */
  @Column('integer') version!: number
}
