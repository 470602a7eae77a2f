import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Polygon, Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPlanDataRefusal, type PlanData, type PlanDataRefusal } from './plan-data.ts'
import { bigEndianWkb, makeDbf, makeGeoPackage, makeShp, makeZip, writePlan } from './plan-file.testing.ts'
import { partsOf, propertiesOf } from './part-names.rules.ts'
import { positionsOf } from './positions.ts'
import { readPlanData } from './read-plan-data.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'mitsprache-read-plan-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = async (name: string, content: Buffer | string, options = {}): Promise<PlanData> => {
  const answer = await readPlanData(writePlan(folder, name, content), options)
  if (isPlanDataRefusal(answer)) throw new Error(JSON.stringify(answer))
  return answer
}
const refused = async (name: string, content: Buffer | string, options = {}): Promise<PlanDataRefusal> => {
  const answer = await readPlanData(writePlan(folder, name, content), options)
  if (!isPlanDataRefusal(answer)) throw new Error('It was read.')
  return answer
}

/** About 100 m on a side; metres of UTM 33, near Quellstedt. */
const square = (east = 352_000, north = 5_632_000, side = 100): Position[] => [
  [east, north],
  [east, north + side],
  [east + side, north + side],
  [east + side, north],
  [east, north],
]
const geoJson = (features: unknown[], crs?: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
    features,
  })
const area = (properties: object, ring = square(), id?: string) => ({
  type: 'Feature',
  ...(id && { id }),
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const UTM_PRJ = `PROJCS["ETRS_1989_UTM_Zone_33N",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],
  PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],
  PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",15.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

describe('XPlanGML', () => {
  it('reads the plan of the sample town with area, names and storeys', async () => {
    const file = new URL(
      '../../../../../../packages/sample-town/documents/alte-gaertnerei.gml',
      import.meta.url,
    )
    const data = await read('plan.gml', readFileSync(file))
    expect(data).toMatchObject({ format: 'XPlanGML', version: '6.0', plan: { number: '37' } })
    expect(data.territory?.type).toBe('Polygon')
    expect(data.objects).toHaveLength(34)
    const parts = partsOf(data, {})
    expect(parts.find(({ class: name }) => name === 'BP_BaugebietsTeilFlaeche')).toMatchObject({
      storeys: 3,
      details: [
        { label: { de: 'Art' }, value: { de: 'Baugebiet' } },
        { label: { de: 'Rechtscharakter' }, value: { de: 'Festsetzung' } },
      ],
    })
    expect(new Set(parts.map(({ name }) => name.de)).size).toBe(34)
    expect(parts.map(({ name }) => name.de)).toContain(
      'Quartiersgarten (Grünfläche: Erholungsgärten, öffentlich)',
    )
  })

  it('reads every plan of the collection completely', async () => {
    const collection = new URL('../../../../../../../shared/data/xplanung/', import.meta.url)
    if (!existsSync(collection)) {
      process.stdout.write(
        'Skipped: the real plans are not beside the repository (../shared/data/xplanung).\n',
      )
      return
    }
    const seen: Record<string, [number, number, number]> = {}
    for (const name of ['v4_0_BP2070.gml', 'v5_0_1_BP2070.gml', 'v5_0_1_LA22.gml', 'BPlan005_6-0.zip']) {
      const data = await read(name, readFileSync(new URL(name, collection)))
      expect(data.territory, name).not.toBeNull()
      const parts = partsOf(data, {})
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
      expect(new Set(parts.map((part) => part.name.de)).size).toBe(parts.length)
      seen[name] = [parts.length, data.withoutPlace, data.attachments.length]
    }
    expect(seen).toEqual({
      'v4_0_BP2070.gml': [302, 0, 0],
      'v5_0_1_BP2070.gml': [302, 0, 0],
      'v5_0_1_LA22.gml': [1307, 0, 0],
      'BPlan005_6-0.zip': [26, 0, 1],
    })
  })

  // @bad-input UPL-11 UPL-13
  it('refuses a DOCTYPE with its line, and what is no plan', async () => {
    const doctype = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n<x>&a;</x>'
    expect(await refused('bomb.gml', doctype)).toMatchObject({ refused: 'doctype', line: 2 })
    expect(await refused('html.xml', '<html></html>')).toMatchObject({ refused: 'not-xplangml' })
    expect(await refused('text.gml', 'Planzeichnung')).toMatchObject({ refused: 'not-a-plan' })
    expect(await refused('empty.gml', '')).toMatchObject({ refused: 'not-a-plan' })
  })
})

describe('GeoJSON', () => {
  it('takes metres whose system it names, and finds area and names', async () => {
    const data = await read(
      'a.geojson',
      geoJson(
        [
          area({ art: 'Geltungsbereich' }, square(352_000, 5_632_000, 400)),
          area({ bezeichnung: 'Baufeld Nord', geschosse: 3, kuerzel: 'WA 1' }),
          area({ bezeichnung: 'Baufeld Süd' }, square(352_200)),
        ],
        'urn:ogc:def:crs:EPSG::25833',
      ),
    )
    expect(data.crs).toMatchObject([{ readAs: 'EPSG:25833' }])
    expect(data.territory).not.toBeNull()
    expect(partsOf(data, {})).toMatchObject([
      { name: { de: 'Baufeld Nord' }, designation: 'WA 1', storeys: 3, style: 'neutral' },
      { name: { de: 'Baufeld Süd' }, designation: null, storeys: null },
    ])
    expect(partsOf(data, { name: 'kuerzel' })).toMatchObject([
      { name: { de: 'WA 1' } },
      { name: { de: 'Fläche' } },
    ])
    expect(propertiesOf(data)[0]).toMatchObject({ name: 'bezeichnung', count: 2 })
    const [lon, lat] = positionsOf(data.objects[0]!.geometry)[0]!
    expect([lon, lat]).toEqual([expect.closeTo(12.9, 1), expect.closeTo(50.8, 1)])
  })

  it('knows an object again that comes in another order, or under its own id', async () => {
    const [one, two] = [area({ name: 'A' }), area({ name: 'B' }, square(352_300), 'own-7')]
    const keys = async (features: unknown[]) =>
      (await read('order.geojson', geoJson(features, 'EPSG:25833'))).objects.map(({ key }) => key)
    const there = await keys([one, two])
    expect(there[1]).toBe('own-7')
    expect(await keys([two, one])).toEqual(there.toReversed())
  })

  // @bad-input UPL-19
  it('asks for the system of metres that nobody named, and takes the answer', async () => {
    const nameless = geoJson([area({ name: 'A' })])
    const { refused: code, question } = await refused('b.geojson', nameless)
    expect(code).toBe('crs-missing')
    expect(question).toMatchObject({ kind: 'whichCrs' })
    const crs = question?.kind === 'whichCrs' ? question.candidates.map((each) => each.crs) : []
    expect(crs).toContain('EPSG:25833')
    expect(await read('b.geojson', nameless, { assumeCrs: 'EPSG:25833' })).toMatchObject({
      crs: [{ stated: null, readAs: 'EPSG:25833' }],
    })
  })

  it.each([
    ['{"type":"FeatureCollection",\n"features":[}', 'not-json', 2],
    [
      geoJson([{ type: 'Feature', geometry: { type: 'Point', coordinates: [200, 95] } }]),
      'outside-germany',
      null,
    ],
    [geoJson([area({})], 'EPSG:99999'), 'crs-unknown', null],
    [
      geoJson([
        area({}, [
          [51.3, 12.9],
          [51.3, 12.91],
          [51.31, 12.91],
          [51.3, 12.9],
        ]),
      ]),
      'outside-germany',
      null,
    ],
    [geoJson([{ type: 'Feature', geometry: { type: 'Point', coordinates: [13] } }]), 'not-geojson', null],
    [
      geoJson([{ type: 'Feature', geometry: { type: 'Point', coordinates: ['13', '51'] } }]),
      'not-geojson',
      null,
    ],
    [geoJson([{ type: 'Feature', geometry: null }]), 'no-object', null],
    ['{"type":"Polygon","coordinates":' + '['.repeat(10_000) + ']'.repeat(10_000) + '}', 'not-geojson', null],
    ['[1,2]', 'not-geojson', null],
  ])('refuses %.60s', async (content, code, line) => {
    expect(await refused('bad.geojson', content)).toMatchObject({ refused: code, line })
  })

  it('refuses more points than any plan has', async () => {
    const ring = Array.from({ length: 500_002 }, (_, i) => [13 + (i % 7) / 100, 51])
    expect(await refused('many.geojson', geoJson([area({}, ring)]))).toMatchObject({
      refused: 'too-many-positions',
    })
  })

  it('loses no vertex between file and part, whatever is drawn', async () => {
    const position = fc.tuple(
      fc.double({ min: 6, max: 14.9, noNaN: true }),
      fc.double({ min: 48, max: 54, noNaN: true }),
    )
    const line = fc.array(position, { minLength: 2, maxLength: 12 })
    const ring = fc.array(position, { minLength: 3, maxLength: 12 }).map((open) => [...open, open[0]!])
    const geometry = fc.oneof(
      position.map((coordinates) => ({ type: 'Point', coordinates })),
      line.map((coordinates) => ({ type: 'LineString', coordinates })),
      fc
        .array(line, { minLength: 1, maxLength: 3 })
        .map((coordinates) => ({ type: 'MultiLineString', coordinates })),
      fc.array(ring, { minLength: 1, maxLength: 3 }).map((coordinates) => ({ type: 'Polygon', coordinates })),
      fc
        .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
        .map((coordinates) => ({ type: 'MultiPolygon', coordinates })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(geometry, { minLength: 2, maxLength: 6 }), async (geometries) => {
        const data = await read(
          'any.geojson',
          geoJson(geometries.map((each) => ({ type: 'Feature', properties: {}, geometry: each }))),
        )
        const parts = partsOf(data, {})
        expect(parts).toHaveLength(geometries.length)
        for (const [index, part] of parts.entries()) {
          const before = positionsOf(geometries[index] as Polygon)
          const after = positionsOf(part.geometry)
          expect(after).toHaveLength(before.length)
          for (const [each, [lon, lat]] of after.entries()) {
            expect(lon).toBeCloseTo(before[each]![0]!, 7)
            expect(lat).toBeCloseTo(before[each]![1]!, 7)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('Shapefile', () => {
  const hole = square(352_020, 5_632_020, 20).toReversed()
  it('reads outlines with holes, umlauts and the system of the .prj', async () => {
    const zip = await makeZip({
      'plan/baufelder.shp': makeShp([[square(), hole], [square(352_300)]]),
      'plan/baufelder.dbf': makeDbf('BEZEICHN', [
        Buffer.from('Gärten', 'latin1'),
        Buffer.from('Straße', 'latin1'),
      ]),
      'plan/baufelder.prj': UTM_PRJ,
    })
    const data = await read('shapes.zip', zip)
    expect(data).toMatchObject({ format: 'Shapefile', crs: [{ readAs: 'EPSG:25833' }], findings: [] })
    expect(partsOf(data, {}).map(({ name }) => name.de)).toEqual(['Gärten', 'Straße'])
    expect((data.objects[0]!.geometry as Polygon).coordinates.map(({ length }) => length)).toEqual([5, 5])
  })

  it('reads UTF-8 where .cpg says so', async () => {
    const zip = await makeZip({
      'a.shp': makeShp([[square()], [square(352_300)]]),
      'a.dbf': makeDbf('NAME', [Buffer.from('Gärten'), Buffer.from('Straße')]),
      'a.prj': UTM_PRJ,
      'a.cpg': 'UTF-8',
    })
    expect(partsOf(await read('utf8.zip', zip), {}).map(({ name }) => name.de)).toEqual(['Gärten', 'Straße'])
  })

  it('asks without .prj, and asks which of several', async () => {
    const shp = makeShp([[square()]])
    expect(await refused('noprj.zip', await makeZip({ 'a.shp': shp }))).toMatchObject({
      refused: 'crs-missing',
      question: { kind: 'whichCrs' },
    })
    const two = await makeZip({ 'a.shp': shp, 'a.prj': UTM_PRJ, 'b.shp': shp, 'b.prj': UTM_PRJ })
    expect(await refused('two.zip', two)).toMatchObject({
      question: { kind: 'whichEntry', candidates: ['a.shp', 'b.shp'] },
    })
    expect(await read('two.zip', two, { entry: 'b.shp' })).toMatchObject({ territory: { type: 'Polygon' } })
  })

  it('refuses what is cut off or is none', async () => {
    const shp = makeShp([[square()]])
    for (const damaged of [shp.subarray(0, 150), Buffer.alloc(200), Buffer.from('shp')])
      expect(await refused('cut.zip', await makeZip({ 'a.shp': damaged, 'a.prj': UTM_PRJ }))).toMatchObject({
        refused: 'shapefile-damaged',
      })
  })
})

describe('GeoPackage', () => {
  const features = [
    { wkb: bigEndianWkb({ type: 'Polygon', coordinates: [square()] }), bezeichnung: 'Baufeld 1' },
    { wkb: bigEndianWkb({ type: 'Polygon', coordinates: [square(352_300)] }), bezeichnung: 'Baufeld 2' },
  ]
  it('reads the layers with their names and keys', async () => {
    const data = await read('a.gpkg', await makeGeoPackage(features))
    expect(data).toMatchObject({ format: 'GeoPackage', crs: [{ readAs: 'EPSG:25833' }] })
    expect(partsOf(data, {})).toMatchObject([
      { key: 'flaechen.1', name: { de: 'Baufeld 1' } },
      { key: 'flaechen.2', name: { de: 'Baufeld 2' } },
    ])
  })

  // @bad-input UPL-31
  it('reads no view, runs no trigger and loads no extension', async () => {
    const more = `
      create view boese as select load_extension('x') as geom;
      insert into gpkg_contents values ('boese', 'features');
      insert into gpkg_geometry_columns values ('boese', 'geom', 'POLYGON', 7, 0, 0);
      create trigger t after insert on flaechen begin delete from flaechen; end;`
    expect((await read('evil.gpkg', await makeGeoPackage(features, { more }))).objects).toHaveLength(2)
  })

  it('refuses geometry that promises more than it holds, and a system nobody knows', async () => {
    const lying = Buffer.from(features[0]!.wkb)
    lying.writeUInt32BE(0xfffffff0, 9)
    expect(
      await refused('lying.gpkg', await makeGeoPackage([{ wkb: lying, bezeichnung: 'x' }])),
    ).toMatchObject({ refused: 'geometry-damaged' })
    expect(await refused('far.gpkg', await makeGeoPackage(features, { epsg: 99999 }))).toMatchObject({
      refused: 'crs-unknown',
    })
    expect(await refused('no.gpkg', `SQLite format 3\0${'x'.repeat(5000)}`)).toMatchObject({
      refused: 'geopackage-damaged',
    })
  })
})

describe('archives', () => {
  it('refuses paths that lead outside and archives without a plan', async () => {
    const evil = await makeZip({ 'a/evil.gml': '<a/>' })
    const outside = Buffer.from(evil.toString('latin1').replaceAll('a/evil.gml', '../vil.gml'), 'latin1')
    expect(await refused('outside.zip', outside)).toMatchObject({ refused: 'archive-path' })
    expect(await refused('none.zip', await makeZip({ 'a.txt': 'x' }))).toMatchObject({
      refused: 'archive-without-plan',
    })
  })

  it('refuses what unpacks without end', async () => {
    const bomb = await makeZip({ 'a.gml': Buffer.alloc(40 * 1024 * 1024, ' ') })
    expect(await refused('bomb.zip', bomb)).toMatchObject({ refused: 'archive-bomb' })
  })
})
