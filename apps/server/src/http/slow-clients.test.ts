import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { useServer } from '../../test/server.ts'
import { makeProcedure, makeStaff, makeTenant, makeCtx, NOW, testConfig } from '../../test/world.ts'
import { addDocument } from '../modules/plans/add-document.ts'
import { beginUpload, type Ticket } from '../modules/plans/begin-upload.ts'
import { makePdf } from '../modules/plans/pdf.testing.ts'
import { put } from '../modules/plans/plan.testing.ts'
import { publishProcedure } from '../modules/procedures/publish-procedure.ts'

// The whole server, listening as it does in production, with less patience.
const PATIENCE_MS = 600
const server = useServer(() => NOW, { patienceMs: PATIENCE_MS })
/** More than what the kernel takes off our hands on the way. */
const LARGE_BYTES = 16 * 1024 * 1024
let port: number
let file: string

beforeAll(async () => {
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.app.server.address() as { port: number }).port
  const tenant = await makeTenant(server.database)
  const ctx = makeCtx(server.database, await makeStaff(server.database, tenant, ['planner']))
  const procedure = await makeProcedure(server.database, tenant)
  const content = makePdf({ pages: 1, fillBytes: LARGE_BYTES })
  const wish = { purpose: 'planDocument', fileName: 'Plan.pdf', sizeBytes: content.length } as const
  const ticket = (await beginUpload(ctx, tenant.slug, wish)) as Ticket
  await put(server as never, ticket, content)
  const saved = await addDocument(ctx, tenant.slug, {
    procedureId: procedure.id,
    version: 1,
    uploadId: ticket.id,
    category: 'explanatoryReport',
    title: { de: 'Begründung' },
  })
  if (!('documents' in saved)) throw new Error(JSON.stringify(saved))
  await publishProcedure(ctx, tenant.slug, procedure.id, 2)
  file = `/files/${saved.documents[0]!.fileId}`
})

type End = { answer: string; receivedBytes: number; afterMs: number }

/** What a socket is answered until it is closed by the other side. */
function talk(text: string, { pauseAfterBytes = Infinity, more = '', everyMs = 0 } = {}): Promise<End> {
  return new Promise((done) => {
    let answer = ''
    let receivedBytes = 0
    const since = Date.now()
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const drip = more ? setInterval(() => socket.writable && socket.write(more), everyMs) : undefined
    socket.on('data', (data) => {
      receivedBytes += data.length
      answer += String(data.subarray(0, 300))
      if (receivedBytes >= pauseAfterBytes) socket.pause()
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(drip)
      done({ answer, receivedBytes, afterMs: Date.now() - since })
    })
  })
}

const HEAD = `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\n`
const BODY = `${HEAD}Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{"query"`

describe('a slow client', () => {
  it('has two minutes and a mebibyte where nobody says otherwise', () => {
    expect(testConfig().patienceMs).toBe(120_000)
    const { server: http, initialConfig } = server.app
    expect([http.requestTimeout, http.timeout, http.headersTimeout]).toEqual(Array(3).fill(PATIENCE_MS))
    expect([http.keepAliveTimeout, initialConfig.bodyLimit]).toEqual([10_000, 1024 * 1024])
  })

  it.each([
    ['stops in the middle of its headers', HEAD, {}],
    ['sends its headers drop by drop', HEAD, { more: 'X-A: b\r\n', everyMs: 50 }],
    ['stops in the middle of its body', BODY, {}],
    ['sends its body drop by drop', BODY, { more: ' ', everyMs: 50 }],
  ])('that %s is told so and closed', async (_, text, how) => {
    const { answer, afterMs } = await talk(text, how)
    expect(answer === '' || answer.startsWith('HTTP/1.1 408')).toBe(true)
    expect(afterMs).toBeGreaterThan(PATIENCE_MS / 2)
  })

  it('that says nothing at all is closed', async () => {
    expect((await talk('')).receivedBytes).toBeLessThan(1_000)
  })

  it('that asks for a large file and takes none of it is closed, and the file with it', async () => {
    const ask = `GET ${file} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
    const open = () => new Promise<number>((done) => server.app.server.getConnections((_, n) => done(n)))
    const stalled = connect(port, '127.0.0.1', () => stalled.write(ask))
    stalled.pause()
    stalled.on('error', () => {})
    await expect.poll(open, { interval: 20 }).toBe(1)
    await expect.poll(open, { timeout: 100_000 }).toBe(0)
    stalled.destroy()
    // Who does take it gets all of it.
    const { receivedBytes } = await talk(ask.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
    expect(receivedBytes).toBeGreaterThan(LARGE_BYTES)
  })

  it('keeps nobody else waiting', async () => {
    const slow = Array.from({ length: 50 }, () => talk(HEAD))
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`)
    expect(answer.status).toBe(200)
    await Promise.all(slow)
  })
})
