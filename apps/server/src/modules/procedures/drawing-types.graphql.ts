import type { Id, LocalizedText as Text } from '@mitsprache/terms'
import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { LocalizedText } from '../tenants/index.ts'

/** How a drawing came to lie where it lies, and how exact that is; kept with every revision. */
export type DrawingPlacing = {
  by: 'points' | 'file'
  /** Why it lies nowhere yet. */
  problem: string | null
  errorM: number | null
  residualsM: number[]
  worst: number | null
  warnings: string[]
  /** Where the file itself tells: its code of EPSG. */
  epsg: number | null
}

/** What everybody may know of a drawing on the map. */
export type DrawingView = {
  id: Id
  version: number
  title: Text
  page: number
  opacity: number
  bounds: number[] | null
  fileId: Id
  fileName: string
  sizeBytes: number
  pages: number | null
}

export type StaffDrawingView = DrawingView & {
  widthPx: number
  heightPx: number
  points: { x: number; y: number; lon: number; lat: number }[]
  placing: DrawingPlacing
}

@ObjectType({ simpleResolvers: true, description: 'A drawing of the plan as a layer of the map.' })
export class PlanDrawing {
  @Field(() => ID) id!: Id
  @Field(() => LocalizedText) title!: Text
  @Field(() => Int, { description: 'Page of the document it was taken from.' }) page!: number
  @Field(() => Float, { description: '0 is invisible, 1 covers the map.' }) opacity!: number
  @Field(() => [Float], { nullable: true, description: 'West, south, east, north; null until it is placed.' })
  bounds?: number[] | null
  @Field(() => String, { description: 'With {z}, {x}, {y}, and {r} for dense screens.' }) tilesUrl!: string
  @Field(() => String) fileName!: string
  @Field(() => Float) sizeBytes!: number
  @Field(() => Int, { nullable: true }) pages?: number | null
  @Field(() => String, { description: 'The document itself.' }) url!: string
}

@ObjectType({ simpleResolvers: true, description: 'The same spot twice: pixels from the left top, degrees.' })
export class DrawingPoint {
  @Field(() => Float) x!: number
  @Field(() => Float) y!: number
  @Field(() => Float) lon!: number
  @Field(() => Float) lat!: number
  @Field(() => Float, { nullable: true, description: 'Metres from where the drawing puts it.' })
  residualM?: number | null
}

@ObjectType({ simpleResolvers: true, description: 'A drawing as its planners place it.' })
export class StaffDrawing extends PlanDrawing {
  @Field(() => Int) widthPx!: number
  @Field(() => Int) heightPx!: number
  @Field(() => String, { description: 'Tiles of the picture itself, with {z}, {x} and {y}.' })
  pictureUrl!: string
  @Field(() => [DrawingPoint]) points!: DrawingPoint[]
  @Field(() => String, { description: 'points or file: what placed it.' }) placedBy!: string
  @Field(() => String, { nullable: true, description: 'Code of why it lies nowhere yet.' })
  placingProblem?: string | null
  @Field(() => Float, { nullable: true, description: 'Metres a point is off on average.' }) errorM?:
    number | null
  @Field(() => Int, { nullable: true, description: 'Index of the point that deviates most.' }) worst?:
    number | null
  @Field(() => [String]) warnings!: string[]
  @Field(() => Int, { nullable: true }) epsg?: number | null
}

export const planDrawingOf = (view: DrawingView): PlanDrawing => ({
  ...view,
  tilesUrl: `/tiles/plan/${view.id}/${view.version}/{z}/{x}/{y}{r}.webp`,
  url: `/files/${view.fileId}/${encodeURIComponent(view.fileName)}`,
})

export const staffDrawingOf = (view: StaffDrawingView): StaffDrawing => ({
  ...planDrawingOf(view),
  widthPx: view.widthPx,
  heightPx: view.heightPx,
  pictureUrl: `/drawings/${view.id}/{z}/{x}/{y}.webp`,
  points: view.points.map((point, i) => ({ ...point, residualM: view.placing.residualsM[i] ?? null })),
  placedBy: view.placing.by,
  placingProblem: view.placing.problem,
  errorM: view.placing.errorM,
  worst: view.placing.worst,
  warnings: view.placing.warnings,
  epsg: view.placing.epsg,
})

/** What of a staff's drawing goes on display: only what lies somewhere, and nothing of how it was placed. */
export const drawingsOnDisplay = (views: StaffDrawingView[]): DrawingView[] =>
  views
    .filter(({ bounds }) => bounds !== null)
    .map(({ id, version, title, page, opacity, bounds, fileId, fileName, sizeBytes, pages }) => ({
      id,
      version,
      title,
      page,
      opacity,
      bounds,
      fileId,
      fileName,
      sizeBytes,
      pages,
    }))
