import type { Id, LocalizedText } from '@mitsprache/terms'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { DrawingPlacing } from '../procedures/index.ts'
import type { ControlPoint } from './place-drawing.rules.ts'

/** A page of a PDF or a picture as a layer of the map (Planzeichnung als Bild). */
@Entity('plan_drawing')
export class PlanDrawingRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: Id
  @PrimaryColumn('uuid') id!: Id
  @Column('uuid', { name: 'procedure_id' }) procedureId!: Id
  @Column('uuid', { name: 'file_id' }) fileId!: Id
  @Column('integer') page!: number
  @Column('integer', { name: 'width_px' }) widthPx!: number
  @Column('integer', { name: 'height_px' }) heightPx!: number
  @Column('jsonb') title!: LocalizedText
  @Column('jsonb') points!: ControlPoint[]
  @Column('jsonb', { name: 'placement' }) placing!: DrawingPlacing
  @Column('smallint', { nullable: true }) zone!: number | null
  /** From its pixels to metres of the zone; null while the points place nothing. */
  @Column('jsonb', { nullable: true }) transform!: number[] | null
  @Column('jsonb', { nullable: true }) bounds!: number[] | null
  @Column('real') opacity!: number
  @Column('smallint') position!: number
  /** Counts placings: the tiles of each have addresses of their own. */
  @Column('integer') version!: number
}
