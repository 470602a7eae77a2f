import type { Geometry } from 'geojson'
import { parseDbf, parseShp } from 'shpjs'
import { positionsOf } from './positions.ts'
import { READ_LIMITS, Unreadable, words, type PlanDataFinding } from './plan-data.ts'
import type { RawFile } from './raw-features.ts'
import { tooMany } from './read-geojson.ts'
import { epsgOfPrj } from './reference-systems.ts'

/** The files of one shapefile, by their ending. */
export type ShapefileParts = {
  name: string
  shp: Buffer
  dbf: Buffer | null
  prj: Buffer | null
  cpg: Buffer | null
}

/**
 * A shapefile: outlines from .shp, properties from .dbf in the encoding of .cpg, the reference system from .prj.
 *
 * @throws Unreadable
 * @source ESRI Shapefile Technical Description, 1998.
 */
export function readShapefile({ name, shp, dbf, prj, cpg }: ShapefileParts): RawFile {
  const findings: PlanDataFinding[] = []
  const tell = (message: PlanDataFinding['message'], count: number) =>
    findings.push({ severity: 'warning', message, line: null, lines: [], count, before: null, after: null })
  const expected = countOf(shp)
  if (expected.records > READ_LIMITS.objects) throw tooMany(READ_LIMITS.objects)
  let shapes: (Geometry | null | undefined)[]
  let rows: Record<string, unknown>[]
  try {
    shapes = parseShp(shp)
    // Without .cpg the programs of the field write Windows Latin; UTF-8 would turn each umlaut into a riddle.
    rows = dbf ? parseDbf(dbf, cpg ?? Buffer.from('windows-1252')) : []
  } catch (cause) {
    throw damaged(name, (cause as Error).message)
  }
  if (!dbf)
    tell(
      words(
        'Die Datei .dbf mit den Angaben zu den Objekten fehlt; sie haben keine Namen.',
        'The .dbf file with what is said about the objects is missing; they have no names.',
      ),
      1,
    )
  const read = shapes.reduce((sum, shape) => sum + (shape ? positionsOf(shape).length : 0), 0)
  if (read !== expected.positions)
    tell(
      words(
        'Ringe, die in keiner Fläche liegen, wurden weggelassen.',
        'Rings that lie in no area were left out.',
      ),
      1,
    )
  const stated = prj?.toString('utf8').trim() ?? null
  return {
    features: shapes.map((geometry, index) => ({
      id: null,
      layer: name,
      geometry: geometry ?? null,
      properties: rows[index] ?? {},
    })),
    crs: stated && (/^\w+\[\s*"([^"]{1,80})"/.exec(stated)?.[1] ?? '.prj'),
    epsg: stated ? epsgOfPrj(stated) : null,
    findings,
  }
}

const MULTIPOINT = [8, 18, 28]
const POINT = [1, 11, 21]

/** Records and positions that the file says it has, to hold what was read against. */
function countOf(shp: Buffer): { records: number; positions: number } {
  if (shp.length < 100 || shp.readInt32BE(0) !== 9994) throw damaged('.shp', 'head')
  let [records, positions] = [0, 0]
  for (let at = 100; at + 12 <= shp.length;) {
    const bytes = shp.readInt32BE(at + 4) * 2
    if (bytes < 4 || at + 8 + bytes > shp.length) throw damaged('.shp', 'record')
    const type = shp.readInt32LE(at + 8)
    const countAt = at + 8 + (MULTIPOINT.includes(type) ? 36 : 40)
    records += 1
    if (POINT.includes(type)) positions += 1
    else if (type !== 0 && countAt + 4 <= shp.length) positions += Math.max(0, shp.readInt32LE(countAt))
    if (positions > READ_LIMITS.positions) throw tooManyPositions()
    at += 8 + bytes
  }
  return { records, positions }
}

const damaged = (name: string, reason: string) =>
  new Unreadable(
    'shapefile-damaged',
    words(
      `Das Shapefile ${name} ist beschädigt (${reason.slice(0, 100)}).`,
      `The shapefile ${name} is damaged (${reason.slice(0, 100)}).`,
    ),
  )

export const tooManyPositions = () =>
  new Unreadable(
    'too-many-positions',
    words(
      `Die Datei hat mehr als ${READ_LIMITS.positions} Punkte.`,
      `The file has more than ${READ_LIMITS.positions} points.`,
    ),
  )
