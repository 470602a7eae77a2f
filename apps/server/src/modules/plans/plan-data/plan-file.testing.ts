import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Geometry, Position } from 'geojson'
import initSqlJs from 'sql.js'
import { ZipFile } from 'yazl'

/** A zip file with these entries. */
export async function makeZip(entries: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(entries)) zip.addBuffer(Buffer.from(content), path)
  zip.end()
  return buffer(zip.outputStream)
}

export function writePlan(folder: string, name: string, content: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Polygons, outer ring first, as .shp: clockwise outside, as the description wants it. */
export function makeShp(polygons: Position[][][]): Buffer {
  const records = polygons.map((rings, index) => {
    const points = rings.flat()
    const body = Buffer.alloc(44 + 4 * rings.length + 16 * points.length)
    body.writeInt32LE(5, 0)
    body.writeInt32LE(rings.length, 36)
    body.writeInt32LE(points.length, 40)
    let start = 0
    for (const [part, ring] of rings.entries()) {
      body.writeInt32LE(start, 44 + 4 * part)
      start += ring.length
    }
    for (const [each, [x, y]] of points.entries()) {
      body.writeDoubleLE(x!, 44 + 4 * rings.length + 16 * each)
      body.writeDoubleLE(y!, 52 + 4 * rings.length + 16 * each)
    }
    const head = Buffer.alloc(8)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE(body.length / 2, 4)
    return Buffer.concat([head, body])
  })
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(5, 32)
  return Buffer.concat([head, ...records])
}

/** One text column, in the encoding of the bytes given. */
export function makeDbf(column: string, values: Buffer[]): Buffer {
  const width = 60
  const head = Buffer.alloc(65)
  head[0] = 3
  head.writeUInt32LE(values.length, 4)
  head.writeUInt16LE(65, 8)
  head.writeUInt16LE(width + 1, 10)
  head.write(column, 32, 'latin1')
  head.write('C', 43, 'latin1')
  head[48] = width
  head[64] = 13
  const rows = values.map((value) => {
    const row = Buffer.alloc(width + 1, ' ')
    value.copy(row, 1)
    return row
  })
  return Buffer.concat([head, ...rows, Buffer.from([0x1a])])
}

/** Well-known binary in the byte order of the network, which is not ours. */
export function bigEndianWkb(geometry: Geometry): Buffer {
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const line = (positions: Position[]) => Buffer.concat([u32(positions.length), ...positions.map(point)])
  const point = ([x, y]: Position) => {
    const bytes = Buffer.alloc(16)
    bytes.writeDoubleBE(x!, 0)
    bytes.writeDoubleBE(y!, 8)
    return bytes
  }
  if (geometry.type !== 'Polygon') throw new Error('Only polygons are written here.')
  return Buffer.concat([
    Buffer.from([0]),
    u32(3),
    u32(geometry.coordinates.length),
    ...geometry.coordinates.map(line),
  ])
}

const geoPackageBinary = (wkb: Buffer) => Buffer.concat([Buffer.from([0x47, 0x50, 0, 0, 0, 0, 0, 0]), wkb])

/** A GeoPackage with one layer, and whatever SQL comes after it. */
export async function makeGeoPackage(
  features: { wkb: Buffer; bezeichnung: string }[],
  { epsg = 25833, more = '' } = {},
): Promise<Buffer> {
  const SQL = await initSqlJs()
  const database = new SQL.Database()
  database.exec(`
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text, organization_coordsys_id integer, definition text);
    create table gpkg_contents (table_name text primary key, data_type text);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer, z integer, m integer);
    create table flaechen (fid integer primary key, geom blob, bezeichnung text);
    insert into gpkg_spatial_ref_sys values ('x', 7, 'EPSG', ${epsg}, '');
    insert into gpkg_contents values ('flaechen', 'features');
    insert into gpkg_geometry_columns values ('flaechen', 'geom', 'POLYGON', 7, 0, 0);`)
  for (const { wkb, bezeichnung } of features)
    database.run('insert into flaechen (geom, bezeichnung) values (?, ?)', [
      geoPackageBinary(wkb),
      bezeichnung,
    ])
  if (more) database.exec(more)
  const bytes = Buffer.from(database.export())
  database.close()
  return bytes
}
