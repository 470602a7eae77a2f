import { createHash, randomInt } from 'node:crypto'
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { LIMITS, newId } from '@mitsprache/terms'
import { expect, it, vi } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { DiskFull } from '../../platform/files/index.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { beginUpload } from './begin-upload.ts'
import { makePdf } from './pdf.testing.ts'
import { begin, makeDesk, put, upload, useOffice } from './plan.testing.ts'

const test = useDatabase()
const office = useOffice(test)
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const part = (content: Buffer, first: number, end: number) => ({
  'content-range': `bytes ${first}-${end - 1}/${content.length}`,
})
const fileRows = async (tenantId: string) =>
  (await test.owner.query('select * from file where tenant_id = $1', [tenantId])).rows

it('takes a PDF in one piece and registers what it is', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf({ pages: 3 })
  const ticket = await begin(desk, content.length, 'Begründung.pdf')
  const answer = await put(office, ticket, content)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({
    state: 'checked',
    sha256: sha256(content),
    sizeBytes: content.length,
    fileName: 'Begründung.pdf',
    pages: 3,
  })
  expect(await fileRows(desk.tenant.id)).toMatchObject([
    { sha256: createHash('sha256').update(content).digest(), media_type: 'application/pdf', pages: 3 },
  ])
  expect(existsSync(office.files.quarantine.pathOf(ticket.id))).toBe(false)
})

it('gives the same answer to a planner whose line broke before it came', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf()
  const ticket = await begin(desk, content.length)
  const first = await put(office, ticket, content)
  expect((await put(office, ticket, content)).json()).toEqual(first.json())
  expect(await fileRows(desk.tenant.id)).toHaveLength(1)
})

it('puts a file together from parts of any length, with the identical hash', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf({ pages: 2, fillBytes: 300_000 })
  const ticket = await begin(desk, content.length)
  const headers = { 'upload-secret': ticket.secret }
  for (let at = 0; at < content.length;) {
    const head = await office.app.inject({ method: 'HEAD', url: ticket.url, headers })
    expect(Number(head.headers['upload-offset'])).toBe(at)
    expect(Number(head.headers['upload-length'])).toBe(content.length)
    expect(head.headers['upload-state']).toBe('receiving')
    const end = Math.min(content.length, at + randomInt(1, 60_000))
    const answer = await put(office, ticket, content.subarray(at, end), part(content, at, end))
    expect(answer.statusCode).toBe(end < content.length ? 204 : 200)
    if (end === content.length) expect(answer.json().sha256).toBe(sha256(content))
    at = end
  }
})

it('appends only where the file ends, and says where that is', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf({ fillBytes: 2000 })
  const ticket = await begin(desk, content.length)
  await put(office, ticket, content.subarray(0, 500), part(content, 0, 500))
  for (const [first, end] of [
    [400, 600],
    [600, 700],
    [0, 500],
  ] as const) {
    const answer = await put(office, ticket, content.subarray(first, end), part(content, first, end))
    expect([answer.statusCode, answer.headers['upload-offset'], answer.json()]).toEqual([
      409,
      '500',
      { code: 'WrongOffset', offset: 500 },
    ])
  }
  expect((await put(office, ticket, content)).statusCode).toBe(409)
  expect(
    (await put(office, ticket, content.subarray(500), part(content, 500, content.length))).json().sha256,
  ).toBe(sha256(content))
})

it('refuses two writers to one file at the same time', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf({ fillBytes: 20_000 })
  const ticket = await begin(desk, content.length)
  const answers = await Promise.all([
    put(office, ticket, content),
    put(office, ticket, content),
    put(office, ticket, content),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
  expect(await fileRows(desk.tenant.id)).toHaveLength(1)
})

// @bad-input AUT-26
it('answers a wrong id, another secret, no secret and a late one alike', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf()
  const [ticket, foreign] = [
    await begin(desk, content.length),
    await begin(await makeDesk(test, office), content.length),
  ]
  const ask = async (url: string, secret?: string) => {
    const { statusCode, body } = await office.app.inject({
      method: 'PUT',
      url,
      payload: content,
      headers: secret ? { 'upload-secret': secret } : {},
    })
    return [statusCode, body]
  }
  const missing = [404, '{"code":"NOT_FOUND"}']
  expect(await ask(`/uploads/${newId()}`, ticket.secret)).toEqual(missing)
  expect(await ask('/uploads/..%2f..%2fetc', ticket.secret)).toEqual(missing)
  expect(await ask(foreign.url, ticket.secret)).toEqual(missing)
  expect(await ask(ticket.url, 'A'.repeat(43))).toEqual(missing)
  expect(await ask(ticket.url)).toEqual(missing)
  office.now = new Date(ticket.expiresAt.getTime() + 1)
  expect(await ask(ticket.url, ticket.secret)).toEqual(missing)
  office.now = desk.ctx.receivedAt
  expect((await put(office, ticket, content)).statusCode).toBe(200)
})

// @bad-input UPL-04
it('takes not a byte more than announced and keeps none of them', async () => {
  const desk = await makeDesk(test, office)
  const ticket = await begin(desk, 1000)
  expect((await put(office, ticket, Buffer.alloc(1001))).statusCode).toBe(413)
  expect(await office.files.quarantine.sizeOf(ticket.id)).toBe(0)
})

it.each([
  ['a range of another length than the body', { 'content-range': 'bytes 0-9/100' }],
  ['another total than announced', { 'content-range': 'bytes 0-99/200' }],
  ['a range of something else', { 'content-range': 'pages 0-99/100' }],
  ['a compressed body', { 'content-encoding': 'gzip' }],
])('refuses %s', async (_what, headers) => {
  const ticket = await begin(await makeDesk(test, office), 100)
  expect((await put(office, ticket, Buffer.alloc(100), headers)).statusCode).toBe(400)
})

// @bad-input UPL-05
it('refuses what only calls itself a PDF, says why, and keeps nothing of it', async () => {
  const desk = await makeDesk(test, office)
  const content = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)])
  const ticket = await begin(desk, content.length)
  for (let round = 0; round < 2; round++) {
    const answer = await put(office, ticket, content)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toEqual({
      state: 'refused',
      code: 'NotAPdf',
      facts: [{ name: 'detected', value: 'application/x-msdownload' }],
    })
  }
  expect(await fileRows(desk.tenant.id)).toEqual([])
  expect(existsSync(office.files.quarantine.pathOf(ticket.id))).toBe(false)
})

// @bad-input UPL-32
it('takes the same file twice and stores it once', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf({ pages: 5 })
  await upload(office, desk, content)
  await upload(office, desk, content)
  expect(await fileRows(desk.tenant.id)).toHaveLength(2)
  expect(readdirSync(join(office.folder, 'files', sha256(content).slice(0, 2)))).toContain(sha256(content))
})

it.runIf(process.platform === 'linux')(
  'says that the disk is full while a part arrives, and goes on when there is room',
  async () => {
    const content = makePdf({ fillBytes: 5000 })
    const ticket = await begin(await makeDesk(test, office), content.length)
    symlinkSync('/dev/full', office.files.quarantine.pathOf(ticket.id))
    const answer = await put(office, ticket, content)
    expect([answer.statusCode, answer.json()]).toEqual([507, { code: 'DiskFull' }])
    rmSync(office.files.quarantine.pathOf(ticket.id))
    expect((await put(office, ticket, content)).statusCode).toBe(200)
  },
)

// @bad-input UPL-34
it('registers nothing when the disk is full at the end, and finishes later without sending again', async () => {
  const desk = await makeDesk(test, office)
  const content = makePdf({ pages: 7 })
  const ticket = await begin(desk, content.length)
  const full = vi.spyOn(office.files.store, 'put').mockRejectedValue(new DiskFull())
  expect((await put(office, ticket, content)).statusCode).toBe(507)
  full.mockRestore()
  expect(await fileRows(desk.tenant.id)).toEqual([])
  const head = await office.app.inject({
    method: 'HEAD',
    url: ticket.url,
    headers: { 'upload-secret': ticket.secret },
  })
  expect([head.headers['upload-offset'], head.headers['upload-state']]).toEqual([
    String(content.length),
    'receiving',
  ])
  expect((await put(office, ticket, Buffer.alloc(0))).json()).toMatchObject({ state: 'checked', pages: 7 })
})

// @bad-input UPL-01 UPL-02 UPL-04
it.each([
  ['a name that is no PDF’s', { fileName: 'a.pdf .exe' }, { field: 'fileName', problem: 'notAPdf' }],
  ['an empty file', { sizeBytes: 0 }, { field: 'sizeBytes', problem: 'empty' }],
  ['half a byte', { sizeBytes: 10.5 }, { field: 'sizeBytes', problem: 'empty' }],
  [
    'a byte too many',
    { sizeBytes: LIMITS.documentSizeBytes + 1 },
    { field: 'sizeBytes', problem: 'tooLarge', limit: LIMITS.documentSizeBytes },
  ],
  ['another purpose', { purpose: 'anything' }, { field: 'purpose', problem: 'unknown' }],
])('does not begin with %s', async (_what, wish, problem) => {
  const { ctx, tenant } = await makeDesk(test, office)
  const answer = await beginUpload(ctx, tenant.slug, {
    purpose: 'planDocument',
    fileName: 'Plan.pdf',
    sizeBytes: 100,
    ...wish,
  })
  expect(answer).toEqual(InputRefused.of(problem as never))
})

it('lets planners and administrators bring files, nobody else', async () => {
  const wish = { purpose: 'planDocument', fileName: 'Plan.pdf', sizeBytes: 100 }
  for (const role of ['moderator', 'caseworker', 'agencyClerk', 'auditor'] as const) {
    const { ctx, tenant } = await makeDesk(test, office, [role])
    await expect(beginUpload(ctx, tenant.slug, wish)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      why: 'needsPlanner',
    })
  }
  const [here, elsewhere] = [await makeDesk(test, office), await makeDesk(test, office)]
  await expect(beginUpload(here.ctx, elsewhere.tenant.slug, wish)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('keeps only the hash of an upload’s secret', async () => {
  const ticket = await begin(await makeDesk(test, office), 100)
  const { rows } = await test.owner.query('select u::text as row, secret_hash from upload u where id = $1', [
    ticket.id,
  ])
  expect(rows[0].row).not.toContain(ticket.secret)
  expect(rows[0].secret_hash).toEqual(createHash('sha256').update(ticket.secret).digest())
})
