import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TileAddress } from './draw-tile.ts'
import { boxOfTile } from './projection.ts'
import { MAX_ZOOM, MIN_ZOOM, TILE_STYLE_VERSION, type Theme } from './style.ts'
import { ifNoneMatch } from '../tiles/if-none-match.ts'
import { tileCache } from '../tiles/tile-cache.ts'
import { tileQueue, TooManyTiles, type TileQueue } from '../tiles/tile-queue.ts'
import { meet, townMap } from './town-map.ts'

const LAYERS = ['town']
const THEMES: readonly string[] = ['light', 'dark']
const FILE = /^(0|[1-9]\d{0,6})(@2x)?\.png$/
const WHOLE = /^(0|[1-9]\d{0,6})$/

type Asked = {
  Params: { layer: string; theme: string; z: string; x: string; file: string }
  Querystring: { v?: string }
}

/** Why an address names no tile: nonsense is 400, what could exist but does not is 404. */
function readAddress({ layer, theme, z, x, file }: Asked['Params']): TileAddress | 400 | 404 {
  const name = FILE.exec(file)
  if (!WHOLE.test(z) || !WHOLE.test(x) || !name) return 400
  if (!LAYERS.includes(layer) || !THEMES.includes(theme)) return 404
  const tile: TileAddress = {
    z: Number(z),
    x: Number(x),
    y: Number(name[1]),
    theme: theme as Theme,
    scale: name[2] ? 2 : 1,
  }
  if (tile.z < MIN_ZOOM || tile.z > MAX_ZOOM) return 404
  const side = 2 ** tile.z
  return tile.x < side && tile.y < side ? tile : 404
}

/** The worker is built as `tile-worker.mjs`. */
export const townTiles = (waitingMost?: number): TileQueue<TileAddress> =>
  tileQueue(
    {
      name: 'tile-worker',
      drawInPlace: async (tile) => (await import('./draw-tile.ts')).drawTile(tile),
    },
    waitingMost,
  )

/** A tile in the sea outside the town: always the same paper, so one image serves all of them. */
const OUTSIDE = { z: MAX_ZOOM, x: 0, y: 0 }

/**
 * The offline base map: `GET /tiles/town/<light|dark>/<z>/<x>/<y>.png`, `…@2x.png` for dense screens.
 *
 * With `?v=<TILE_STYLE_VERSION>` the answer may be kept for ever; without it for an hour, then asked
 * again by ETag. Answers 400 to nonsense, 404 to what does not exist, 503 when too many tiles wait.
 *
 * @param options.cacheDir folder for drawn tiles; may be emptied at any time.
 * @param options.drawing how tiles are drawn; only tests bring their own.
 */
export function registerTiles(
  app: FastifyInstance,
  { cacheDir, drawing = townTiles() }: { cacheDir: string; drawing?: TileQueue<TileAddress> },
): void {
  const cache = tileCache(cacheDir, TILE_STYLE_VERSION)
  const underWay = new Map<string, Promise<Buffer>>()
  app.addHook('onClose', () => drawing.close())

  /** Two who ask for the same tile wait for one drawing. */
  function obtain(tile: TileAddress, inTown: boolean): Promise<Buffer> {
    const key = `${tile.theme}/${tile.z}/${tile.x}/${tile.y}${tile.scale === 2 ? '@2x' : ''}.png`
    const already = underWay.get(key)
    if (already) return already
    const drawn = (async () => {
      const kept = await cache.read(key)
      if (kept) return kept
      const png = await drawing.draw(tile)
      await cache.keep(key, png)
      return png
    })()
    underWay.set(key, drawn)
    // The paper of the outside stays in memory: four small images at most.
    const forget = () => underWay.delete(key)
    drawn.then(() => inTown && forget(), forget)
    return drawn
  }

  app.get<Asked>('/tiles/:layer/:theme/:z/:x/:file', async (request, reply) => {
    const tile = readAddress(request.params)
    if (typeof tile === 'number') return refuse(reply, tile)

    const inTown = meet(boxOfTile(tile.z, tile.x, tile.y, 0), townMap().box)
    const name = inTown ? `${tile.z}-${tile.x}-${tile.y}` : 'outside'
    const etag = `"${TILE_STYLE_VERSION}-${tile.theme}-${name}-${tile.scale}"`
    const lasting = request.query.v === TILE_STYLE_VERSION
    reply.header('etag', etag)
    reply.header(
      'cache-control',
      lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=3600, must-revalidate',
    )
    if (ifNoneMatch(request, etag)) return reply.code(304).send()
    try {
      const png = await obtain(inTown ? tile : { ...tile, ...OUTSIDE }, inTown)
      return await reply.type('image/png').send(png)
    } catch (fault) {
      reply.removeHeader('etag')
      if (!(fault instanceof TooManyTiles)) {
        reply.header('cache-control', 'no-store')
        throw fault
      }
      return reply.header('retry-after', '1').header('cache-control', 'no-store').code(503).send()
    }
  })
}

function refuse(reply: FastifyReply, status: 400 | 404): FastifyReply {
  // Short, because a layer may come; kept, because a broken client asks the same nonsense again and again.
  return reply.header('cache-control', 'public, max-age=300').code(status).send()
}
