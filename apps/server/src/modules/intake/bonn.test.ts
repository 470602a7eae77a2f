import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { newId } from '@mitsprache/terms'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeStaff, makeTenant, NOW, SECRETS, type TestTenant } from '../../../test/world.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { buildExport } from '../exports/index.ts'
import type { Viewer } from '../identity/index.ts'
import { decideVisibility } from '../moderation/index.ts'
import {
  BONN_MAPPING,
  BONN_SLUG,
  createBonnProcedure,
  exitCodeOf,
  getIntakeRound,
  takeIn,
  type IntakeRound,
} from './index.ts'

type Post = {
  url: string
  date: string
  category: string
  title: string
  text: string
  lat: number
  lon: number
  votes: number
  comments: object[]
}

const path = fileURLToPath(
  new URL('../../../../../../shared/data/bonn-raddialog-2017/posts-without-names.json', import.meta.url),
)
const isThere = existsSync(path)
if (!isThere)
  process.stderr.write(
    `${'Skipped: the Raddialog Bonn is not beside the repository (../shared/data/bonn-raddialog-2017).'}\n`,
  )

const EMPTY = 38
const TAKEN = 2_355

describe.skipIf(!isThere)('the 2,393 contributions of the Raddialog Bonn', () => {
  const test = useDatabase()
  let posts: Post[]
  let tenant: TestTenant
  let administrator: Viewer
  let round: IntakeRound

  beforeAll(async () => {
    posts = JSON.parse(readFileSync(path, 'utf8')) as Post[]
    tenant = await makeTenant(test.database)
    administrator = await makeStaff(test.database, tenant, ['administrator'])
    expect(await createBonnProcedure(test.database, tenant, NOW)).toBe(true)
    expect(await createBonnProcedure(test.database, tenant, NOW)).toBe(false)
    round = (await getIntakeRound(test.database, tenant.slug, BONN_SLUG))!
  })

  const take = (changes: { onlyValid?: boolean; dryRun?: boolean } = {}) =>
    takeIn(
      { database: test.database, secrets: SECRETS, clock: () => NOW },
      {
        round,
        path,
        format: 'json',
        mapping: BONN_MAPPING,
        defaults: { channel: null, source: null, receivedOn: null },
        onlyValid: true,
        dryRun: false,
        actorId: administrator.personId,
        ...changes,
      },
    )

  async function exported(format: 'csv' | 'geojson'): Promise<string> {
    let all = ''
    for await (const page of buildExport(
      { database: test.database, secrets: SECRETS, clock: () => NOW },
      {
        id: newId(),
        readerId: newId(),
        tenantId: tenant.id,
        procedureId: round.procedureId,
        format,
      },
    ))
      all += page
    return all
  }

  it('are taken but for the empty ones, within 30 seconds, and once only', { timeout: 120_000 }, async () => {
    expect(await take({ onlyValid: false })).toMatchObject({
      rows: posts.length,
      taken: 0,
      refused: { length: EMPTY },
    })
    const dry = await take({ dryRun: true })
    const started = performance.now()
    const report = await take()
    const ms = performance.now() - started
    expect(report).toEqual(dry)
    expect(report).toMatchObject({ rows: 2_393, taken: TAKEN, alreadyThere: 0, late: 0, derivedIds: 0 })
    expect(report.refused).toHaveLength(EMPTY)
    expect(report.refused.map((row) => row.sourceId)).toEqual(
      posts.filter((post) => !post.text).map((post) => post.url),
    )
    expect(new Set(report.refused.map((row) => JSON.stringify(row.problems)))).toEqual(
      new Set(['[{"field":"text","problem":"empty"}]']),
    )
    expect(exitCodeOf(report, true)).toBe(1)
    expect(ms).toBeLessThan(30_000)
    expect(await take()).toMatchObject({ taken: 0, alreadyThere: TAKEN })
  })

  it('are published one by one, and counted by theme', { timeout: 120_000 }, async () => {
    const { rows } = await test.owner.query<{ id: string }>(
      'select contribution_id as id from contribution_case where procedure_id = $1',
      [round.procedureId],
    )
    const waiting = rows.map((row) => row.id)
    expect(waiting).toHaveLength(TAKEN)
    const ctx = makeCtx(test.database, administrator)
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let contributionId = waiting.pop(); contributionId; contributionId = waiting.pop()) {
          const decided = await decideVisibility(ctx, tenant.slug, {
            contributionId,
            version: 1,
            decision: 'publish',
          })
          if (isRefusal(decided) || 'alreadyDecided' in decided)
            throw new Error(`${contributionId} was not published.`)
        }
      }),
    )
    const counts = await test.owner.query<{ de: string; n: number }>(
      `select g.label ->> 'de' as de, n.n from published_count n join category g on g.id = n.category_id where n.procedure_id = $1`,
      [round.procedureId],
    )
    const expected: Record<string, number> = {}
    for (const post of posts) if (post.text) expected[post.category] = (expected[post.category] ?? 0) + 1
    expect(Object.fromEntries(counts.rows.map(({ de, n }) => [de, n]))).toEqual(expected)
  })

  it('come out as they went in, field by field, as CSV', { timeout: 60_000 }, async () => {
    const rows = parse<Record<string, string>>(await exported('csv'), {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    })
    const byUrl = new Map(rows.map((row) => [row.sourceId, row]))
    expect(rows).toHaveLength(TAKEN)
    const text = (cell: string) => (cell.startsWith("'") ? cell.slice(1) : cell)
    const read = (row: Record<string, string>): Post => {
      const extra = JSON.parse(row.extra!) as Pick<Post, 'url' | 'votes' | 'comments'>
      expect(row).toMatchObject({
        receivedOn: row.authoredOn,
        channel: 'otherPlatform',
        source: 'raddialog.bonn.de',
        placeKind: 'point',
        wkt: `POINT (${row.lon} ${row.lat})`,
        late: 'false',
        audience: 'publicWithoutName',
        visibility: 'published',
        decision: 'publish',
        decidedBy: administrator.name,
        authorName: '',
        commentCount: String(extra.comments.length),
        longFields: '',
      })
      expect(Number(row.publicNumber)).toBeGreaterThan(0)
      return {
        url: extra.url,
        date: row.authoredOn!,
        category: row.categoryLabel!,
        title: text(row.title!),
        text: text(row.text!),
        lat: Number(row.lat),
        lon: Number(row.lon),
        votes: extra.votes,
        comments: extra.comments,
      }
    }
    for (const post of posts) if (post.text) expect(read(byUrl.get(post.url)!)).toEqual(post)
    expect(new Set(rows.map((row) => row.publicNumber)).size).toBe(TAKEN)
    const formulas = posts.filter((post) => /^[=+\-@]/.test(post.text))
    for (const post of formulas) expect(byUrl.get(post.url)!.text!.startsWith("'")).toBe(true)
  })

  it('come out as they went in, field by field, as GeoJSON', { timeout: 60_000 }, async () => {
    const collection = JSON.parse(await exported('geojson')) as GeoJSON.FeatureCollection<
      GeoJSON.Point,
      Record<string, unknown>
    >
    expect(collection.features).toHaveLength(TAKEN)
    const byUrl = new Map(collection.features.map((feature) => [feature.properties.sourceId, feature]))
    const taken = posts.filter((post) => post.text)
    for (const post of taken) {
      const { geometry, properties } = byUrl.get(post.url)!
      expect({
        ...(properties.extra as object),
        date: properties.authoredOn,
        category: properties.categoryLabel,
        title: properties.title,
        text: properties.text,
        lon: geometry.coordinates[0],
        lat: geometry.coordinates[1],
      }).toEqual(post)
    }
    const sorted = (of: (post: Post) => number) => taken.map(of).sort((a, b) => a - b)
    const [lons, lats] = [sorted((post) => post.lon), sorted((post) => post.lat)]
    expect(collection.bbox).toEqual([lons[0], lats[0], lons.at(-1), lats.at(-1)])
    const comments = collection.features.reduce(
      (sum, { properties }) => sum + (properties.commentCount as number),
      0,
    )
    expect(comments).toBe(taken.reduce((sum, post) => sum + post.comments.length, 0))
  })

  it('say that an unknown procedure is none', async () => {
    expect(await getIntakeRound(test.database, tenant.slug, `x-${newId()}`)).toBeNull()
  })
})
