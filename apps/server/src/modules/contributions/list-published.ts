import { isId, type Id } from '@mitsprache/terms'
import { badInput } from '../../platform/bad-input.ts'
import { pageOf, readPage } from '../../platform/page.ts'
import type { PublicCtx } from '../../platform/public-door.ts'
import { readSearch } from '../../platform/search.ts'
import { fromWkb } from '../../platform/wkb.ts'
import { isOnEarth, type Category } from '../procedures/index.ts'
import {
  newestFiltered,
  newestPublished,
  oldestFiltered,
  publishedById,
  type PublishedView,
} from './contribution.queries.ts'
import { getShape, type Shape } from './round.ts'

/** A contribution as everyone may read it. */
export type Published = Omit<PublishedView, 'geometry'> & {
  /** Without its count, which is read where somebody asks for it. */
  category: Category | null
  geometry: object | null
}

export type PublishedAsked = {
  procedureId: Id
  categoryIds?: Id[] | null
  search?: string | null
  /** [west, south, east, north], degrees. */
  bbox?: number[] | null
  order: string
  first: number
  after?: string | null
}

function readBbox(bbox: number[] | null | undefined): number[] | null {
  if (!bbox) return null
  const [west, south, east, north] = bbox
  if (
    bbox.length !== 4 ||
    !isOnEarth(west, south) ||
    !isOnEarth(east, north) ||
    west! > east! ||
    south! > north!
  )
    throw badInput('"bbox" must be [west, south, east, north] in degrees.')
  return bbox
}

/** Fills the row in rather than copying it: this runs for every line that anybody reads. */
const toPublished = (view: PublishedView, shape: Shape | null): Published =>
  Object.assign(view, {
    category: (view.categoryId && (shape?.categories.get(view.categoryId) as Category | undefined)) || null,
    geometry: view.geometry && fromWkb(view.geometry),
  })

/** What is known of the procedure that all these belong to. */
const shapeOf = async (ctx: PublicCtx, view: PublishedView | undefined) =>
  view ? getShape(ctx.database, view.procedureId, view.revision) : null

/**
 * A page of what is published of a procedure; nothing of one that is not on display.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export async function listPublished(ctx: PublicCtx, asked: PublishedAsked) {
  const { procedureId, categoryIds, order } = asked
  const words = readSearch(asked.search)
  const box = readBbox(asked.bbox)
  if (categoryIds && categoryIds.length > 50) throw badInput('"categoryIds" takes up to 50.')
  const only = categoryIds?.length ? categoryIds : null
  const page = readPage(ctx.secrets, asked, ['contributions', procedureId, only, words, box, order])
  if (!isId(procedureId) || only?.some((id) => !isId(id)))
    return { nodes: [], endCursor: null, hasNext: false }
  const at = page.after ? new Date(page.after[0] as string) : null
  const id = (page.after?.[1] as Id | undefined) ?? null
  const plain = !only && !words && !box && order === 'newestFirst'
  const rows = plain
    ? await ctx.database.read(newestPublished, procedureId, page.first + 1, at, id)
    : await ctx.database.read(
        order === 'newestFirst' ? newestFiltered : oldestFiltered,
        procedureId,
        page.first + 1,
        at,
        id,
        only,
        words,
        box,
      )
  const shape = await shapeOf(ctx, rows[0])
  return pageOf(
    ctx.secrets,
    page,
    rows,
    (row) => [row.publishedAt.toISOString(), row.id],
    (row) => toPublished(row, shape),
  )
}

/** One by its id, or null for what is not published. */
export async function findPublished(ctx: PublicCtx, id: Id): Promise<Published | null> {
  if (!isId(id)) return null
  const [row] = await ctx.database.read(publishedById, id)
  return row ? toPublished(row, await shapeOf(ctx, row)) : null
}
