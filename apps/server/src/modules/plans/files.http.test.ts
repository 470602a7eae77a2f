import { newId, type Id } from '@mitsprache/terms'
import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeProcedure, makeStaff } from '../../../test/world.ts'
import type { Viewer } from '../identity/index.ts'
import { publishProcedure } from '../procedures/publish-procedure.ts'
import { addDocument } from './add-document.ts'
import { makePdf } from './pdf.testing.ts'
import { makeDesk, upload, useOffice } from './plan.testing.ts'

const test = useDatabase()
const office = useOffice(test)
const content = makePdf({ pages: 2, fillBytes: 1000 })

async function withDocument(published: boolean) {
  const desk = await makeDesk(test, office)
  const procedure = await makeProcedure(test.database, desk.tenant, { published })
  const ticket = await upload(office, desk, content, 'Begründung <Entwurf>.pdf')
  const saved = await addDocument(desk.ctx, desk.tenant.slug, {
    procedureId: procedure.id,
    version: 1,
    uploadId: ticket.id,
    category: 'explanatoryReport',
    title: { de: 'Begründung' },
  })
  if (published) await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, 2)
  return { desk, procedure, fileId: (saved as { documents: { fileId: Id }[] }).documents[0]!.fileId }
}

function get(
  url: string,
  headers: Record<string, string> = {},
  viewer: Viewer | null = null,
  method: 'GET' | 'HEAD' = 'GET',
) {
  office.viewer = viewer
  return office.app.inject({ method, url, headers })
}

it('gives everyone what is on display, to be read in the browser and nothing more', async () => {
  const { fileId } = await withDocument(true)
  const answer = await get(`/files/${fileId}/Begr%C3%BCndung.pdf`)
  expect(answer.statusCode).toBe(200)
  expect(answer.rawPayload).toEqual(content)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(content.length),
    'content-disposition': `inline; filename="Begruendung _Entwurf_.pdf"; filename*=UTF-8''Begr%C3%BCndung%20_Entwurf_.pdf`,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=3600',
  })
  expect(answer.headers['content-security-policy']).toContain(`default-src 'none'`)
})

it('finds a file by its id alone, whatever name stands behind', async () => {
  const { fileId } = await withDocument(true)
  for (const name of ['', '/', '/other.html', '/a/b', `/${'%C3%BC'.repeat(200)}.pdf`]) {
    const answer = await get(`/files/${fileId}${name}`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  }
})

it('gives the asked part, so that a reader opens page 40 without the 39 before', async () => {
  const { fileId } = await withDocument(true)
  const url = `/files/${fileId}`
  const part = await get(url, { range: 'bytes=100-199' })
  expect(part.statusCode).toBe(206)
  expect(part.headers['content-range']).toBe(`bytes 100-199/${content.length}`)
  expect(part.rawPayload).toEqual(content.subarray(100, 200))
  expect((await get(url, { range: 'bytes=-50' })).rawPayload).toEqual(content.subarray(-50))
  expect((await get(url, { range: 'bytes=0-1,5-6' })).statusCode).toBe(200)
  const behind = await get(url, { range: `bytes=${content.length}-` })
  expect([behind.statusCode, behind.headers['content-range']]).toEqual([416, `bytes */${content.length}`])
})

it('does not send again what the browser has, and no part of something else', async () => {
  const { fileId } = await withDocument(true)
  const url = `/files/${fileId}`
  const etag = (await get(url)).headers.etag as string
  expect((await get(url, { 'if-none-match': `"x", W/${etag}` })).statusCode).toBe(304)
  expect((await get(url, { range: 'bytes=0-9', 'if-range': etag })).statusCode).toBe(206)
  expect((await get(url, { range: 'bytes=0-9', 'if-range': '"other"' })).statusCode).toBe(200)
})

it('tells with HEAD what GET would give', async () => {
  const { fileId } = await withDocument(true)
  const answer = await get(`/files/${fileId}`, {}, null, 'HEAD')
  expect([answer.statusCode, answer.headers['content-length'], answer.body]).toEqual([
    200,
    String(content.length),
    '',
  ])
})

it('hides drafts from everyone who does not work on them', async () => {
  const { desk, procedure, fileId } = await withDocument(false)
  const { tenant } = desk
  const other = await makeProcedure(test.database, tenant)
  const as = async (roles: Parameters<typeof makeStaff>[2], only?: Id, of = tenant) => {
    const { statusCode, body } = await get(
      `/files/${fileId}`,
      {},
      await makeStaff(test.database, of, roles, only),
    )
    return statusCode === 200 ? 200 : body
  }
  const missing = (await get(`/files/${newId()}`)).body
  expect((await get(`/files/${fileId}`)).body).toBe(missing)
  for (const role of ['planner', 'administrator', 'moderator', 'caseworker', 'auditor'] as const)
    expect(await as([role])).toBe(200)
  expect(await as(['planner'], procedure.id)).toBe(200)
  expect(await as(['planner'], other.id)).toBe(missing)
  for (const role of ['agencyClerk', 'agencyCoordinator'] as const) expect(await as([role])).toBe(missing)
  expect(await as(['administrator'], undefined, (await makeDesk(test, office)).tenant)).toBe(missing)
})

it('never lets a draft into a shared cache', async () => {
  const { desk, fileId } = await withDocument(false)
  expect((await get(`/files/${fileId}`, {}, desk.viewer)).headers['cache-control']).toBe('private, no-store')
  expect((await get(`/files/${fileId}`)).headers['cache-control']).toBe('no-store')
})

it.each(['/files/nothing', '/files/..%2f..%2fetc%2fpasswd', '/files/00000000-0000-0000-0000-000000000000'])(
  'answers 404 to %s',
  async (url) => {
    expect((await get(url)).statusCode).toBe(404)
  },
)
