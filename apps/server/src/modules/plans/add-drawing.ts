import { isId, LIMITS, newId, type Id, type LocalizedText } from '@mitsprache/terms'
import type { Tx } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { isRasterRefusal, type Raster } from '../../platform/raster/index.ts'
import { InputRefused, StaleVersion, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import {
  mayEdit,
  staffProcedureById,
  touchProcedure,
  type DrawingPlacing,
  type StaffProcedureView,
} from '../procedures/index.ts'
import { PlanDrawingRow } from './drawing.entity.ts'
import { fileOfDocument, fileOfUpload, type DrawableFile } from './drawing.queries.ts'
import { rasterFormatOf } from './drawing-source.rules.ts'
import { placeByFile } from './ground.rules.ts'
import { boundsOfDrawing } from './place-drawing.rules.ts'
import { UploadRow } from './plan.entity.ts'
import { drawingChanged } from './plan.events.ts'
import { uploadOfPerson } from './plan.queries.ts'
import { uploadProblem } from './upload.rules.ts'

export type NewDrawing = {
  procedureId: Id
  version: number
  /** One of the two: a file just sent, or a document that lies in the procedure already. */
  uploadId?: Id | null
  documentId?: Id | null
  page: number
  title: LocalizedText
}

export const UNPLACED: DrawingPlacing = {
  by: 'points',
  problem: 'tooFewPoints',
  errorM: null,
  residualsM: [],
  worst: null,
  warnings: [],
  epsg: null,
}
/** Dark enough to read, light enough to see the streets below. */
const OPACITY_AT_FIRST = 0.8

/**
 * Takes a page of a PDF or a picture as a drawing of the plan, ready to be laid on the map. A GeoTIFF lies there at
 * once, where it says itself.
 *
 * Cutting it into tiles comes first and may take a minute; only then is anything written.
 *
 * @returns the procedure, or the refusal: a file that is not there or cannot be shown, no such page, too many
 * drawings, or somebody else saved in between.
 */
export async function addDrawing(
  ctx: Ctx,
  tenantSlug: string,
  drawing: NewDrawing,
): Promise<StaffProcedureView | InputRefused | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  const { personId } = staff.viewer
  const { procedureId, uploadId, page, title } = drawing
  demand(mayEdit(staff, procedureId))
  found(isId(procedureId) || null)
  const problems = findProblems(drawing)
  if (problems.length) return InputRefused.of(...problems)

  const file = await ctx.staff(tenantId, (tx) => findFile(ctx, tx, { tenantId, personId }, drawing))
  if (file instanceof InputRefused) return file
  const format = rasterFormatOf(file.mediaType)
  if (!format) return InputRefused.of({ field: 'file', problem: 'notAPicture' })
  const raster = await ctx.rasters.obtain({ sha256: file.sha256, page, format })
  if (isRasterRefusal(raster))
    return InputRefused.of({
      field: raster.code === 'NoSuchPage' ? 'page' : 'file',
      problem: raster.code.charAt(0).toLowerCase() + raster.code.slice(1),
    })

  return ctx.staff(tenantId, async (tx) => {
    const procedure = found((await tx.read(staffProcedureById, tenantId, procedureId))[0])
    if (procedure.drawings.length >= LIMITS.drawingsPerProcedure)
      return InputRefused.of({ field: 'file', problem: 'tooMany', limit: LIMITS.drawingsPerProcedure })
    if (uploadId) {
      // Asked again, and locked: one upload becomes one drawing.
      const again = await findFile(ctx, tx, { tenantId, personId }, drawing)
      if (again instanceof InputRefused) return again
      await tx.update(UploadRow, { tenantId, id: uploadId }, { state: 'used' })
    }
    if (!(await touchProcedure(tx, tenantId, procedureId, drawing.version))) return StaleVersion.of()
    const id = newId()
    await tx.insert(PlanDrawingRow, {
      tenantId,
      id,
      procedureId,
      fileId: file.fileId,
      page,
      widthPx: raster.widthPx,
      heightPx: raster.heightPx,
      title,
      points: [],
      ...placedAtFirst(raster),
      opacity: OPACITY_AT_FIRST,
      position: procedure.drawings.length,
      version: 1,
    })
    await recordEvent(tx, drawingChanged('DrawingAdded', tenantId, procedureId, id, personId, ctx.clock()))
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}

async function findFile(
  ctx: Ctx,
  tx: Tx,
  { tenantId, personId }: { tenantId: Id; personId: Id },
  { procedureId, uploadId, documentId }: NewDrawing,
): Promise<DrawableFile | InputRefused> {
  if (documentId) {
    const [file] = await tx.read(fileOfDocument, tenantId, procedureId, documentId)
    return file ?? InputRefused.of({ field: 'documentId', problem: 'unknown' })
  }
  const [upload] = await tx.read(uploadOfPerson, tenantId, uploadId!, personId, ctx.clock())
  const problem = uploadProblem(upload, 'planPicture')
  if (problem) return InputRefused.of({ field: 'uploadId', problem })
  return (await tx.read(fileOfUpload, tenantId, uploadId!))[0]!
}

/** A file that says where it lies needs no points. */
function placedAtFirst(raster: Raster) {
  const nowhere = { placing: UNPLACED, zone: null, transform: null, bounds: null }
  if (!raster.place) return nowhere
  const { epsg } = raster.place
  const placed = placeByFile(raster.place, raster)
  if (!placed) return { ...nowhere, placing: { ...UNPLACED, problem: 'unknownSystem', epsg } }
  const placing: DrawingPlacing = { ...UNPLACED, by: 'file', problem: null, errorM: placed.accuracyM, epsg }
  const { zone, transform } = placed
  return { placing, zone, transform: [...transform], bounds: boundsOfDrawing(placed, raster) }
}

function findProblems({ uploadId, documentId, page, title }: NewDrawing): FieldProblem[] {
  const problems: FieldProblem[] = titleProblems(title)
  if (!!uploadId === !!documentId || !isId((uploadId ?? documentId)!))
    problems.push({ field: documentId ? 'documentId' : 'uploadId', problem: 'unknown' })
  if (!Number.isSafeInteger(page) || page < 1) problems.push({ field: 'page', problem: 'noSuchPage' })
  return problems
}

export function titleProblems(title: LocalizedText): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!title.de.trim()) problems.push({ field: 'title', problem: 'empty' })
  for (const one of [title.de, title.en, title.hsb]) {
    if ([...(one ?? '')].length > LIMITS.procedureTitle)
      problems.push({ field: 'title', problem: 'tooLong', limit: LIMITS.procedureTitle })
    if (one?.includes('\0')) problems.push({ field: 'title', problem: 'unreadable' })
  }
  return problems
}
