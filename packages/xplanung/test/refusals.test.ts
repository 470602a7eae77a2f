import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { readPlanFile } from '../src/index.ts'
import { changed, polygon, read, refused, sampleBytes, tinyPlan } from './sample.ts'

const SQUARE = '353500 5633000 353600 5633000 353600 5633100 353500 5633100 353500 5633000'

describe('what is no plan', () => {
  test.each([
    ['', 'empty'],
    ['%PDF-1.7 and so on', 'not-xplangml'],
    ['<html><body><p>not found</p></body></html>', 'not-xplangml'],
    ['{"type":"FeatureCollection"}', 'not-xplangml'],
    ['\u0000\u0001\u0002\u0003', 'not-xplangml'],
  ])('%s is refused as %s', async (text, code) => {
    expect(await refused(text)).toMatchObject({ ok: false, code })
  })

  test('a file that is not there is refused, not thrown', async () => {
    expect(await readPlanFile('/nowhere/plan.gml')).toMatchObject({ ok: false, code: 'not-found' })
  })

  test('another version is refused by its number', async () => {
    expect(await refused(changed(['xplangml/6/0', 'xplangml/3/0']))).toMatchObject({
      code: 'unsupported-version',
      line: 2,
    })
    expect((await refused(changed(['xplangml/6/0', 'xplangml/7/0']))).message.de).toContain('7.0')
  })

  test('a collection without a plan', async () => {
    expect(await refused(changed([/xplan:BP_Plan/, 'xplan:BP_HoehenMass']))).toMatchObject({
      code: 'no-plan',
    })
  })

  test('a plan without a territory', async () => {
    expect(await refused(tinyPlan(''))).toMatchObject({ code: 'no-territory', line: 4 })
  })
})

describe('what is broken or hostile', () => {
  test.each([
    [
      'an element that is not closed',
      changed([/<\/xplan:BP_Bereich>/, '</xplan:BP_Bereicj>']),
      'not-well-formed',
    ],
    ['an ampersand of its own', changed(['Alte Gärtnerei', 'Alte & Gärtnerei']), 'not-well-formed'],
    ['a file cut off', sampleBytes('bp-6.0.gml').toString().slice(0, 5000), 'not-well-formed'],
    ['an unknown entity', changed(['Alte Gärtnerei', '&auml;']), 'entity'],
  ])('%s is refused with its line', async (_, text, code) => {
    const refusal = await refused(text)
    expect(refusal.code).toBe(code)
    expect(refusal.line).toBeGreaterThan(1)
  })

  // @bad-input UPL-11
  test('a billion laughs are refused before the first one, in no time', async () => {
    const lol = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`,
    ).join('')
    const text = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol">${lol}]><lolz>&lol9;</lolz>`
    const startedAt = performance.now()
    expect(await refused(text)).toMatchObject({ code: 'doctype', line: 1 })
    expect(performance.now() - startedAt).toBeLessThan(500)
  })

  // @bad-input UPL-13
  test('an outside document is never asked for', async () => {
    let asked = 0
    const server = createServer(() => asked++)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const url = `http://127.0.0.1:${port}/x.dtd`
    await refused(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % d SYSTEM "${url}">%d;]><x/>`)
    await refused(`<?xml version="1.0"?><!DOCTYPE x SYSTEM "${url}"><x/>`)
    await read(changed(['begruendung.pdf', url]))
    expect(asked).toBe(0)
    server.close()
  })

  // @bad-input UPL-14
  test('XInclude is an element like any other', async () => {
    const include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    const file = await read(changed(['<xplan:nummer>12/2026', `${include}<xplan:nummer>12/2026`]))
    expect(JSON.stringify(file)).not.toContain('root:')
  })

  test('limits hold: depth, bytes, elements, attributes, positions, text', async () => {
    const deep = tinyPlan(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`)
    expect(await refused(deep)).toMatchObject({ code: 'too-deep' })
    const sample = sampleBytes('bp-6.0.gml')
    for (const limits of [
      { maxXmlBytes: 1000 },
      { maxElements: 50 },
      { maxPositions: 20 },
      { maxTextLength: 30 },
    ]) {
      expect(await refused(sample, { limits })).toMatchObject({ code: 'too-large' })
    }
    const wide = tinyPlan(`<a ${Array.from({ length: 100 }, (_, index) => `b${index}=""`).join(' ')}/>`)
    expect(await refused(wide)).toMatchObject({ code: 'too-large', line: 6 })
  })

  // @bad-input UPL-22
  test('two million positions are too many', async () => {
    const text = tinyPlan(polygon('353500 5633000 '.repeat(2_000_000), 'EPSG:25833'))
    expect(await refused(text)).toMatchObject({ code: 'too-large', line: 6 })
  })

  test('references in a circle, and references that multiply, end', async () => {
    const circle = tinyPlan(
      '<gml:MultiSurface gml:id="a" srsName="EPSG:25833"><gml:surfaceMember xlink:href="#a"/></gml:MultiSurface>',
    )
    expect((await refused(circle)).ok).toBe(false)
    const level = (number: number) =>
      `<gml:featureMember><xplan:BP_GruenFlaeche gml:id="f${number}"><xplan:position><gml:MultiSurface gml:id="m${number}" srsName="EPSG:25833">${`<gml:surfaceMember xlink:href="#m${number + 1}"/>`.repeat(10)}</gml:MultiSurface></xplan:position></xplan:BP_GruenFlaeche></gml:featureMember>`
    const levels = Array.from({ length: 20 }, (_, number) => level(number)).join('')
    const last = `<gml:featureMember><xplan:BP_GruenFlaeche gml:id="f20"><xplan:position>${polygon(SQUARE, 'EPSG:25833').replace('<gml:Polygon', '<gml:Polygon gml:id="m20"')}</xplan:position></xplan:BP_GruenFlaeche></gml:featureMember>`
    expect(await refused(tinyPlan(polygon(SQUARE, 'EPSG:25833'), levels + last))).toMatchObject({
      code: 'too-large',
    })
  })

  test('a property called __proto__ changes nothing', async () => {
    await read(
      changed([
        '<xplan:nummer>12/2026</xplan:nummer>',
        '<xplan:__proto__><xplan:polluted>yes</xplan:polluted></xplan:__proto__>',
      ]),
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('where only a person knows', () => {
  test('no reference system at all is a question with the places it could be', async () => {
    const refusal = await refused(tinyPlan(polygon(SQUARE, null)))
    expect(refusal).toMatchObject({
      code: 'crs-missing',
      line: 6,
      question: { kind: 'which-crs', stated: null },
    })
    const candidates = refusal.question?.kind === 'which-crs' ? refusal.question.candidates : []
    expect(candidates.map(({ crs }) => crs)).toEqual(['EPSG:25832', 'EPSG:25833'])
    const file = await read(tinyPlan(polygon(SQUARE, null)), { assumeCrs: 'EPSG:25833' })
    expect(file.crs).toMatchObject([{ stated: null, readAs: 'EPSG:25833' }])
  })

  // @bad-input UPL-19
  test('an unknown reference system is a question as well', async () => {
    const refusal = await refused(tinyPlan(polygon(SQUARE, 'EPSG:99999')))
    expect(refusal).toMatchObject({ code: 'crs-unknown', question: { stated: 'EPSG:99999' } })
  })

  test('a label that fits nowhere while two others do is a question', async () => {
    expect(await refused(tinyPlan(polygon(SQUARE, 'EPSG:31467')))).toMatchObject({
      code: 'crs-contradicts-numbers',
      question: { kind: 'which-crs' },
    })
  })

  test.each([
    ['EPSG:25832', '100 200 300 200 300 400 100 400 100 200'],
    ['EPSG:4326', '45.3 2.1 45.4 2.1 45.4 2.2 45.3 2.2 45.3 2.1'],
    [null, '1 2 3 2 3 4 1 4 1 2'],
  ])('a plan in Somalia (%s) is refused', async (srsName, positions) => {
    expect(await refused(tinyPlan(polygon(positions, srsName)))).toMatchObject({
      code: 'outside-germany',
      line: 6,
    })
  })
})
