import { answerTiles } from '../tiles/answer-tiles.ts'
import { drawTile } from './draw-tile.ts'
import { namesIn } from './lettering.ts'

// Entry of its own: built beside the server as `tile-worker.mjs`.
answerTiles(drawTile)

// The names of a zoom are placed when its first tile is drawn. The zooms that people begin with are placed
// ahead, one by one, so that a tile that is asked meanwhile waits for one of them at most.
const NOWHERE = { minX: 0, minY: 0, maxX: 1, maxY: 1 }
function placeAhead([zoom, ...rest]: number[]): void {
  if (zoom === undefined) return
  namesIn(zoom, NOWHERE)
  setImmediate(placeAhead, rest)
}
setImmediate(placeAhead, [14, 15, 16, 17])
