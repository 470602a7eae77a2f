import { newId } from '@mitsprache/terms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMapService, type MapService } from '../src/modules/map/layers/map-service.testing.ts'
import { OPERATIONS } from './field-policies.ts'
import type { Who } from './permissions/people.ts'
import { ask, cookieOf } from './permissions/town.ts'
import { HEADERS, useServer, type Answer } from './server.ts'
import { everyId, foreignIds, kindOf } from './two-tenants/foreign-ids.ts'
import { hiddenIds, ROUTES, routesOf } from './two-tenants/routes.ts'
import { isIdType, spotsOf, withValue, type Spot, type Variables } from './two-tenants/spots.ts'
import { ACTS, askerOf, fingerprint, makeTowns, orderly, theirOwn, type Towns } from './two-tenants/towns.ts'
import { NOW } from './world.ts'

// @bad-input AUT-07 AUT-08 AUT-19 AUT-31: the whole API, not these operations alone.

const server = useServer(() => NOW, { layerLoopback: true })
let service: MapService
let towns: Towns
let theirIds: Set<string>

beforeAll(async () => {
  service = await startMapService()
  towns = await makeTowns(server, service.url)
  theirIds = await everyId(towns.theirs)
}, 180_000)
afterAll(() => service?.close())

const ATTACKERS = ['administrator', 'planner', 'moderator', 'auditor', 'resident'] as const
const NOWHERE = 'gibt-es-nicht'

/** Secrets and numbers, which open what they belong to, and nothing together with something of another tenant. */
const SECRETS: Record<string, () => string> = {
  number: () => 'TST-2222-2222-2',
  secret: () => 'A'.repeat(43),
  token: () => `${newId()}${newId()}`,
}
/** Whoever holds the secret may, wherever they work; there is nothing beside it that could belong to somebody else. */
const OPENED_BY_SECRET_ALONE = ['enterByLink', 'invitation', 'stopAddressChange']
/** Where a foreign id is taken like any other text. */
const NO_ID_OF_OURS: Record<string, string> = {
  'submitContribution input.idempotencyKey': 'made in the browser; counts within a procedure only',
  'beginContributionUpload input.idempotencyKey': 'the same',
}

/** What has to stand beside an id, or it would not be looked at. */
const BESIDE: Record<string, (own: Variables) => Variables> = {
  'submitContribution input.place.planPartId': (own) =>
    withValue(own, ['input', 'place', 'kind'], 'planPart'),
  'addPlanDrawing input.documentId': (own) => withValue(own, ['input', 'uploadId'], undefined),
}

const isClosed = (operation: string) =>
  Array.isArray(OPERATIONS[operation]) || OPERATIONS[operation] === 'self'
const isQuery = (operation: string) => operation in towns.ours.schema.getQueryType()!.getFields()

/** An answer without what differs each time. */
function told({ status, data, errors }: Answer): string {
  const plain = errors?.map(({ message, extensions }) => ({ message, ...extensions, requestId: undefined }))
  return JSON.stringify({ status, data: data ?? null, errors: plain })
}

/** Asks with something of theirs and with the same that does not exist, as ours: it has to be one answer. */
async function compare(operation: string, who: Who, foreign: Variables, missing: Variables, what: string) {
  const how = `${what} as ${who}`
  const asOurs = async (variables: Variables) => {
    const cookie = await cookieOf(towns.ours, askerOf(towns.ours, who), ACTS[operation]!.waiting)
    return told(await ask(towns.ours, cookie, operation, variables))
  }
  const got = await asOurs(foreign)
  const expected = await asOurs(missing)
  expect(got, `${operation} ${how}`).not.toMatch(/"INTERNAL"/)
  if (isQuery(operation) && !isClosed(operation) && got !== expected)
    // What is on display is there for everybody, and for staff of others no more than that.
    expect(got, `${operation} ${how}`).toBe(told(await ask(towns.ours, '', operation, foreign)))
  else expect(got, `${operation} ${how}`).toBe(expected)
  return got
}

async function attackSpot(operation: string, spot: Spot, own: Variables, who: Who) {
  const how = spot.join('.')
  const beside = BESIDE[`${operation} ${how}`]?.(own) ?? own
  let tried = 0
  for (const id of await foreignIds(towns, kindOf(operation, spot))) {
    const published = [towns.things.open!.procedureId, towns.things.published!.contribution!.id].includes(id)
    // Everybody may write about what is on display.
    if (published && !isClosed(operation) && !isQuery(operation)) continue
    const [foreign, missing] = [withValue(beside, spot, id), withValue(beside, spot, newId())]
    const got = await compare(operation, who, foreign, missing, how)
    tried++
    if (isClosed(operation))
      for (const one of got.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
        expect(theirIds.has(one[0]), `${operation} ${how} tells ${one[0]}`).toBe(false)
  }
  // An argument that was never tried is a hole in this test.
  expect(tried, `${operation} ${how}`).toBeGreaterThan(0)
}

const operations = Object.keys(OPERATIONS).map((name): [string] => [name])

describe('staff of one authority, with what belongs to another', () => {
  it.each(operations)('%s', async (operation) => {
    const { ours, theirs } = towns
    const spots = spotsOf(ours.schema, operation, isIdType).filter(
      (spot) => !(`${operation} ${spot.join('.')}` in NO_ID_OF_OURS),
    )
    const full = await theirOwn(towns, operation)
    const secrets = OPENED_BY_SECRET_ALONE.includes(operation)
      ? []
      : Object.entries(SECRETS).filter(([name]) => name in full)
    const before = await fingerprint(server, theirs.here.id)
    for (const who of ATTACKERS) {
      const { variables: own } = await orderly(ours, operation, askerOf(ours, who))
      if ('tenant' in full && isClosed(operation))
        await compare(operation, who, full, { ...full, tenant: NOWHERE }, 'all of theirs')
      for (const spot of spots) await attackSpot(operation, spot, own, who)
      for (const [name, make] of secrets)
        await compare(operation, who, { ...own, [name]: full[name] }, { ...own, [name]: make() }, name)
      if (secrets.length && 'tenant' in own) {
        const made = Object.fromEntries(secrets.map(([name, make]) => [name, make()]))
        const { tenant } = own
        await compare(operation, who, { ...full, tenant }, { ...full, ...made, tenant }, 'all secrets')
      }
    }
    expect(await fingerprint(server, theirs.here.id), `${operation} changed something`).toEqual(before)
  })

  it('is asked about everything there is', () => {
    const fields = [ours().getQueryType()!, ours().getMutationType()!].flatMap((type) =>
      Object.keys(type.getFields()),
    )
    expect(fields.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted())
    expect(Object.keys(ACTS).toSorted()).toEqual(fields.toSorted())
  })
})

const ours = () => towns.ours.schema

describe('the routes beside the API', () => {
  it('are all asked', () => {
    const there = routesOf(server.app.printRoutes({ commonPrefix: false }))
    expect(there.toSorted(), 'A new route wants a line in two-tenants/routes.ts').toEqual(
      Object.keys(ROUTES).toSorted(),
    )
  })

  const asked = Object.entries(ROUTES).flatMap(([route, how]) =>
    'ids' in how ? [[route, how] as const] : [],
  )
  it.each(asked)('%s @bad-input AUT-25 AUT-26', async (_route, { ids, ask: request }) => {
    const hidden = (await hiddenIds(towns))[ids]
    expect(hidden.length, ids).toBeGreaterThan(0)
    const before = await fingerprint(server, towns.theirs.here.id)
    for (const who of ATTACKERS) {
      const cookie = await cookieOf(towns.ours, askerOf(towns.ours, who))
      const answer = async (id: string) => {
        const { headers, ...rest } = request(id)
        const all = { host: HEADERS.host, cookie, ...headers }
        const { statusCode, body, headers: got } = await server.app.inject({ ...rest, headers: all })
        return [
          statusCode,
          body.replace(/"requestId":"[^"]*"/, ''),
          got['content-type'],
          got['cache-control'],
        ]
      }
      for (const id of hidden)
        expect(await answer(id), `${id} as ${who}`).toEqual(await answer(ids === 'slugs' ? NOWHERE : newId()))
    }
    expect(await fingerprint(server, towns.theirs.here.id)).toEqual(before)
  })
})
