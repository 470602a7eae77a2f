import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { buildingLimits, keptTrees, metresBetween, procedures, readPlanFile } from './index.ts'
import type { Position } from './index.ts'

const schema = fileURLToPath(
  new URL(
    '../../../../shared/conformance/xplangml/XPlanGML_6_0/XPlanung-Operationen.offline.xsd',
    import.meta.url,
  ),
)
const toDegrees = proj4('+proj=utm +zone=33 +ellps=GRS80 +units=m +no_defs', 'EPSG:4326')
const gml = (await readPlanFile()).toString('utf8')
const objects = [
  ...gml.matchAll(/<gml:featureMember>\s*<xplan:(\w+) gml:id="([^"]+)">(.*?)<\/gml:featureMember>/gs),
].map(([, name, id, content]) => ({ name: name!, id: id!, content: content! }))
const of = (name: string) => objects.filter((each) => each.name === name)

/** The places of an object's position, back in degrees. */
function placesOf(content: string, within = 'position'): Position[] {
  const geometry = new RegExp(`<xplan:${within}>(.*?)</xplan:${within}>`, 's').exec(content)![1]!
  const numbers = /<gml:pos(?:List)?>([^<]+)</.exec(geometry)![1]!.split(' ').map(Number)
  return Array.from({ length: numbers.length / 2 }, (_, i) =>
    toDegrees.forward<Position>([numbers[2 * i]!, numbers[2 * i + 1]!]),
  )
}

/** Every corner on the corner of the package's own geometry, to a centimetre. */
function expectSame(found: Position[], wanted: Position[]) {
  expect(found).toHaveLength(wanted.length)
  for (const [i, place] of found.entries()) expect(metresBetween(place, wanted[i]!)).toBeLessThan(0.01)
}

describe('the plan as XPlanGML', () => {
  it('holds the plan, its section and every object, each with an id of its own', () => {
    const counts = new Map<string, number>()
    for (const { name } of objects) counts.set(name, (counts.get(name) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({
      BP_Plan: 1,
      BP_Bereich: 1,
      XP_TextAbschnitt: 5,
      BP_BaugebietsTeilFlaeche: 3,
      BP_GemeinbedarfsFlaeche: 1,
      BP_GruenFlaeche: 2,
      SO_Strassenverkehr: 1,
      BP_BauGrenze: 6,
      BP_AnpflanzungBindungErhaltung: 21,
    })
    const ids = [...gml.matchAll(/gml:id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of gml.matchAll(/xlink:href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  it('lies where the map draws it', () => {
    const { territory, planParts } = procedures[0]!
    expectSame(placesOf(of('BP_Plan')[0]!.content, 'raeumlicherGeltungsbereich'), territory!.coordinates[0]!)
    for (const part of planParts) {
      const object = objects.find((each) =>
        each.content.includes(`<xplan:text>${part.name.de}</xplan:text>`),
      )!
      expectSame(placesOf(object.content), part.geometry.coordinates[0]!)
    }
    for (const [i, { content }] of of('BP_BauGrenze').entries())
      expectSame(placesOf(content), buildingLimits[i]!.geometry.coordinates[0]!)
    expectSame(
      of('BP_AnpflanzungBindungErhaltung').flatMap(({ content }) => placesOf(content)),
      keptTrees,
    )
  })

  it('names the documents on display by their files', () => {
    const names = [...gml.matchAll(/<xplan:referenzURL>([^<]+)</g)].map(([, name]) => name)
    expect(names).toEqual(procedures[0]!.documents.map((document) => document.fileName))
  })

  it('takes the days of its display when they are known', async () => {
    const text = (await readPlanFile({ start: '2027-03-01', end: '2027-03-31' })).toString('utf8')
    expect(text).toContain('<xplan:auslegungsStartDatum>2027-03-01</xplan:auslegungsStartDatum>')
    expect(text).toContain('<xplan:auslegungsEndDatum>2027-03-31</xplan:auslegungsEndDatum>')
    expect(text).toHaveLength(gml.length)
  })

  it('is valid against the schema of XPlanGML 6.0', (test) => {
    const isThere = existsSync(schema) && spawnSync('xmllint', ['--version']).status === 0
    if (!isThere) {
      process.stderr.write(
        'Skipped: the schema of XPlanGML 6.0 is not beside the repository, or xmllint is missing.\n',
      )
      return test.skip()
    }
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
      input: gml,
      encoding: 'utf8',
    })
    expect(stderr.trim()).toMatch(/validates$/)
    expect(status).toBe(0)
  })
})
