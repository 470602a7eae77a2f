export { registerCalendar } from './calendar.http.ts'
import {
  CategoryRow,
  ConsultationRoundRow,
  PlanPartRow,
  ProcedureRevisionRow,
  ProcedureRow,
} from './procedure.entity.ts'
import { CategoryResolver, ProcedureResolver } from './procedure.graphql.ts'
import { StaffProcedureResolver } from './staff-procedure.graphql.ts'

export { findProcedure, findProcedureById, listProcedures, toProcedure } from './list-procedures.ts'
export { Procedure } from './procedure.graphql.ts'
export { categoriesOf, Category, DocumentCategoryEnum, PlanDocument } from './procedure-types.graphql.ts'
export type { DrawingPlacing } from './drawing-types.graphql.ts'
export { ProcedureSaved, saved, SaveProcedureResult } from './staff-procedure.graphql.ts'
export {
  activeProcedures,
  publicProcedureById,
  publicProcedureBySlug,
  planPartsOf,
  staffProcedureById,
  type CategoryView,
  type PlanPartView,
  type ProcedureView,
  type StaffProcedureView,
} from './procedure.queries.ts'
export { publishedPlan } from './published-plan.queries.ts'
export { mayEdit, mayEraseAuthor, mayExport, mayModerate, moderatedOnly } from './procedure.policy.ts'
export { roundState } from './procedure.rules.ts'
export { boundsOf, isOnEarth, readTerritory, type Territory } from './territory.rules.ts'
export { touchProcedure } from './update-procedure.ts'
export { publishProcedure, putOnDisplay } from './publish-procedure.ts'
export { CategoryRow, ConsultationRoundRow, PlanPartRow, ProcedureRow }
export const PROCEDURE_ENTITIES = [
  ProcedureRow,
  ConsultationRoundRow,
  CategoryRow,
  PlanPartRow,
  ProcedureRevisionRow,
]
export const PROCEDURE_RESOLVERS = [ProcedureResolver, CategoryResolver, StaffProcedureResolver] as const
