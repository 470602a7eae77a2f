import { parentPort } from 'node:worker_threads'
import { drawTile, type TileAddress } from './draw-tile.ts'

// Entry of its own: built beside the server as `tile-worker.mjs`.
parentPort?.on('message', ({ id, tile }: { id: number; tile: TileAddress }) => {
  try {
    const png = drawTile(tile)
    const own = new Uint8Array(png.byteLength)
    own.set(png)
    parentPort!.postMessage({ id, png: own }, [own.buffer])
  } catch (fault) {
    parentPort!.postMessage({ id, fault: fault instanceof Error ? fault.message : String(fault) })
  }
})
