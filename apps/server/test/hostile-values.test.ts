import { getNamedType, isEnumType, isScalarType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMapService, type MapService } from '../src/modules/map/layers/map-service.testing.ts'
import { HOSTILE } from './two-tenants/hostile.ts'
import { OPERATIONS } from './field-policies.ts'
import { ask, cookieOf, makeTown, type Town } from './permissions/town.ts'
import { useServer, type Answer } from './server.ts'
import { nameOf, spotsOf, withValue, type Spot } from './two-tenants/spots.ts'
import { ACTS, askerOf, orderly } from './two-tenants/towns.ts'
import { NOW } from './world.ts'

// @bad-input GQL-31 GQL-34 GQL-35 SQL-04 SQL-07 SQL-16 AUT-16: every argument of the API, not these alone.

const server = useServer(() => NOW, { layerLoopback: true })
let service: MapService
let town: Town

beforeAll(async () => {
  service = await startMapService()
  town = await makeTown(server, service.url)
}, 180_000)
afterAll(() => service?.close())

const WHO = 'administrator'
const CODES = ['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'NOT_SIGNED_IN', 'GRAPHQL_VALIDATION_FAILED']

/** What may be sent to a place: by its type, and what no type allows. */
function hostileFor(spot: Spot, operation: string): readonly unknown[] {
  const [root, ...rest] = spot
  const { schema } = town
  const field =
    schema.getQueryType()!.getFields()[operation] ?? schema.getMutationType()!.getFields()[operation]!
  let type = getNamedType(field.args.find(({ name }) => name === root)!.type)
  for (const part of rest)
    if (typeof part === 'string' && 'getFields' in type) type = getNamedType(type.getFields()[part]!.type)
  if (isEnumType(type)) return HOSTILE.Enum!
  return (isScalarType(type) && HOSTILE[type.name]) || HOSTILE.String!
}

/** A clear answer: done, refused in a way that is typed, or an error with a code that tells the sender what was wrong. */
function expectClear({ status, data, errors }: Answer, how: string) {
  expect(status, how).toBeLessThan(500)
  for (const { message, extensions } of errors ?? []) {
    expect(CODES, `${how}: ${message}`).toContain(extensions.code)
    expect(extensions.requestId, how).toBeTruthy()
    expect(JSON.stringify({ message, extensions }), how).not.toMatch(/\bat .*\.ts|select .* from|pg_|stack/i)
  }
  if (!errors) expect(data, how).toHaveProperty('answer')
}

describe('whatever somebody writes into an argument, the answer is clear', () => {
  it.each(Object.keys(OPERATIONS).map((name): [string] => [name]))('%s', async (operation) => {
    const spots = spotsOf(town.schema, operation, () => true)
    const asker = askerOf(town, WHO)
    let { variables } = await orderly(town, operation, asker)
    for (const spot of spots)
      for (const value of hostileFor(spot, operation)) {
        const cookie = await cookieOf(town, asker, ACTS[operation]!.waiting)
        const answer = await ask(town, cookie, operation, withValue(variables, spot, value))
        expectClear(answer, `${operation} ${spot.join('.')} = ${JSON.stringify(value)?.slice(0, 60)}`)
        const done = !answer.errors && answer.data.answer && !answer.data.answer.facts
        if (done && operation in town.schema.getMutationType()!.getFields() && nameOf(spot))
          ({ variables } = await orderly(town, operation, asker))
      }
    expect((await server.ask('{ __typename }')).status).toBe(200)
  })
})
