import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { StartProblem } from '../start-problem.ts'
import { keepsContents, pieces } from './file-store.testing.ts'
import { DiskFull, type FileStore } from './index.ts'
import { openS3Store } from './s3-store.ts'

type S3rver = { run: () => Promise<AddressInfo>; close: () => Promise<void> }
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3rver

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-s3-'))
const incoming = join(folder, 'incoming')
const settings = { region: 'us-east-1', bucket: 'files', keyId: 'S3RVER', secretKey: 'S3RVER' }
let service: S3rver
let front: Server
let url: string
let store: FileStore
/** What stands between server and service in a test; by default the wire. */
let between: ((request: IncomingMessage, response: ServerResponse) => boolean) | null = null
const seen: string[] = []

const objectPath = (sha256: Buffer) =>
  join(
    folder,
    'data',
    'files',
    sha256.toString('hex').slice(0, 2),
    `${sha256.toString('hex')}._S3rver_object`,
  )

beforeAll(async () => {
  service = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 'data'),
    configureBuckets: [{ name: 'files', configs: [] }],
  })
  const { port } = await service.run()
  front = createServer((asked, answer) => {
    seen.push(`${asked.method} ${asked.headers['if-none-match'] ?? ''}`.trim())
    if (between?.(asked, answer)) return
    const { method, url: path, headers } = asked
    asked.pipe(
      request({ port, host: '127.0.0.1', method, path, headers }, (given) => {
        answer.writeHead(given.statusCode!, given.headers)
        given.pipe(answer)
      }),
    )
  }).listen(0, '127.0.0.1')
  await new Promise((done) => front.once('listening', done))
  url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  store = await openS3Store({ ...settings, url }, incoming)
})
afterEach(() => {
  between = null
  seen.length = 0
})
afterAll(async () => {
  front.closeAllConnections()
  front.close()
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

const refuse = (asked: IncomingMessage, answer: ServerResponse, status: number, code: string) => {
  asked.resume()
  asked.once('end', () =>
    answer
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<Error><Code>${code}</Code></Error>`),
  )
  return true
}

describe('the store in a bucket', () => {
  keepsContents({
    open: () => store,
    age: (sha256, at) => utimesSync(objectPath(sha256), at, at),
    incoming,
  })

  it('keeps what is there already where the service knows conditions, and renews its date', async () => {
    const content = randomBytes(500)
    const { sha256 } = await store.put(pieces(content))
    utimesSync(objectPath(sha256), 1, 1)
    seen.length = 0
    between = (asked, answer) =>
      asked.headers['if-none-match'] === '*' && refuse(asked, answer, 412, 'PreconditionFailed')
    await store.put(pieces(content))
    expect(seen.slice(0, 2)).toEqual(['PUT *', 'PUT'])
    for await (const one of store.list())
      if (one.sha256.equals(sha256)) expect(one.storedAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
    expect(await buffer((await store.get(sha256))!)).toEqual(content)
  })

  it('puts it again where it was deleted in between', async () => {
    const content = randomBytes(500)
    let refused = 0
    between = (asked, answer) =>
      asked.headers['if-none-match'] === '*' &&
      refused++ === 0 &&
      refuse(asked, answer, 412, 'PreconditionFailed')
    const { sha256 } = await store.put(pieces(content))
    expect(await buffer((await store.get(sha256))!)).toEqual(content)
  })

  it('does without conditions where the service knows none', async () => {
    between = (asked, answer) =>
      asked.headers['if-none-match'] === '*' && refuse(asked, answer, 501, 'NotImplemented')
    const { sha256 } = await store.put(pieces(Buffer.from('ohne Bedingung')))
    expect(String(await buffer((await store.get(sha256))!))).toBe('ohne Bedingung')
  })

  it('tries again when the line breaks, from the first byte', async () => {
    let broken = 0
    between = (asked) => {
      if (asked.method !== 'PUT' || broken++ > 1) return false
      asked.once('data', () => asked.socket.destroy())
      return true
    }
    const content = randomBytes(300_000)
    const { sha256 } = await store.put(pieces(content))
    expect(await buffer((await store.get(sha256))!)).toEqual(content)
    expect(broken).toBeGreaterThan(2)
  })

  it('says so when the service has no room, and leaves nothing behind', async () => {
    between = (asked, answer) => asked.method === 'PUT' && refuse(asked, answer, 507, 'XMinioStorageFull')
    await expect(store.put(pieces(randomBytes(100)))).rejects.toThrow(DiskFull)
    expect(readdirSync(incoming)).toEqual([])
  })

  it('signs every content with its hash, and notices one that was spoiled where it lies', async () => {
    let signed: unknown
    between = (asked) => {
      if (asked.method === 'PUT') signed = asked.headers['x-amz-content-sha256']
      return false
    }
    const { sha256 } = await store.put(pieces(randomBytes(5_000)))
    expect(signed).toBe(sha256.toString('hex'))
    writeFileSync(objectPath(sha256), randomBytes(5_000))
    await expect(buffer((await store.get(sha256))!)).rejects.toThrow('not what its name says')
  })

  it('finds every content of many pages, and nothing that is not one', async () => {
    for (let i = 0; i < 3; i++) await store.put(pieces(randomBytes(10)))
    const names = []
    for await (const { sha256 } of store.list()) names.push(sha256.toString('hex'))
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(5)
  })
})

it.each([
  [
    'a bucket that is not there',
    { bucket: 'nirgends' },
    /The bucket nirgends at http.* cannot be used \(404\)/,
  ],
  ['a wrong key', { keyId: 'falsch' }, /cannot be used \(403\)/],
  ['a service that does not answer', { url: 'http://127.0.0.1:1' }, /cannot be used \(ECONNREFUSED\)/],
])('refuses to start with %s', async (_what, changes, words) => {
  const wrong = openS3Store({ ...settings, url, ...changes }, incoming)
  await expect(wrong).rejects.toThrow(StartProblem)
  await expect(wrong).rejects.toThrow(words)
  await expect(wrong).rejects.not.toThrow(/S3RVER|falsch/)
})
