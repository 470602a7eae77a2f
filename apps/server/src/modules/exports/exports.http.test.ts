import { connect } from 'node:net'
import { newId } from '@mitsprache/terms'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import {
  draftFor,
  makeCtx,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  SECRETS,
  type TestProcedure,
  type TestTenant,
} from '../../../test/world.ts'
import { submitContribution } from '../contributions/index.ts'
import type { Viewer } from '../identity/index.ts'
import { addMany, readCsv } from './export.testing.ts'
import { registerExports } from './exports.http.ts'
import { requestExport } from './request-export.ts'

const test = useDatabase()
let tenant: TestTenant
let procedure: TestProcedure
let planner: Viewer
let viewer: Viewer | null
let app: FastifyInstance
const faults: unknown[] = []

beforeAll(async () => {
  tenant = await makeTenant(test.database)
  procedure = await makeProcedure(test.database, tenant)
  planner = await makeStaff(test.database, tenant, ['planner'])
  app = Fastify()
  registerExports(app, {
    database: test.database,
    secrets: SECRETS,
    clock: () => NOW,
    log: { fault: (cause) => void faults.push(cause) },
    contextOf: async () => makeCtx(test.database, viewer),
    patienceMs: 3_000,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

it('is there for whom the policy lets, and for nobody else', async () => {
  await submitContribution(makeCtx(test.database), draftFor(procedure))
  const ready = await requestExport(makeCtx(test.database, planner), tenant.slug, procedure.id, 'csv')
  expect(ready).toMatchObject({
    url: `/exports/${ready.id}`,
    format: 'csv',
    rows: 1,
    fileName: `${procedure.slug}-beitraege-2026-11-23.csv`,
  })

  const strangers = await makeTenant(test.database)
  const elsewhere = await makeProcedure(test.database, tenant)
  for (const nobody of [
    null,
    await makeStaff(test.database, tenant, ['moderator']),
    await makeStaff(test.database, tenant, ['planner'], elsewhere.id),
    await makeStaff(test.database, strangers, ['administrator']),
  ]) {
    viewer = nobody
    expect((await app.inject({ url: ready.url })).statusCode).toBe(404)
    if (nobody)
      await expect(
        requestExport(makeCtx(test.database, nobody), tenant.slug, procedure.id, 'csv'),
      ).rejects.toThrow()
  }
  viewer = planner
  for (const id of [newId(), 'x', `${ready.id}'`])
    expect((await app.inject({ url: `/exports/${encodeURIComponent(id)}` })).statusCode).toBe(404)
  expect((await app.inject({ method: 'HEAD', url: ready.url })).statusCode).toBe(404)

  for (const roles of [['planner'], ['caseworker'], ['administrator']] as const) {
    viewer = await makeStaff(test.database, tenant, [...roles])
    const response = await app.inject({ url: ready.url })
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${ready.fileName}"; filename*=UTF-8''${ready.fileName}`,
    })
    expect(readCsv(response.body)).toHaveLength(1)
  }
  const { rows } = await test.owner.query(
    `select type from event where $1 = any(subject_ids) order by xid, id`,
    [ready.id],
  )
  expect(rows.map((row) => row.type)).toEqual([
    'ExportRequested',
    'ExportDownloaded',
    'ExportDownloaded',
    'ExportDownloaded',
  ])
})

it('gives its connection back when nobody takes the file any more, and lets two download at a time', async () => {
  const big = await makeProcedure(test.database, tenant)
  await addMany(test, tenant, big, 20_000)
  viewer = planner
  const { url } = await requestExport(makeCtx(test.database, planner), tenant.slug, big.id, 'geojson')
  const open = () => {
    const socket = connect((app.server.address() as { port: number }).port, '127.0.0.1')
    socket.on('error', () => {}).write(`GET ${url} HTTP/1.1\r\nHost: x\r\n\r\n`)
    return new Promise<typeof socket>((done) => socket.once('readable', () => done(socket)))
  }
  const inUse = async () =>
    (
      await test.owner.query(
        `select from pg_stat_activity where datname = current_database() and usename like '%staff' and state <> 'idle'`,
      )
    ).rowCount
  // One goes away, the other stays and takes nothing.
  const [goes, stays] = await Promise.all([open(), open()])
  await expect.poll(inUse, { timeout: 100_000, interval: 20 }).toBe(2)
  expect((await app.inject({ url })).statusCode).toBe(503)
  goes.destroy()
  await expect.poll(inUse, { timeout: 100_000 }).toBe(0)
  stays.destroy()
  expect((await app.inject({ url })).statusCode).toBe(200)
  expect(faults).toEqual([])
})
