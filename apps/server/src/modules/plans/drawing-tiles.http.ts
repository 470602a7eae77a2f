import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isId, type Id } from '@mitsprache/terms'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Affine } from '../../platform/affine.ts'
import type { Database } from '../../platform/database/database.ts'
import {
  isRasterRefusal,
  nativeZoom,
  pyramidTile,
  rasterTiles,
  type Raster,
  type RasterShelf,
} from '../../platform/raster/index.ts'
import { ifNoneMatch } from '../../platform/tiles/if-none-match.ts'
import { tileCache } from '../../platform/tiles/tile-cache.ts'
import { TooManyTiles } from '../../platform/tiles/tile-queue.ts'
import type { Ctx } from '../identity/index.ts'
import { maySeeDraftFile } from './plan.policy.ts'
import { publishedDrawing, staffDrawing, type TileSource } from './drawing.queries.ts'
import { rasterFormatOf } from './drawing-source.rules.ts'
import { tileToDrawing } from './place-drawing.rules.ts'

export type DrawingTileDeps = {
  database: Database
  rasters: RasterShelf
  /** For tiles of drawings on display; may be emptied at any time. */
  cacheDir: string
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Pick<Ctx, 'viewer'>>
}

/** How tiles of drawings are drawn; another number, and all are drawn anew. */
const STYLE = '1'
/** A page is cut again only where its tiles were lost; who waits longer for it asks again. */
const PATIENCE_MS = 2_000
const ZOOM_LEAST = 8
const ZOOM_MOST = 22
const WHOLE = /^(0|[1-9]\d{0,6})$/
const FILE = /^(0|[1-9]\d{0,6})(@2x)?\.webp$/

type Asked = FastifyRequest<{ Params: { id: string; version: string; z: string; x: string; file: string } }>

/**
 * `GET /tiles/plan/<drawing>/<version>/<z>/<x>/<y>.webp`, `…@2x.webp`: a drawing as a layer of the map. What is on
 * display lies there for ever; a drawing that is still being placed shows to the staff of its procedure, and to
 * everybody else it does not exist.
 *
 * `GET /drawings/<drawing>/<z>/<x>/<y>.webp`: the picture itself, for those who place it.
 */
export function registerDrawingTiles(app: FastifyInstance, deps: DrawingTileDeps): void {
  const drawing = rasterTiles()
  const cache = tileCache(deps.cacheDir, STYLE)
  app.addHook('onClose', () => drawing.close())

  app.get('/tiles/plan/:id/:version/:z/:x/:file', async (request: Asked, reply) => {
    const { id, version: versionText, z: zoom, x: column, file } = request.params
    const name = FILE.exec(file)
    if (!WHOLE.test(versionText) || !WHOLE.test(zoom) || !WHOLE.test(column) || !name)
      return refuse(reply, 400)
    const [version, z, x, y] = [versionText, zoom, column, name[1]!].map(Number) as [
      number,
      number,
      number,
      number,
    ]
    if (!isId(id) || z < ZOOM_LEAST || z > ZOOM_MOST || x >= 2 ** z || y >= 2 ** z) return refuse(reply, 404)

    const [published] = await deps.database.read(publishedDrawing, id, version)
    const source = published ?? (await ofStaff(deps, request, reply, id))
    if (!source) return refuse(reply, 404)
    // It was placed otherwise while the map still asked for how it lay: nothing to see there any more.
    if (!source.transform || source.version !== version)
      return reply.header('cache-control', 'no-store').code(204).send()
    const etag = `"${STYLE}-${id}-${version}-${z}-${x}-${y}${name[2] ?? ''}"`
    reply
      .header('etag', etag)
      .header('cache-control', published ? 'public, max-age=31536000, immutable' : 'private, no-cache')
    if (ifNoneMatch(request, etag)) return reply.code(304).send()
    reply.type('image/webp')

    const key = `${id}/${version}/${z}/${x}/${file}`
    const kept = published && (await cache.read(key))
    if (kept) return reply.send(kept)
    const raster = await cutInTime(deps.rasters, source)
    if (raster === 'later') return later(reply)
    const sizePx = name[2] ? 512 : 256
    const placement = { zone: source.zone!, transform: source.transform as unknown as Affine }
    try {
      const tile = await drawing.draw({
        folder: deps.rasters.folderOf(source),
        widthPx: raster.widthPx,
        heightPx: raster.heightPx,
        toPicture: tileToDrawing(placement, { z, x, y }, sizePx),
        sizePx,
      })
      if (published) await cache.keep(key, tile)
      return await reply.send(tile)
    } catch (fault) {
      if (fault instanceof TooManyTiles) return later(reply)
      reply.removeHeader('etag').header('cache-control', 'no-store')
      throw fault
    }
  })

  app.get('/drawings/:id/:z/:x/:file', async (request: Asked, reply) => {
    const { id, z: zoom, x: column, file } = request.params
    const name = FILE.exec(file)
    if (!isId(id) || !WHOLE.test(zoom) || !WHOLE.test(column) || !name || name[2]) return refuse(reply, 404)
    const source = await ofStaff(deps, request, reply, id)
    if (!source || Number(zoom) > nativeZoom(source)) return refuse(reply, 404)
    const etag = `"${source.sha256.toString('base64url')}-${source.page}-${zoom}-${column}-${name[1]}"`
    reply.header('etag', etag).header('cache-control', 'private, no-cache')
    if (ifNoneMatch(request, etag)) return reply.code(304).send()
    const raster = await cutInTime(deps.rasters, source)
    if (raster === 'later') return later(reply)
    const path = join(
      deps.rasters.folderOf(source),
      pyramidTile(Number(zoom), Number(column), Number(name[1])),
    )
    const tile = await readFile(path).catch(() => null)
    return tile ? reply.type('image/webp').send(tile) : refuse(reply.removeHeader('etag'), 404)
  })
}

const refuse = (reply: FastifyReply, status: 400 | 404) =>
  reply.header('cache-control', 'no-store').code(status).send()

const later = (reply: FastifyReply) =>
  reply.removeHeader('etag').header('cache-control', 'no-store').header('retry-after', '2').code(503).send()

/** A drawing as it stands, for members of its tenant who work on its procedure. */
async function ofStaff(
  { database, contextOf }: DrawingTileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: Id,
): Promise<TileSource | null> {
  const { viewer } = await contextOf(request, reply)
  const memberships = viewer?.memberships ?? []
  for (const tenantId of new Set(memberships.map((membership) => membership.tenantId))) {
    const [source] = await database.transaction('staff', { tenantId }, (tx) =>
      tx.read(staffDrawing, tenantId, id),
    )
    if (!source) continue
    const mine = memberships.filter((membership) => membership.tenantId === tenantId)
    return mine.some((membership) => maySeeDraftFile(membership, [source.procedureId])) ? source : null
  }
  return null
}

async function cutInTime(rasters: RasterShelf, source: TileSource): Promise<Raster | 'later'> {
  const format = rasterFormatOf(source.mediaType)!
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<'later'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'later')
  })
  try {
    const raster = await Promise.race([rasters.obtain({ ...source, format }), patience])
    if (raster === 'later') return raster
    if (isRasterRefusal(raster)) throw new Error(`A drawing that was cut once is refused now: ${raster.code}`)
    return raster
  } finally {
    clearTimeout(timer)
  }
}
