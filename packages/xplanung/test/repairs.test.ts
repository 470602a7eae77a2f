import type { Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { changed, findingOf, polygon, read, sampleBytes, tinyPlan } from './sample.ts'

const SQUARE = '353500 5633000 353600 5633000 353600 5633100 353500 5633100 353500 5633000'
const CLOCKWISE = '353500 5633000 353500 5633100 353600 5633100 353600 5633000 353500 5633000'
const NORTH_FIRST = '5633000 353500 5633000 353600 5633100 353600 5633100 353500 5633000 353500'
const GAUSS = '4564800 5633300 4564900 5633300 4564900 5633400 4564800 5633400 4564800 5633300'
const LAT_LON = '50.83 12.9 50.83 12.94 50.85 12.94 50.85 12.9 50.83 12.9'
const LON_LAT = '12.9 50.83 12.94 50.83 12.94 50.85 12.9 50.85 12.9 50.83'

/** The line of the sample plan in which something stands first. */
const lineOf = (text: string) => sampleBytes('bp-6.0.gml').toString().split(text)[0]!.split('\n').length

const territoryOf = (file: Awaited<ReturnType<typeof read>>) =>
  (file.plans[0]!.territory as Polygon).coordinates[0]!

describe('reference systems', () => {
  test.each([
    'EPSG:25833',
    'epsg:25833',
    'urn:ogc:def:crs:EPSG::25833',
    'urn:ogc:def:crs:EPSG:6.9:25833',
    'urn:ogc:def:crs,crs:EPSG::25833,crs:EPSG::7837',
    'http://www.opengis.net/gml/srs/epsg.xml#25833',
    'http://www.opengis.net/def/crs/EPSG/0/25833',
    'urn:adv:crs:ETRS89_UTM33',
    '25833',
  ])('%s is one and the same', async (srsName) => {
    const file = await read(tinyPlan(polygon(SQUARE, srsName)))
    expect(file.crs).toMatchObject([{ readAs: 'EPSG:25833', northFirst: false }])
  })

  test.each([
    ['EPSG:25833', NORTH_FIRST, 'axis-swapped'],
    ['EPSG:31468', GAUSS.replaceAll(/(\d{7}) (\d{7})/g, '$2 $1'), 'axis-north-first'],
    ['urn:ogc:def:crs:EPSG::4326', LAT_LON, 'axis-north-first'],
    ['urn:ogc:def:crs:EPSG::4326', LON_LAT, 'axis-swapped'],
    ['EPSG:25832', GAUSS, 'crs-repaired'],
    ['EPSG:31467', GAUSS, 'crs-repaired'],
    ['EPSG:4326', GAUSS, 'crs-repaired'],
  ])('%s with %s is put right and told', async (srsName, positions, code) => {
    const file = await read(tinyPlan(polygon(positions, srsName)))
    expect(findingOf(file, code)).toMatchObject({ line: 6 })
    const [lon, lat] = territoryOf(file)[0]!
    expect([lon, lat]).toEqual([expect.closeTo(12.9, 0), expect.closeTo(50.8, 0)])
  })

  test('a label that contradicts the numbers is told with before and after', async () => {
    const file = await read(tinyPlan(polygon(GAUSS, 'EPSG:25832')))
    expect(findingOf(file, 'crs-repaired')).toMatchObject({
      severity: 'repaired',
      before: 'EPSG:25832',
      after: 'EPSG:31468',
    })
  })

  test('geometries without a system take that of their envelope', async () => {
    const file = await read(
      changed([
        / srsName="EPSG:25833"(?=>\s*<gml:(exterior|patches|segments|posList|pos>|surfaceMember))/,
        '',
      ]),
    )
    expect(findingOf(file, 'crs-inherited')).toMatchObject({ severity: 'note', after: 'EPSG:25833' })
    expect(file.plans[0]!.objects.every(({ geometry }) => geometry !== null)).toBe(true)
  })

  test('a key of one Land and numbers in another raise a question', async () => {
    const file = await read(changed(['EPSG:25833', 'EPSG:25832']))
    expect(findingOf(file, 'place-contradicts-key')).toMatchObject({ before: 'Sachsen' })
    expect(file.questions).toMatchObject([
      {
        kind: 'which-crs',
        stated: 'EPSG:25832',
        candidates: [{ crs: 'EPSG:25833', fitsMunicipality: true }],
      },
    ])
    const answered = await read(changed(['EPSG:25833', 'EPSG:25832']), { assumeCrs: 'EPSG:25833' })
    expect(answered.questions).toEqual([])
    expect(findingOf(answered, 'crs-assumed')).toMatchObject({ before: 'EPSG:25832', after: 'EPSG:25833' })
  })
})

describe('rings', () => {
  test('that run the wrong way are turned round', async () => {
    const file = await read(tinyPlan(polygon(CLOCKWISE, 'EPSG:25833')))
    expect(findingOf(file, 'orientation-repaired')).toMatchObject({
      before: 'clockwise',
      after: 'counter-clockwise',
      places: [{ line: 6, objectId: 'P' }],
    })
    expect(new Set(territoryOf(file).map(String))).toEqual(
      new Set(territoryOf(await read(tinyPlan(polygon(SQUARE, 'EPSG:25833')))).map(String)),
    )
  })

  test('that are not closed are closed', async () => {
    const open = SQUARE.split(' ').slice(0, -2).join(' ')
    const file = await read(tinyPlan(polygon(open, 'EPSG:25833')))
    expect(findingOf(file, 'ring-closed')).toMatchObject({ severity: 'repaired', before: '100 m' })
    expect(territoryOf(file)[0]).toEqual(territoryOf(file).at(-1))
  })

  // @bad-input UPL-17
  test('that cross themselves are told', async () => {
    const bow = '353500 5633000 353600 5633100 353600 5633000 353500 5633090 353500 5633000'
    const file = await read(tinyPlan(polygon(bow, 'EPSG:25833')))
    expect(findingOf(file, 'self-intersection')).toMatchObject({ severity: 'warning', line: 6 })
  })

  test('whose curves run the wrong way or do not meet are put together', async () => {
    const line = (positions: string) =>
      `<gml:curveMember><gml:LineString><gml:posList>${positions}</gml:posList></gml:LineString></gml:curveMember>`
    const ring = (...members: string[]) =>
      tinyPlan(
        `<gml:Polygon srsName="EPSG:25833"><gml:exterior><gml:Ring>${members.join('')}</gml:Ring></gml:exterior></gml:Polygon>`,
      )
    const first = line('353500 5633000 353600 5633000 353600 5633100')
    const backwards = await read(ring(first, line('353500 5633000 353500 5633100 353600 5633100')))
    expect(findingOf(backwards, 'curve-reversed')).toMatchObject({ count: 1 })
    expect(territoryOf(backwards)).toHaveLength(5)
    const apart = await read(ring(first, line('353600 5633103 353500 5633100 353500 5633000')))
    expect(findingOf(apart, 'ring-gap')).toMatchObject({ before: '3.0 m' })
  })

  test('an OrientableCurve with a minus runs backwards', async () => {
    const base =
      '<gml:baseCurve><gml:LineString><gml:posList>353500 5633000 353500 5633100 353600 5633100</gml:posList></gml:LineString></gml:baseCurve>'
    const file = await read(
      tinyPlan(
        `<gml:Polygon srsName="EPSG:25833"><gml:exterior><gml:Ring>
        <gml:curveMember><gml:LineString><gml:posList>353500 5633000 353600 5633000 353600 5633100</gml:posList></gml:LineString></gml:curveMember>
        <gml:curveMember><gml:OrientableCurve orientation="-">${base}</gml:OrientableCurve></gml:curveMember>
        </gml:Ring></gml:exterior></gml:Polygon>`,
      ),
    )
    expect(file.findings.filter(({ severity }) => severity === 'repaired')).toEqual([])
  })
})

describe('what a plan consists of', () => {
  test('a plan without sections keeps its objects', async () => {
    const file = await read(
      changed(
        [/<gml:featureMember>\s*<xplan:BP_Bereich[^]*?<\/gml:featureMember>/, ''],
        [/<xplan:bereich [^>]*>/, ''],
      ),
    )
    expect(findingOf(file, 'no-section')).toMatchObject({ severity: 'warning' })
    expect(findingOf(file, 'broken-reference')).toMatchObject({ count: 8 })
    expect(file.plans[0]!.objects).toHaveLength(8)
  })

  test('broken references and references without a hash are told', async () => {
    const file = await read(
      changed(
        ['#Text1', '#Text9'],
        ['xlink:href="#Bereich1"/>\n      <xplan:rechts', 'xlink:href="Bereich1"/>\n      <xplan:rechts'],
      ),
    )
    expect(findingOf(file, 'broken-reference')).toMatchObject({
      places: [{ line: lineOf('#Text1'), objectId: 'Plan1' }],
    })
    expect(findingOf(file, 'reference-without-hash')).toMatchObject({ severity: 'repaired', count: 7 })
    expect(file.plans[0]!.references).toContainEqual({ property: 'texte', target: 'Text9', resolved: false })
  })

  // @bad-input UPL-16
  test('elements and classes nobody knows are kept and told with their line', async () => {
    const file = await read(
      changed(
        ['xplan:planArt>10001</xplan:planArt', 'xplan:planArtCode>10001</xplan:planArtCode'],
        ['BP_GruenFlaeche', 'BP_MarsFlaeche'],
      ),
    )
    expect(findingOf(file, 'unknown-element')).toMatchObject({
      line: lineOf('<xplan:planArt>'),
      message: { en: expect.stringContaining('planArtCode') as string },
    })
    expect(file.plans[0]!.attributes['planArtCode']).toBe('10001')
    expect(findingOf(file, 'mandatory-missing')).toMatchObject({ line: lineOf('<xplan:BP_Plan') })
    expect(findingOf(file, 'unknown-class')).toMatchObject({ line: lineOf('<xplan:BP_GruenFlaeche') })
    expect(file.plans[0]!.objects.find(({ id }) => id === 'Gruen1')).toMatchObject({
      class: 'BP_MarsFlaeche',
      className: { de: 'Mars Fläche' },
    })
  })

  test('several plans in one file are all read', async () => {
    const second = `<gml:featureMember><xplan:BP_Plan gml:id="P2"><xplan:name>Zwei</xplan:name><xplan:raeumlicherGeltungsbereich>${polygon(SQUARE, 'EPSG:25833')}</xplan:raeumlicherGeltungsbereich></xplan:BP_Plan></gml:featureMember>`
    const file = await read(tinyPlan(polygon(SQUARE, 'EPSG:25833'), second))
    expect(file.plans.map(({ name }) => name)).toEqual(['Klein', 'Zwei'])
    expect(findingOf(file, 'several-plans')).toMatchObject({ severity: 'note' })
  })

  test('a municipality key that lost its zero gets it back; one that is none is told', async () => {
    expect(
      findingOf(await read(changed(['14511000', '4511000'])), 'municipality-key-repaired'),
    ).toMatchObject({ after: '04511000' })
    expect(findingOf(await read(changed(['14511000', '99999999'])), 'municipality-key-wrong')).toBeDefined()
  })

  test('days that do not exist and periods that end before they begin are told', async () => {
    const file = await read(changed(['2026-01-20', '2026-02-30'], ['2026-12-02', '2026-10-02']))
    expect(findingOf(file, 'date-wrong')).toMatchObject({ before: '2026-02-30' })
    expect(findingOf(file, 'dates-out-of-order')).toMatchObject({ before: '2026-11-02', after: '2026-10-02' })
  })

  test('an object far away, one outside Germany and one without sense are told and kept', async () => {
    const point = (id: string, positions: string) =>
      `<gml:featureMember><xplan:BP_HoehenMass gml:id="${id}"><xplan:position><gml:Point srsName="EPSG:25833"><gml:pos>${positions}</gml:pos></gml:Point></xplan:position></xplan:BP_HoehenMass></gml:featureMember>`
    const file = await read(
      tinyPlan(
        polygon(SQUARE, 'EPSG:25833'),
        point('far', '383500 5633000') + point('out', '0 0') + point('odd', 'Infinity x'),
      ),
    )
    expect(findingOf(file, 'far-from-territory')).toMatchObject({ places: [{ objectId: 'far' }] })
    expect(findingOf(file, 'outside-germany')).toMatchObject({ places: [{ objectId: 'out' }] })
    expect(findingOf(file, 'geometry-unusable')).toMatchObject({ places: [{ objectId: 'odd' }] })
    expect(file.plans[0]!.objects).toHaveLength(3)
  })
})

test('Latin letters in a file that calls itself UTF-8 are read and told', async () => {
  const file = await read(Buffer.from(sampleBytes('bp-6.0.gml').toString(), 'latin1'))
  expect(file.plans[0]!.name).toBe('Alte Gärtnerei')
  expect(findingOf(file, 'encoding-repaired')).toMatchObject({ before: 'UTF-8', after: 'windows-1252' })
})

test('UTF-16 and a byte order mark are read', async () => {
  const text = sampleBytes('bp-6.0.gml').toString().replace('UTF-8', 'UTF-16')
  expect((await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).plans[0]!.name).toBe('Alte Gärtnerei')
})

test('a prefix nobody declared is understood by its name and told', async () => {
  const file = await read(changed([/\s+xmlns:xlink="[^"]*"/, ''], [/\s+xmlns:gml="[^"]*"/, '']))
  expect(findingOf(file, 'undeclared-prefix')).toBeDefined()
  expect(file.plans[0]!.objects).toHaveLength(8)
})
