import { connect } from 'node:net'
import { newId } from '@mitsprache/terms'
import { beforeAll, describe, expect, it } from 'vitest'
import { HEADERS, useServer } from './server.ts'
import { draftFor, makeProcedure, makeTenant, NOW, type TestProcedure, type TestTenant } from './world.ts'

const server = useServer(() => NOW)
let tenant: TestTenant
let procedure: TestProcedure
let quiet: TestProcedure

const SUBMIT = `mutation($input: SubmitContributionInput!) { answer: submitContribution(input: $input) { __typename
  ... on SubmissionReceipt { number secret receivedAt visibility } ... on InputRefused { fields { field problem } } } }`

beforeAll(async () => {
  tenant = await makeTenant(server.database)
  procedure = await makeProcedure(server.database, tenant, { publicationMode: 'atOnce' })
  // Nothing of it is published before somebody looked at it.
  quiet = await makeProcedure(server.database, tenant)
  for (const [into, text] of [
    [procedure, 'Der erste öffentliche Beitrag.'],
    [procedure, 'Der zweite öffentliche Beitrag.'],
    [quiet, 'Das Stichwort Walnussallee darf niemand finden.'],
  ] as const)
    await server.ask(SUBMIT, { input: draftFor(into, { text, person: { name: 'Nora Geheim' } }) })
})

const codeOf = async (query: string, variables = {}) =>
  (await server.ask(query, variables)).errors?.[0]?.extensions.code

describe('questions that the API does not know', () => {
  const of = (selection: string, args = '') =>
    `{ contributions(procedureId: "${procedure.id}"${args}) { nodes { id ${selection} } } }`

  it.each([
    ['AUT-02', () => of('internalNote moderatorNote')],
    ['AUT-02', () => of('version visibility history { byName }')],
    ['AUT-04', () => of('author { email address }')],
    ['AUT-04', () => of('person { name } email ip receivedAt')],
    ['AUT-05', () => '{ me { tenant { users { email } } } }'],
    ['AUT-05', () => '{ viewer(tenant: "x") { memberships { tenant { people { email } } } } }'],
    ['AUT-05', () => '{ tenants { people { email } settings { storageUsedBytes } } }'],
    ['AUT-17', () => of('', ', where: {OR: [{}, {tenantId: "x"}]}')],
    ['AUT-17', () => of('', ', filter: {visibility: {in: ["inReview"]}}')],
    ['AUT-32', () => of('', ', order: author_name')],
    ['AUT-32', () => of('', ', order: "visibility"')],
    ['SQL-02', () => of('', `, order: "(CASE WHEN (SELECT 1)=1 THEN id ELSE id END)"`)],
    ['SQL-10', () => of('', ', first: "1; select 1"')],
    ['SQL-10', () => of('', ', skip: "0 union select", take: 1')],
    ['SQL-11', () => of('', ', select: ["id, (select version())"]')],
    ['GQL-08', () => '{ __proto__ constructor toString }'],
  ])('%s is refused before anything is looked for', async (_id, query) => {
    expect(await codeOf(query())).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/)
  })

  it('GQL-19 GQL-16 an operation’s name is short and stands in one line, also in the log', async () => {
    for (const operationName of ['x'.repeat(900_000), 'a\r\nX-Evil: 1', '__proto__', '\u0000', { a: 1 }, 1]) {
      const { statusCode, headers } = await server.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: HEADERS,
        payload: { query: 'query Named { __typename }', operationName },
      })
      expect(statusCode, JSON.stringify(operationName).slice(0, 40)).toBe(400)
      expect(headers).not.toHaveProperty('x-evil')
    }
    for (const line of server.logged) expect(line.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    ['the same name twice', '{"query":"{ __typename }","query":"mutation { signOut }"}', 200],
    [
      'towers of lists',
      `{"query":"{ __typename }","extensions":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      400,
    ],
    ['variables that are a list', '{"query":"{ __typename }","variables":[1]}', 400],
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a number', '1', 400],
    ['half of it', '{"query":"{ __typename', 400],
    ['a byte order mark', '\uFEFF{"query":"{ __typename }"}', 200],
    ['NUL', '{"query":"{ __typename\u0000 }"}', 400],
    ['an escape that is none', '{"query":"\\uZZZZ"}', 400],
    ['a query that is none', '{"query":{"a":1}}', 400],
  ])('GQL-16 GQL-31 a body with %s has a clear answer', async (_what, payload, status) => {
    const answer = await server.app.inject({ method: 'POST', url: '/graphql', headers: HEADERS, payload })
    expect(answer.statusCode, answer.body).toBe(status)
    expect(answer.body).not.toMatch(/ at .*\.[jt]s|stack/i)
  })

  it('GQL-38 nobody gets a line that stays open', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = server.app.server.address() as { port: number }
    const ask = (path: string) =>
      new Promise<string>((done) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(
            `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n`,
          ),
        )
        socket.once('data', (data) => {
          done(String(data))
          socket.destroy()
        })
        socket.once('close', () => done('closed'))
        socket.once('error', () => done('closed'))
      })
    for (const path of ['/graphql', '/', '/open-data/graphql'])
      expect(await ask(path), path).not.toMatch(/^HTTP\/1\.1 101/)
    expect(await codeOf('subscription { contributions { id } }')).toBe('GRAPHQL_VALIDATION_FAILED')
  })
})

describe('what is not public', () => {
  it('AUT-31 AUT-32 is neither counted nor found', async () => {
    const { data } = await server.ask(`{
      quiet: procedureById(id: "${quiet.id}") { publishedCount categories { publishedCount } }
      loud: procedureById(id: "${procedure.id}") { publishedCount }
      found: contributions(procedureId: "${quiet.id}", search: "Walnussallee") { nodes { id } hasNext }
      name: contributions(procedureId: "${procedure.id}", search: "Geheim") { nodes { id } }
      all: procedures(search: "Walnussallee") { nodes { id } }
    }`)
    expect(data).toEqual({
      quiet: { publishedCount: 0, categories: [{ publishedCount: 0 }] },
      loud: { publishedCount: 2 },
      found: { nodes: [], hasNext: false },
      name: { nodes: [] },
      all: { nodes: [] },
    })
    const map = await server.app.inject({
      url: `/map/${quiet.id}/cells?bbox=12.9,50.8,12.92,50.84&z=14&search=Walnussallee`,
      headers: { host: HEADERS.host },
    })
    expect(map.json()).toMatchObject({ cells: [], points: [] })
  })

  it('AUT-34 is looked for by the very statements that find what is missing', async () => {
    const { rows } = await server.owner.query<{ id: string }>(
      'select id from contribution where procedure_id = $1',
      [quiet.id],
    )
    const statements = async (id: string) => {
      const names: string[] = []
      const { read } = server.database
      server.database.read = ((one: { name: string }, ...params: never[]) => {
        names.push(one.name)
        return read.call(server.database, one as never, ...params)
      }) as typeof read
      try {
        await server.ask(`{ contribution(id: "${id}") { id } procedureById(id: "${id}") { id } }`)
      } finally {
        server.database.read = read
      }
      return names
    }
    const hidden = await statements(rows[0]!.id)
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden).toEqual(await statements(newId()))
  })
})

describe('the end of a page', () => {
  const PAGE = `query($id: ID!, $after: String, $order: ContributionOrder) { contributions(procedureId: $id, first: 1, after: $after, order: $order) { nodes { id } endCursor } }`

  it('GQL-31 AUT-17 goes on in its own list only', async () => {
    const { data } = await server.ask(PAGE, { id: procedure.id, order: 'newestFirst' })
    const after = data.contributions.endCursor as string
    const [payload, signature] = after.split('.')
    expect(await codeOf(PAGE, { id: procedure.id, order: 'newestFirst', after })).toBeUndefined()
    const forged = Buffer.from(JSON.stringify(['9999-12-31T00:00:00Z', newId()])).toString('base64url')
    for (const [id, order, wrong] of [
      [quiet.id, 'newestFirst', after],
      [procedure.id, 'oldestFirst', after],
      [procedure.id, 'newestFirst', `${forged}.${signature}`],
      [procedure.id, 'newestFirst', `${payload}.${'A'.repeat(22)}`],
      [procedure.id, 'newestFirst', `${payload}.`],
      [procedure.id, 'newestFirst', `${after}.x`],
      [procedure.id, 'newestFirst', after.repeat(50)],
      [procedure.id, 'newestFirst', '\u0000'],
    ])
      expect(await codeOf(PAGE, { id, order, after: wrong }), wrong).toBe('BAD_USER_INPUT')
  })
})

describe('what is handed in', () => {
  it('BIZ-02 has the time of our clock, whatever the sender says of theirs', async () => {
    const { data } = await server.ask(
      SUBMIT,
      { input: draftFor(procedure) },
      { date: 'Mon, 01 Jan 2001 00:00:00 GMT', 'x-timestamp': '0' },
    )
    expect(data.answer).toMatchObject({ receivedAt: NOW.toISOString() })
    for (const field of ['receivedAt', 'submittedAt', 'sentAt', 'now'])
      expect(await codeOf(SUBMIT, { input: { ...draftFor(procedure), [field]: NOW } })).toBe('BAD_USER_INPUT')
  })

  it.each(['', '   ', '\u200b\u200d\u2060', '\u202e\u202c', '\u00ad\ufeff', 'x'.repeat(201), 'a\u0000b'])(
    'BIZ-14 XSS-28 is not published with the name %j, where there shall be one',
    async (name) => {
      const input = draftFor(procedure, { audience: 'publicWithName', person: { name } })
      const { data } = await server.ask(SUBMIT, { input })
      expect(data.answer).toMatchObject({ __typename: 'InputRefused', fields: [{ field: 'person.name' }] })
    },
  )

  it('SES-28 is opened by a secret of more than 128 bits, which follows from nothing that is told', async () => {
    const secrets = new Set<string>()
    for (let i = 0; i < 20; i++) {
      const { data } = await server.ask(SUBMIT, { input: draftFor(procedure) })
      expect(data.answer.secret).toMatch(/^[\w-]{24}$/)
      secrets.add(data.answer.secret as string)
    }
    expect(secrets.size).toBe(20)
    expect(new Set([...secrets].map((secret) => secret.slice(0, 4))).size).toBe(20)
  })
})
