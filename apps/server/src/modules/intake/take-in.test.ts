import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { authorOf } from '../../../test/authors.ts'
import { useDatabase } from '../../../test/database.ts'
import {
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  SECRETS,
  type TestProcedure,
  type TestTenant,
} from '../../../test/world.ts'
import { exitCodeOf, findActor, getIntakeRound, takeIn, tellReport, type IntakeOrder } from './index.ts'

const test = useDatabase()
const folder = mkdtempSync(join(tmpdir(), 'mitsprache-intake-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let tenant: TestTenant
let procedure: TestProcedure
beforeAll(async () => {
  tenant = await makeTenant(test.database)
})
beforeEach(async () => {
  procedure = await makeProcedure(test.database, tenant)
})

async function take(content: string, changes: Partial<IntakeOrder> = {}) {
  const path = join(folder, 'file')
  writeFileSync(path, content)
  const round = (await getIntakeRound(test.database, tenant.slug, procedure.slug))!
  const defaults = { channel: 'letter' as const, source: null, receivedOn: '2026-11-20' }
  const order: IntakeOrder = {
    round,
    path,
    format: 'csv',
    mapping: null,
    defaults,
    onlyValid: false,
    dryRun: false,
    actorId: null,
    ...changes,
  }
  return takeIn({ database: test.database, secrets: SECRETS, clock: () => NOW }, order)
}

const kept = async () =>
  (
    await test.owner.query(
      `select c.*, k.visibility, k.author_name, s.name_sealed, s.email_sealed from contribution c
       join contribution_case k on k.contribution_id = c.id left join contribution_person s on s.contribution_id = c.id
       where c.procedure_id = $1 order by c.received_at, c.source_id`,
      [procedure.id],
    )
  ).rows

const problemsOf = async (
  row: string,
  heading = 'Text;Eingang;Datum;Ort;lon;lat;Kategorie;Planteil;E-Mail;Veröffentlichung;Name',
) =>
  (await take(`${heading}\n${row}\n`)).refused.flatMap((refused) =>
    refused.problems.map(({ field, problem }) => `${field} ${problem}`),
  )

it('keeps a letter with everything it says', async () => {
  const report = await take(
    'Aktenzeichen;Eingegangen am;Verfasst am;Betreff;Stellungnahme;Kategorie;lon;lat;Name;E-Mail;Veröffentlichung\n' +
      'A-1;20.11.2026;18.11.2026; Zufahrt ;"Bitte\r\nverlegen.";verkehr;12,95;50,9;Łukasz  Groß;l@gross.example;mit Namen\n',
  )
  expect(report).toMatchObject({ rows: 1, taken: 1, refused: [], derivedIds: 0, late: 0, outsidePlanArea: 1 })
  const [row] = await kept()
  expect(row).toMatchObject({
    channel: 'letter',
    source: 'letter',
    source_id: 'A-1',
    title: ' Zufahrt ',
    text: 'Bitte\nverlegen.',
    category_id: procedure.categoryId,
    place_kind: 'point',
    lon: 12.95,
    lat: 50.9,
    audience: 'publicWithName',
    authored_on: '2026-11-18',
    received_at: new Date('2026-11-19T23:00:00Z'),
    late: false,
    visibility: 'inReview',
    author_name: 'Łukasz Groß',
  })
  expect(row.outside_plan_area_m).toBeGreaterThan(1000)
  expect(await authorOf(test, row.id)).toEqual({ name: 'Łukasz Groß', email: 'l@gross.example' })
  const events = await test.owner.query(`select type, actor_kind from event where $1 = any(subject_ids)`, [
    row.id,
  ])
  expect(events.rows).toEqual([{ type: 'ContributionTakenIn', actor_kind: 'system' }])
  const counts = await test.owner.query('select received_on, n from received_count where procedure_id = $1', [
    procedure.id,
  ])
  expect(counts.rows).toEqual([{ received_on: '2026-11-20', n: 1 }])
})

it('finds places by part of the plan, in words, for the whole plan, or nowhere', async () => {
  await take('id,text,plan part,place\n1,Eins,WA 1,\n2,Zwei,,Am Bach 3\n3,Drei,ganzer Plan,\n4,Vier,,\n')
  expect((await kept()).map((row) => [row.place_kind, row.place_label, row.geometry === null])).toEqual([
    ['planPart', 'Wohnen am Bach', false],
    ['street', 'Am Bach 3', true],
    ['wholePlan', null, true],
    ['none', null, true],
  ])
})

it.each([
  ['', ['text empty']],
  ['?', ['text saysNothing']],
  [`${'x'.repeat(20_001)}`, ['text tooLong']],
  ['Gut so;30.02.2026', ['receivedOn notADay']],
  ['Gut so;24.11.2026', ['receivedOn inTheFuture']],
  ['Gut so;31.10.2026', ['receivedOn ParticipationNotOpen']],
  ['Gut so;20.11.2026;21.11.2026', ['authoredOn afterReceipt']],
  ['Gut so;;gestern', ['authoredOn notADay']],
  ['Gut so;;;;12.9', ['place.geometry notAPlace']],
  ['Gut so;;;;200;50', ['place.geometry notAPlace']],
  ['Gut so;;;;;;Fische', ['category unknown']],
  ['Gut so;;;;;;;WA 9', ['place.planPartId unknown']],
  ['Gut so;;;;;;;;a@b.example, c@d.example', ['person.email notAnEmail']],
  ['Gut so;;;;;;;;;vielleicht', ['audience unknown']],
  ['Gut so;;;;;;;;;mit Namen;', ['person.name empty']],
  [';24.11.2026;;;;;Fische', ['text empty', 'category unknown', 'receivedOn inTheFuture']],
])('refuses row %# and says why', async (row, problems) => {
  const cells = row.split(';')
  expect(await problemsOf([...cells, ...Array<string>(11 - cells.length).fill('')].join(';'))).toEqual(
    problems,
  )
  expect(await kept()).toEqual([])
})

it('marks what came late, also where online it would be refused, and takes long letters', async () => {
  procedure = await makeProcedure(test.database, tenant, { endsOn: '2026-11-10' })
  expect(await take(`Text;öffentlich\n${'Wort '.repeat(3_000)};ja\n`)).toMatchObject({ taken: 1, late: 1 })
  expect((await kept())[0]).toMatchObject({ late: true, visibility: 'inReview' })
})

it('refuses all for one wrong row, or takes the others when told to', async () => {
  const file = 'id,text\n1,Eins\n2,\n1,Eins\n3,Drei\n'
  const all = await take(file)
  expect(all).toMatchObject({ rows: 4, taken: 0 })
  expect(await kept()).toHaveLength(0)
  expect(exitCodeOf(all, false)).toBe(2)
  expect(tellReport(all, { dryRun: false, onlyValid: false }).join('\n')).toContain('Nothing was taken')

  const dry = await take(file, { onlyValid: true, dryRun: true })
  expect(await kept()).toHaveLength(0)
  const some = await take(file, { onlyValid: true })
  expect(some).toEqual(dry)
  expect(some).toMatchObject({
    taken: 2,
    refused: [
      { line: 3, sourceId: '2', problems: [{ field: 'text', problem: 'empty' }] },
      { line: 4, sourceId: '1', problems: [{ field: 'sourceId', problem: 'duplicateInFile', firstLine: 2 }] },
    ],
  })
  expect(exitCodeOf(some, true)).toBe(1)
  expect((await kept()).map((row) => row.text)).toEqual(['Eins', 'Drei'])
})

it('can be repeated: what is there is not taken twice, and nothing that changed slips in', async () => {
  const file = 'id,text\n1,Eins\n2,Zwei\n'
  expect(await take(file)).toMatchObject({ taken: 2, alreadyThere: 0 })
  const again = await take(`${file}3,Drei\n`)
  expect(again).toMatchObject({ taken: 1, alreadyThere: 2, refused: [] })
  expect(exitCodeOf(again, false)).toBe(0)
  expect((await take('id,text\n1,Anders\n')).refused[0]!.problems).toEqual([
    { field: 'sourceId', problem: 'KeyAlreadyUsed' },
  ])
  // Another source counts for itself.
  expect(
    await take(file, { defaults: { channel: 'email', source: 'Postfach', receivedOn: '2026-11-20' } }),
  ).toMatchObject({ taken: 2 })
})

it('knows rows without an id by their content, and says so', async () => {
  const file = 'Text;Name\nMehr Bäume;Anna\nMehr Bäume;Bert\n'
  const first = await take(file)
  expect(first).toMatchObject({ taken: 2, derivedIds: 2 })
  expect(tellReport(first, { dryRun: false, onlyValid: false }).join('\n')).toContain(
    '2 have no id in the file',
  )
  expect(await take(file)).toMatchObject({ taken: 0, alreadyThere: 2 })
  expect(
    (await take('Text;Name\nWeniger Lärm;Eva\nWeniger Lärm;Eva\n')).refused[0]!.problems[0],
  ).toMatchObject({ problem: 'duplicateInFile', firstLine: 2 })
})

it('two intakes of the same file at once take every row once', async () => {
  const file = `id,text\n${Array.from({ length: 700 }, (_, i) => `${i},Beitrag ${i}`).join('\n')}\n`
  const [a, b] = await Promise.all([take(file, { onlyValid: true }), take(file, { onlyValid: true })])
  expect(a.taken + b.taken).toBe(700)
  expect(await kept()).toHaveLength(700)
})

it('publishes at once where the procedure does, but nothing that was not released', async () => {
  procedure = await makeProcedure(test.database, tenant, { publicationMode: 'atOnce' })
  await take('id,text,audience\n1,Eins,ja\n2,Zwei,nein\n3,Drei,\n')
  expect((await kept()).map((row) => row.visibility)).toEqual(['published', 'notPublic', 'notPublic'])
})

it('keeps what a mapping names, and nothing the database cannot hold', async () => {
  const mapping = {
    fields: { text: 'body', sourceId: 'key' },
    extra: ['votes'],
    ignore: ['junk'],
    always: { channel: 'otherPlatform', source: 'P' },
  }
  const json = (rows: object[]) => take(JSON.stringify(rows), { format: 'json', mapping })
  expect(await json([{ key: 7, body: 'Eins', votes: { up: 3 }, junk: 1 }])).toMatchObject({ taken: 1 })
  expect((await kept())[0]).toMatchObject({
    channel: 'otherPlatform',
    source: 'P',
    source_id: '7',
    extra: { votes: { up: 3 } },
  })
  expect((await json([{ key: 8, body: 'Zwei', votes: ['\0'] }])).refused[0]!.problems).toEqual([
    { field: 'extra', problem: 'unreadable', limit: undefined },
  ])
  expect((await json([{ key: 9, body: ['x'] }])).refused[0]!.problems[0]).toMatchObject({
    field: 'text',
    problem: 'notText',
  })
  await expect(json([{ key: 9, body: 'x', other: 1 }])).rejects.toMatchObject({
    code: 'unknownColumn',
    line: 1,
  })
})

it('works in the name of somebody who may', async () => {
  const caseworker = await makeStaff(test.database, tenant, ['caseworker'])
  const moderator = await makeStaff(test.database, tenant, ['moderator'])
  expect(await findActor(test.database, tenant, caseworker.email.toUpperCase(), procedure.id)).toBe(
    caseworker.personId,
  )
  await expect(findActor(test.database, tenant, moderator.email, procedure.id)).rejects.toThrow()
  await expect(findActor(test.database, tenant, 'nobody@stadt.example', procedure.id)).rejects.toThrow()
  const other = await makeTenant(test.database)
  await expect(findActor(test.database, other, caseworker.email, procedure.id)).rejects.toThrow()
})
