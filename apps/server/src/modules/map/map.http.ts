import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isId, LIMITS, type Id } from '@mitsprache/terms'
import type { Database } from '../../platform/database/database.ts'
import { readSearch } from '../../platform/search.ts'
import { CELL_ZOOMS, cellsOf, mortonRanges, type Bbox } from './grid.rules.ts'
import { cellsInView, countInView, pointsInView, searchedInView, type PointRow } from './map.queries.ts'

type Query = { bbox: Bbox; zoom: number; categories: Id[] | null; search: string | null }

/** Points are drawn singly where no more than these lie in the view. */
const POINTS_AT_MOST = 120
/** A view wider than this many cells is no screen of ours. */
const CELLS_ACROSS = 64

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/**
 * What the map shows of a procedure's published contributions: cells from far, points from near, by the same
 * visibility and filters as the list. Compact arrays with an ETag.
 */
export function registerMap(app: FastifyInstance, database: Database): void {
  app.get<{ Params: { procedureId: string }; Querystring: Record<string, unknown> }>(
    '/map/:procedureId/cells',
    async (request, reply) => {
      const query = readQuery(request.query)
      if (!query || !isId(request.params.procedureId))
        return reply.code(400).send({
          code: 'BAD_USER_INPUT',
          message: 'bbox=west,south,east,north and z are needed, in degrees and 5 to 19.',
        })
      const body = JSON.stringify(await lookAt(database, request.params.procedureId, query))
      return answer(reply, body, request.headers['if-none-match'])
    },
  )
}

function answer(reply: FastifyReply, body: string, known: string | undefined) {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  // Asked again each time, but sent only when a decision changed it.
  reply.header('etag', etag).header('cache-control', 'public, max-age=0, must-revalidate')
  if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) return reply.code(304).send()
  return reply.type('application/json; charset=utf-8').send(body)
}

async function lookAt(database: Database, procedureId: Id, { bbox, zoom, categories, search }: Query) {
  if (search) {
    const found = await database.read(
      searchedInView,
      procedureId,
      search,
      bbox,
      categories,
      LIMITS.mapItems + 1,
    )
    return { ...points(found.slice(0, LIMITS.mapItems)), more: found.length > LIMITS.mapItems }
  }
  const level = Math.min(CELL_ZOOMS.most, Math.max(CELL_ZOOMS.least, zoom))
  const { west, north, east, south } = cellsOf(bbox, level)
  const [{ n }] = (await database.read(
    countInView,
    procedureId,
    level,
    west,
    north,
    east,
    south,
    categories,
  )) as [{ n: number }]
  if (n <= POINTS_AT_MOST || zoom > CELL_ZOOMS.most) {
    const { from, to } = mortonRanges(bbox)
    const found = await database.read(
      pointsInView,
      procedureId,
      from,
      to,
      bbox,
      categories,
      LIMITS.mapItems + 1,
    )
    return { ...points(found.slice(0, LIMITS.mapItems)), more: found.length > LIMITS.mapItems }
  }
  const cells = await database.read(
    cellsInView,
    procedureId,
    level,
    west,
    north,
    east,
    south,
    categories,
    LIMITS.mapItems,
  )
  return {
    cells: cells.map((cell) => [
      round(cell.lon),
      round(cell.lat),
      cell.n,
      cell.n === 1 ? cell.categoryId : null,
    ]),
    points: [],
    categories: [],
    more: false,
  }
}

function points(rows: PointRow[]) {
  const categories: Id[] = []
  const indexOf = (id: Id | null) => {
    if (!id) return -1
    const known = categories.indexOf(id)
    return known >= 0 ? known : categories.push(id) - 1
  }
  return {
    cells: [],
    points: rows.map((row) => [round(row.lon), round(row.lat), row.id, indexOf(row.categoryId), row.title]),
    categories,
  }
}

function readQuery(raw: Record<string, unknown>): Query | null {
  const known = ['bbox', 'z', 'categories', 'search']
  if (Object.entries(raw).some(([key, value]) => !known.includes(key) || typeof value !== 'string'))
    return null
  const { bbox, z, categories, search } = raw as Record<string, string | undefined>
  if (
    !bbox ||
    bbox.length > 200 ||
    !/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/.test(bbox) ||
    !z ||
    !/^\d{1,2}$/.test(z)
  )
    return null
  const [west, south, east, north] = bbox.split(',').map(Number) as Bbox
  const zoom = Number(z)
  if (
    west > east ||
    south > north ||
    Math.abs(west) > 180 ||
    Math.abs(east) > 180 ||
    Math.abs(south) > 90 ||
    Math.abs(north) > 90
  )
    return null
  if (zoom < 1 || zoom > 19) return null
  const view: Bbox = [west, Math.max(-85, south), east, Math.min(85, north)]
  const level = Math.min(CELL_ZOOMS.most, Math.max(CELL_ZOOMS.least, zoom))
  const across = cellsOf(view, level)
  if (across.east - across.west > CELLS_ACROSS || across.south - across.north > CELLS_ACROSS) return null
  const ids = categories?.split(',').filter(Boolean) ?? []
  if (ids.length > 50 || ids.some((id) => !isId(id))) return null
  try {
    return { bbox: view, zoom, categories: ids.length ? ids : null, search: readSearch(search) }
  } catch {
    return null
  }
}
