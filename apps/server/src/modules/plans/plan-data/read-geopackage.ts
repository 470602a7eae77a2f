import { readFile, stat } from 'node:fs/promises'
import initSqlJs, { type Database, type SqlValue } from 'sql.js'
import { READ_LIMITS, Unreadable, words } from './plan-data.ts'
import type { RawFeature, RawFile } from './raw-features.ts'
import { tooLarge, tooMany } from './read-geojson.ts'
import { readGeoPackageBinary } from './read-wkb.ts'

type Layer = { table: string; column: string; epsg: number | null; organization: string }

const LAYERS_MOST = 50

/**
 * A GeoPackage: every table of features in it. SQLite runs in WebAssembly on a copy in memory: it can load no
 * extension and write to no disk, and of the file's own SQL only plain tables are read, no view and no trigger.
 *
 * @throws Unreadable
 * @source OGC 12-128r19 (GeoPackage 1.4).
 */
export async function readGeoPackage(path: string): Promise<RawFile> {
  if ((await stat(path)).size > READ_LIMITS.geoPackageBytes) throw tooLarge(READ_LIMITS.geoPackageBytes)
  const SQL = await initSqlJs()
  const database = new SQL.Database(await readFile(path))
  try {
    database.exec('pragma trusted_schema = off; pragma query_only = on')
    const layers = layersOf(database)
    const systems = [...new Set(layers.map(({ epsg }) => epsg))]
    if (systems.length > 1) throw severalSystems()
    const features: RawFeature[] = []
    for (const layer of layers) readLayer(database, layer, features)
    const [epsg = null] = systems
    return { features, crs: epsg === null ? null : `EPSG:${epsg}`, epsg, findings: [] }
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : damaged((cause as Error).message)
  } finally {
    database.close()
  }
}

function layersOf(database: Database): Layer[] {
  const rows = rowsOf(
    database,
    `select g.table_name as "table", g.column_name as "column", s.organization, s.organization_coordsys_id as code
     from gpkg_geometry_columns g
     join gpkg_contents c on c.table_name = g.table_name and c.data_type = 'features'
     join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
     join sqlite_master m on m.name = g.table_name and m.type = 'table'
     order by g.table_name limit ${LAYERS_MOST}`,
    LAYERS_MOST,
  )
  if (!rows.length)
    throw new Unreadable(
      'no-layer',
      words('Das GeoPackage enthält keine Ebene mit Objekten.', 'The GeoPackage holds no layer of features.'),
    )
  return rows.map(({ table, column, organization, code }) => ({
    table: String(table),
    column: String(column),
    organization: String(organization),
    epsg: String(organization).toUpperCase() === 'EPSG' ? Number(code) : null,
  }))
}

function readLayer(database: Database, { table, column }: Layer, features: RawFeature[]): void {
  const columns = rowsOf(database, `select name, pk from pragma_table_info(${literal(table)})`, 1000)
  const own = columns.find(({ pk }) => pk === 1)?.name
  const most = READ_LIMITS.objects - features.length
  for (const row of rowsOf(database, `select * from ${identifier(table)} limit ${most + 1}`, most)) {
    const { [column]: blob, ...properties } = row
    const geometry = blob instanceof Uint8Array ? readGeoPackageBinary(blob, READ_LIMITS.positions) : null
    features.push({
      id: own === undefined || own === null ? null : `${table}.${String(row[String(own)])}`,
      layer: table,
      geometry,
      properties: Object.fromEntries(
        Object.entries(properties).filter(([, value]) => !(value instanceof Uint8Array)),
      ),
    })
  }
}

function rowsOf(database: Database, sql: string, most: number): Record<string, SqlValue>[] {
  const statement = database.prepare(sql)
  try {
    const rows: Record<string, SqlValue>[] = []
    while (statement.step()) {
      if (rows.length >= most) throw tooMany(READ_LIMITS.objects)
      rows.push(statement.getAsObject())
    }
    return rows
  } finally {
    statement.free()
  }
}

/** Names come from the file: they are quoted as SQLite quotes, and mean nothing else. */
const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

const damaged = (reason: string) =>
  new Unreadable(
    'geopackage-damaged',
    words(
      `Das GeoPackage lässt sich nicht öffnen (${reason.slice(0, 100)}).`,
      `The GeoPackage cannot be opened (${reason.slice(0, 100)}).`,
    ),
  )

const severalSystems = () =>
  new Unreadable(
    'several-crs',
    words(
      'Die Ebenen des GeoPackage haben verschiedene Koordinatensysteme. Bitte je System eine Datei.',
      'The layers of the GeoPackage have different coordinate systems. Please send one file for each.',
    ),
  )
