import { newId } from '@mitsprache/terms'
import type { FeatureCollection } from 'geojson'
import { beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import {
  draftFor,
  makeCtx,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  SECRETS,
  type TestProcedure,
  type TestTenant,
} from '../../../test/world.ts'
import { scopeStatement } from '../../platform/database/database.ts'
import { submitContribution } from '../contributions/index.ts'
import { decideVisibility } from '../moderation/index.ts'
import { buildExport, SETTINGS } from './build-export.ts'
import { restore } from './csv.rules.ts'
import { CARRIED_BY_THE_FORM, EXPORT_FIELDS, NOT_EXPORTED } from './export-fields.ts'
import { EXPORT_PAGE, exportPage } from './export.queries.ts'
import { addMany, readCsv } from './export.testing.ts'

const test = useDatabase()
let tenant: TestTenant

beforeAll(async () => {
  tenant = await makeTenant(test.database)
})

async function collect(pages: AsyncIterable<string>): Promise<string> {
  let all = ''
  for await (const page of pages) all += page
  return all
}

const parts = () => ({ database: test.database, secrets: SECRETS, clock: () => NOW })
const jobOf = (one: TestProcedure, format: 'csv' | 'geojson' = 'csv') => ({
  id: newId(),
  readerId: newId(),
  tenantId: tenant.id,
  procedureId: one.id,
  format,
})
const exportOf = (one: TestProcedure, format: 'csv' | 'geojson' = 'csv') =>
  collect(buildExport(parts(), jobOf(one, format)))

it('carries every column of the tables that tell of a contribution, or says why not', async () => {
  const { rows } = await test.owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = any($1) order by 1`,
    [
      [
        'contribution',
        'contribution_case',
        'contribution_file',
        'contribution_notice',
        'contribution_person',
        'contribution_trust',
        'resident_contribution',
        'visibility_decision',
        'published_contribution',
        'category',
        'plan_part',
        'consultation_round',
      ],
    ],
  )
  const carried = new Set([...EXPORT_FIELDS.flatMap((field) => field.from), ...CARRIED_BY_THE_FORM])
  const left = Object.keys(NOT_EXPORTED)
  expect(rows.map((row) => row.name).filter((name) => !carried.has(name) && !left.includes(name))).toEqual([])
  expect(left.filter((name) => carried.has(name) || !rows.some((row) => row.name === name))).toEqual([])
  expect([...carried].filter((name) => !rows.some((row) => row.name === name))).toEqual([])
})

it('knows every table that belongs to a contribution', async () => {
  const { rows } = await test.owner.query<{ name: string }>(
    `select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'contribution'::regclass`,
  )
  const known = new Set(Object.keys(NOT_EXPORTED).map((name) => name.split('.')[0]))
  expect(rows.map((row) => row.name).filter((name) => !known.has(name))).toEqual([])
})

it('tells of each file what it is called, how large it is and what its hash is', async () => {
  const own = await makeProcedure(test.database, tenant)
  for (const text of ['Siehe Foto und Brief.', 'Ohne Anlage.'])
    await submitContribution(makeCtx(test.database), { ...draftFor(own), text })
  const files = [
    { id: newId(), fileName: '=cmd.jpg', mediaType: 'image/jpeg', sizeBytes: 4711, sha256: 'ab'.repeat(32) },
    {
      id: newId(),
      fileName: 'Brief.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 815,
      sha256: 'cd'.repeat(32),
    },
  ]
  for (const [position, { id, fileName, mediaType, sizeBytes, sha256 }] of files.entries())
    await test.owner.query(
      `with f as (insert into file values ($1, $2, decode($3, 'hex'), $4, $5, $6, null, now()))
       insert into contribution_file
         select $1, id, $7, $2, 'Die Einfahrt', false from contribution where procedure_id = $8 and text = $9`,
      [tenant.id, id, sha256, sizeBytes, mediaType, fileName, position, own.id, 'Siehe Foto und Brief.'],
    )
  const expected = files.map((file) => ({ ...file, alt: 'Die Einfahrt', releaseWished: false }))
  const rows = readCsv(await exportOf(own))
  expect(rows.map((row) => row.files && (JSON.parse(row.files) as unknown))).toEqual([expected, ''])
  const { features } = JSON.parse(await exportOf(own, 'geojson')) as FeatureCollection
  expect(features.map(({ properties }) => properties!.files as unknown)).toEqual([expected, null])
})

it('gives back what was handed in, field by field, in both formats', async () => {
  const own = await makeProcedure(test.database, tenant)
  const first = await submitContribution(makeCtx(test.database), {
    ...draftFor(own),
    title: '=1+1',
    text: 'Zeile 1\nZeile "2"; und, mehr',
    audience: 'publicWithName',
    categoryId: own.categoryId,
    person: { name: 'Łukasz Groß', email: 'l@gross.example' },
    place: { kind: 'planPart', planPartId: own.planPartId },
  } as never)
  await submitContribution(makeCtx(test.database), {
    ...draftFor(own),
    place: { kind: 'point', geometry: { type: 'Point', coordinates: [12.95, 50.9] } },
  } as never)
  const moderator = await makeStaff(test.database, tenant, ['moderator'])
  const [{ id }] = (
    await test.owner.query<{ id: string }>('select id from contribution where number = $1', [
      (first as { number: string }).number,
    ])
  ).rows as [{ id: string }]
  await decideVisibility(makeCtx(test.database, moderator), tenant.slug, {
    contributionId: id,
    version: 1,
    decision: 'withhold',
    reason: 'personalData',
    reasonText: '@Amt',
  })

  const rows = readCsv(await exportOf(own))
  expect(rows).toHaveLength(2)
  const one = rows.find((row) => row.id === id)!
  expect(one).toMatchObject({
    number: (first as { number: string }).number,
    receivedAt: '2026-11-23T13:06:31.000Z',
    receivedOn: '2026-11-23',
    step: 'dialogue',
    passNumber: '1',
    channel: 'online',
    title: "'=1+1",
    text: 'Zeile 1\nZeile "2"; und, mehr',
    language: 'de',
    categoryKey: 'traffic',
    categoryLabel: 'Verkehr',
    placeKind: 'planPart',
    placeLabel: 'Wohnen am Bach',
    planPartKey: 'wa1',
    planPartDesignation: 'WA 1',
    late: 'false',
    outsidePlanAreaM: '',
    audience: 'publicWithName',
    visibility: 'withheld',
    decision: 'withhold',
    decisionReason: 'personalData',
    decisionReasonText: "'@Amt",
    decidedBy: 'Erika Beispiel',
    decisionCount: '1',
    authorName: 'Łukasz Groß',
    authorEmail: 'l@gross.example',
    publicNumber: '',
  })
  expect(restore(one.title!)).toBe('=1+1')
  expect(rows.find((row) => row.id !== id)).toMatchObject({
    wkt: 'POINT (12.95 50.9)',
    lon: '12.95',
    lat: '50.9',
    placeKind: 'point',
  })

  const collection = JSON.parse(await exportOf(own, 'geojson')) as GeoJSON.FeatureCollection
  expect(collection.features).toHaveLength(2)
  for (const feature of collection.features) {
    const line = rows.find((row) => row.id === feature.id)!
    for (const { name, kind } of EXPORT_FIELDS) {
      const value = (feature.properties as Record<string, string | number | boolean | null>)[name] ?? ''
      expect(kind === 'text' ? restore(line[name]!) : line[name], name).toBe(String(value))
    }
  }
})

it('shows one moment: what arrives while it runs is not in it, and nothing twice or left out', async () => {
  const busy = await makeProcedure(test.database, tenant)
  const count = EXPORT_PAGE * 2 + 7
  await addMany(test, tenant, busy, count)
  const pages = buildExport(parts(), jobOf(busy))
  let csv = (await pages.next()).value as string
  const late = await submitContribution(makeCtx(test.database), draftFor(busy))
  expect(late).toHaveProperty('number')
  csv += await collect(pages)
  const rows = readCsv(csv)
  expect(rows).toHaveLength(count)
  expect(new Set(rows.map((row) => row.id)).size).toBe(count)
  expect(rows.map((row) => row.text)).toEqual(Array.from({ length: count }, (_, i) => `Beitrag ${i + 1}`))
  expect(readCsv(await exportOf(busy))).toHaveLength(count + 1)
})

it('costs the same for every page: the index gives the next rows, and nothing reads a whole table', async () => {
  const large = await makeProcedure(test.database, tenant)
  await addMany(test, tenant, large, 20_000)
  await test.owner.query('analyze contribution, contribution_case, contribution_person')
  const client = await test.database.connect('staff')
  try {
    await client.query(`begin; ${SETTINGS}; ${scopeStatement({ tenantId: tenant.id })}`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${exportPage.text}`, [
      tenant.id,
      large.id,
      '2026-11-02T10:00:00.000001Z',
      newId(),
    ])
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(
      /Index Scan using contribution_procedure on contribution.*\n\s+Index Cond: .*ROW\(received_at, id\) > ROW/,
    )
    // A table of one row is rightly read whole; the two that hold all of them must not be.
    expect(plan).not.toMatch(/Seq Scan on contribution(_case)? /)
    expect(plan).not.toMatch(/Hash Join|Merge Join/)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
