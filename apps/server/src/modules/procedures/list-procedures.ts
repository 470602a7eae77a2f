import { isId, type Id, type ProcedureKind } from '@mitsprache/terms'
import { pageOf, readPage } from '../../platform/page.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import { readSearch } from '../../platform/search.ts'
import { planDrawingOf } from './drawing-types.graphql.ts'
import type { Procedure } from './procedure.graphql.ts'
import { categoriesOf, extensionOf, planDocumentOf } from './procedure-types.graphql.ts'
import {
  publicProcedureById,
  publicProcedureBySlug,
  publicProcedures,
  publicProceduresOfAll,
  type ProcedureView,
} from './procedure.queries.ts'
import { roundState } from './procedure.rules.ts'

export function toProcedure(view: ProcedureView, now: Date): Procedure {
  return {
    ...view,
    round: {
      id: view.roundId,
      step: view.step,
      passNumber: view.passNumber,
      startsOn: view.startsOn,
      endsOn: view.endsOn,
      startsAt: view.startsAt,
      endsAt: view.endsAt,
      state: roundState(view.startsAt, view.endsAt, now),
      extensions: view.extensions.map(extensionOf),
    },
    center: view.centerLon === null ? null : [view.centerLon, view.centerLat!],
    planUrl: view.hasPlan ? `/map/plan/${view.id}?v=${view.revision}` : null,
    documents: view.documents.map(planDocumentOf),
    drawings: view.drawings.map(planDrawingOf),
    categories: categoriesOf(view.categories, view.publishedCounts),
    publishedCount: Object.values(view.publishedCounts).reduce((sum, n) => sum + n, 0),
  }
}

export type ProceduresAsked = {
  /** Null: of the whole installation. */
  tenant: string | null
  kind?: ProcedureKind | null
  state: string
  search?: string | null
  first: number
  after?: string | null
}

/**
 * A page of procedures on display, of one tenant or of all: open ones by their last day, then planned, then closed ones.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export async function listProcedures(ctx: PublicCtx, asked: ProceduresAsked) {
  const { tenant, state, kind = null } = asked
  const words = readSearch(asked.search)
  const page = readPage(ctx.secrets, asked, ['procedures', tenant, state, words, kind])
  const now = ctx.clock()
  const [rank, sort, id] = (page.after ?? []) as [number?, string?, Id?]
  const params = [
    now,
    state,
    words,
    page.first + 1,
    rank ?? null,
    sort ? new Date(sort) : null,
    id ?? null,
    kind,
  ] as const
  const rows = tenant
    ? await ctx.database.read(publicProcedures, tenant, ...params)
    : await ctx.database.read(publicProceduresOfAll, null, ...params)
  return pageOf(
    ctx.secrets,
    page,
    rows,
    (row) => [row.rank, row.sort.toISOString(), row.id],
    (row) => toProcedure(row, now),
  )
}

/** A procedure on display by its address, or null. */
export async function findProcedure(ctx: PublicCtx, tenant: string, slug: string): Promise<Procedure | null> {
  const [row] = await ctx.database.read(publicProcedureBySlug, tenant, slug)
  return row ? toProcedure(row, ctx.clock()) : null
}

/** The same by its id alone. */
export async function findProcedureById(ctx: PublicCtx, id: Id): Promise<Procedure | null> {
  if (!isId(id)) return null
  const [row] = await ctx.database.read(publicProcedureById, id)
  return row ? toProcedure(row, ctx.clock()) : null
}
