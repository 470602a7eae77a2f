import { createReadStream } from 'node:fs'
import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { readPlan, summary, toGeoJSON, type PlanFile } from '../src/index.ts'
import { SAMPLES, read, sampleBytes, samplePath } from './sample.ts'

const designations = (file: PlanFile) => file.plans[0]!.objects.map(({ designation }) => designation.de)

describe('a binding plan in 6.0 with every kind of geometry', () => {
  test('says who, what, where and how far', async () => {
    const file = await read(sampleBytes('bp-6.0.gml'))
    const [plan] = file.plans
    expect(file.version).toBe('6.0')
    expect(file.featureCount).toBe(11)
    expect(plan).toMatchObject({
      class: 'BP',
      name: 'Alte Gärtnerei',
      number: '12/2026',
      municipalities: [{ key: '14511000', name: 'Quellstedt', district: 'Gartenvorstadt' }],
      types: [{ code: '10001', words: { de: 'qualifizierter Bebauungsplan' } }],
      procedure: { code: '1000' },
      legalState: { code: '2400', words: { en: 'public display' } },
      texts: [{ key: '§ 3', text: 'Flachdächer sind zu begrünen.' }],
      sections: [{ id: 'Bereich1', number: '1' }],
    })
    expect(plan!.dates.find(({ property }) => property === 'auslegungsStartDatum')).toMatchObject({
      on: '2026-11-02',
      until: '2026-12-02',
    })
    expect(plan!.documents.map(({ type, where }) => [type?.words?.de, where])).toEqual([
      ['Begründung', 'unknown'],
      ['Umweltbericht', 'web'],
    ])
    expect(file.crs).toMatchObject([{ readAs: 'EPSG:25833', datumShift: { accuracyM: 1 } }])
    expect(file.findings.map(({ code }) => code)).toEqual(['arcs-densified'])
  })

  test('says what each object is, in German and in English', async () => {
    const file = await read(sampleBytes('bp-6.0.gml'))
    expect(designations(file)).toMatchSnapshot()
    expect(file.plans[0]!.objects[0]).toMatchObject({
      sign: 'WA 1',
      section: 'Bereich1',
      designation: { en: expect.stringContaining('WA 1: general residential, three storeys') as string },
    })
  })

  test('draws holes, patches, arcs, circles, parts and references', async () => {
    const { plans } = await read(sampleBytes('bp-6.0.gml'))
    const geometries = Object.fromEntries(plans[0]!.objects.map(({ id, geometry }) => [id, geometry]))
    expect((geometries['Wa1'] as Polygon).coordinates).toHaveLength(2)
    expect((geometries['Gruen1'] as MultiPolygon).coordinates).toHaveLength(2)
    expect((geometries['Gruen1'] as MultiPolygon).coordinates[0]![0]!.length).toBeGreaterThan(80)
    expect((geometries['Fenster1'] as MultiPolygon).coordinates).toHaveLength(2)
    expect(geometries['Baeume1']).toMatchObject({ type: 'MultiPoint' })
    expect(geometries['Strasse1']).toMatchObject({ type: 'MultiLineString' })
    expect(geometries['Schrift1']).toMatchObject({ type: 'Point' })
    expect((geometries['Brunnen1'] as Polygon).coordinates[0]!.length).toBeGreaterThan(40)
  })
})

test('a plan in 4.1: default namespace, GML as g, Latin letters, section inside the plan, heights', async () => {
  const file = await read(sampleBytes('bp-4.1.gml'))
  const [plan] = file.plans
  expect(plan).toMatchObject({ name: 'Mühlenviertel', sections: [{ id: 'Bereich3' }] })
  expect(plan!.documents).toMatchObject([
    { type: { code: '1010' }, name: 'Begründung' },
    { type: { code: '9999' }, name: 'Gestaltungsfibel' },
  ])
  expect(designations(file)).toEqual(['Grünfläche: Parkanlage, Spielplatz'])
  expect(file.crs[0]).toMatchObject({ readAs: 'EPSG:31468', datumShift: { accuracyM: 3 } })
  expect(file.findings.map(({ code }) => code).sort()).toEqual(['crs-inherited', 'height-dropped'])
  const [lon, lat] = (plan!.territory as Polygon).coordinates[0]![0]!
  expect([lon, lat]).toEqual([expect.closeTo(12.92, 1), expect.closeTo(50.83, 1)])
})

test('a preparatory plan in 5.4: latitude before longitude, as its urn defines', async () => {
  const file = await read(sampleBytes('fp-5.4.gml'))
  expect(file.plans[0]).toMatchObject({ class: 'FP', legalState: { words: { de: 'wirksam' } } })
  expect(designations(file)).toEqual(['W: Wohnbaufläche'])
  expect((file.plans[0]!.territory as Polygon).coordinates[0]![0]).toEqual([12.9, 50.83])
  expect(file.findings.map(({ code }) => code)).toEqual(['axis-north-first'])
})

test('a spatial plan in 5.2: GML 2 coordinates, decimal commas, members in one element', async () => {
  const file = await read(sampleBytes('rp-5.2.gml'))
  expect(file.plans[0]).toMatchObject({ class: 'RP', legalState: { words: { de: 'Entwurf' } } })
  expect(designations(file)).toEqual(['Vorranggebiet Erneuerbare Energie: Windenergie'])
  expect(file.findings).toEqual([])
})

test('another plan in 6.1: a circle by its center', async () => {
  const file = await read(sampleBytes('so-6.1.gml'))
  expect(file.plans[0]!.class).toBe('SO')
  expect(designations(file)).toEqual([
    'Gebiet nach besonderem Städtebaurecht: Sanierungsgebiet',
    'Denkmalschutz: Einzelanlage, Altes Rathaus',
  ])
})

test.each(SAMPLES)('%s reads the same in pieces as whole, and as GeoJSON', async (name) => {
  const whole = await read(sampleBytes(name))
  const pieces = await readPlan(createReadStream(samplePath(name), { highWaterMark: 7 }))
  expect(JSON.stringify(pieces)).toBe(JSON.stringify(whole))

  const collection = toGeoJSON(whole)
  expect(collection.features[0]!.properties).toMatchObject({ role: 'territory' })
  expect(collection.features.length).toBeGreaterThanOrEqual(1 + whole.plans[0]!.objects.length)
  expect(collection.bbox).toHaveLength(4)
})

test('sums a plan up in sentences', async () => {
  const file = await read(sampleBytes('bp-6.0.gml'))
  expect(summary(file)).toMatchSnapshot('in German')
  expect(summary(file, 'en')).toMatchSnapshot('in English')
})
