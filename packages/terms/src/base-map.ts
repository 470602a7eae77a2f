/**
 * How the base map is drawn. Part of every tile's address and ETag: raise it when a pixel changes, so that nobody
 * sees half of the old map beside half of the new one.
 */
export const BASE_MAP_VERSION = '2'
