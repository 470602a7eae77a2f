import { isId, LIMITS, type Id, type LocalizedText } from '@mitsprache/terms'
import { recordEvent } from '../../platform/database/event.ts'
import { InputRefused, StaleVersion, type FieldProblem } from '../../platform/refusal.graphql.ts'
import { demand, found, staffOf, type Ctx } from '../identity/index.ts'
import {
  isOnEarth,
  mayEdit,
  staffProcedureById,
  touchProcedure,
  type StaffProcedureView,
} from '../procedures/index.ts'
import { titleProblems, UNPLACED } from './add-drawing.ts'
import { PlanDrawingRow } from './drawing.entity.ts'
import { drawingToPlace } from './drawing.queries.ts'
import {
  boundsOfDrawing,
  placeDrawing as place,
  type ControlPoint,
  type DrawingSize,
} from './place-drawing.rules.ts'
import { drawingChanged } from './plan.events.ts'

export type DrawingChange = {
  procedureId: Id
  version: number
  drawingId: Id
  points?: ControlPoint[] | null
  opacity?: number | null
  title?: LocalizedText | null
}

/**
 * Lays a drawing by its control points; what is not named stays. Points that place nothing yet are kept as well,
 * and the answer says why: nobody has to find the third point before the first two are safe.
 *
 * @returns the procedure, or the refusal: a point off the drawing or off the earth, too many of them, a title that
 * cannot be so, or somebody else saved in between.
 */
export async function placeDrawing(
  ctx: Ctx,
  tenantSlug: string,
  change: DrawingChange,
): Promise<StaffProcedureView | InputRefused | StaleVersion> {
  const staff = staffOf(ctx, tenantSlug)
  const { tenantId } = staff
  const { procedureId, drawingId, points, opacity, title } = change
  demand(mayEdit(staff, procedureId))
  found((isId(procedureId) && isId(drawingId)) || null)

  return ctx.staff(tenantId, async (tx) => {
    const drawing = found((await tx.read(drawingToPlace, tenantId, procedureId, drawingId))[0])
    const problems = findProblems(change, drawing)
    if (problems.length) return InputRefused.of(...problems)
    if (!(await touchProcedure(tx, tenantId, procedureId, change.version))) return StaleVersion.of()
    await tx.update(
      PlanDrawingRow,
      { tenantId, id: drawingId, version: drawing.version },
      {
        ...(points && { ...placedBy(points, drawing), version: drawing.version + 1 }),
        ...(opacity != null && { opacity }),
        ...(title && { title }),
      },
    )
    const { personId } = staff.viewer
    await recordEvent(
      tx,
      drawingChanged('DrawingChanged', tenantId, procedureId, drawingId, personId, ctx.clock()),
    )
    return (await tx.read(staffProcedureById, tenantId, procedureId))[0]!
  })
}

function placedBy(points: ControlPoint[], size: DrawingSize) {
  const placed = place(points)
  if ('problem' in placed)
    return {
      points,
      placing: { ...UNPLACED, problem: placed.problem },
      zone: null,
      transform: null,
      bounds: null,
    }
  const { zone, transform, errorM, residualsM, worst, warnings } = placed
  return {
    points,
    placing: { ...UNPLACED, problem: null, errorM, residualsM, worst, warnings },
    zone,
    transform: [...transform],
    bounds: boundsOfDrawing(placed, size),
  }
}

function findProblems(
  { points, opacity, title }: DrawingChange,
  { widthPx, heightPx }: DrawingSize,
): FieldProblem[] {
  const problems = title ? titleProblems(title) : []
  if (opacity != null && !(opacity >= 0 && opacity <= 1))
    problems.push({ field: 'opacity', problem: 'outOfRange' })
  if ((points?.length ?? 0) > LIMITS.controlPoints)
    problems.push({ field: 'points', problem: 'tooMany', limit: LIMITS.controlPoints })
  for (const [i, { x, y, lon, lat }] of (points ?? []).entries()) {
    if (!(x >= 0 && x <= widthPx && y >= 0 && y <= heightPx))
      problems.push({ field: `points.${i}`, problem: 'offTheDrawing' })
    // Beyond it no map is shown, and the metres of our zones stretch.
    if (!isOnEarth(lon, lat) || lon < -5 || lon > 25 || lat < 40 || lat > 62)
      problems.push({ field: `points.${i}`, problem: 'outOfRange' })
  }
  return problems
}
