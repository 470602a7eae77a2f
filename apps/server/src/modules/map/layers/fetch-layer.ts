import { LRUCache } from 'lru-cache'
import { inLine } from '../../../platform/files/in-line.ts'
import { OutboundFailure, type Outbound } from '../../../platform/outbound/index.ts'
import { checkImage } from './check-image.ts'
import { LayerFailure, type LayerProblem } from './layer-problem.ts'
import type { LayerCache } from './layer-cache.ts'
import type { LayerSource } from './layer.queries.ts'
import { reduceGeoJson } from './reduce-geojson.rules.ts'
import { tileAddress, type Tile } from './tile-address.rules.ts'

export type LayerPart = { content: Buffer; type: string; sha256: string }
export type LayerFetcher = {
  /** @throws LayerFailure */
  tile(source: LayerSource, tile: Tile): Promise<LayerPart>
  /** @throws LayerFailure */
  geoJson(source: LayerSource): Promise<LayerPart>
}

const TILE = { maxBytes: 2 * 1024 * 1024, timeoutMs: 8_000 }
const GEOJSON = { maxBytes: 5 * 1024 * 1024, timeoutMs: 15_000 }
const TILE_FRESH_MS = 24 * 60 * 60 * 1000
const GEOJSON_FRESH_MS = 60 * 60 * 1000
/** What one server is asked at once, and how many more may wait for it. */
const AT_ONCE = 6
const WAITING_MOST = 200
/** After so many failures in a row it is left alone for a while, which doubles each time. */
const FAILURES_MOST = 3
const REST_MS = 30_000
const REST_MOST_MS = 300_000

/** A tile with nothing on it: 256 × 256 px, transparent. */
export const EMPTY_TILE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAQAAAAEAAQMAAABmvDolAAAAA1BMVEVMaXFNx9g6AAAAAXRSTlMAQObYZgAAAAlwSFlzAAAD6AAAA+gBtXtSawAAAB9JREFUaN7twQENAAAAwqD3T20ON6AAAAAAAAAAAL4NIQAAAX8ZnKcAAAAASUVORK5CYII=',
  'base64',
)

type Health = { failures: number; restUntil: number; problem: LayerProblem }

/**
 * Fetches what a layer shows, through the cache. Two who want the same wait for one question; a server that fails is
 * left in peace, and what it once answered is shown meanwhile.
 */
export function layerFetcher(outbound: Outbound, cache: LayerCache, now = Date.now): LayerFetcher {
  const underWay = new Map<string, Promise<LayerPart>>()
  const health = new LRUCache<string, Health>({ max: 1_000 })
  const lines = new LRUCache<string, { run: ReturnType<typeof inLine>; waiting: number }>({ max: 1_000 })

  async function inTurn<T>(address: string, work: () => Promise<T>): Promise<T> {
    const { host } = new URL(address)
    const line = lines.get(host) ?? { run: inLine(AT_ONCE), waiting: 0 }
    lines.set(host, line)
    if (line.waiting >= WAITING_MOST) throw new LayerFailure('busy')
    line.waiting += 1
    try {
      return await line.run(work)
    } finally {
      line.waiting -= 1
    }
  }

  /** Fails at once while the layer's server rests. */
  async function watched<T>({ id, version }: LayerSource, work: () => Promise<T>): Promise<T> {
    const name = `${id}.${version}`
    const known = health.get(name)
    if (known && known.restUntil > now()) throw new LayerFailure(known.problem)
    try {
      const done = await work()
      health.delete(name)
      return done
    } catch (cause) {
      const failure = failureOf(cause)
      if (failure.problem === 'busy') throw failure
      const failures = (health.get(name)?.failures ?? 0) + 1
      const restMs =
        failures < FAILURES_MOST ? 0 : Math.min(REST_MOST_MS, REST_MS * 2 ** (failures - FAILURES_MOST))
      health.set(name, { failures, restUntil: now() + restMs, problem: failure.problem })
      throw failure
    }
  }

  function obtain(
    source: LayerSource,
    part: string,
    freshMs: number,
    fetch: () => Promise<[Buffer, string]>,
  ) {
    const key = { tenantId: source.tenantId, id: source.id, version: source.version, part }
    const name = `${key.id}.${key.version}.${part}`
    const already = underWay.get(name)
    if (already) return already
    const obtained = (async (): Promise<LayerPart> => {
      const kept = await cache.read(key)
      if (kept && kept.ageMs < freshMs) return kept
      try {
        const [content, type] = await watched(source, fetch)
        return { content, type, sha256: await cache.keep(key, content, type) }
      } catch (cause) {
        if (kept && cause instanceof LayerFailure) return kept
        throw cause
      }
    })().finally(() => underWay.delete(name))
    underWay.set(name, obtained)
    return obtained
  }

  return {
    tile: (source, tile) =>
      obtain(source, `${tile.z}-${tile.x}-${tile.y}`, TILE_FRESH_MS, () => {
        const address = tileAddress(source, tile)
        return address
          ? inTurn(address, () => fetchTile(outbound, address, source.kind !== 'wms'))
          : Promise.resolve([EMPTY_TILE, 'image/png'])
      }),
    geoJson: (source) =>
      obtain(source, 'geojson', GEOJSON_FRESH_MS, () =>
        inTurn(source.address, () => fetchGeoJson(outbound, source.address)),
      ),
  }
}

/** @param emptyWhenMissing tiles that a server does not have are empty ones, not failures. */
export async function fetchTile(
  outbound: Outbound,
  address: string,
  emptyWhenMissing: boolean,
): Promise<[Buffer, string]> {
  const { status, body } = await outbound.ask(address, {
    ...TILE,
    headers: { accept: 'image/png,image/webp,image/jpeg' },
  })
  if (emptyWhenMissing && (status === 404 || status === 204)) return [EMPTY_TILE, 'image/png']
  if (status !== 200) throw new LayerFailure('answeredWithError')
  return [body, await checkImage(body)]
}

export async function fetchGeoJson(outbound: Outbound, address: string): Promise<[Buffer, string]> {
  const { status, body } = await outbound.ask(address, {
    ...GEOJSON,
    headers: { accept: 'application/geo+json,application/json' },
  })
  if (status !== 200) throw new LayerFailure('answeredWithError')
  return [Buffer.from(JSON.stringify(reduceGeoJson(body.toString('utf8')))), 'application/geo+json']
}

/** What went wrong out there, as a layer's failure; a fault of ours is thrown on. */
export function failureOf(cause: unknown): LayerFailure {
  if (cause instanceof LayerFailure) return cause
  if (cause instanceof OutboundFailure) return new LayerFailure(cause.problem)
  throw cause
}
