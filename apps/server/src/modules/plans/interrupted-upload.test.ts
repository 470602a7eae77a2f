import { createHash, randomInt } from 'node:crypto'
import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import type { Ticket } from './begin-upload.ts'
import { makePdf } from './pdf.testing.ts'
import { begin, makeDesk, useOffice } from './plan.testing.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const test = useDatabase()
const office = useOffice(test)

/** Sends over a real line, and tears it apart after `cutAt` bytes. */
function send(
  port: number,
  ticket: Ticket,
  method: string,
  content: Buffer = Buffer.alloc(0),
  headers = {},
  cutAt = Infinity,
) {
  return new Promise<IncomingMessage | 'cut'>((resolve, reject) => {
    const call = request({
      port,
      path: ticket.url,
      method,
      agent: false,
      headers: { 'upload-secret': ticket.secret, ...headers },
    })
    call.on('response', resolve)
    call.on('error', (error) => (cutAt < content.length ? resolve('cut') : reject(error)))
    if (cutAt >= content.length) return call.end(content)
    call.write(content.subarray(0, cutAt), () => setTimeout(() => call.destroy(), randomInt(0, 5)))
  })
}

async function json(answer: IncomingMessage): Promise<{ sha256: string }> {
  let text = ''
  for await (const chunk of answer) text += chunk
  return JSON.parse(text)
}

it('ends with the identical file however often the line breaks, and wherever', async () => {
  if (!office.app.server.listening) await office.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = office.app.server.address() as AddressInfo
  const content = makePdf({ pages: 4, fillBytes: 2_000_000 })
  const ticket = await begin(await makeDesk(test, office), content.length)
  let breaks = 0
  for (;;) {
    const head = (await send(port, ticket, 'HEAD')) as IncomingMessage
    const offset = Number(head.headers['upload-offset'])
    const rest = content.subarray(offset)
    const cutAt = breaks < 12 ? randomInt(0, Math.min(rest.length, 400_000)) : Infinity
    const range = {
      'content-range': `bytes ${offset}-${content.length - 1}/${content.length}`,
      'content-length': rest.length,
    }
    const answer = await send(port, ticket, 'PUT', rest, range, cutAt)
    if (answer === 'cut') {
      breaks++
      continue
    }
    // The server may not have noticed the last break yet.
    if (answer.statusCode === 409) {
      await sleep(10)
      continue
    }
    expect(answer.statusCode).toBe(200)
    expect((await json(answer)).sha256).toBe(createHash('sha256').update(content).digest('hex'))
    break
  }
  expect(breaks).toBe(12)
})

it('does not hold a file in memory while it comes in', async () => {
  if (!office.app.server.listening) await office.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = office.app.server.address() as AddressInfo
  const sizeBytes = 90 * 1024 * 1024
  const ticket = await begin(await makeDesk(test, office), sizeBytes)
  const piece = Buffer.alloc(1024 * 1024, 'x')
  let most = 0
  const before = process.memoryUsage().arrayBuffers
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request({
      port,
      path: ticket.url,
      method: 'PUT',
      headers: { 'upload-secret': ticket.secret, 'content-length': sizeBytes },
    })
    call.on('response', resolve).on('error', reject)
    let sent = 0
    const more = () => {
      // What is garbage already does not count as held.
      if (sent % (8 * piece.length) === 0) collectGarbage()
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
      while (sent < sizeBytes) {
        sent += piece.length
        if (!call.write(piece)) return call.once('drain', more)
      }
      return call.end()
    }
    more()
  })
  expect(answer.statusCode).toBe(422)
  expect(most).toBeLessThan(45 * 1024 * 1024)
})
