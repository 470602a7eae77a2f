import type { Position } from '../geometry/shapes.ts'

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Germany with its coastal waters and a margin, degrees. */
const GERMANY: Box = { west: 3, south: 47, east: 15.6, north: 56.1 }

const contains = (box: Box, [lon, lat]: Position): boolean =>
  lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north

export const isInGermany = (lonLat: Position): boolean => contains(GERMANY, lonLat)

/** The Länder by the first two digits of a municipality key, with the box around each, degrees. */
const LAENDER: Readonly<Record<string, { name: string; box: Box }>> = {
  '01': { name: 'Schleswig-Holstein', box: { west: 7.8, south: 53.3, east: 11.4, north: 55.1 } },
  '02': { name: 'Hamburg', box: { west: 8.4, south: 53.3, east: 10.4, north: 54.1 } },
  '03': { name: 'Niedersachsen', box: { west: 6.3, south: 51.2, east: 11.7, north: 54.2 } },
  '04': { name: 'Bremen', box: { west: 8.4, south: 52.9, east: 9.1, north: 53.7 } },
  '05': { name: 'Nordrhein-Westfalen', box: { west: 5.8, south: 50.3, east: 9.5, north: 52.6 } },
  '06': { name: 'Hessen', box: { west: 7.7, south: 49.3, east: 10.3, north: 51.7 } },
  '07': { name: 'Rheinland-Pfalz', box: { west: 6.1, south: 48.9, east: 8.6, north: 51.0 } },
  '08': { name: 'Baden-Württemberg', box: { west: 7.4, south: 47.5, east: 10.6, north: 49.9 } },
  '09': { name: 'Bayern', box: { west: 8.9, south: 47.2, east: 13.9, north: 50.6 } },
  '10': { name: 'Saarland', box: { west: 6.3, south: 49.0, east: 7.5, north: 49.7 } },
  '11': { name: 'Berlin', box: { west: 13.0, south: 52.3, east: 13.8, north: 52.7 } },
  '12': { name: 'Brandenburg', box: { west: 11.2, south: 51.3, east: 14.8, north: 53.6 } },
  '13': { name: 'Mecklenburg-Vorpommern', box: { west: 10.5, south: 53.0, east: 14.5, north: 54.8 } },
  '14': { name: 'Sachsen', box: { west: 11.8, south: 50.1, east: 15.1, north: 51.7 } },
  '15': { name: 'Sachsen-Anhalt', box: { west: 10.5, south: 50.9, east: 13.2, north: 53.1 } },
  '16': { name: 'Thüringen', box: { west: 9.8, south: 50.2, east: 12.7, north: 51.7 } },
}

/** The name of the Land a municipality key belongs to, or null. */
export const landOf = (municipalityKey: string): string | null =>
  LAENDER[municipalityKey.slice(0, 2)]?.name ?? null

/** A degree of longitude is at least 62 km here: a margin that forgives borders and coarse boxes. */
const MARGIN = 0.15

/** Whether a place can lie in the Land of a municipality key; true when the key names none. */
export function fitsLand(municipalityKey: string, lonLat: Position): boolean {
  const land = LAENDER[municipalityKey.slice(0, 2)]
  if (!land) return true
  const { west, south, east, north } = land.box
  return contains(
    { west: west - MARGIN, south: south - MARGIN, east: east + MARGIN, north: north + MARGIN },
    lonLat,
  )
}
