import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId, ROLES, type Id } from '@mitsprache/terms'
import { makeSchema } from '../src/http/graphql.ts'
import { submitContribution, type Receipt } from '../src/modules/contributions/index.ts'
import { addPerson } from '../src/modules/identity/index.ts'
import { CATALOGUE, classOf } from '../src/platform/database/catalogue.ts'
import { OPERATIONS, TYPES, type TypePolicy } from './field-policies.ts'
import { useServer } from './server.ts'
import {
  draftFor,
  makeCtx,
  makeProcedure,
  makeTenant,
  NOW,
  PASSWORD,
  type TestProcedure,
  type TestTenant,
} from './world.ts'

const server = useServer(() => NOW)
let schema: GraphQLSchema
let types: GraphQLObjectType[]

beforeAll(async () => {
  schema = await makeSchema()
  types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
})

/** The first test tells of it. */
const NOBODY_SAID: TypePolicy = { readers: 'everyone' }

const aboutPeople = (column: string) =>
  ['personal', 'sealed'].includes(classOf(...(column.split('.') as [string, string]))!)

describe('every field of the API', () => {
  it('belongs to a type that somebody may read, and to an operation that somebody may ask', () => {
    const unnamed = types.map((type) => type.name).filter((name) => !TYPES[name])
    expect(unnamed, 'Each wants a line in field-policies.ts').toEqual([])
    expect(Object.keys(TYPES).filter((name) => !types.some((type) => type.name === name))).toEqual([])
    const operations = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
      Object.keys(type.getFields()),
    )
    expect(operations.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted())
  })

  it('that is called like something about a person says from which column it is, or that it is not', () => {
    const names = new Set(
      Object.entries(CATALOGUE).flatMap(([table, { columns = {}, otherwise, erased }]) =>
        Object.keys({
          ...columns,
          ...(otherwise === 'personal' && { ...erased?.always, ...erased?.inDialogues, ...erased?.kept }),
        })
          .filter((column) => aboutPeople(`${table}.${column}`))
          .map((column) =>
            column.replace(/_sealed$/, '').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
          ),
      ),
    )
    // The roots of everything about a person.
    for (const name of ['text', 'title', 'email', 'name', 'authorName', 'geometry'])
      expect(names).toContain(name)
    const unsaid: string[] = []
    for (const type of types) {
      const { readers, about, not } = TYPES[type.name] ?? NOBODY_SAID
      // What everyone reads comes through the public door, which has no column about a person.
      if (readers === 'everyone') continue
      for (const field of Object.keys(type.getFields()))
        if (names.has(field) && !about?.[field] && !not?.includes(field)) unsaid.push(`${type.name}.${field}`)
      for (const field of [...Object.keys(about ?? {}), ...(not ?? [])])
        expect(Object.keys(type.getFields()), type.name).toContain(field)
    }
    expect(unsaid).toEqual([])
  })

  it('about a person is read by those whom the catalogue names, and by nobody else', () => {
    for (const [name, { readers, about }] of Object.entries(TYPES))
      for (const [field, column] of Object.entries(about ?? {})) {
        const table = CATALOGUE[column.split('.')[0]!]!
        expect(aboutPeople(column), `${name}.${field}`).toBe(true)
        if (readers === 'everyone') expect.fail(`${name}.${field}: everyone reads ${column}`)
        else if (readers === 'holder') expect(table.readers, `${name}.${field}`).toContain('bearer')
        else if (readers === 'self') expect(table.readers, `${name}.${field}`).toContain('identity')
        else for (const role of readers) expect(table.roles, `${name}.${field}`).toContain(role)
      }
  })

  it('of a type is offered to nobody whom the type is closed to', () => {
    /** Types that an answer of this type may hold. */
    const reach = (type: unknown, seen = new Set<string>()): Set<string> => {
      const named = getNamedType(type as GraphQLObjectType)
      if (isUnionType(named) || isInterfaceType(named))
        for (const one of schema.getPossibleTypes(named)) reach(one, seen)
      if (!isObjectType(named) || seen.has(named.name)) return seen
      seen.add(named.name)
      for (const field of Object.values(named.getFields())) reach(field.type, seen)
      return seen
    }
    for (const root of [schema.getQueryType()!, schema.getMutationType()!])
      for (const [operation, { type }] of Object.entries(root.getFields())) {
        const askers = OPERATIONS[operation] ?? []
        for (const name of reach(type)) {
          const { readers } = TYPES[name] ?? NOBODY_SAID
          if (readers === 'everyone' || askers === readers) continue
          // Who hands in or signs in gets what is theirs; it is made for them in that moment.
          if (readers === 'holder' || readers === 'self') continue
          expect(Array.isArray(askers), `${operation} → ${name}`).toBe(true)
          for (const role of askers as string[]) expect(readers, `${operation} → ${name}`).toContain(role)
        }
      }
  })
})

describe('asked for in earnest, in every role', () => {
  let tenant: TestTenant
  let procedure: TestProcedure
  let receipt: Receipt
  let contributionId: Id
  const cookies = new Map<string, string>()

  /** Operations with something about a person, or of staff, in their answer; a new one is tried as well. */
  const TRIES: Record<string, () => [query: string, variables: object]> = {
    contributionStatus: () => [
      `query($number: String!, $secret: String!) { answer: contributionStatus(number: $number, secret: $secret) { text } }`,
      {
        number: receipt.number,
        secret: `${receipt.secret.slice(0, -1)}${receipt.secret.endsWith('A') ? 'B' : 'A'}`,
      },
    ],
    account: () => [
      `query($tenant: String!) { answer: account(tenant: $tenant) { sessions { id } } }`,
      { tenant: tenant.slug },
    ],
    auditLog: () => [
      `query($tenant: String!) { answer: auditLog(tenant: $tenant) { nodes { actorName } } }`,
      { tenant: tenant.slug },
    ],
    auditLogChoices: () => [
      `query($tenant: String!) { answer: auditLogChoices(tenant: $tenant) { people { name } } }`,
      { tenant: tenant.slug },
    ],
    invitation: () => [
      `query($secret: String!) { answer: invitation(secret: $secret) { email } }`,
      { secret: 'A'.repeat(43) },
    ],
    pendingSignIn: () => [`query { answer: pendingSignIn { name } }`, {}],
    people: () => [
      `query($tenant: String!) { answer: people(tenant: $tenant) { people { email } } }`,
      { tenant: tenant.slug },
    ],
    resident: () => [
      `query($tenant: String!) { answer: resident(tenant: $tenant) { email } }`,
      { tenant: tenant.slug },
    ],
    ownContributions: () => [
      `query($tenant: String!) { answer: ownContributions(tenant: $tenant) { secret } }`,
      { tenant: tenant.slug },
    ],
    signOnProviders: () => [
      `query($tenant: String!) { answer: signOnProviders(tenant: $tenant) { issuer } }`,
      { tenant: tenant.slug },
    ],
    saveSignOnProvider: () => [
      `mutation($tenant: String!) { answer: saveSignOnProvider(tenant: $tenant, input: { label: "", issuer: "", clientId: "",
         forStaff: true, forResidents: false, showsFactor: false, groupRoles: [], acrLevels: [] }) { __typename } }`,
      { tenant: tenant.slug },
    ],
    staffMapLayers: () => [
      `query($tenant: String!) { answer: staffMapLayers(tenant: $tenant) { hosts } }`,
      { tenant: tenant.slug },
    ],
    tenantSettings: () => [
      `query($tenant: String!) { answer: tenantSettings(tenant: $tenant) { version } }`,
      { tenant: tenant.slug },
    ],
    changeTenantSettings: () => [
      `mutation($tenant: String!) { answer: changeTenantSettings(tenant: $tenant, input: { version: 99, mapZoom: 12 }) { __typename } }`,
      { tenant: tenant.slug },
    ],
    invitePerson: () => [
      `mutation($tenant: String!, $input: InvitePersonInput!) { answer: invitePerson(tenant: $tenant, input: $input) { ... on PersonInvited { link } } }`,
      { tenant: tenant.slug, input: { name: 'Neu', email: 'neu@b.example', roles: ['planner'] } },
    ],
    messages: () => [
      `query($tenant: String!) { answer: messages(tenant: $tenant) { waiting } }`,
      { tenant: tenant.slug },
    ],
    messageTemplates: () => [
      `query($tenant: String!) { answer: messageTemplates(tenant: $tenant) { kind } }`,
      { tenant: tenant.slug },
    ],
    keptMail: () => [
      `query($tenant: String!, $id: ID!) { answer: keptMail(tenant: $tenant, id: $id) { text } }`,
      { tenant: tenant.slug, id: contributionId },
    ],
    mailLink: () => [
      `query($tenant: String!, $token: String!) { answer: mailLink(tenant: $tenant, kind: stop, token: $token) { stopped } }`,
      { tenant: tenant.slug, token: 'A'.repeat(43) },
    ],
    resetMessageTemplate: () => [
      `mutation($tenant: String!) { answer: resetMessageTemplate(tenant: $tenant, kind: "receiptCopy", language: de) { templates { kind } } }`,
      { tenant: tenant.slug },
    ],
    moderationItem: () => [
      `query($tenant: String!, $id: ID!) { answer: moderationItem(tenant: $tenant, id: $id) { text authorName } }`,
      { tenant: tenant.slug, id: contributionId },
    ],
    moderationQueue: () => [
      `query($tenant: String!) { answer: moderationQueue(tenant: $tenant) { nodes { text authorName } } }`,
      { tenant: tenant.slug },
    ],
    staffProcedure: () => [
      `query($tenant: String!, $id: ID!) { answer: staffProcedure(tenant: $tenant, id: $id) { id } }`,
      { tenant: tenant.slug, id: procedure.id },
    ],
    staffPlan: () => [
      `query($tenant: String!, $id: ID!) { answer: staffPlan(tenant: $tenant, procedureId: $id) { parts { id } } }`,
      { tenant: tenant.slug, id: procedure.id },
    ],
    staffProcedures: () => [
      `query($tenant: String!) { answer: staffProcedures(tenant: $tenant) { nodes { id } } }`,
      { tenant: tenant.slug },
    ],
    streets: () => [
      `query($tenant: String!) { answer: streets(tenant: $tenant, search: "Mozart") { __typename } }`,
      { tenant: tenant.slug },
    ],
    viewer: () => [
      `query($tenant: String!) { answer: viewer(tenant: $tenant) { email } }`,
      { tenant: tenant.slug },
    ],
    decideVisibility: () => [
      `mutation($tenant: String!, $input: DecideVisibilityInput!) { answer: decideVisibility(tenant: $tenant, input: $input) { __typename ... on AlreadyDecided { item { text } } } }`,
      { tenant: tenant.slug, input: { contributionId, version: 99, decision: 'publish' } },
    ],
    requestExport: () => [
      `mutation($tenant: String!, $id: ID!) { answer: requestExport(tenant: $tenant, procedureId: $id, format: csv) { __typename ... on ExportReady { url } } }`,
      { tenant: tenant.slug, id: procedure.id },
    ],
  }

  beforeAll(async () => {
    tenant = await makeTenant(server.database)
    const foreign = await makeTenant(server.database)
    procedure = await makeProcedure(server.database, tenant)
    receipt = (await submitContribution(
      makeCtx(server.database),
      draftFor(procedure, {
        audience: 'publicWithName',
        person: { name: 'Nora Beispiel', email: 'n@b.example' },
      }),
    )) as Receipt
    const { rows } = await server.owner.query<{ id: Id }>('select id from contribution where number = $1', [
      receipt.number,
    ])
    contributionId = rows[0]!.id
    cookies.set('nobody', '')
    for (const [who, where, role] of [
      ...ROLES.map((one) => [one, tenant, one] as const),
      ['foreign', foreign, 'administrator'] as const,
    ]) {
      const email = `${newId()}@stadt.example`
      await addPerson(server.database, {
        name: 'Erika Amt',
        email,
        password: PASSWORD,
        memberships: [{ tenantId: where.id, role }],
      })
      cookies.set(who, await server.signIn(where.slug, email, PASSWORD))
    }
  })

  it('tries every question that is not everyone’s', () => {
    const queries = Object.keys(schema.getQueryType()!.getFields()).filter(
      (name) => OPERATIONS[name] !== 'everyone',
    )
    expect(queries.filter((name) => !TRIES[name])).toEqual([])
  })

  it.each(Object.keys(TRIES))('%s answers those who may, and nobody else', async (operation) => {
    const got: string[] = []
    for (const [who, cookie] of cookies) {
      const { data, errors } = await server.ask(...TRIES[operation]!(), { cookie })
      const answer = data?.answer as { nodes?: unknown[] } | null | undefined
      if (!errors && answer && answer.nodes?.length !== 0) got.push(who)
    }
    const may = OPERATIONS[operation]!
    const wanted = may === 'self' ? ROLES : may === 'holder' ? [] : may
    expect(got.toSorted()).toEqual([...wanted].toSorted())
  })

  it('opens a contribution to the holder of its secret', async () => {
    const { data } = await server.ask(TRIES.contributionStatus!()[0], {
      number: receipt.number,
      secret: receipt.secret,
    })
    expect(data.answer.text).toContain('Mozartstraße')
  })
})
