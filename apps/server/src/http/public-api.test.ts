import { readFileSync } from 'node:fs'
import {
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { makePublicSchema } from '../modules/open-data/index.ts'
import { classOf } from '../platform/database/catalogue.ts'
import type { Read } from '../platform/database/read.ts'
import { fillSampleTown } from '../sample-town/fill-sample-town.ts'
import { HEADERS, useServer } from '../../test/server.ts'
import { NOW, SECRETS } from '../../test/world.ts'

const URL_OF_API = '/open-data/graphql'
const ELSEWHERE = 'https://elsewhere.example'
const root = new URL('../../../../', import.meta.url)
const schema = makePublicSchema()

let now = NOW.getTime()
const clock = () => new Date(now)
const server = useServer(clock)
const known = { tenant: 'quellstedt', slug: '', procedureId: '', contributionId: '' }

beforeAll(async () => {
  const { database, files } = server
  await fillSampleTown({ database, secrets: SECRETS, store: files.store, clock })
  const { rows } = await server.owner.query(
    `select p.slug, c.procedure_id, c.id from published_contribution c join published_procedure p on p.id = c.procedure_id
     where jsonb_array_length(p.plan_parts) > 0 order by c.published_at limit 1`,
  )
  Object.assign(known, { slug: rows[0].slug, procedureId: rows[0].procedure_id, contributionId: rows[0].id })
}, 120_000)

const post = (payload: object, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: URL_OF_API, headers: { ...HEADERS, ...headers }, payload })
const get = (query: string, headers: Record<string, string> = {}, variables = {}) =>
  server.app.inject({
    url: `${URL_OF_API}?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`,
    headers: { host: HEADERS.host, ...headers },
  })

const types = () => Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type))

describe('the public schema', () => {
  it('describes every type, field, argument and word', () => {
    const silent: string[] = []
    const look = (name: string, { description }: { description?: string | null }) =>
      description?.trim().match(/\.$/) || silent.push(name)
    for (const type of types()) {
      if (isScalarType(type) && ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue
      look(type.name, type)
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value)
      if (!isObjectType(type)) continue
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field)
        for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg)
      }
    }
    expect(silent).toEqual([])
    expect(types().length).toBeGreaterThan(25)
  })

  // @bad-input AUT-35 PRI-07
  it('changes nothing, knows nobody, and nothing of who works there', () => {
    expect(schema.getMutationType()).toBeUndefined()
    expect(schema.getSubscriptionType()).toBeUndefined()
    const fields = types().flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
    const mails = ['Tenant.contactEmail', 'Tenant.contactPhone', 'Tenant.contactAddress']
    expect(
      fields.filter((name) =>
        /viewer|staff|person|author|mail|phone|address|secret|version|late|audience/i.test(name),
      ),
    ).toEqual(mails.filter((name) => fields.includes(name)))
    expect(types().filter(({ name }) => /Staff|Viewer|Moderation|Input$|Refus/.test(name))).toEqual([])
  })

  it('is printed where people look it up', () => {
    const printed = readFileSync(new URL('packages/schema/public.graphql', root), 'utf8')
    expect(printed.trimEnd(), 'run `npm run schema`').toBe(
      printSchema(lexicographicSortSchema(schema)).trimEnd(),
    )
  })
})

describe('docs/public-api.md', () => {
  const page = readFileSync(new URL('docs/public-api.md', root), 'utf8')
  const examples = [...page.matchAll(/^```graphql\n([\s\S]*?)^```/gm)].map(([, text]) => text!)
  const commands = [...page.matchAll(/^```sh elsewhere\n(curl [\s\S]*?)^```/gm)].map(([, text]) => text!)

  it('has examples', () => expect([examples.length, commands.length]).toEqual([4, 2]))

  it.each(examples)('gives an answer for %s', async (query) => {
    for (const response of [await post({ query, variables: known }), await get(query, {}, known)]) {
      const { data, errors } = response.json()
      expect(errors).toBeUndefined()
      for (const [field, value] of Object.entries<{ nodes?: unknown[] } & unknown[]>(data))
        expect((value.nodes ?? value).length, field).toBeGreaterThan(0)
    }
  })

  it.each(commands)('asks what is answered: %s', async (command) => {
    const inAddress = /--data-urlencode 'query=(.*)'/.exec(command)
    const inBody = / -d '(.*)'/.exec(command)
    const response = inAddress ? await get(inAddress[1]!) : await post(JSON.parse(inBody![1]!))
    expect(command).toContain(`http://127.0.0.1:4000${URL_OF_API}`)
    expect(response.json().errors).toBeUndefined()
    expect(JSON.stringify(response.json().data)).toMatch(/quellstedt|Quellstedt|nodes":\[\{/)
  })

  it('gives whole addresses that lead somewhere', async () => {
    const { data } = (
      await post({
        query: `query($tenant: String!, $slug: String!) { procedure(tenant: $tenant, slug: $slug) { url planUrl documents { url } } }`,
        variables: known,
      })
    ).json()
    const { url, planUrl, documents } = data.procedure
    expect(url).toBe(`http://127.0.0.1:4000/t/${known.tenant}/p/${known.slug}`)
    for (const address of [planUrl, ...documents.slice(0, 2).map((one: { url: string }) => one.url)]) {
      const { pathname, search, origin } = new URL(address)
      expect(origin).toBe('http://127.0.0.1:4000')
      const response = await server.app.inject({ url: pathname + search, headers: { host: HEADERS.host } })
      expect(response.statusCode, address).toBe(200)
    }
  })
})

/** Everything a type tells, and everything behind it. */
function everything(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const named = getNamedType(field.type)
    return isObjectType(named) ? `${field.name} ${everything(named)}` : field.name
  })
  return `{ ${fields.join(' ')} }`
}

describe('every question of the public schema', () => {
  const ARGS: Record<string, string> = {
    tenant: '(slug: "quellstedt")',
    procedures: '(tenant: "quellstedt", first: 5)',
    procedure: '(tenant: "quellstedt", slug: $slug)',
    procedureById: '(id: $procedureId)',
    planParts: '(procedureId: $procedureId)',
    contributions: '(procedureId: $procedureId, first: 5)',
    contribution: '(id: $contributionId)',
    places: '(procedureId: $procedureId, search: "Straße")',
  }
  const wrapped = (type: GraphQLOutputType): GraphQLOutputType => (isNonNullType(type) ? type.ofType : type)

  it.each(Object.values(schema.getQueryType()!.getFields()).map((field) => [field.name, field] as const))(
    '%s goes through the public door alone, and brings columns of class public',
    async (name, field) => {
      const read = vi.spyOn(server.database, 'read')
      const others = (['transaction', 'connect', 'batch', 'call'] as const).map((way) =>
        vi.spyOn(server.database, way),
      )
      const args = ARGS[name] ?? ''
      const variables = [...args.matchAll(/\$(\w+)/g)].map(
        ([, one]) => `$${one}: ${one === 'slug' ? 'String' : 'ID'}!`,
      )
      const query = `query${variables.length ? `(${variables.join(', ')})` : ''} { ${name}${args} ${everything(getNamedType(field.type) as GraphQLObjectType)} }`
      const { data, errors } = (await post({ query, variables: known })).json()
      const asked = [...read.mock.calls] as unknown as [Read<unknown, unknown[]>, ...unknown[]][]
      for (const spy of [read, ...others]) spy.mockRestore()

      expect(errors).toBeUndefined()
      expect(data[name]).toBeTruthy()
      if (isListType(wrapped(field.type))) expect(data[name].length).toBeGreaterThan(0)
      for (const spy of others) expect(spy).not.toHaveBeenCalled()
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.length).toBeLessThanOrEqual(4)
      for (const [{ door, text, name: readName }, ...params] of asked) {
        expect([readName, door]).toEqual([readName, 'public'])
        const { fields } = await server.owner.query({ text, values: params })
        for (const { tableID, columnID, name: column } of fields) {
          // What is computed has no column; it can only come of what the door may read (test/doors.test.ts).
          if (!tableID) continue
          const { rows } = await server.owner.query(
            'select attrelid::regclass::text as table, attname as column from pg_attribute where attrelid = $1 and attnum = $2',
            [tableID, columnID],
          )
          expect([column, classOf(rows[0].table, rows[0].column)]).toEqual([column, 'public'])
        }
      }
    },
  )
})

describe('/open-data/graphql', () => {
  const TENANTS = '{ tenants { slug } }'

  it('is read by pages of any origin, without cookies', async () => {
    for (const response of [
      await get(TENANTS, { origin: ELSEWHERE }),
      await post({ query: TENANTS }, { origin: ELSEWHERE }),
      await post({ query: '{ nonsense }' }, { origin: ELSEWHERE }),
    ]) {
      expect(response.headers['access-control-allow-origin']).toBe('*')
      expect(response.headers['access-control-allow-credentials']).toBeUndefined()
      expect(response.headers['set-cookie']).toBeUndefined()
      expect(response.headers['cross-origin-resource-policy']).toBe('cross-origin')
    }
    const asked = await server.app.inject({
      method: 'OPTIONS',
      url: URL_OF_API,
      headers: { host: HEADERS.host, origin: ELSEWHERE, 'access-control-request-method': 'POST' },
    })
    expect(asked.statusCode).toBe(204)
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'content-type, accept',
      allow: 'GET, POST, OPTIONS',
    })
  })

  it('takes a session for nothing', async () => {
    const read = vi.spyOn(server.database, 'read')
    const cookie = `__Host-mitsprache=${'a'.repeat(43)}`
    const response = await get('{ tenants { slug mapCenter } }', { cookie })
    expect(read.mock.calls.map(([one]) => one.door)).not.toContain('identity')
    read.mockRestore()
    expect(response.headers['cache-control']).toBe('public, max-age=0, s-maxage=1')
    expect(response.headers.vary).toBe('accept, accept-encoding')
  })

  it('keeps answers to what stands in an address, and only those without errors', async () => {
    const first = await get(TENANTS)
    expect(first.headers.etag).toMatch(/^W\/"/)
    const again = await get(TENANTS, { 'if-none-match': String(first.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const read = vi.spyOn(server.database, 'read')
    await get(TENANTS)
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
    for (const response of [
      await post({ query: TENANTS }),
      await get('{ nonsense }'),
      await get('{ contributions(procedureId: "x", first: 500) { hasNext } }'),
    ])
      expect(response.headers).toMatchObject({ 'cache-control': 'no-store' })
  })

  it('tells its schema, all of it at once', async () => {
    const { data, errors } = (await post({ query: getIntrospectionQuery() })).json()
    expect(errors).toBeUndefined()
    expect(data.__schema.types.length).toBeGreaterThan(25)
  })

  it.each([
    [
      'a field that is not there',
      { query: '{ tenants { receiptPrefix } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a field of our own pages',
      { query: '{ viewer(tenant: "quellstedt") { name } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the name of an author',
      { query: '{ contribution(id: "x") { authorName } }' },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a mutation', { query: 'mutation { signOut }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', { query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'too many aliases',
      { query: `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: tenants { id }`).join(' ')} }` },
      400,
      'TOO_COMPLEX',
    ],
    [
      'too many rows',
      {
        query:
          '{ procedures(tenant: "x", first: 100) { nodes { documents { url } categories { label { de } } timeline { when { de } } offlineWays { text { de } } title { de } summary { de } openQuestions { de } decided { de } round { id state } } } a: procedures(tenant: "x", first: 100) { nodes { id } } }',
      },
      200,
      null,
    ],
    [
      'too large a page',
      { query: '{ procedures(tenant: "x", first: 101) { hasNext } }' },
      200,
      'BAD_USER_INPUT',
    ],
    ['a hash', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }, 200, null],
    ['no question', { variables: {} }, 400, 'BAD_REQUEST'],
  ])('answers %s as it should, without a hint', async (_, payload, status, code) => {
    const response = await post(payload)
    const { errors } = response.json()
    expect(response.statusCode, response.body).toBe(status)
    if (code) expect(errors[0].extensions).toEqual({ code, requestId: expect.any(String) })
    expect(response.body).not.toMatch(/Did you mean|select |at .*\.ts/i)
  })

  it('shows what a moderator decides, from the next look on', async () => {
    const query = `{ contribution(id: "${known.contributionId}") { id } }`
    const shown = await get(query)
    expect(shown.json().data.contribution).not.toBeNull()
    const { rows } = await server.owner.query(
      'select tenant_id, version from contribution_case where contribution_id = $1',
      [known.contributionId],
    )
    const signedIn = await server.ask(
      `mutation { signInAsSample(tenant: "quellstedt", role: moderator) { __typename } }`,
    )
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!
    await server.ask(
      `mutation($input: DecideVisibilityInput!) { decideVisibility(tenant: "quellstedt", input: $input) { __typename } }`,
      {
        input: {
          contributionId: known.contributionId,
          version: rows[0].version,
          decision: 'withhold',
          reason: 'other',
        },
      },
      { cookie },
    )
    expect((await get(query)).json()).toEqual({ data: { contribution: null } })
  })

  it('is away when the database is', async () => {
    const { read } = server.database
    server.database.read = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
    try {
      now += 5_000
      const response = await get(TENANTS)
      expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5'])
    } finally {
      server.database.read = read
    }
  })
})
