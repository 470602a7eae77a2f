import { readFileSync } from 'node:fs'
import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Id } from '@mitsprache/terms'
import { newestPublished, publishedById } from '../src/modules/contributions/contribution.queries.ts'
import { mortonRanges, cellsOf, type Bbox } from '../src/modules/map/grid.rules.ts'
import { cellsInView, countInView, pointsInView } from '../src/modules/map/map.queries.ts'
import {
  moderationItemById,
  openCount,
  procedureQueue,
  tenantQueue,
} from '../src/modules/moderation/moderation.queries.ts'
import { scopeStatement } from '../src/platform/database/database.ts'
import type { Read } from '../src/platform/database/read.ts'
import { HEADERS, useServer } from './server.ts'
import {
  draftFor,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  PASSWORD,
  type TestProcedure,
  type TestTenant,
} from './world.ts'

const TOWN = [12.92, 50.83] as const

const server = useServer(() => NOW)
let tenant: TestTenant
let procedure: TestProcedure
let cookie: string

/** The contributions of the benchmark, in two procedures: enough of them that the planner has a choice. */
beforeAll(async () => {
  tenant = await makeTenant(server.database)
  for (const size of [3_000, 9_000]) {
    procedure = await makeProcedure(server.database, tenant)
    await seed(size)
  }
  await server.owner.query('vacuum analyze')
  const moderator = await makeStaff(server.database, tenant, ['moderator'])
  cookie = await server.signIn(tenant.slug, moderator.email, PASSWORD)
})

async function seed(size: number) {
  const settings = {
    tenant: tenant.id,
    procedure: procedure.id,
    n: size,
    lon: TOWN[0],
    lat: TOWN[1],
    now: NOW.toISOString(),
  }
  await server.owner.query('begin')
  for (const [name, value] of Object.entries(settings))
    await server.owner.query('select set_config($1, $2, true)', [`seed.${name}`, String(value)])
  await server.owner.query(readFileSync(new URL('../../../bench/seed.sql', import.meta.url), 'utf8'))
  await server.owner.query('commit')
}

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Node[] }

/** What a plan does, from the outside in: how it reads each table, and where it sorts. */
const shapeOf = (node: Node): string[] => [
  [node['Node Type'], node['Index Name'] ?? node['Relation Name']].filter(Boolean).join(' '),
  ...(node.Plans ?? []).flatMap(shapeOf),
]

/** The plan of a read behind its own door: once for these values, and once for any, as a warm connection has it. */
async function plansOf<Params extends unknown[]>(
  read: Read<unknown, Params>,
  ...params: Params
): Promise<string[][]> {
  const client = await server.database.connect(read.door)
  try {
    await client.query(`begin; ${scopeStatement(read.door === 'staff' ? { tenantId: tenant.id } : {})}`)
    await client.query(`prepare hot as ${read.text}`)
    const values = params
      .map((value) => (value === null ? 'null' : pg.escapeLiteral(toText(value))))
      .join(', ')
    const plans = []
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await client.query(`set local plan_cache_mode = ${mode}`)
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `explain (format json, costs off) execute hot(${values})`,
      )
      plans.push(shapeOf(rows[0]!['QUERY PLAN'][0].Plan))
    }
    await client.query('deallocate hot')
    return plans
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const toText = (value: unknown) => (Array.isArray(value) ? `{${value.join(',')}}` : String(value))

/** Reading every contribution, or putting them in order first. */
const SLOW = /^(Seq Scan (published_)?contribution|Sort|Incremental Sort)/

describe('the plans of the hot reads', () => {
  it('takes the first page of the list straight from its index', async () => {
    for (const plan of await plansOf(newestPublished, procedure.id, 21, null, null)) {
      expect(plan).toContain('Index Scan published_contribution_newest')
      expect(plan.filter((step) => SLOW.test(step))).toEqual([])
    }
    expect(newestPublished.text).toMatchSnapshot()
  })

  it('takes the next pages from there as well', async () => {
    const { rows } = await server.owner.query(
      'select published_at, id from published_contribution order by published_at offset 500 limit 1',
    )
    for (const plan of await plansOf(
      newestPublished,
      procedure.id,
      21,
      (rows[0].published_at as Date).toISOString() as never,
      rows[0].id as Id,
    ))
      expect(plan).toContain('Index Scan published_contribution_newest')
  })

  it('finds one contribution by its id', async () => {
    for (const plan of await plansOf(publishedById, procedure.id))
      expect(plan).toContain('Index Scan published_contribution_id')
    expect(publishedById.text).toMatchSnapshot()
  })

  it('reads the queues in their order, of a tenant and of a procedure', async () => {
    const rest = ['inReview', 21, null, null] as const
    for (const plan of await plansOf(tenantQueue, tenant.id, ...rest, null))
      expect(plan).toContain('Index Scan contribution_case_queue')
    for (const plan of await plansOf(procedureQueue, tenant.id, ...rest, procedure.id))
      expect(plan).toContain('Index Scan contribution_case_procedure_queue')
    expect([tenantQueue.text, procedureQueue.text]).toMatchSnapshot()
  })

  it('finds an item to decide about by its key, whatever its values', async () => {
    for (const plan of await plansOf(moderationItemById, tenant.id, procedure.id)) {
      expect(plan).toContain('Index Scan contribution_case_pk')
      expect(plan).toContain('Index Scan contribution_pk')
      expect(plan.filter((step) => /^Seq Scan contribution(_case)?$/.test(step))).toEqual([])
    }
  })

  it('knows how many wait from a count that is kept', async () => {
    for (const plan of await plansOf(openCount, tenant.id, null, null))
      expect(plan.join('\n')).toMatch(/^Aggregate\n[^]*review_count/)
    expect(openCount.text).toMatchSnapshot()
    const client = await server.database.connect('staff')
    const { rows } = await server.owner.query(
      `select least(1000, count(*))::integer as n from contribution_case where tenant_id = $1 and visibility = 'inReview'`,
      [tenant.id],
    )
    try {
      await client.query(`begin; ${scopeStatement({ tenantId: tenant.id })}`)
      expect((await client.query(openCount.text, [tenant.id, null, null])).rows).toEqual(rows)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('takes map cells of a view from the index of views, and points from the Morton order', async () => {
    const view = viewOf(12)
    const { west, north, east, south } = cellsOf(view, 12)
    for (const read of [cellsInView, countInView]) {
      const more = read === cellsInView ? [300] : []
      for (const plan of await plansOf(
        read as Read<unknown, unknown[]>,
        procedure.id,
        12,
        west,
        north,
        east,
        south,
        null,
        ...more,
      ))
        expect(plan.join('\n')).toMatch(/(Index Scan|Bitmap Index Scan|Index Only Scan) map_cell_(view|pk)/)
    }
    const { from, to } = mortonRanges(viewOf(16))
    for (const plan of await plansOf(pointsInView, procedure.id, from, to, viewOf(16), null, 301))
      expect(plan.join('\n')).toMatch(/Index Scan published_contribution_morton/)
    expect([cellsInView.text, countInView.text, pointsInView.text]).toMatchSnapshot()
  })
})

/** 1200 × 800 px around the town. */
function viewOf(zoom: number): Bbox {
  const degrees = 360 / (256 * 2 ** zoom)
  const [lon, lat] = TOWN
  return [lon - 600 * degrees, lat - 250 * degrees, lon + 600 * degrees, lat + 250 * degrees]
}

/** The statements an action sends to the database, without the brackets of a transaction. */
async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await act()
    const texts = spy.mock.calls.map(([first]) =>
      typeof first === 'string' ? first : (first as unknown as { text: string }).text,
    )
    return texts.filter((text) => !/^(begin|commit|rollback)\b/.test(text))
  } finally {
    spy.mockRestore()
  }
}

/** Bounded, or read from a maintained sum: `count(*)` over a table stands nowhere on the way to a page. */
const EXACT_COUNT = /count\(\*\)(?![^;]*\b(limit 1000|group by gx)\b)/i

describe('the number of statements', () => {
  const list = `query($id: ID!, $n: Int!) { contributions(procedureId: $id, first: $n) { nodes { id title text category { key label { de } } } endCursor hasNext } }`
  const queue = `query($t: String!, $n: Int!) { moderationQueue(tenant: $t, first: $n) { nodes { id text category { key } history { byName } } openCount hasNext } }`

  it.each([
    ['a page of the list', (n: number) => server.ask(list, { id: procedure.id, n })],
    ['a page of the queue', (n: number) => server.ask(queue, { t: tenant.slug, n }, { cookie })],
  ])('is the same for 20 and for 100 items, and at most four: %s', async (_, ask) => {
    await ask(5)
    const [few, many] = [await statementsOf(() => ask(20)), await statementsOf(() => ask(100))]
    expect(many).toEqual(few)
    expect(few.length).toBeGreaterThan(0)
    expect(few.length).toBeLessThanOrEqual(4)
    expect(few.filter((text) => EXACT_COUNT.test(text))).toEqual([])
  })

  it('is one for a page of the list, and one for a contribution', async () => {
    const { data } = await server.ask(list, { id: procedure.id, n: 1 })
    const [{ id }] = data.contributions.nodes
    expect(await statementsOf(() => server.ask(list, { id: procedure.id, n: 100 }))).toHaveLength(1)
    expect(
      await statementsOf(() =>
        server.ask(`query($id: ID!) { contribution(id: $id) { title category { key } } }`, { id }),
      ),
    ).toHaveLength(1)
  })

  it('is one for a contribution that is handed in, and a decision makes its way with its answer', async () => {
    const submit = () =>
      server.ask(
        `mutation($input: SubmitContributionInput!) { submitContribution(input: $input) { __typename ... on SubmissionReceipt { number } } }`,
        {
          input: draftFor(procedure, {
            place: { kind: 'point', geometry: { type: 'Point', coordinates: TOWN } },
          }),
        },
      )
    const { data } = await submit()
    expect(await statementsOf(submit)).toEqual([expect.stringContaining('hand_in_contribution')])
    const { rows } = await server.owner.query('select id from contribution where number = $1', [
      data.submitContribution.number,
    ])
    const input = { contributionId: rows[0].id, version: 1, decision: 'publish' }
    const decide = () =>
      server.ask(
        `mutation($t: String!, $input: DecideVisibilityInput!) { decideVisibility(tenant: $t, input: $input) { __typename } }`,
        { t: tenant.slug, input },
        { cookie },
      )
    const texts = await statementsOf(decide)
    // Who it is, the decision, the item as it is now, how many wait, and the name that goes public.
    expect(texts).toHaveLength(5)
    expect(texts.filter((text) => /^\s*(insert|update|delete)/i.test(text))).toEqual([])
    expect(texts.filter((text) => EXACT_COUNT.test(text))).toEqual([])
  })

  it('counts the categories of a page once, and only for who asks', async () => {
    const counted = list.replace('key label', 'publishedCount label')
    let answer: Awaited<ReturnType<typeof server.ask>>
    const statements = await statementsOf(async () => {
      answer = await server.ask(counted, { id: procedure.id, n: 100 })
    })
    expect(statements).toHaveLength(2)
    const { rows } = await server.owner.query(
      'select count(*)::integer as n from published_contribution where category_id = $1',
      [procedure.categoryId],
    )
    const counts = answer!.data.contributions.nodes.flatMap(
      (node: { category: { publishedCount: number } | null }) => node.category?.publishedCount ?? [],
    )
    expect(new Set(counts)).toEqual(new Set([rows[0].n]))
  })

  it('is at most two for the map, with few items and with many', async () => {
    for (const zoom of [9, 11, 13, 16]) {
      const statements = await statementsOf(async () => {
        const response = await server.app.inject({
          url: `/map/${procedure.id}/cells?bbox=${viewOf(zoom).join(',')}&z=${zoom}`,
          headers: HEADERS,
        })
        expect(response.statusCode, response.body).toBe(200)
      })
      expect(statements.length).toBeLessThanOrEqual(2)
      expect(statements.filter((text) => EXACT_COUNT.test(text))).toEqual([])
    }
  })
})
