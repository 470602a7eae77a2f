import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** What is drawn at once plus what may wait for it; a map shows 30 tiles, so this is a few dozen people. */
const WAITING_MOST = 400

/** Thrown when too many tiles wait already; the answer is 503, and the browser asks again. */
export class TooManyTiles extends Error {}

export type TileQueue<Tile> = {
  /**
   * Draws off the event loop.
   *
   * @throws TooManyTiles when the queue is full.
   */
  draw(tile: Tile): Promise<Buffer>
  close(): Promise<void>
}

/** How tiles are drawn: the worker's name, and the same without one. */
export type TileDrawer<Tile> = {
  /** Built as `<name>.mjs` beside the server. */
  name: string
  drawInPlace: (tile: Tile) => Promise<Uint8Array>
}

type Answer = { id: number; image?: Uint8Array; fault?: string }
type Waiting = { resolve: (image: Buffer) => void; reject: (fault: Error) => void }

/** The server's parts may lie a folder deeper than the worker. From source there is none. */
const workerFile = (name: string) =>
  [`./${name}.mjs`, `../${name}.mjs`]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((file) => existsSync(file))

/** One worker, started with the first tile; without the bundle (tests, development) it draws in place. */
export function tileQueue<Tile>(
  { name, drawInPlace }: TileDrawer<Tile>,
  waitingMost = WAITING_MOST,
): TileQueue<Tile> {
  const file = workerFile(name)
  return file ? queueToWorker(file, waitingMost) : queueInPlace(drawInPlace, waitingMost)
}

function queueInPlace<Tile>(
  drawInPlace: TileDrawer<Tile>['drawInPlace'],
  waitingMost: number,
): TileQueue<Tile> {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    async draw(tile) {
      if (waiting >= waitingMost) throw new TooManyTiles()
      waiting += 1
      // One after the other, with a breath between: other requests get their turn.
      const mine = last.then(async () => {
        await new Promise((resolve) => setImmediate(resolve))
        return Buffer.from(await drawInPlace(tile))
      })
      last = mine.catch(() => undefined)
      return mine.finally(() => (waiting -= 1))
    },
    close: async () => {},
  }
}

function queueToWorker<Tile>(file: string, waitingMost: number): TileQueue<Tile> {
  let worker: Worker | undefined
  let lastId = 0
  let closed = false
  const waiting = new Map<number, Waiting>()

  const failAll = (fault: Error) => {
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(file)
    // A map must not keep the server alive.
    started.unref()
    started.on('message', ({ id, image, fault }: Answer) => {
      const asked = waiting.get(id)
      if (!asked) return
      waiting.delete(id)
      if (image) asked.resolve(Buffer.from(image.buffer, image.byteOffset, image.byteLength))
      else asked.reject(new Error(fault ?? 'The tile worker gave no answer'))
    })
    started.on('error', (fault) => failAll(fault instanceof Error ? fault : new Error(String(fault))))
    started.on('exit', (code) => {
      if (worker === started) worker = undefined
      failAll(new Error(`The tile worker ended with ${code}`))
    })
    return started
  }

  return {
    draw(tile) {
      if (closed || waiting.size >= waitingMost) return Promise.reject(new TooManyTiles())
      worker ??= start()
      const id = (lastId += 1)
      return new Promise<Buffer>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker!.postMessage({ id, tile })
      })
    },
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}
