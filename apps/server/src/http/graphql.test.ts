import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  draftFor,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  PASSWORD,
  type TestProcedure,
  type TestTenant,
  SECRETS,
} from '../../test/world.ts'
import { HEADERS, useServer } from '../../test/server.ts'
import { networkKey, networkOf } from './context.ts'
import { readLanguage } from './request-scope.ts'

const server = useServer(() => NOW)
let tenant: TestTenant
let procedure: TestProcedure

beforeAll(async () => {
  tenant = await makeTenant(server.database)
  procedure = await makeProcedure(server.database, tenant)
})

const SUBMIT = `mutation($input: SubmitContributionInput!) { submitContribution(input: $input) { __typename
  ... on SubmissionReceipt { number secret receivedAt late visibility }
  ... on Refusal { code } ... on InputRefused { fields { field problem limit } } } }`

const inject = (options: InjectOptions) =>
  server.app.inject({
    method: 'POST',
    url: '/graphql',
    ...options,
    headers: { ...HEADERS, ...options.headers },
  })

/** Whatever was sent, the next request is answered. */
async function expectAlive() {
  const { status, data } = await server.ask('{ __typename }')
  expect([status, data]).toEqual([200, { __typename: 'Query' }])
}

describe('transport and parser', () => {
  it('GQL-01 takes no mutation by GET', async () => {
    const response = await inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent('mutation{signOut}')}`,
      headers: { 'apollo-require-preflight': '1' },
    })
    expect(response.statusCode).toBe(405)
  })

  // @bad-input GQL-04
  it('GQL-02 takes nothing that a foreign form could send', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await inject({
        headers: { 'content-type': type },
        payload: '{"query":"mutation{signOut}"}',
      })
      expect([400, 415], type).toContain(response.statusCode)
    }
    await expectAlive()
  })

  it('GQL-05 takes no batches', async () => {
    expect(
      (await inject({ payload: [{ query: '{__typename}' }, { query: '{__typename}' }] })).statusCode,
    ).toBe(400)
  })

  it('GQL-07 executes one mutation a request, however many aliases', async () => {
    const five = Array.from(
      { length: 5 },
      (_, i) => `a${i}: signIn(tenant: "x", email: "a@b.example", password: "x") { __typename }`,
    ).join(' ')
    const { status, errors, data } = await server.ask(`mutation { ${five} }`)
    expect([status, errors![0]!.extensions.code, data]).toEqual([400, 'TOO_COMPLEX', undefined])
  })

  it('GQL-08 refuses a hundred aliases', async () => {
    const query = `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: tenants { id }`).join(' ')} }`
    expect((await server.ask(query)).errors![0]!.extensions.code).toBe('TOO_COMPLEX')
  })

  it('GQL-10 GQL-37 refuses a document of too many tokens', async () => {
    const started = performance.now()
    const { status } = await server.ask(`{ ${'__typename '.repeat(60_000)} }`)
    expect(status).toBe(400)
    expect(performance.now() - started).toBeLessThan(5_000)
    await expectAlive()
  })

  it('GQL-11 refuses thousands of directives', async () => {
    expect((await server.ask(`{ tenants { id ${'@aa '.repeat(1_200)} } }`)).status).toBe(400)
  })

  it('GQL-13 measures fragments that spread fragments twice, without unfolding them', async () => {
    const fragments = Array.from(
      { length: 150 },
      (_, i) => `fragment f${i} on Query { ${i < 149 ? `...f${i + 1} ...f${i + 1}` : '__typename'} }`,
    )
    const { status, errors } = await server.ask(`{ ...f0 } ${fragments.join(' ')}`)
    expect([status, errors![0]!.extensions.code]).toEqual([400, 'TOO_COMPLEX'])
  })

  it('refuses fragments in a circle', async () => {
    expect(
      (await server.ask('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }')).status,
    ).toBe(400)
  })

  it('GQL-14 refuses a body over a mebibyte', async () => {
    expect(
      (await inject({ payload: { query: '{__typename}', variables: { x: 'x'.repeat(2_000_000) } } }))
        .statusCode,
    ).toBe(413)
  })

  it('GQL-16 GQL-17 lets nobody write into prototypes', async () => {
    const polluted = await inject({ payload: '{"query":"{__typename}","variables":{"__proto__":{"x":1}}}' })
    expect(polluted.statusCode).toBe(400)
    await inject({
      payload: '{"query":"{__typename}","variables":{"constructor":{"prototype":{"isAdmin":true}}}}',
    })
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
  })

  it('GQL-20 keeps its introspection to itself', async () => {
    expect((await server.ask('{ __schema { types { name } } }')).status).toBe(400)
  })

  it('GQL-25 learns no queries from strangers', async () => {
    const payload = { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }
    const response = await inject({ payload })
    expect(response.json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  it('GQL-26 refuses a content type with something hidden behind it', async () => {
    const response = await inject({
      headers: { 'content-type': 'application/json\ta' },
      payload: '{"query":"{__typename}"}',
    })
    expect([400, 415]).toContain(response.statusCode)
  })

  it('GQL-28 unfolds no compressed bodies', async () => {
    const payload = gzipSync(Buffer.alloc(10_000_000, 32))
    expect((await inject({ headers: { 'content-encoding': 'gzip' }, payload })).statusCode).toBe(415)
  })

  it('GQL-29 refuses a request that says its length twice', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = server.app.server.address() as { port: number }
    const head = `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nContent-Length: 23\r\n\r\n`
    const answer = await new Promise<string>((done) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`${head}17\r\n{"query":"{__typename}"}\r\n0\r\n\r\n`),
      )
      socket.once('data', (data) => {
        done(String(data))
        socket.destroy()
      })
      socket.once('error', () => done('closed'))
    })
    expect(answer).toMatch(/^(HTTP\/1\.1 400|closed)/)
  })

  it('GQL-40 echoes nothing for methods that nobody needs', async () => {
    for (const method of ['PROPFIND', 'TRACE']) {
      const response = await inject({ method: method, url: '/', headers: { 'x-secret': 'echo me' } })
      expect([404, 405]).toContain(response.statusCode)
      expect(response.body).not.toContain('echo me')
    }
  })
})

describe('inputs', () => {
  it.each([
    ['first: 1000000'],
    ['first: 0'],
    ['first: -1'],
    ['first: 99999999999'],
    ['after: "x"'],
    ['after: "eyJhIjoxfQ.AAAA"'],
    [`bbox: [11, 50, 16]`],
    [`bbox: [1e400, 50, 16, 52]`],
    ['bbox: [11, 50, 16, 520]'],
    ['order: "id; drop table contribution"'],
    ['order: receivedAt'],
    [`search: "${'x'.repeat(300)}"`],
  ])('GQL-31 GQL-32 SQL-01 refuses contributions(%s)', async (argument) => {
    const { errors } = await server.ask(
      `{ contributions(procedureId: "${procedure.id}", ${argument}) { nodes { id } } }`,
    )
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(errors![0]!.extensions.code)
    await expectAlive()
  })

  it.each([`x' OR '1'='1`, '%', '_', '\\', '%%', `'; drop table contribution; --`])(
    'SQL-04 SQL-05 searches for %s as it stands',
    async (search) => {
      const { data } = await server.ask(
        `query($s: String) { contributions(procedureId: "${procedure.id}", search: $s) { nodes { id } } procedures(tenant: "${tenant.slug}", search: $s) { nodes { id } } }`,
        { s: search },
      )
      expect(data).toEqual({ contributions: { nodes: [] }, procedures: { nodes: [] } })
    },
  )

  it('SQL-07 takes no operators in place of values', async () => {
    const { errors } = await server.ask(
      `query($s: String) { contributions(procedureId: "${procedure.id}", search: $s) { nodes { id } } }`,
      { s: { $ne: null } },
    )
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('SQL-08 lets nobody sleep in a map view', async () => {
    for (const query of [
      'bbox=11,50,16,52);select pg_sleep(5)--&z=12',
      'bbox=11,50,16,52&z=1e9',
      'bbox=11,50,16&z=12',
      'bbox=-180,-85,180,85&z=19',
      'bbox=11,50,16,52&z=12&z=13',
      'bbox=11,50,12,51&z=9&x=1',
    ]) {
      const response = await inject({ method: 'GET', url: `/map/${procedure.id}/cells?${query}` })
      expect(response.statusCode, query).toBe(400)
    }
  })

  it('GQL-34 GQL-35 names text that cannot be stored, in a field', async () => {
    for (const text of ['vor\u0000nach', 'vor\ud800nach']) {
      const { data } = await server.ask(SUBMIT, { input: draftFor(procedure, { text }) })
      expect(data.submitContribution).toMatchObject({
        __typename: 'InputRefused',
        fields: [{ field: 'text', problem: 'unreadable' }],
      })
    }
  })

  it.each([['id'], ['tenantId'], ['authorId'], ['createdAt'], ['receivedAt'], ['visibility'], ['number']])(
    'AUT-13 AUT-14 knows no field %s in what is handed in',
    async (field) => {
      const { errors } = await server.ask(SUBMIT, { input: { ...draftFor(procedure), [field]: 'x' } })
      expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT')
    },
  )

  it('never echoes what was sent', async () => {
    const mark = 'Wilhelmine Zwölfboxer'
    const sent = [
      server.ask(SUBMIT, { input: { ...draftFor(procedure), audience: mark } }),
      server.ask(SUBMIT, { input: { ...draftFor(procedure), text: { a: mark } } }),
      server.ask(SUBMIT, { input: { ...draftFor(procedure), person: { name: mark.repeat(200) } } }),
      server.ask(
        `{ contributions(procedureId: "${procedure.id}", search: "${mark.repeat(20)}") { nodes { id } } }`,
      ),
      server.ask(`{ "${mark}" }`),
    ]
    for (const answer of await Promise.all(sent)) {
      expect(JSON.stringify(answer.errors)).not.toMatch(/Wilhelmine|at .*\.ts|select /i)
      expect(answer.errors![0]!.extensions.requestId).toBeTruthy()
    }
    expect(server.logged.join('')).not.toContain('Wilhelmine')
  })
})

describe('answers', () => {
  it('come in the language the browser asks for', async () => {
    const say = async (language: string) =>
      (
        await server.ask(
          '{ viewer(tenant: "x") { name } staffProcedures(tenant: "x") { nodes { id } } }',
          {},
          { 'accept-language': language },
        )
      ).errors![0]!.message
    expect(await say('de-DE,de;q=0.9,en;q=0.8')).toBe('Bitte melden Sie sich an.')
    expect(await say('en-GB')).toBe('Please sign in.')
    expect(await say('hsb,de;q=0.5')).toMatch(/přizjewće/)
    expect(readLanguage('fr;q=1, en;q=0.3, de;q=0.4')).toBe('de')
    expect(readLanguage('<script>')).toBe('de')
  })

  // @bad-input GQL-22 GQL-23
  it('of a fault are an id and nothing else', async () => {
    await server.owner.query('alter table published_contribution rename to gone')
    try {
      const { errors } = await server.ask(
        `{ contributions(procedureId: "${procedure.id}") { nodes { id } } }`,
      )
      expect(errors![0]).toMatchObject({
        message: expect.stringMatching(/schiefgegangen/),
        extensions: { code: 'INTERNAL', requestId: expect.any(String) },
      })
      expect(JSON.stringify(errors)).not.toMatch(/published_contribution|relation|stack/)
      const line = server.logged.find((one) => one.includes(String(errors![0]!.extensions.requestId)))
      expect(JSON.parse(line!)).toMatchObject({ msg: 'fault', code: '42P01' })
    } finally {
      await server.owner.query('alter table gone rename to published_contribution')
    }
    await expectAlive()
  })

  it('PRI-11 carry the security headers, whatever their status', async () => {
    for (const url of ['/health/live', '/nothing', '/graphql', `/map/x/cells`]) {
      const { headers } = await inject({ method: 'GET', url })
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining(`frame-ancestors 'none'`),
      })
      expect(headers['strict-transport-security']).toBeTruthy()
    }
  })

  it('PRI-10 know no files of the workshop', async () => {
    for (const url of [
      '/.git/config',
      '/.env',
      '/package.json',
      '/server.js.map',
      '/metrics',
      '/operations.json',
      '/t/../../etc/passwd',
    ])
      expect((await inject({ method: 'GET', url })).statusCode, url).toBe(404)
  })

  it('AUT-10 go to our own host only', async () => {
    expect(
      (await inject({ headers: { host: 'evil.example' }, payload: { query: '{__typename}' } })).statusCode,
    ).toBe(421)
  })

  it('SES-26 refuse a foreign page that makes a browser write', async () => {
    expect(
      (await inject({ headers: { origin: 'https://evil.example' }, payload: { query: 'mutation{signOut}' } }))
        .statusCode,
    ).toBe(403)
    expect(
      (
        await inject({
          headers: { origin: 'http://127.0.0.1:4000' },
          payload: { query: 'mutation{signOut}' },
        })
      ).statusCode,
    ).toBe(200)
  })

  it('are 503 with a time to come back when the database is away', async () => {
    const { isUnavailable } = await import('./errors.ts')
    for (const code of ['57P01', '08006', '53100', 'ECONNREFUSED'])
      expect(isUnavailable(Object.assign(new Error('x'), { code }))).toBe(true)
    expect(isUnavailable(Object.assign(new Error('x'), { code: '42P01' }))).toBe(false)
  })
})

describe('the secret of a receipt', () => {
  const STATUS = `query($number: String!, $secret: String!) { contributionStatus(number: $number, secret: $secret) { number text visibility audience receivedAt late procedure { slug } } }`

  // @bad-input SES-29
  it('opens its contribution, and no other one', async () => {
    const first = (await server.ask(SUBMIT, { input: draftFor(procedure, { text: 'Mein erster Beitrag.' }) }))
      .data.submitContribution
    const second = (
      await server.ask(SUBMIT, { input: draftFor(procedure, { text: 'Mein zweiter Beitrag.' }) })
    ).data.submitContribution
    const { data } = await server.ask(STATUS, { number: first.number.toLowerCase(), secret: first.secret })
    expect(data.contributionStatus).toMatchObject({
      text: 'Mein erster Beitrag.',
      visibility: 'inReview',
      procedure: { slug: procedure.slug },
    })
    for (const wrong of [
      { number: second.number, secret: first.secret },
      { number: first.number, secret: 'x' },
      { number: 'TST-0000-0000-0', secret: first.secret },
    ]) {
      const { errors } = await server.ask(STATUS, wrong)
      expect(errors![0]!.extensions.code).toBe('NOT_FOUND')
    }
  })

  // @bad-input PRI-04
  it('is not taken from an address', async () => {
    const url = `/graphql?query=${encodeURIComponent(STATUS)}&variables=${encodeURIComponent('{"number":"TST-0000-0000-0","secret":"x"}')}`
    const response = await inject({ method: 'GET', url, headers: { 'apollo-require-preflight': '1' } })
    expect(response.json().errors[0].extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('who may', () => {
  it('AUT-01 AUT-07 shows strangers and other tenants nothing that is not public', async () => {
    const receipt = (await server.ask(SUBMIT, { input: draftFor(procedure) })).data.submitContribution
    const { rows } = await server.owner.query('select id from contribution where number = $1', [
      receipt.number,
    ])
    const id = rows[0].id
    expect((await server.ask(`{ contribution(id: "${id}") { id } }`)).data).toEqual({ contribution: null })
    const other = await makeTenant(server.database)
    const viewer = await makeStaff(server.database, other, ['moderator', 'planner', 'administrator'])
    const cookie = await server.signIn(other.slug, viewer.email, PASSWORD)
    const foreign = await server.ask(
      `{ moderationItem(tenant: "${other.slug}", id: "${id}") { id } staffProcedure(tenant: "${other.slug}", id: "${procedure.id}") { id } }`,
      {},
      { cookie },
    )
    expect(foreign.data).toEqual({ moderationItem: null, staffProcedure: null })
    const climb = await server.ask(
      `{ staffProcedures(tenant: "${tenant.slug}") { nodes { id } } }`,
      {},
      { cookie },
    )
    expect(climb.errors![0]!.extensions.code).toBe('NOT_FOUND')
    const decide = await server.ask(
      `mutation { decideVisibility(tenant: "${other.slug}", input: { contributionId: "${id}", version: 1, decision: publish }) { __typename } }`,
      {},
      { cookie },
    )
    expect(decide.errors![0]!.extensions.code).toBe('NOT_FOUND')
  })

  it('AUT-22 keeps planners’ rights from moderators', async () => {
    const viewer = await makeStaff(server.database, tenant, ['moderator'])
    const cookie = await server.signIn(tenant.slug, viewer.email, PASSWORD)
    const { errors } = await server.ask(
      `mutation { publishProcedure(tenant: "${tenant.slug}", id: "${procedure.id}", version: 1) { __typename } }`,
      {},
      { cookie },
    )
    expect(errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN', why: 'needsPlanner' })
  })

  it('AUT-29 ends with the person, at the next request', async () => {
    const viewer = await makeStaff(server.database, tenant, ['planner'])
    const cookie = await server.signIn(tenant.slug, viewer.email, PASSWORD)
    expect(
      (await server.ask(`{ staffProcedures(tenant: "${tenant.slug}") { nodes { id } } }`, {}, { cookie }))
        .status,
    ).toBe(200)
    await server.owner.query('update person set disabled_at = now() where id = $1', [viewer.personId])
    expect(
      (await server.ask(`{ staffProcedures(tenant: "${tenant.slug}") { nodes { id } } }`, {}, { cookie }))
        .status,
    ).toBe(401)
  })
})

describe('networks', () => {
  it('SES-14 counts a /64 as one, and IPv4 however it is written', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.77')
    const key = (address: string, at = NOW, signingKey = 'one') =>
      networkKey({ ...SECRETS, signingKey }, address, at)
    expect(key('203.0.113.77')).toBe(key('203.0.113.77'))
    expect(key('203.0.113.77')).not.toContain('203')
    expect(key('203.0.113.77')).not.toBe(key('203.0.113.77', new Date('2026-11-24T12:00:00Z')))
    expect(key('203.0.113.77')).not.toBe(key('203.0.113.77', NOW, 'other'))
  })
})
