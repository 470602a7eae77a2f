import type { Geometry, Position } from '../../map/index.ts'
import { fromUtm, round, toUtm } from './utm.ts'

/** Above this a table of corners helps nobody. */
export const TABLE_MOST = 300

/** The corners of a simple area, each once; null where there are holes, several parts or too many. */
export function cornersOf(territory: Geometry | null): Position[] | null {
  if (!territory) return []
  if (territory.type !== 'Polygon' || territory.coordinates.length !== 1) return null
  const ring = territory.coordinates[0]!
  const open = same(ring[0]!, ring.at(-1)!) ? ring.slice(0, -1) : ring
  return open.length <= TABLE_MOST ? open.map(([lon, lat]) => [lon!, lat!]) : null
}
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]

/** The area of these corners; null while they are fewer than three. */
export const areaOf = (corners: readonly Position[]): Geometry | null =>
  corners.length < 3 ? null : { type: 'Polygon', coordinates: [[...corners, corners[0]!]] }

/** What the map can draw of them: nothing, a line, or the area. */
export function drawingOf(corners: readonly Position[]): Geometry | null {
  if (corners.length === 2) return { type: 'LineString', coordinates: [...corners] }
  return areaOf(corners)
}

/** A point set on the map: it moves the chosen corner, or follows after the last. */
export function placed(corners: readonly Position[], at: Position, chosen: number | null): Position[] {
  const point = at.slice(0, 2).map((value) => round(value, 7))
  if (chosen === null || chosen >= corners.length) return [...corners, point]
  return corners.map((corner, i) => (i === chosen ? point : corner))
}

/** A corner halfway to the next one, so that an edge can get a bend. */
export function withBend(corners: readonly Position[], after: number): Position[] {
  const from = corners[after]!
  const to = corners[(after + 1) % corners.length]!
  const middle = [round((from[0]! + to[0]!) / 2, 7), round((from[1]! + to[1]!) / 2, 7)]
  return [...corners.slice(0, after + 1), middle, ...corners.slice(after + 1)]
}

export const without = (corners: readonly Position[], index: number) => corners.filter((_, i) => i !== index)

export type Unit = 'degrees' | 'metres'
/** Which fields of a row hold no place, and the words for it, shown below the first of them. */
export type WrongNumbers = { fields: number[]; text: string }

/** How a corner is written: six decimals (a decimetre), or metres with two. */
export const shown = (corner: Position, unit: Unit, zone: number): [string, string] =>
  unit === 'degrees'
    ? [corner[0]!.toFixed(6), corner[1]!.toFixed(6)]
    : (toUtm(corner, zone).map((value) => value.toFixed(2)) as [string, string])

/** Reads a number as people write it, with comma or point; null when it is none. */
export function readNumber(typed: string): number | null {
  const tidy = typed.trim().replace(/[\s ]/g, '')
  const value = Number(
    /,\d*$/.test(tidy) && !/,.*,/.test(tidy) ? tidy.replace(/\.(?=.*,)/g, '').replace(',', '.') : tidy,
  )
  return tidy !== '' && Number.isFinite(value) ? value : null
}

/** A corner from two typed numbers; null when they are no place on earth. */
export function readCorner(typed: [string, string], unit: Unit, zone: number): Position | null {
  const [first, second] = [readNumber(typed[0]), readNumber(typed[1])]
  if (first === null || second === null) return null
  if (unit === 'metres' && (first < 100_000 || first > 900_000 || second < 0 || second > 9_400_000))
    return null
  const corner = unit === 'degrees' ? [first, second] : fromUtm([first, second], zone)
  return Math.abs(corner[0]!) <= 180 && Math.abs(corner[1]!) <= 85 ? corner : null
}
