export { nearestStreet, searchStreets, type FoundPlace, type SearchOptions } from './gazetteer.ts'
export { TILE_STYLE_VERSION } from './style.ts'
export { registerTiles } from './tiles.http.ts'
