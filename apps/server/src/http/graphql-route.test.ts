import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { HEADERS, useServer } from '../../test/server.ts'
import {
  draftFor,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  PASSWORD,
  type TestProcedure,
  type TestTenant,
} from '../../test/world.ts'

const DOCUMENTS = {
  page: `query($id: ID!, $first: Int) { contributions(procedureId: $id, first: $first) { nodes { id text category { key } geometry publishedAt } endCursor hasNext } }`,
  one: `query($id: ID!) { contribution(id: $id) { id } tenants { slug name { de en } mapCenter } }`,
  staff: `query($tenant: String!) { staffProcedures(tenant: $tenant) { nodes { id version } } tenants { slug } }`,
  nullable: `query($tenant: String!) { staffProcedure(tenant: $tenant, id: "x") { id } tenants { slug } }`,
  viewer: `query($tenant: String!) { viewer(tenant: $tenant) { name roles } }`,
  submit: `mutation($input: SubmitContributionInput!) { submitContribution(input: $input) { __typename ... on SubmissionReceipt { late visibility } ... on InputRefused { fields { field problem } } } }`,
  publish: `mutation($tenant: String!, $id: ID!) { publishProcedure(tenant: $tenant, id: $id, version: 1) { __typename } }`,
  named: `query Named { tenants { slug } }`,
}
type Name = keyof typeof DOCUMENTS

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const operationsFile = join(mkdtempSync(join(tmpdir(), 'mitsprache-operations-')), 'operations.json')
writeFileSync(
  operationsFile,
  JSON.stringify(Object.fromEntries(Object.values(DOCUMENTS).map((text) => [hashOf(text), text]))),
)

const server = useServer(() => NOW, { operationsFile })
let tenant: TestTenant
let procedure: TestProcedure
let cookie: string

beforeAll(async () => {
  tenant = await makeTenant(server.database)
  procedure = await makeProcedure(server.database, tenant, { publicationMode: 'atOnce' })
  const planner = await makeStaff(server.database, tenant, ['moderator'])
  cookie = await server.signIn(tenant.slug, planner.email, PASSWORD)
  await server.ask(DOCUMENTS.submit, {
    input: draftFor(procedure, {
      categoryId: procedure.categoryId,
      place: { kind: 'point', geometry: { type: 'Point', coordinates: [12.905, 50.825] } },
    }),
  })
})

const extensionsOf = (name: Name) => ({
  persistedQuery: { version: 1, sha256Hash: hashOf(DOCUMENTS[name]) },
})

const post = (payload: object, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: '/graphql', headers: { ...HEADERS, ...headers }, payload })

const get = (query: Record<string, string>, headers: Record<string, string> = {}) =>
  server.app.inject({
    url: `/graphql?${new URLSearchParams(query).toString()}`,
    headers: { host: HEADERS.host, 'apollo-require-preflight': '1', ...headers },
  })

const byHash = (name: Name, variables: unknown, headers = {}) =>
  post({ variables, extensions: extensionsOf(name) }, headers)

const byHashGet = (name: Name, variables: object, headers = {}) =>
  get({ variables: JSON.stringify(variables), extensions: JSON.stringify(extensionsOf(name)) }, headers)

type Reply = Awaited<ReturnType<typeof post>>

/** Everything of an answer but what names the request. */
function told(reply: Reply) {
  const body = reply.json<{ errors?: { extensions: { requestId?: string } }[] }>()
  for (const error of body.errors ?? []) {
    expect(error.extensions.requestId).toBeTruthy()
    delete error.extensions.requestId
  }
  return {
    status: reply.statusCode,
    type: reply.headers['content-type'],
    retry: reply.headers['retry-after'],
    body,
  }
}

describe('an operation by its hash, run in its compiled form, answers as its text does through Apollo', () => {
  const MISSING = '01980000-0000-7000-8000-000000000000'
  it.each<[string, Name, () => unknown, (() => Record<string, string>)?]>([
    ['data', 'page', () => ({ id: procedure.id, first: 5 })],
    ['defaults', 'page', () => ({ id: procedure.id })],
    ['nulls', 'one', () => ({ id: MISSING })],
    ['a variable that is missing', 'page', () => ({})],
    ['no variables at all', 'page', () => undefined],
    ['a variable of another type', 'page', () => ({ id: procedure.id, first: 'x' })],
    ['a number that is too large', 'page', () => ({ id: procedure.id, first: 99_999_999_999 })],
    ['what a resolver refuses of its input', 'page', () => ({ id: procedure.id, first: 1000 })],
    ['somebody who is not signed in', 'staff', () => ({ tenant: tenant.slug })],
    ['an error beside data', 'nullable', () => ({ tenant: tenant.slug })],
    ['nobody', 'viewer', () => ({ tenant: tenant.slug })],
    ['somebody signed in', 'viewer', () => ({ tenant: tenant.slug }), () => ({ cookie })],
    ['what staff see', 'staff', () => ({ tenant: tenant.slug }), () => ({ cookie })],
    [
      'a right that is missing',
      'publish',
      () => ({ tenant: tenant.slug, id: procedure.id }),
      () => ({ cookie }),
    ],
    ['a tenant of others', 'staff', () => ({ tenant: 'nobody' }), () => ({ cookie })],
    ['a submission', 'submit', () => ({ input: draftFor(procedure) })],
    ['a refusal', 'submit', () => ({ input: draftFor(procedure, { text: '' }) })],
    ['a field nobody knows', 'submit', () => ({ input: { ...draftFor(procedure), visibility: 'x' } })],
    [
      'an input that is too long',
      'submit',
      () => ({ input: draftFor(procedure, { person: { name: 'x'.repeat(3000) } }) }),
    ],
    ['another language', 'staff', () => ({ tenant: 'x' }), () => ({ 'accept-language': 'en' })],
    ['another media type', 'named', () => ({}), () => ({ accept: 'application/graphql-response+json' })],
    [
      'either media type',
      'named',
      () => ({}),
      () => ({ accept: 'application/graphql-response+json, application/json;q=0.9' }),
    ],
    ['no media type of ours', 'named', () => ({}), () => ({ accept: 'text/turtle' })],
  ])('in %s', async (_, name, variablesOf, headersOf) => {
    const variables = variablesOf()
    const headers = headersOf?.() ?? {}
    const quick = told(await byHash(name, variables, headers))
    const slow = told(await post({ query: DOCUMENTS[name], variables }, headers))
    expect(quick).toEqual(slow)
    if (DOCUMENTS[name].startsWith('query') && variables && headers.accept !== 'text/turtle')
      expect(told(await byHashGet(name, variables, headers))).toEqual(slow)
  })

  it('in a fault, and while the database is away', async () => {
    await server.owner.query('alter table published_contribution rename to gone')
    try {
      const slow = told(await post({ query: DOCUMENTS.page, variables: { id: procedure.id, first: 7 } }))
      expect(slow.body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
      expect(told(await byHash('page', { id: procedure.id, first: 7 }))).toEqual(slow)
      expect(told(await byHashGet('page', { id: procedure.id, first: 7 }))).toEqual(slow)
    } finally {
      await server.owner.query('alter table gone rename to published_contribution')
    }
    const read = server.database.read
    server.database.read = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
    try {
      const slow = told(await post({ query: DOCUMENTS.page, variables: { id: procedure.id, first: 8 } }))
      expect(slow).toMatchObject({ status: 503, retry: '5' })
      expect(told(await byHash('page', { id: procedure.id, first: 8 }))).toEqual(slow)
      expect(told(await byHashGet('page', { id: procedure.id, first: 8 }))).toEqual(slow)
      const known = { cookie: `__Host-mitsprache=${'a'.repeat(43)}` }
      expect((await byHash('viewer', { tenant: 'x' }, known)).statusCode).toBe(503)
      expect((await post({ query: '{ __typename }' }, known)).statusCode).toBe(503)
    } finally {
      server.database.read = read
    }
  })
})

describe('what is unusual in any way', () => {
  const hash = JSON.stringify(extensionsOf('named'))
  it.each<[string, number, () => Promise<Reply>]>([
    [
      'a hash nobody knows',
      200,
      () => post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
    ],
    [
      'another version of hashes',
      400,
      () => post({ extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } }),
    ],
    [
      'a text that is not of its hash',
      400,
      () => post({ query: '{__typename}', extensions: extensionsOf('named') }),
    ],
    [
      'a name the operation does not have',
      400,
      () => post({ operationName: 'Other', extensions: extensionsOf('named') }),
    ],
    ['its own name', 200, () => post({ operationName: 'Named', extensions: extensionsOf('named') })],
    ['variables that are no object', 400, () => post({ variables: [1], extensions: extensionsOf('named') })],
    ['variables as text', 400, () => post({ variables: '{}', extensions: extensionsOf('named') })],
    ['a mutation in an address', 405, () => get({ extensions: JSON.stringify(extensionsOf('submit')) })],
    ['broken JSON in an address', 400, () => get({ extensions: '{' })],
    [
      'an address a form could send',
      400,
      () => get({ extensions: hash }, { 'apollo-require-preflight': '' }),
    ],
    ['an address with a body’s type', 415, () => get({ extensions: hash }, { 'content-type': 'text/plain' })],
    [
      'something said twice',
      400,
      () =>
        server.app.inject({
          url: `/graphql?extensions=${hash}&extensions=${hash}`,
          headers: { host: HEADERS.host, 'apollo-require-preflight': '1' },
        }),
    ],
  ])('%s is answered %i', async (_, status, ask) => {
    expect((await ask()).statusCode).toBe(status)
  })

  it('tells its methods, and knows no others', async () => {
    const options = await server.app.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { host: HEADERS.host },
    })
    expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, POST, OPTIONS'])
    expect(options.headers['access-control-allow-origin']).toBeUndefined()
    const head = await server.app.inject({
      method: 'HEAD',
      url: '/graphql',
      headers: { host: HEADERS.host, 'apollo-require-preflight': '1' },
    })
    expect([head.statusCode, head.body]).toEqual([405, ''])
    expect(
      (await server.app.inject({ method: 'DELETE', url: '/graphql', headers: { host: HEADERS.host } }))
        .statusCode,
    ).toBe(404)
  })
})
