import { parentPort } from 'node:worker_threads'

/** The worker's side of `tileQueue`: answers each tile with its image, or with what went wrong. */
export function answerTiles<Tile>(draw: (tile: Tile) => Uint8Array | Promise<Uint8Array>): void {
  parentPort?.on('message', ({ id, tile }: { id: number; tile: Tile }) => {
    void (async () => {
      try {
        const drawn = await draw(tile)
        const image = new Uint8Array(drawn.byteLength)
        image.set(drawn)
        parentPort!.postMessage({ id, image }, [image.buffer])
      } catch (fault) {
        parentPort!.postMessage({ id, fault: fault instanceof Error ? fault.message : String(fault) })
      }
    })()
  })
}
