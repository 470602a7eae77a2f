import 'reflect-metadata'
import { readdirSync, readFileSync } from 'node:fs'
import {
  concatAST,
  execute,
  parse,
  print,
  separateOperations,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../../test/database.ts'
import { draftFor, makeCtx, makeProcedure, makeStaff, makeTenant } from '../../test/world.ts'
import { compile, listedOperations } from './allow-list.ts'
import { measure } from './graphql-limits.ts'
import { makeSchema } from './graphql.ts'

const test = useDatabase()
let schema: GraphQLSchema

beforeAll(async () => {
  schema = await makeSchema()
})

/** The same operation by graphql-js and by its compiled form. */
async function both(
  document: string,
  variables: Record<string, unknown>,
  viewer: Parameters<typeof makeCtx>[1] = null,
) {
  const parsed = parse(document)
  expect(validate(schema, parsed)).toEqual([])
  const compiled = compile(schema, parsed)
  expect(compiled, 'it compiles').not.toBeNull()
  const plain = await execute({
    schema,
    document: parsed,
    variableValues: variables,
    contextValue: makeCtx(test.database, viewer),
  })
  const quick = await compiled!.run(makeCtx(test.database, viewer), variables)
  const tidy = (result: unknown) =>
    JSON.parse(JSON.stringify(result)) as { data?: unknown; errors?: { message: string; path?: unknown }[] }
  return { plain: tidy(plain), quick: tidy(quick) }
}

const withoutPlaces = (result: { data?: unknown; errors?: { message: string; path?: unknown }[] }) => ({
  data: result.data,
  errors: result.errors?.map(({ message, path }) => ({ message, path })),
})

/** The operations of our own web app, each with the fragments it spreads. */
function operationsOfTheWeb(): { name: string; document: DocumentNode }[] {
  const web = new URL('../../../web/src/', import.meta.url)
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.graphql'),
  )
  const all = concatAST(files.map((file) => parse(readFileSync(new URL(file, web), 'utf8'))))
  return Object.entries(separateOperations(all)).map(([name, document]) => ({ name, document }))
}

describe('the operations of our own web app', () => {
  it.each(operationsOfTheWeb())('$name fits the schema and its limits, and compiles', ({ document }) => {
    expect(validate(schema, document)).toEqual([])
    expect(measure(document)).toEqual([])
    expect(listedOperations(schema, new Map([['hash', print(document)]]))('hash')).not.toBeNull()
  })
})

describe('what may be kept for the next one who asks', () => {
  it('is what we read of it: of our own operations these, and no others', () => {
    const same = operationsOfTheWeb()
      .filter(({ document }) => compile(schema, document)!.sameForEveryone)
      .map(({ name }) => name)
    expect(same.sort()).toMatchInlineSnapshot(`
      [
        "Contribution",
        "ContributionPlan",
        "ContributionProcedure",
        "Contributions",
        "DocumentPage",
        "EveryProcedure",
        "Home",
        "MapLayers",
        "PlaceAt",
        "Places",
        "ProcedurePage",
        "Start",
        "Templates",
        "Tenant",
        "TenantPages",
      ]
    `)
  })

  it('is never a mutation, and never asks for who is signed in or brings a secret', () => {
    for (const document of [
      'mutation { signOut }',
      'query { viewer(tenant: "x") { name } }',
      'query { tenants { id } viewer(tenant: "x") { name } }',
      'query { contributionStatus(number: "x", secret: "y") { number } }',
      'query { staffProcedures(tenant: "x") { nodes { id } } }',
      'query { ...f } fragment f on Query { viewer(tenant: "x") { name } }',
    ])
      expect(compile(schema, parse(document))!.sameForEveryone, document).toBe(false)
    expect(compile(schema, parse('{ tenants { id } }'))!.sameForEveryone).toBe(true)
  })
})

describe('compiled operations answer like graphql-js', () => {
  it('in data, lists and nulls', async () => {
    const tenant = await makeTenant(test.database)
    await makeProcedure(test.database, tenant)
    const { plain, quick } = await both(
      `query($tenant: String!) { tenant(slug: $tenant) { name { de en } mapCenter } procedures(tenant: $tenant) { nodes { title { de hsb } number territory round { endsOn state } categories { label { de } } } endCursor hasNext } contribution(id: "none") { id } }`,
      { tenant: tenant.slug },
    )
    expect(quick).toEqual(plain)
    expect((plain.data as { procedures: { nodes: unknown[] } }).procedures.nodes).toHaveLength(1)
  })

  it('in unions and interfaces', async () => {
    const tenant = await makeTenant(test.database)
    const procedure = await makeProcedure(test.database, tenant)
    const submit = `mutation($input: SubmitContributionInput!) { submitContribution(input: $input) { __typename ... on SubmissionReceipt { number late visibility } ... on Refusal { code facts { name } } ... on InputRefused { fields { field problem limit } } } }`
    const input = draftFor(procedure)
    const good = await both(submit, { input })
    expect(good.quick).toEqual(good.plain)
    expect(good.plain).toMatchObject({ data: { submitContribution: { __typename: 'SubmissionReceipt' } } })
    const bad = await both(submit, { input: { ...draftFor(procedure), text: '' } })
    expect(bad.quick).toEqual(bad.plain)
    expect(bad.plain).toMatchObject({
      data: { submitContribution: { __typename: 'InputRefused', code: 'InputRefused' } },
    })
  })

  it('in errors, and where a null climbs', async () => {
    const denied = await both(`query { staffProcedures(tenant: "x") { nodes { id } } tenants { id } }`, {})
    expect(withoutPlaces(denied.quick)).toEqual(withoutPlaces(denied.plain))
    expect(denied.plain.data).toBeNull()
    const nullable = await both(`query { staffProcedure(tenant: "x", id: "y") { id } tenants { slug } }`, {})
    expect(withoutPlaces(nullable.quick)).toEqual(withoutPlaces(nullable.plain))
    expect(nullable.plain).toMatchObject({
      data: { staffProcedure: null },
      errors: [{ path: ['staffProcedure'] }],
    })
  })

  it('in what it refuses of variables', async () => {
    for (const variables of [
      {},
      { first: 'x', id: 'y' },
      { first: 99999999999, id: 'y' },
      { first: null, id: null },
    ]) {
      const { plain, quick } = await both(
        `query($id: ID!, $first: Int! = 3) { contributions(procedureId: $id, first: $first) { nodes { id } } }`,
        variables,
      )
      expect(Boolean(quick.errors), JSON.stringify(variables)).toBe(Boolean(plain.errors))
      expect(plain.errors).toBeTruthy()
    }
  })

  it('for staff, with enums and scalars of ours', async () => {
    const tenant = await makeTenant(test.database)
    await makeProcedure(test.database, tenant, { published: false })
    const viewer = await makeStaff(test.database, tenant, ['planner', 'moderator'])
    const { plain, quick } = await both(
      `query($tenant: String!) { staffProcedures(tenant: $tenant) { nodes { kind publicationMode startsOn publishedAt receivedPerDay missing viewerMayEdit { may why } viewerMayPublish { may why } } } moderationQueue(tenant: $tenant) { nodes { id } openCount } }`,
      { tenant: tenant.slug },
      viewer,
    )
    expect(quick).toEqual(plain)
    expect(plain.errors).toBeUndefined()
  })

  it('and strangers’ documents are not compiled', () => {
    expect(listedOperations(schema, new Map([['known', '{ __typename }']]))('a'.repeat(64))).toBeNull()
  })
})
