import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { TileAddress } from './draw-tile.ts'

/** What is drawn at once plus what may wait for it; a map shows 30 tiles, so this is a few dozen people. */
const WAITING_MOST = 400

/** Thrown when too many tiles wait already; the answer is 503, and the browser asks again. */
export class TooManyTiles extends Error {}

export type TileDrawing = {
  /**
   * Draws off the event loop.
   *
   * @throws TooManyTiles when the queue is full.
   */
  draw(tile: TileAddress): Promise<Buffer>
  close(): Promise<void>
}

type Answer = { id: number; png?: Uint8Array; fault?: string }
type Waiting = { tile: TileAddress; resolve: (png: Buffer) => void; reject: (fault: Error) => void }

/**
 * The worker is built as `tile-worker.mjs` beside the server, whose parts may lie a folder deeper.
 * From source there is none.
 */
function workerFile(): string | undefined {
  // The name is put together at run time: a bundler would take a literal for an asset.
  const name = ['tile', 'worker'].join('-')
  return [`./${name}.mjs`, `../${name}.mjs`]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((file) => existsSync(file))
}

/** One worker, started with the first tile; without the bundle (tests, development) it draws in place. */
export function tileDrawing(waitingMost = WAITING_MOST): TileDrawing {
  const file = workerFile()
  return file ? drawingInWorker(file, waitingMost) : drawingInPlace(waitingMost)
}

function drawingInPlace(waitingMost: number): TileDrawing {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    async draw(tile) {
      if (waiting >= waitingMost) throw new TooManyTiles()
      waiting += 1
      // One after the other, with a breath between: other requests get their turn.
      const mine = last.then(async () => {
        await new Promise((resolve) => setImmediate(resolve))
        const { drawTile } = await import('./draw-tile.ts')
        return drawTile(tile)
      })
      last = mine.catch(() => undefined)
      return mine.finally(() => (waiting -= 1))
    },
    close: async () => {},
  }
}

function drawingInWorker(file: string, waitingMost: number): TileDrawing {
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
    started.on('message', ({ id, png, fault }: Answer) => {
      const asked = waiting.get(id)
      if (!asked) return
      waiting.delete(id)
      if (png) asked.resolve(Buffer.from(png.buffer, png.byteOffset, png.byteLength))
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
        waiting.set(id, { tile, resolve, reject })
        worker!.postMessage({ id, tile })
      })
    },
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}
