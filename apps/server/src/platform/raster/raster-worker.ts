import { answerTiles } from '../tiles/answer-tiles.ts'
import { drawRasterTile } from './draw-raster-tile.ts'

// Entry of its own: built beside the server as `raster-worker.mjs`.
answerTiles(drawRasterTile)
