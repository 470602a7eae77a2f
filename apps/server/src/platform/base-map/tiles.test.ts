import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawTile, type TileAddress } from './draw-tile.ts'
import { namesIn } from './lettering.ts'
import { worldX, worldY } from './projection.ts'
import { TILE_STYLE_VERSION } from './style.ts'
import { TooManyTiles } from '../tiles/tile-queue.ts'
import { townMap } from './town-map.ts'
import { registerTiles, townTiles } from './tiles.http.ts'

/** The tile over a place of the town. */
function tileAt(
  z: number,
  more: Partial<TileAddress> = {},
  [lon, lat]: [number, number] = [12.9085, 50.8255],
): TileAddress {
  const side = 256 / 2 ** z
  return {
    z,
    x: Math.floor(worldX(lon) / side),
    y: Math.floor(worldY(lat) / side),
    theme: 'light',
    scale: 1,
    ...more,
  }
}

async function pixelsOf(png: Buffer): Promise<{ width: number; data: Uint8ClampedArray }> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const ctx = canvas.getContext('2d')
  ctx.drawImage(image, 0, 0)
  return { width: image.width, data: ctx.getImageData(0, 0, image.width, image.height).data }
}

function colours(data: Uint8ClampedArray): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i < data.length; i += 4) {
    const key = `${data[i]},${data[i + 1]},${data[i + 2]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const lightness = (data: Uint8ClampedArray) =>
  data.reduce((sum, value, i) => (i % 4 === 3 ? sum : sum + value), 0) / (data.length * 0.75)

describe('a tile', () => {
  it.each([12, 14, 16, 17, 19])('shows a town at zoom %i, by day and by night', async (z) => {
    const light = await pixelsOf(drawTile(tileAt(z)))
    const dark = await pixelsOf(drawTile(tileAt(z, { theme: 'dark' })))
    expect(colours(light.data).size).toBeGreaterThan(20)
    expect(lightness(light.data)).toBeGreaterThan(200)
    expect(lightness(dark.data)).toBeLessThan(90)
  })

  it('has twice the pixels for dense screens', async () => {
    expect((await pixelsOf(drawTile(tileAt(15)))).width).toBe(256)
    expect((await pixelsOf(drawTile(tileAt(15, { scale: 2 })))).width).toBe(512)
  })

  it('is the same every time', () => {
    expect(drawTile(tileAt(16)).equals(drawTile(tileAt(16)))).toBe(true)
  })

  it('shows the brook in the colour of water', async () => {
    const { data } = await pixelsOf(drawTile(tileAt(17, {}, [12.9005, 50.8243])))
    expect(colours(data).get('171,203,219') ?? 0).toBeGreaterThan(300)
  })

  it('shows the tram from the scale of a town on, and single trees in a wood', async () => {
    const stop = townMap().stops[3]!
    const rails = async (z: number) => {
      const [x, y] = [stop.x, stop.y].map((each) => Math.floor((each * 2 ** z) / 256)) as [number, number]
      return colours((await pixelsOf(drawTile({ z, x, y, theme: 'light', scale: 2 }))).data).get('154,106,98')
    }
    expect(await rails(12)).toBeUndefined()
    for (const z of [14, 16, 18]) expect(await rails(z), `zoom ${z}`).toBeGreaterThan(20)
    const wood = townMap().areas.find(
      ({ kind, box }) => kind === 'wood' && box.maxX - box.minX > 256 / 2 ** 16,
    )!
    const side = 256 / 2 ** 17
    const inWood = {
      x: Math.floor((wood.box.minX + wood.box.maxX) / 2 / side),
      y: Math.floor((wood.box.minY + wood.box.maxY) / 2 / side),
    }
    const { data } = await pixelsOf(drawTile({ z: 17, ...inWood, theme: 'light', scale: 1 }))
    expect(colours(data).get('179,204,159') ?? 0).toBeGreaterThan(100)
  })

  it('is plain paper far outside', async () => {
    const { data } = await pixelsOf(drawTile({ z: 14, x: 0, y: 0, theme: 'light', scale: 1 }))
    expect([...colours(data).keys()]).toEqual(['243,239,230'])
  })

  it('is drawn well within a tenth of a second', () => {
    const tile = tileAt(14)
    drawTile(tile)
    const before = performance.now()
    for (let i = 0; i < 4; i++) drawTile({ ...tile, x: tile.x + i })
    expect((performance.now() - before) / 4).toBeLessThan(100)
  })
})

describe('lettering', () => {
  const around = (z: number) => {
    const [x, y] = [worldX(12.9085) * 2 ** z, worldY(50.8255) * 2 ** z]
    return { minX: x - 1500, minY: y - 1000, maxX: x + 1500, maxY: y + 1000 }
  }

  it('names main roads only at city scale, side streets near by', () => {
    const text = (z: number) =>
      namesIn(z, around(z)).map((name) => name.letters.map((letter) => letter.text).join(''))
    expect(text(14)).toContain('MÜHLVIERTEL')
    expect(text(14)).not.toContain('Mozartstraße')
    expect(text(17)).toContain('Mozartstraße')
  })

  it('can be read from left to right everywhere', () => {
    for (const name of namesIn(16, around(16)))
      if (name.letters.length > 1) expect(name.letters.at(-1)!.x - name.letters[0]!.x).toBeGreaterThan(-8)
      else expect(Math.cos(name.letters[0]!.angle)).toBeGreaterThan(-0.05)
  })

  it('stands in one place, whichever tile asks', () => {
    const z = 16
    const { x, y } = tileAt(z)
    const of = (tx: number) =>
      namesIn(z, { minX: tx * 256, minY: y * 256, maxX: tx * 256 + 256, maxY: y * 256 + 256 })
    const shared = of(x).filter((name) => name.box.maxX > (x + 1) * 256)
    for (const name of shared) expect(of(x + 1)).toContain(name)
  })
})

describe('GET /tiles', () => {
  let app: FastifyInstance
  let folder: string
  const { z, x, y } = tileAt(16)
  const address = `/tiles/town/light/${z}/${x}/${y}.png`

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiles-'))
    await mkdir(join(folder, 'v0', 'light'), { recursive: true })
    await writeFile(join(folder, 'v0', 'light', '1.png'), 'old')
    app = Fastify()
    registerTiles(app, { cacheDir: folder })
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('gives a tile that may be kept for ever under its version', async () => {
    const answer = await app.inject(`${address}?v=${TILE_STYLE_VERSION}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.rawPayload.subarray(1, 4).toString()).toBe('PNG')
  })

  it('asks again after an hour without a version, and answers 304 to its own ETag', async () => {
    const answer = await app.inject(address)
    expect(answer.headers['cache-control']).toBe('public, max-age=3600, must-revalidate')
    const again = await app.inject({
      url: address,
      headers: { 'if-none-match': String(answer.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
    expect(again.rawPayload).toHaveLength(0)
  })

  it('keeps what it drew as a whole file, and clears away older versions', async () => {
    await app.inject(address)
    const file = join(folder, `v${TILE_STYLE_VERSION}`, 'light', String(z), String(x), `${y}.png`)
    expect((await readFile(file)).equals(drawTile({ z, x, y, theme: 'light', scale: 1 }))).toBe(true)
    const entries = await readdir(folder, { recursive: true })
    expect(entries.filter((entry) => entry.endsWith('.part'))).toEqual([])
    expect(entries).not.toContain('v0')
  })

  it('gives dense tiles and dark ones', async () => {
    const dense = await app.inject(address.replace('.png', '@2x.png'))
    expect((await pixelsOf(dense.rawPayload)).width).toBe(512)
    const dark = await app.inject(address.replace('light', 'dark'))
    expect(lightness((await pixelsOf(dark.rawPayload)).data)).toBeLessThan(90)
  })

  it.each([
    [400, '/tiles/town/light/x/1/1.png'],
    [400, '/tiles/town/light/14/01/1.png'],
    [400, '/tiles/town/light/14/-1/1.png'],
    [400, '/tiles/town/light/14/1/1.jpg'],
    [400, '/tiles/town/light/14/1/1@3x.png'],
    [400, '/tiles/town/light/14/1/1e3.png'],
    [400, '/tiles/town/light/14/1/..%2f..%2fpasswd.png'],
    [400, '/tiles/town/light/99999999999/1/1.png'],
    [404, '/tiles/moon/light/14/1/1.png'],
    [404, '/tiles/town/sepia/14/1/1.png'],
    [404, '/tiles/town/light/9/1/1.png'],
    [404, '/tiles/town/light/20/1/1.png'],
    [404, '/tiles/town/light/14/16384/1.png'],
    [404, '/tiles/town/light/14/1/16384.png'],
  ])('answers %i to %s', async (status, url) => {
    const answer = await app.inject(url)
    expect(answer.statusCode).toBe(status)
    expect(answer.payload).not.toContain('town')
  })

  it('keeps nothing on disk for the empty country around the town', async () => {
    const outside = await app.inject('/tiles/town/light/19/5/5.png')
    expect(outside.statusCode).toBe(200)
    const elsewhere = await app.inject('/tiles/town/light/18/9/9.png')
    expect(elsewhere.rawPayload.equals(outside.rawPayload)).toBe(true)
    expect(await readdir(join(folder, `v${TILE_STYLE_VERSION}`, 'light'))).not.toContain('18')
  })

  it('draws a tile once for everyone who asks at the same time', async () => {
    let drawn = 0
    const counting = Fastify()
    registerTiles(counting, {
      cacheDir: join(folder, 'once'),
      drawing: {
        draw: async () => {
          drawn += 1
          await new Promise((resolve) => setTimeout(resolve, 20))
          return Buffer.from('png')
        },
        close: async () => {},
      },
    })
    await Promise.all([counting.inject(address), counting.inject(address), counting.inject(address)])
    expect(drawn).toBe(1)
    await counting.close()
  })

  it('says 503 when too many wait, and nobody keeps that answer', async () => {
    const busy = Fastify()
    registerTiles(busy, {
      cacheDir: join(folder, 'busy'),
      drawing: { draw: () => Promise.reject(new TooManyTiles()), close: async () => {} },
    })
    const answer = await busy.inject(address)
    expect([answer.statusCode, answer.headers['retry-after'], answer.headers['cache-control']]).toEqual([
      503,
      '1',
      'no-store',
    ])
    await busy.close()
  })

  it('lets only so many wait', async () => {
    const drawing = townTiles(2)
    const asked = [0, 1, 2].map((i) => drawing.draw({ ...tileAt(14), x: x + i }))
    const ended = await Promise.allSettled(asked)
    expect(ended.map((each) => each.status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  })
})
