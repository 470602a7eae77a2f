import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  CATEGORY_SHAPES,
  LIMITS,
  isFormal,
  isMunicipalityKey,
  stateOfKey,
  weakContrastOf,
  type LocalizedText,
} from '@mitsprache/terms'
import { describe, expect, it } from 'vitest'
import {
  attachmentPath,
  buildingLimits,
  contributions,
  isInside,
  keptTrees,
  loadDrawnMap,
  loadStreets,
  metresBetween,
  people,
  positionsOf,
  procedures,
  readDocument,
  readNotice,
  reportParagraphs,
  stateAuthority,
  tenant,
  townPages,
  whenInWords,
} from './index.ts'
import type { Position, SampleProcedure } from './index.ts'

const characters = (text: string) => [...text].length
const inTown = ([lon, lat]: Position) => lon > 12.74 && lon < 13.07 && lat > 50.74 && lat < 50.91
const procedureOf = (key: string): SampleProcedure => procedures.find((each) => each.key === key)!

/** Twice the signed area of a ring; positive when counter-clockwise. */
const turn = (ring: Position[]) =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0)

/** A representative place of a contribution: the middle of its corners. */
const middle = (positions: Position[]): Position => [
  positions.reduce((sum, [x]) => sum + x, 0) / positions.length,
  positions.reduce((sum, [, y]) => sum + y, 0) / positions.length,
]

function authoredTexts(): LocalizedText[] {
  return [...procedures, stateAuthority.procedure].flatMap((p) => [
    p.title,
    p.summary,
    ...p.openQuestions,
    ...p.decided,
    ...p.planParts.map((part) => part.name),
    ...p.categories.map((category) => category.label),
    ...p.documents.flatMap((document) => [document.title, document.summary]),
    ...p.timeline.flatMap((entry) => [entry.label, whenInWords(entry.when, '2026-11-23')]),
    ...p.offlineWays.map((way) => way.text),
  ])
}

describe('the pages that the law asks for', () => {
  it('are written in German and English, and within their limits', () => {
    const sections = [townPages, stateAuthority.pages].flatMap(({ imprint, privacy }) => [
      ...imprint,
      ...privacy,
    ])
    expect(sections.length).toBeGreaterThan(10)
    for (const { title, text } of sections)
      for (const language of ['de', 'en'] as const) {
        expect(characters(title[language] ?? ''), title.de).toBeGreaterThan(3)
        expect(characters(text[language] ?? ''), title.de).toBeGreaterThan(30)
        expect(characters(text[language]!)).toBeLessThanOrEqual(LIMITS.pageText)
      }
  })

  it('belong to authorities with a key of Saxony and colours that can be read', () => {
    for (const each of [tenant, stateAuthority.tenant]) {
      expect(isMunicipalityKey(each.municipalityKey) && stateOfKey(each.municipalityKey)).toBe('14')
      if (each.colours) expect(weakContrastOf(each.colours)).toBeNull()
    }
    expect(stateAuthority.tenant.slug).not.toBe(tenant.slug)
  })
})

describe('the town', () => {
  it('has streets with at least two points each, all within the town', () => {
    const streets = loadStreets()
    expect(streets.length).toBeGreaterThan(1500)
    for (const { lines } of streets)
      for (const line of lines) {
        expect(line.length).toBeGreaterThan(1)
        expect(line.every(inTown)).toBe(true)
      }
    expect(new Set(streets.map((street) => street.name))).toContain('Neefestraße')
  })

  it('has water, parks, a tram and named districts near its streets', () => {
    const drawn = loadDrawnMap()
    const kinds = new Set(drawn.map((feature) => feature.kind))
    for (const kind of ['river', 'brook', 'tram', 'stop', 'park', 'wood', 'lake', 'district', 'town'])
      expect(kinds).toContain(kind)
    for (const { geometry } of drawn)
      for (const [lon, lat] of positionsOf(geometry)) {
        expect(Math.abs(lon - 12.905)).toBeLessThan(0.25)
        expect(Math.abs(lat - 50.82)).toBeLessThan(0.13)
      }
  })

  it('has a planner, a moderator, an administrator and an auditor with addresses that cannot exist', () => {
    expect(people.flatMap((person) => person.roles)).toEqual([
      'planner',
      'moderator',
      'administrator',
      'auditor',
    ])
    for (const email of [tenant.contactEmail, ...people.map((person) => person.email)])
      expect(email).toMatch(/@quellstedt\.example$/)
    expect(inTown(tenant.mapCenter)).toBe(true)
  })
})

describe('the procedures', () => {
  it('speak German and English everywhere', () => {
    for (const text of authoredTexts()) {
      expect(text.de.trim()).not.toBe('')
      expect(text.en?.trim(), text.de).toBeTruthy()
    }
  })

  it('stay within the limits of the product', () => {
    for (const p of procedures) {
      expect(characters(p.title.de)).toBeLessThanOrEqual(LIMITS.procedureTitle)
      expect(characters(p.summary.de)).toBeLessThanOrEqual(LIMITS.procedureSummary)
      expect(p.openQuestions.length).toBeLessThanOrEqual(LIMITS.listItems)
      for (const item of [...p.openQuestions, ...p.decided])
        expect(characters(item.de)).toBeLessThanOrEqual(LIMITS.listItem)
    }
  })

  it('are a display and a dialogue that are open, one that opens in five days and one that ended', () => {
    expect(
      procedures.map((p) => [
        p.key,
        isFormal(p.kind),
        p.startsInDays <= 0,
        p.endsInDays >= 0,
        p.publicationMode,
      ]),
    ).toEqual([
      ['alte-gaertnerei', true, true, true, 'afterReview'],
      ['sichere-schulwege', false, true, true, 'afterReview'],
      ['uferpark-brueckenau', true, false, true, 'afterReview'],
      ['marktplatz-ohne-durchfahrt', false, true, false, 'afterReview'],
    ])
    expect(procedures[2]!.startsInDays).toBe(5)
    expect(procedures[3]!.endsInDays).toBe(-14)
    // A month at least, § 3 Abs. 2 Satz 1 BauGB.
    expect(procedures[0]!.endsInDays - procedures[0]!.startsInDays).toBeGreaterThanOrEqual(30)
  })

  it('tell times in every language, counted from the day the town is first filled', () => {
    expect(whenInWords({ from: -21, to: 9 }, '2026-11-23')).toEqual({
      de: '2. November – 2. Dezember 2026',
      en: '2 November – 2 December 2026',
      hsb: expect.stringContaining('2026') as string,
    })
    expect(whenInWords({ inMonthOf: 150 }, '2026-11-23').de).toBe('April 2027')
    for (const p of procedures) {
      const now = p.timeline.filter((entry) => entry.state === 'now')
      expect(now, p.key).toHaveLength(p.startsInDays <= 0 && p.endsInDays >= 0 ? 1 : 0)
      for (const { when } of now) expect(when).toEqual({ from: p.startsInDays, to: p.endsInDays })
    }
  })

  it('draw closed rings, counter-clockwise, with the parts of the plan inside the territory', () => {
    for (const p of procedures) {
      const polygons = [p.territory, ...p.planParts.map((part) => part.geometry)].filter(
        (each) => each !== null,
      )
      for (const { coordinates } of polygons)
        for (const ring of coordinates) {
          expect(ring.at(-1)).toEqual(ring[0])
          expect(turn(ring)).toBeGreaterThan(0)
          expect(ring.every(inTown)).toBe(true)
        }
      for (const part of p.planParts)
        for (const corner of part.geometry.coordinates[0]!)
          expect(isInside(corner, p.territory!), part.key).toBe(true)
    }
  })

  it('display documents that are real, tagged PDF files in German, with as many pages as they say', async () => {
    for (const { fileName, pages } of procedures.flatMap((p) => p.documents)) {
      const bytes = await readDocument(fileName)
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
      const body = bytes.toString('latin1')
      for (const sign of ['/StructTreeRoot', '/MarkInfo', '/Lang (de-DE)', '/Title', '/S /H1', '%%EOF'])
        expect(body, fileName).toContain(sign)
      expect(body.match(/\/Type \/Page\b/g), fileName).toHaveLength(pages)
    }
    await expect(readDocument('../package.json')).rejects.toThrow(/Not a document/)
  })

  it('keep everything the package carries under 1.4 MB', () => {
    const sizeOf = (folder: string) =>
      readdirSync(fileURLToPath(new URL(`../${folder}`, import.meta.url))).reduce(
        (sum, name) => sum + statSync(fileURLToPath(new URL(`../${folder}/${name}`, import.meta.url))).size,
        0,
      )
    expect(sizeOf('data') + sizeOf('documents')).toBeLessThan(1_400_000)
  })

  it('announce the display with the days of its period, in a file of the same size', async () => {
    const { fileName } = procedures[0]!.documents.find((document) => document.category === 'notice')!
    const days = { notice: '2026-10-30', start: '2026-11-02', end: '2026-12-02' }
    const [blank, november, later] = await Promise.all([
      readDocument(fileName),
      readNotice(fileName, days),
      readNotice(fileName, { ...days, end: '2026-12-05' }),
    ])
    expect(november).toHaveLength(blank.length)
    expect(november.equals(blank)).toBe(false)
    // The last digit of one day, written once.
    expect([...november].filter((byte, i) => byte !== later[i]).length).toBeLessThanOrEqual(4)
    expect(november.equals(later)).toBe(false)
  })

  it('explain the plan in numbered paragraphs, each about parts that exist', () => {
    const parts = procedures[0]!.planParts.map((part) => part.key)
    expect(reportParagraphs.map((each) => each.number)).toEqual(reportParagraphs.map((_, i) => i + 1))
    expect(reportParagraphs).toHaveLength(62)
    expect(procedures[0]!.documents[1]!.summary.de).toContain('62 Absätze')
    for (const { number, chapter, heading, text, planParts } of reportParagraphs) {
      expect(characters(text), `${number}`).toBeGreaterThan(100)
      expect(heading[0], `${number}`).toBe(chapter[0])
      for (const part of planParts) expect(parts, `${number}`).toContain(part)
      expect(new Set(planParts).size).toBe(planParts.length)
    }
    expect(new Set(reportParagraphs.map((each) => each.text)).size).toBe(62)
    // Every part of the plan is explained somewhere.
    expect(new Set(reportParagraphs.flatMap((each) => each.planParts))).toEqual(new Set(parts))
  })

  it('draw building limits and trees where they belong', () => {
    const { planParts, territory } = procedures[0]!
    for (const { planPart, storeys, geometry } of buildingLimits) {
      const part = planParts.find((each) => each.key === planPart)!
      expect(part.storeys).toBe(storeys)
      for (const corner of geometry.coordinates[0]!)
        expect(isInside(corner, part.geometry), planPart).toBe(true)
    }
    expect(keptTrees).toHaveLength(21)
    const nearestM = (tree: Position) =>
      Math.min(...keptTrees.filter((each) => each !== tree).map((each) => metresBetween(each, tree)))
    for (const tree of keptTrees) {
      expect(isInside(tree, territory!)).toBe(true)
      expect(nearestM(tree)).toBeGreaterThan(8)
    }
  })

  it('have categories told by shape and letter, each once', () => {
    for (const { categories } of procedures) {
      expect(new Set(categories.map((c) => c.letter)).size).toBe(categories.length)
      expect(new Set(categories.map((c) => c.shape)).size).toBe(categories.length)
      for (const { shape, colour } of categories) {
        expect(CATEGORY_SHAPES).toContain(shape)
        expect(colour).toMatch(/^#[0-9a-f]{6}$/)
      }
    }
  })
})

describe('the contributions', () => {
  const all = contributions()

  const of = (key: string) => all.filter((c) => c.procedure === key)

  it('are a hundred and fifty, in three languages, each with its own key', () => {
    expect(all).toHaveLength(150)
    expect(procedures.map((p) => of(p.key).length)).toEqual([67, 38, 0, 45])
    expect(new Set(all.map((c) => c.key)).size).toBe(all.length)
    expect(all.filter((c) => c.language === 'hsb')).toHaveLength(2)
    expect(all.filter((c) => c.language === 'en').length).toBeGreaterThanOrEqual(5)
  })

  it('are long enough to be real and within the limits', () => {
    for (const c of all) {
      expect(characters(c.text), c.key).toBeGreaterThanOrEqual(150)
      expect(characters(c.text), c.key).toBeLessThanOrEqual(900)
      expect(characters(c.title)).toBeLessThanOrEqual(LIMITS.contributionTitle)
      expect(characters(c.place.label ?? '')).toBeLessThanOrEqual(LIMITS.placeLabel)
      expect(characters(c.person?.name ?? '')).toBeLessThanOrEqual(LIMITS.personName)
      expect(c.withheld?.reasonText.length ?? 0).toBeLessThanOrEqual(LIMITS.withholdReason)
    }
  })

  it('name a procedure, a category and a part of the plan that exist', () => {
    for (const c of all) {
      const procedure = procedureOf(c.procedure)
      expect(procedure, c.key).toBeDefined()
      if (c.category)
        expect(
          procedure.categories.map((each) => each.key),
          c.key,
        ).toContain(c.category)
      expect(c.place.kind === 'planPart', c.key).toBe(c.place.planPart !== null)
      if (c.place.planPart) expect(procedure.planParts.map((part) => part.key)).toContain(c.place.planPart)
      expect(c.place.geometry === null, c.key).toBe(['none', 'wholePlan'].includes(c.place.kind))
    }
  })

  it('lie inside the territory unless they say otherwise', () => {
    for (const c of all) {
      if (!c.place.geometry) continue
      const positions = positionsOf(c.place.geometry)
      expect(positions.every(inTown), c.key).toBe(true)
      expect(!isInside(middle(positions), procedureOf(c.procedure).territory!), c.key).toBe(c.outside)
    }
  })

  it('arrived between the first day of their procedure and yesterday', () => {
    for (const c of all) {
      expect(c.daysAgo, c.key).toBeGreaterThanOrEqual(1)
      const { startsInDays, endsInDays } = procedureOf(c.procedure)
      expect(-c.daysAgo, c.key).toBeGreaterThanOrEqual(startsInDays)
      expect(-c.daysAgo, c.key).toBeLessThanOrEqual(endsInDays)
      expect(c.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    }
  })

  it('come in a crowd after the notice and before the last day', () => {
    const between = (key: string, most: number, least: number) =>
      of(key).filter((c) => c.daysAgo <= most && c.daysAgo >= least).length
    expect(between('marktplatz-ohne-durchfahrt', 56, 53)).toBeGreaterThanOrEqual(8)
    expect(between('marktplatz-ohne-durchfahrt', 17, 14)).toBeGreaterThanOrEqual(10)
    // A quiet week between them.
    expect(between('marktplatz-ohne-durchfahrt', 36, 30)).toBeLessThan(5)
    expect(between('alte-gaertnerei', 21, 18)).toBeGreaterThanOrEqual(7)
    expect(between('sichere-schulwege', 60, 54)).toBeGreaterThanOrEqual(7)
  })

  it('have 23 form letters by 23 people, of which three differ', () => {
    const letters = all.filter((c) => c.key.startsWith('gleichlautend-'))
    expect(letters).toHaveLength(23)
    expect(new Set(letters.map((c) => c.person!.name)).size).toBe(23)
    const same = letters.map((c) => letters.filter((other) => other.text === c.text).length)
    expect(same.sort((a, b) => a - b)).toEqual([1, 1, 1, ...Array<number>(20).fill(20)])
    const others = all.filter((c) => !letters.includes(c)).map((c) => c.text)
    expect(new Set(others).size).toBe(others.length)
  })

  it('are of every kind: lines, areas, without a place, far outside, on paper', () => {
    const count = (test: (c: (typeof all)[number]) => boolean) => all.filter(test).length
    expect(count((c) => c.place.kind === 'line')).toBeGreaterThanOrEqual(8)
    expect(count((c) => c.place.kind === 'area')).toBeGreaterThanOrEqual(5)
    expect(count((c) => c.place.kind === 'none')).toBeGreaterThanOrEqual(8)
    expect(new Set(all.map((c) => c.channel))).toEqual(new Set(['online', 'letter', 'email', 'record']))
    expect(new Set(all.map((c) => c.audience)).size).toBe(3)
    expect(new Set(all.map((c) => c.visibility)).size).toBe(4)
    const { coordinates } = procedureOf('alte-gaertnerei').territory!
    const farthestM = Math.max(
      ...of('alte-gaertnerei')
        .filter((c) => c.outside)
        .map((c) =>
          Math.min(
            ...coordinates[0]!.map((corner) => metresBetween(corner, positionsOf(c.place.geometry!)[0]!)),
          ),
        ),
    )
    expect(farthestM).toBeGreaterThan(300)
  })

  it('bring one photo with its words and the letter of a lawyer, small enough for a repository', async () => {
    const files = all.flatMap((c) => c.files.map((file) => ({ ...file, of: c })))
    expect(files.map(({ fileName, of: c }) => [fileName, c.visibility])).toEqual([
      ['schreiben-rechtsanwaeltin.pdf', 'notPublic'],
      ['gehweg-herderstrasse.jpg', 'published'],
    ])
    for (const { fileName, alt, released } of files) {
      const bytes = await readFile(attachmentPath(fileName))
      expect(bytes.length).toBeLessThan(150_000)
      expect(alt === null, fileName).toBe(fileName.endsWith('.pdf'))
      expect(released, fileName).toBe(fileName.endsWith('.jpg'))
    }
    expect(() => attachmentPath('../package.json')).toThrow('Not a file')
  })

  it('give the moderator enough to decide, and every withholding a reason', () => {
    const open = all.filter((c) => c.visibility === 'inReview')
    expect(open).toHaveLength(36)
    // Whatever ended is decided.
    expect(open.every((c) => procedureOf(c.procedure).endsInDays > 0)).toBe(true)
    for (const c of all) {
      expect(c.visibility === 'withheld', c.key).toBe(c.withheld !== null)
      expect(c.visibility === 'notPublic', c.key).toBe(c.audience === 'plannersOnly')
      if (c.audience === 'publicWithName') expect(c.person, c.key).not.toBeNull()
    }
    expect(all.some((c) => /\d{4} \d{3}-\d{4}/.test(c.text) && c.visibility === 'inReview')).toBe(true)
  })

  it('are the same every time', () => {
    expect(JSON.stringify(contributions())).toBe(JSON.stringify(all))
  })
})
