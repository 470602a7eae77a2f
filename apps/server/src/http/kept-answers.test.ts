import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ENTITIES } from '../entities.ts'
import { layerCache } from '../modules/map/index.ts'
import { LOOK_EVERY_MS } from '../platform/database/event-watch.ts'
import { openDatabase, type Database } from '../platform/database/database.ts'
import { recordEvent } from '../platform/database/event.ts'
import { openRasterShelf } from '../platform/raster/index.ts'
import { openLog } from '../platform/log.ts'
import { HEADERS, useServer, type TestServer } from '../../test/server.ts'
import {
  draftFor,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  PASSWORD,
  SECRETS,
  testConfig,
  type TestProcedure,
  type TestTenant,
} from '../../test/world.ts'
import { makeServer } from './server.ts'

const DOCUMENTS = {
  list: `query($id: ID!) { contributions(procedureId: $id) { nodes { id text } } procedureById(id: $id) { publishedCount receivedCount title { de } documents { id } round { state } } }`,
  all: `query($tenant: String!) { procedures(tenant: $tenant) { nodes { id round { state } } } }`,
  viewer: `query($tenant: String!) { viewer(tenant: $tenant) { name } }`,
}
type Name = keyof typeof DOCUMENTS
const hashOf = (name: Name) => createHash('sha256').update(DOCUMENTS[name]).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'mitsprache-kept-'))
const operationsFile = join(folder, 'operations.json')
writeFileSync(
  operationsFile,
  JSON.stringify(
    Object.fromEntries(Object.entries(DOCUMENTS).map(([name, text]) => [hashOf(name as Name), text])),
  ),
)

let now = NOW.getTime()
const clock = () => new Date(now)
const server: TestServer = useServer(clock, { operationsFile })
/** A second server on the same database, as behind a load balancer. */
let other: { app: FastifyInstance; database: Database }
let tenant: TestTenant
let procedure: TestProcedure
let cookie: string

beforeAll(async () => {
  const database = await openDatabase(server.stemUrl, ENTITIES)
  const app = await makeServer({
    config: testConfig({ dataDir: server.dataDir, operationsFile }),
    secrets: SECRETS,
    database,
    clock,
    log: openLog('silent'),
    files: server.files,
    rasters: openRasterShelf(join(folder, 'rasters'), server.files.store),
    layers: layerCache(join(folder, 'layers'), 1024 * 1024),
    webDir: join(folder, 'web'),
  })
  other = { app, database }
  tenant = await makeTenant(server.database)
  const staff = await makeStaff(server.database, tenant, ['planner', 'moderator'])
  cookie = await server.signIn(tenant.slug, staff.email, PASSWORD)
})
afterAll(async () => {
  await other?.app.close()
  await other?.database.close()
})

beforeEach(async () => {
  procedure = await makeProcedure(server.database, tenant, { publicationMode: 'atOnce' })
  now += 10 * LOOK_EVERY_MS
})

const get = (app: FastifyInstance, name: Name, variables: object, headers: Record<string, string> = {}) =>
  app.inject({
    url: `/graphql?${new URLSearchParams({
      variables: JSON.stringify(variables),
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(name) } }),
    }).toString()}`,
    headers: { host: HEADERS.host, 'apollo-require-preflight': '1', ...headers },
  })

const list = (app: FastifyInstance, headers = {}) => get(app, 'list', { id: procedure.id }, headers)

/** What the list shows, and by how many statements of the other server it was found out. */
async function seenByOther() {
  const read = vi.spyOn(other.database, 'read')
  try {
    const { data } = (await list(other.app)).json()
    return { data, reads: read.mock.calls.map(([{ name }]) => name) }
  } finally {
    read.mockRestore()
  }
}

const submit = (changes = {}) =>
  server.ask(
    `mutation($input: SubmitContributionInput!) { submitContribution(input: $input) { __typename ... on SubmissionReceipt { number } } }`,
    { input: draftFor(procedure, changes) },
  )

describe('a kept answer', () => {
  it('is given again without a statement, and within half a second without a look at the events', async () => {
    const first = await seenByOther()
    expect(first.reads).toContain('newest-published')
    expect((await seenByOther()).reads).toEqual([])
    now += LOOK_EVERY_MS + 1
    expect(await seenByOther()).toEqual({ data: first.data, reads: ['look-at-events'] })
  })

  it('is looked for once, by all who ask at the same time', async () => {
    const read = vi.spyOn(other.database, 'read')
    const answers = await Promise.all(Array.from({ length: 20 }, () => list(other.app)))
    const names = read.mock.calls.map(([{ name }]) => name)
    read.mockRestore()
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(names.filter((name) => name === 'look-at-events')).toHaveLength(1)
    expect(names.filter((name) => name === 'newest-published')).toHaveLength(1)
  })

  it('ends at midnight in the municipality, when what can still be said changes', async () => {
    const tomorrow = new Date('2026-12-02T22:59:59.900Z').getTime()
    const before = now
    try {
      now = tomorrow
      expect((await seenByOther()).data.procedureById.round.state).toBe('open')
      now += 150
      expect((await seenByOther()).data.procedureById.round.state).toBe('closed')
    } finally {
      now = before + 60_000
    }
  })

  it('ends after a minute in any case', async () => {
    await seenByOther()
    for (let waited = LOOK_EVERY_MS; waited < 60_000; waited += LOOK_EVERY_MS) {
      now += LOOK_EVERY_MS
      expect((await seenByOther()).reads).not.toContain('newest-published')
    }
    now += LOOK_EVERY_MS
    expect((await seenByOther()).reads).toContain('newest-published')
  })

  it('carries what caches need, and nothing of who asked', async () => {
    const plain = await list(other.app)
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=0, s-maxage=1',
      vary: 'accept, accept-encoding, cookie',
      etag: expect.stringMatching(/^W\/"/),
      'content-type': 'application/json; charset=utf-8',
    })
    expect(plain.headers['set-cookie']).toBeUndefined()
    const again = await list(other.app, { 'if-none-match': String(plain.headers.etag) })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', plain.headers.etag])
    expect(again.headers['cache-control']).toBe('public, max-age=0, s-maxage=1')
  })

  it('is packed for who takes it packed', async () => {
    await submit({ text: 'Ein langer Beitrag. '.repeat(200) })
    const plain = await list(server.app)
    const packed = await list(server.app, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
    expect(packed.headers.etag).toBe(plain.headers.etag)
    expect(
      (await list(server.app, { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'],
    ).toBeUndefined()
  })

  it('is not for somebody signed in, and not of what is theirs', async () => {
    await list(other.app)
    const signedIn = await list(other.app, { cookie })
    expect(signedIn.headers['cache-control']).toBe('no-store')
    expect(signedIn.headers.etag).toBeUndefined()
    const nobody = await get(other.app, 'viewer', { tenant: tenant.slug })
    expect(nobody.headers['cache-control']).toBe('no-store')
    const somebody = await get(other.app, 'viewer', { tenant: tenant.slug }, { cookie })
    expect(somebody.json().data.viewer).toMatchObject({ name: expect.any(String) })
  })

  it('is never an error, and everybody’s error is their own', async () => {
    const wrong = () => get(other.app, 'list', { id: procedure.id, x: 1 })
    const refused = () => get(other.app, 'all', { tenant: 5 })
    const answers = await Promise.all([refused(), refused(), wrong()])
    const ids = answers.slice(0, 2).map((one) => one.json().errors[0].extensions.requestId)
    expect(new Set(ids).size).toBe(2)
    for (const one of answers.slice(0, 2)) expect(one.headers['cache-control']).toBe('no-store')
  })

  it('is not given once the database cannot be asked whether it still holds', async () => {
    await seenByOther()
    const { read } = other.database
    other.database.read = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
    try {
      expect((await list(other.app)).statusCode).toBe(200)
      now += LOOK_EVERY_MS + 1
      const away = await list(other.app)
      expect([away.statusCode, away.headers['retry-after'], away.headers['cache-control']]).toEqual([
        503,
        '5',
        'no-store',
      ])
    } finally {
      other.database.read = read
    }
    expect((await list(other.app)).statusCode).toBe(200)
  })
})

describe('after what happens on one server, a reader at the other', () => {
  /** Read before, change, and read again once the time for a look has passed. */
  async function change(act: () => Promise<unknown>) {
    const before = (await seenByOther()).data
    expect((await seenByOther()).reads).toEqual([])
    await act()
    now += LOOK_EVERY_MS + 1
    return { before, after: (await seenByOther()).data }
  }
  const staff = (query: string, variables: object) => server.ask(query, variables, { cookie })

  it('sees a contribution that is published at once', async () => {
    const { before, after } = await change(() => submit({ text: 'Sofort zu lesen.' }))
    expect(before.contributions.nodes).toEqual([])
    expect(after.contributions.nodes).toMatchObject([{ text: 'Sofort zu lesen.' }])
  })

  it('sees that one was handed in, though nobody may read it yet', async () => {
    procedure = await makeProcedure(server.database, tenant)
    const { before, after } = await change(() => submit())
    expect([before.procedureById.receivedCount, after.procedureById.receivedCount]).toEqual([0, 1])
    expect(after.contributions.nodes).toEqual([])
  })

  it('sees what a moderator publishes, and no longer what a moderator withholds', async () => {
    procedure = await makeProcedure(server.database, tenant)
    await submit({ text: 'Zu prüfen.' })
    const { rows } = await server.owner.query('select id from contribution where procedure_id = $1', [
      procedure.id,
    ])
    const decide = (version: number, decision: string) =>
      staff(
        `mutation($tenant: String!, $input: DecideVisibilityInput!) { decideVisibility(tenant: $tenant, input: $input) { __typename } }`,
        {
          tenant: tenant.slug,
          input: {
            contributionId: rows[0].id,
            version,
            decision,
            ...(decision === 'withhold' && { reason: 'other' }),
          },
        },
      )
    const published = await change(() => decide(1, 'publish'))
    expect(published.before.contributions.nodes).toEqual([])
    expect(published.after.contributions.nodes).toHaveLength(1)
    const withheld = await change(() => decide(2, 'withhold'))
    expect(withheld.after).toMatchObject({
      contributions: { nodes: [] },
      procedureById: { publishedCount: 0 },
    })
  })

  it('sees a procedure that is put on display, and its change', async () => {
    const draft = await makeProcedure(server.database, tenant, { published: false })
    procedure = draft
    const publish = async () => {
      const { rows } = await server.owner.query('select version from procedure where id = $1', [draft.id])
      const answer = await staff(
        `mutation($tenant: String!, $id: ID!, $version: Int!) { publishProcedure(tenant: $tenant, id: $id, version: $version) { __typename ... on NotReady { missing } } }`,
        { tenant: tenant.slug, id: draft.id, version: rows[0].version },
      )
      expect(answer.data.publishProcedure.__typename, JSON.stringify(answer)).toBe('ProcedureSaved')
    }
    const shown = await change(publish)
    expect(shown.before.procedureById).toBeNull()
    expect(shown.after.procedureById.title.de).toBe('Platz am Bach')
    const changed = await change(async () => {
      const { rows } = await server.owner.query('select version from procedure where id = $1', [draft.id])
      const saved = await staff(
        `mutation($tenant: String!, $input: UpdateProcedureInput!) { updateProcedure(tenant: $tenant, input: $input) { __typename } }`,
        {
          tenant: tenant.slug,
          input: { id: draft.id, version: rows[0].version, title: { de: 'Neuer Titel' } },
        },
      )
      expect(saved.data.updateProcedure.__typename).toBe('ProcedureSaved')
      await publish()
    })
    expect(changed.after.procedureById.title.de).toBe('Neuer Titel')
  })

  it('sees what was written while it was looking, and what commits late', async () => {
    const late = await server.database.connect('staff')
    await seenByOther()
    try {
      // Takes its number now, commits after others that began later.
      await late.query(`begin; select set_config('app.tenant', '${tenant.id}', true)`)
      await late.query(`select pg_current_xact_id()`)
      await late.query(`update procedure set summary = summary where id = '${procedure.id}'`)
      now += LOOK_EVERY_MS + 1
      await submit({ text: 'Später begonnen, früher fertig.' })
      expect((await seenByOther()).data.contributions.nodes).toHaveLength(1)
      // Nothing more is found anew while it runs on.
      now += LOOK_EVERY_MS + 1
      expect((await seenByOther()).reads).toEqual(['look-at-events'])
      await late.query(
        `insert into event (tenant_id, id, type, version, subject_ids, actor_kind, at)
         values ($1, gen_random_uuid(), 'ProcedurePublished', 1, '{}', 'system', now())`,
        [tenant.id],
      )
      await late.query(`update published_procedure set title = '{"de": "Spät"}' where id = '${procedure.id}'`)
      await late.query('commit')
    } finally {
      late.release()
    }
    now += LOOK_EVERY_MS + 1
    expect((await seenByOther()).data.procedureById.title.de).toBe('Spät')
  })

  it('need not read anew for what nobody outside sees', async () => {
    await seenByOther()
    await server.signIn(tenant.slug, (await makeStaff(server.database, tenant, ['planner'])).email, PASSWORD)
    now += LOOK_EVERY_MS + 1
    expect((await seenByOther()).reads).toEqual(['look-at-events'])
    // An event that nobody has heard of might be anything.
    await server.database.transaction('staff', { tenantId: tenant.id }, (tx) =>
      recordEvent(tx, {
        tenantId: tenant.id,
        type: 'SomethingNew',
        subjectIds: [],
        actorKind: 'system',
        at: NOW,
      }),
    )
    now += LOOK_EVERY_MS + 1
    expect((await seenByOther()).reads).toContain('newest-published')
  })
})

it('what was written here is seen here with the next read, without any wait', async () => {
  expect((await list(server.app)).json().data.contributions.nodes).toEqual([])
  await submit({ text: 'Gleich da.' })
  expect((await list(server.app)).json().data.contributions.nodes).toMatchObject([{ text: 'Gleich da.' }])
})

it('the public door may ask whether something happened, and read no event', async () => {
  const client = await server.database.connect('public')
  try {
    const { rows } = await client.query(`select * from look_at_events('0', '{}')`)
    expect(Object.keys(rows[0])).toEqual(['horizon', 'seen', 'ahead'])
    expect(rows[0].seen).toBeGreaterThan(0)
    await expect(client.query('select type from event')).rejects.toThrow(/permission denied/)
  } finally {
    client.release()
  }
})
