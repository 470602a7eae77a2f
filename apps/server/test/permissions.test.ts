import { readFileSync, writeFileSync } from 'node:fs'
import { ROLES, type Role } from '@mitsprache/terms'
import { isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startMapService, type MapService } from '../src/modules/map/layers/map-service.testing.ts'
import { OPERATIONS, TYPES } from './field-policies.ts'
import { ROOMS } from './permissions/acts/index.ts'
import { makeMatrix, type Matrix } from './permissions/make-matrix.ts'
import { tableOf } from './permissions/table.ts'
import { makeTown, type Town } from './permissions/town.ts'
import { withParts } from './permissions/whole-answer.ts'
import { useServer } from './server.ts'
import { NOW } from './world.ts'

const server = useServer(() => NOW, { layerLoopback: true })
/** Handed to nobody here, and why. */
const NOT_HERE: Record<string, string> = { KeptMail: 'there is a mailbox in sample towns only' }
const PAGE = new URL('../../../docs/permissions.md', import.meta.url)
let service: MapService
let town: Town
let matrix: Matrix

beforeAll(async () => {
  service = await startMapService()
  town = await makeTown(server, service.url)
  matrix = await makeMatrix(town, ROOMS)
}, 180_000)
afterAll(() => service?.close())

it('asks everything that the API has, once', () => {
  const asked = ROOMS.flatMap(({ acts }) => Object.keys(acts))
  const there = [town.schema.getQueryType()!, town.schema.getMutationType()!].flatMap((type) =>
    Object.keys(type.getFields()),
  )
  expect(asked.toSorted(), 'Each operation wants an act in test/permissions/acts').toEqual(there.toSorted())
})

it('asks properly', () => {
  expect(matrix.broken).toEqual([])
})

it('is the table that is checked in', () => {
  const page = tableOf(matrix)
  if (process.env.WRITE_PERMISSIONS) writeFileSync(PAGE, page)
  expect(page.split('\n'), 'Meant so? Then `npm run permissions` writes it.').toEqual(
    readFileSync(PAGE, 'utf8').split('\n'),
  )
})

it('hands objects only to those for whom their policy is, and to each of them', () => {
  for (const [name, { readers }] of Object.entries(TYPES)) {
    if (!Array.isArray(readers)) continue
    const got = [...(matrix.served.get(name) ?? [])].filter((who) =>
      (ROLES as readonly string[]).includes(who),
    )
    for (const who of got) expect(readers, `${name} for ${who}`).toContain(who)
    expect(matrix.served.get(name)?.has('anyone') ?? false, name).toBe(false)
    expect(matrix.served.get(name)?.has('otherAuthority') ?? false, name).toBe(false)
  }
})

it('lets those act for whom an operation is, and nobody else', () => {
  for (const { operation, got } of matrix.groups.flatMap(({ rows }) => rows)) {
    const may = OPERATIONS[operation]!
    if (!Array.isArray(may)) continue
    for (const role of ROLES)
      if (!may.includes(role)) expect(got[role]!.word, `${operation} for ${role}`).not.toBe('yes')
    for (const who of ['anyone', 'otherAuthority'] as const)
      expect(got[who]!.word, `${operation} for ${who}`).not.toMatch(/yes|refused/)
  }
  for (const [operation, may] of Object.entries(OPERATIONS)) {
    if (!Array.isArray(may)) continue
    const rows = matrix.groups.flatMap((group) => group.rows).filter((row) => row.operation === operation)
    for (const role of may as Role[])
      expect(
        rows.map(({ got }) => got[role]!.word),
        `${operation} for ${role}`,
      ).toContain('yes')
  }
})

it('has handed an object of every type that is not everyone’s to somebody', () => {
  const types = Object.values(town.schema.getTypeMap()).filter(isObjectType)
  const seen = new Set([...matrix.served.keys()])
  // Refusals, and what they hold, go to whoever acts; those acts have their rows.
  for (const type of types)
    if (type.getInterfaces().length) for (const name of withParts(town.schema, type.name)) seen.add(name)
  const closed = types.filter(({ name }) => TYPES[name] && TYPES[name].readers !== 'everyone')
  expect(closed.filter(({ name }) => !seen.has(name) && !NOT_HERE[name]).map(({ name }) => name)).toEqual([])
})
