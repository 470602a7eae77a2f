import { isId, type Id } from '@mitsprache/terms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../../platform/database/database.ts'
import { ifNoneMatch } from '../../../platform/tiles/if-none-match.ts'
import type { Ctx } from '../../identity/index.ts'
import type { LayerFetcher, LayerPart } from './fetch-layer.ts'
import { LayerFailure } from './layer-problem.ts'
import { layerSourceOfTenant, publishedLayerSource, type LayerSource } from './layer.queries.ts'

export type LayerDeps = {
  database: Database
  fetcher: LayerFetcher
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Pick<Ctx, 'viewer'>>
}

const WHOLE = /^(0|[1-9]\d{0,7})$/
const TILE = /^(0|[1-9]\d{0,7})\.png$/
const GEOJSON = /^(.*)\.geojson$/

type AskedTile = FastifyRequest<{ Params: { id: string; z: string; x: string; file: string } }>
type AskedFile = FastifyRequest<{ Params: { file: string } }>
type Found = { source: LayerSource; published: boolean }

/**
 * `GET /tiles/layers/<layer>/<z>/<x>/<y>.png` and `GET /tiles/layers/<layer>.geojson`: maps of others, fetched by us, so
 * that they learn nothing of who looks. Only the layer and numbers are taken from the request; a query is for the
 * browser's cache alone.
 *
 * A layer that is not published shows to the administrators of its tenant; to everybody else it does not exist. Where
 * its server gives nothing of use, the answer is 503, at once while it is known to fail.
 */
export function registerLayers(app: FastifyInstance, deps: LayerDeps): void {
  app.get('/tiles/layers/:id/:z/:x/:file', async (request: AskedTile, reply) => {
    const { id, z: zoom, x: column, file } = request.params
    const name = TILE.exec(file)
    if (!WHOLE.test(zoom) || !WHOLE.test(column) || !name) return refuse(reply, 400)
    const [z, x, y] = [zoom, column, name[1]!].map(Number) as [number, number, number]
    if (!isId(id) || z > 22 || x >= 2 ** z || y >= 2 ** z) return refuse(reply, 404)
    const found = await findLayer(deps, request, reply, id)
    if (!found || found.source.kind === 'geojson') return refuse(reply, 404)
    if (z < found.source.zoomLeast || z > found.source.zoomMost) return refuse(reply, 404)
    return answer(request, reply, found, () => deps.fetcher.tile(found.source, { z, x, y }))
  })

  app.get('/tiles/layers/:file', async (request: AskedFile, reply) => {
    const id = GEOJSON.exec(request.params.file)?.[1]
    if (!id || !isId(id)) return refuse(reply, 404)
    const found = await findLayer(deps, request, reply, id)
    if (found?.source.kind !== 'geojson') return refuse(reply, 404)
    return answer(request, reply, found, () => deps.fetcher.geoJson(found.source))
  })
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { published }: Found,
  obtain: () => Promise<LayerPart>,
): Promise<FastifyReply> {
  try {
    const { content, type, sha256 } = await obtain()
    const etag = `"${sha256.slice(0, 32)}"`
    reply
      .header('etag', etag)
      .header('cache-control', published ? 'public, max-age=3600' : 'private, no-cache')
      // Nothing in it may act, should anybody open it by itself.
      .header('content-security-policy', `default-src 'none'; sandbox; frame-ancestors 'none'`)
    if (ifNoneMatch(request, etag)) return await reply.code(304).send()
    return await reply.type(type).send(content)
  } catch (cause) {
    if (!(cause instanceof LayerFailure)) throw cause
    return reply
      .header('cache-control', 'no-store')
      .header('retry-after', '30')
      .code(503)
      .send({ code: 'LAYER_UNAVAILABLE', message: 'The server of this layer gives nothing of use just now.' })
  }
}

const refuse = (reply: FastifyReply, status: 400 | 404) =>
  reply.header('cache-control', 'no-store').code(status).send()

async function findLayer(
  { database, contextOf }: LayerDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: Id,
): Promise<Found | null> {
  const [source] = await database.read(publishedLayerSource, id)
  if (source) return { source, published: true }
  const { viewer } = await contextOf(request, reply)
  const administered = (viewer?.memberships ?? []).filter(
    ({ role, procedureId }) => role === 'administrator' && procedureId === null,
  )
  for (const { tenantId } of administered) {
    const [draft] = await database.transaction('staff', { tenantId }, (tx) =>
      tx.read(layerSourceOfTenant, tenantId, id),
    )
    if (draft) return { source: draft, published: false }
  }
  return null
}
