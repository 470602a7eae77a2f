import { buffer } from 'node:stream/consumers'
import { isRefusal, openArchive, readPlanFile, Refused, type Archive } from '@mitsprache/xplanung'
import { ARCHIVE_LIMITS } from './archive-limits.ts'
import { assembleFeatures } from './assemble-features.ts'
import { kindOf } from './kind-of-plan-file.ts'
import { fromXplan, refusedXplan } from './from-xplan.ts'
import { Unreadable, words, type PlanData, type PlanDataOptions, type PlanDataRefusal } from './plan-data.ts'
import { readGeoJson } from './read-geojson.ts'
import { readGeoPackage } from './read-geopackage.ts'
import { readShapefile } from './read-shapefile.ts'

/**
 * Reads a plan, whatever it comes as: XPlanGML, a zip file with it and its attachments, GeoJSON, a zipped
 * shapefile or a GeoPackage. The content decides, never the name.
 *
 * @returns what it says, or why nobody can read it: never an exception for what is in the file
 */
export async function readPlanData(
  path: string,
  options: PlanDataOptions = {},
): Promise<PlanData | PlanDataRefusal> {
  try {
    const kind = await kindOf(path)
    if (kind === 'json') return assembleFeatures('GeoJSON', await readGeoJson(path), options)
    if (kind === 'sqlite') return assembleFeatures('GeoPackage', await readGeoPackage(path), options)
    if (kind === 'zip') return await readZip(path, options)
    if (kind === 'xml') return await readXplan(path, options)
    throw new Unreadable(
      'not-a-plan',
      words(
        'Die Datei ist weder XPlanGML noch GeoJSON, Shapefile (als ZIP) oder GeoPackage.',
        'The file is neither XPlanGML nor GeoJSON, a zipped shapefile or a GeoPackage.',
      ),
    )
  } catch (cause) {
    if (cause instanceof Unreadable) return cause.refusal
    if (cause instanceof Refused)
      return { refused: cause.code, line: cause.line, message: cause.words, question: null }
    throw cause
  }
}

async function readXplan(path: string, { assumeCrs, entry }: PlanDataOptions): Promise<PlanData> {
  const reading = await readPlanFile(path, {
    limits: ARCHIVE_LIMITS,
    ...(assumeCrs && { assumeCrs }),
    ...(entry && { entry }),
  })
  if (isRefusal(reading)) throw refusedXplan(reading)
  return fromXplan(reading)
}

/** A zip file is a shapefile when there is one in it and no XML beside it. */
async function readZip(path: string, options: PlanDataOptions): Promise<PlanData> {
  const archive = await openArchive(path, ARCHIVE_LIMITS)
  try {
    const paths = archive.entries.map((each) => each.path)
    const shapes = paths.filter((each) => /\.shp$/i.test(each))
    if (!shapes.length || paths.some((each) => /\.(gml|xml)$/i.test(each) && !/\.shp\.xml$/i.test(each)))
      return await readXplan(path, options)
    const chosen = options.entry ?? (shapes.length === 1 ? shapes[0]! : null)
    if (!chosen || !shapes.includes(chosen))
      throw new Unreadable(
        'archive-several-plans',
        words(
          'Das Archiv enthält mehrere Shapefiles. Welches ist gemeint?',
          'The archive holds several shapefiles. Which one is meant?',
        ),
        { question: { kind: 'whichEntry', candidates: shapes } },
      )
    return assembleFeatures('Shapefile', await readShapesOf(archive, chosen), options)
  } finally {
    archive.close()
  }
}

async function readShapesOf(archive: Archive, path: string) {
  const stem = path.slice(0, -4)
  const part = async (ending: string) => {
    const found = archive.entries.find(
      (each) => each.path.toLowerCase() === `${stem}.${ending}`.toLowerCase(),
    )
    return found ? await buffer(await archive.stream(found.path)) : null
  }
  return readShapefile({
    name: stem.split('/').at(-1)!,
    shp: (await part('shp'))!,
    dbf: await part('dbf'),
    prj: await part('prj'),
    cpg: await part('cpg'),
  })
}
