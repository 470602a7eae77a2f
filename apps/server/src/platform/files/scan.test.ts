import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { openScanner, ScannerDown } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-scan-'))
const path = join(folder, 'file')
const servers: Server[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A daemon that reads a stream as clamd does and finds what contains EICAR. */
async function daemon(answer?: (content: Buffer, socket: Socket) => void): Promise<string> {
  const verdict = (content: Buffer, socket: Socket) =>
    socket.end(content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (part) => {
      received = Buffer.concat([received, part])
      const command = 'zINSTREAM\0'
      if (received.length < command.length + 4) return
      expect(received.toString('latin1', 0, command.length)).toBe(command)
      const parts: Buffer[] = []
      for (let at = command.length; at + 4 <= received.length;) {
        const length = received.readUInt32BE(at)
        if (length === 0) return void (answer ?? verdict)(Buffer.concat(parts), socket)
        parts.push(received.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('asks nobody where no scanner is configured', () => {
  expect(openScanner(undefined)).toBeNull()
})

it('passes the whole file on and takes the verdict back', async () => {
  const scan = openScanner(await daemon())!
  writeFileSync(path, Buffer.alloc(300_000, 'a'))
  expect(await scan(path)).toBe('clean')
  writeFileSync(path, Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from('EICAR')]))
  expect(await scan(path)).toBe('infected')
})

it('lets nothing pass when the daemon is away, silent, hangs up or has no verdict', async () => {
  writeFileSync(path, 'harmless')
  const silent = await daemon(() => {})
  const hangingUp = await daemon((_content, socket) => socket.end())
  const full = await daemon((_content, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'))
  for (const address of ['127.0.0.1:1', `unix:${folder}/none`, silent, hangingUp, full])
    await expect(openScanner(address, 200)!(path)).rejects.toThrow(ScannerDown)
})
