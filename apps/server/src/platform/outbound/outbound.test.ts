import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { isAllowedHost, isPublicAddress, readAddress } from './address.rules.ts'
import { asFetch, openOutbound, OutboundFailure, type Outbound } from './index.ts'

const HOSTS = { hosts: ['geo.example.de', 'tiles.example.de:8443', '*.karten.example.de'] }
const LIMITS = { maxBytes: 64 * 1024, timeoutMs: 2_000 }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(answer: RequestListener): Promise<{ url: string; port: number }> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port }
}

const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (fault: unknown) => (fault instanceof OutboundFailure ? fault.problem : String(fault)),
  )

describe('the spelling of an address', () => {
  it.each([
    'https://geo.example.de/wms',
    'https://GEO.example.de:443/wms?map=a',
    'https://tiles.example.de:8443/',
    'https://a.karten.example.de/',
    'https://a.b.karten.example.de/',
  ])('lets %s pass', (text) => expect(readAddress(text, HOSTS)).toBeInstanceOf(URL))

  // @bad-input SSR-08 SSR-10
  it.each([
    ['no address', 'notAnAddress'],
    ['https://geo.example.de/\n', 'notAnAddress'],
    ['https:\\\\geo.example.de/', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['http://geo.example.de/', 'notHttps'],
    ['ftp://geo.example.de/', 'notHttps'],
    ['file:///etc/passwd', 'notHttps'],
    ['gopher://geo.example.de/', 'notHttps'],
    ['data:text/html,x', 'notHttps'],
    ['https://user:word@geo.example.de/', 'hasCredentials'],
    ['https://geo.example.de@127.0.0.1/', 'hasCredentials'],
    ['https://evil.example/', 'hostNotAllowed'],
    ['https://geo.example.de.evil.example/', 'hostNotAllowed'],
    ['https://evilgeo.example.de/', 'hostNotAllowed'],
    ['https://karten.example.de/', 'hostNotAllowed'],
    ['https://evilkarten.example.de/', 'hostNotAllowed'],
    ['https://geo.example.de./', 'hostNotAllowed'],
    ['https://localhost/', 'hostNotAllowed'],
    ['https://metadata.google.internal/', 'hostNotAllowed'],
    ['https://geo.example.de:8443/', 'portNotAllowed'],
    ['https://geo.example.de:22/', 'portNotAllowed'],
    ['https://tiles.example.de/', 'portNotAllowed'],
  ])('says of %j: %s', (text, problem) => expect(readAddress(text, HOSTS)).toBe(problem))

  // @bad-input SSR-02 SSR-04
  it.each([
    'https://127.0.0.1/',
    'https://127.0.0.1./',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.1/',
    'https://0/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/',
    'https://0251.0376.0251.0376/',
    'https://10.0.0.1/',
    'https://172.16.5.4/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::]/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[ff02::1]/',
    'https://①②⑦.⓪.⓪.①/',
  ])('leads nowhere inside: %s', (text) => {
    expect(readAddress(text, HOSTS)).toBe('addressNotPublic')
    expect(readAddress(text, { hosts: 'any' })).toBe('addressNotPublic')
  })

  it('opens this machine only where somebody said so, and then no other', () => {
    const loopback = { hosts: [], loopback: true }
    for (const text of ['http://127.0.0.1:4711/wms', 'http://localhost:4711/', 'http://[::1]:4711/'])
      expect(readAddress(text, loopback)).toBeInstanceOf(URL)
    expect(readAddress('http://10.0.0.1/', loopback)).toBe('notHttps')
    expect(readAddress('https://169.254.169.254/', loopback)).toBe('addressNotPublic')
    expect(readAddress('https://geo.example.de/', loopback)).toBe('hostNotAllowed')
  })

  it('knows public addresses', () => {
    for (const address of ['8.8.8.8', '141.30.1.1', '2a00:1450::1', '2606:4700::1111'])
      expect(isPublicAddress(address)).toBe(true)
    for (const address of ['', 'geo.example.de', '127.0.0.1', '::ffff:8.8.8.8', 'fe80::1%eth0'])
      expect(isPublicAddress(address)).toBe(false)
  })

  it('reads the operator’s list strictly', () => {
    for (const line of ['geo.example.de', '*.example.de', 'geo.example.de:8443'])
      expect(isAllowedHost(line)).toBe(true)
    for (const line of ['*', '*.de', 'localhost', '10.0.0.1', 'GEO.example.de', 'https://geo.example.de', ''])
      expect(isAllowedHost(line)).toBe(false)
  })
})

describe('a server that wants something', () => {
  const here: Outbound = openOutbound({ hosts: [], loopback: true })

  it('answers what it was asked', async () => {
    const { url } = await serve((request, response) => {
      response.setHeader('content-type', 'text/plain')
      response.end(`${request.method} ${request.url} ${request.headers.host}`)
    })
    const answer = await here.ask(`${url}/a?b=c#d`, LIMITS)
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toBe(`GET /a?b=c ${url.slice(7)}`)
  })

  // @bad-input SSR-07
  it.each([
    'http://127.0.0.1:1/',
    'http://169.254.169.254/latest/meta-data/',
    'https://geo.example.de/',
    '/elsewhere',
  ])('is not followed to %s', async (location) => {
    const asked: string[] = []
    const { url } = await serve((request, response) => {
      asked.push(request.url!)
      response.writeHead(302, { location }).end()
    })
    expect(await problemOf(here.ask(`${url}/wms`, LIMITS))).toBe('redirected')
    expect(asked).toEqual(['/wms'])
  })

  // @bad-input SSR-11
  it('sends too much, announced or not', async () => {
    const announced = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 10_000_000 }).write('x')
    })
    expect(await problemOf(here.ask(announced.url, LIMITS))).toBe('tooLarge')
    const endless = await serve((_request, response) => {
      const more = () => void (response.destroyed || response.write(Buffer.alloc(16_384), more))
      more()
    })
    expect(await problemOf(here.ask(endless.url, LIMITS))).toBe('tooLarge')
  })

  it('unfolds a few bytes into gigabytes', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(LIMITS.maxBytes)
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    })
    expect(await problemOf(here.ask(url, LIMITS))).toBe('tooLarge')
  })

  it('compresses honestly', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a plan'))
    })
    expect((await here.ask(url, LIMITS)).body.toString()).toBe('a plan')
  })

  it('breaks off in the middle', async () => {
    const plain = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy())
    })
    expect(await problemOf(here.ask(plain.url, LIMITS))).toBe('unreachable')
    const packed = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': 100 })
      response.write(gzipSync('a plan').subarray(0, 12), () => response.destroy())
    })
    expect(await problemOf(here.ask(packed.url, LIMITS))).toBe('unreachable')
  })

  // @bad-input SSR-11
  it('takes its time: before it answers, and byte by byte', async () => {
    const mute = await serve(() => {})
    expect(await problemOf(here.ask(mute.url, { ...LIMITS, timeoutMs: 150 }))).toBe('tooSlow')
    const trickling = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await problemOf(here.ask(trickling.url, { ...LIMITS, timeoutMs: 200 }))).toBe('tooSlow')
  })

  it('speaks no TLS, and is not there', async () => {
    const { port } = await serve((_request, response) => response.end())
    expect(await problemOf(here.ask(`https://127.0.0.1:${port}/`, LIMITS))).not.toBe('answered')
    servers.pop()!.close()
    expect(await problemOf(here.ask(`http://127.0.0.1:${port}/`, LIMITS))).toBe('unreachable')
  })
})

describe('a name', () => {
  const asking = (answers: string[][]) => {
    let asked = 0
    const outbound = openOutbound(HOSTS, {
      resolve: async () =>
        answers[Math.min(asked++, answers.length - 1)]!.map((address) => ({
          address,
          family: address.includes(':') ? 6 : 4,
        })),
    })
    return { outbound, count: () => asked }
  }

  // @bad-input SSR-05
  it.each([
    [['127.0.0.1']],
    [['10.1.2.3']],
    [['169.254.169.254']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['fd00::1']],
    [['8.8.8.8', '127.0.0.1']],
  ])('that leads to %j is not asked', async (addresses) => {
    const { outbound } = asking([addresses])
    expect(await problemOf(outbound.ask('https://geo.example.de/', LIMITS))).toBe('addressNotPublic')
  })

  // @bad-input SSR-05
  it('that leads elsewhere the second time is looked at the second time', async () => {
    const { port } = await serve((_request, response) => response.end('a plan'))
    const addresses = ['127.0.0.1', '169.254.169.254']
    const outbound = openOutbound(
      { hosts: [], loopback: true },
      { resolve: async () => [{ address: addresses.shift()!, family: 4 }] },
    )
    const name = `http://localhost:${port}/`
    expect((await outbound.ask(name, LIMITS)).body.toString()).toBe('a plan')
    // No look before the connection and another one for it: the address that was looked at is connected to.
    expect(addresses).toEqual(['169.254.169.254'])
    expect(await problemOf(outbound.ask(name, LIMITS))).toBe('addressNotPublic')
  })

  it('that the operator lets lie inside is asked there', async () => {
    const inside = { ...HOSTS, privateHosts: ['geo.example.de'] }
    const outbound = openOutbound(inside, { resolve: async () => [{ address: '127.0.0.1', family: 4 }] })
    expect(['unreachable', 'notTrusted']).toContain(
      await problemOf(outbound.ask('https://geo.example.de/', LIMITS)),
    )
    expect(await problemOf(outbound.ask('https://a.karten.example.de/', LIMITS))).toBe('addressNotPublic')
  })

  it('that nobody knows', async () => {
    const outbound = openOutbound(HOSTS, { resolve: () => Promise.reject(new Error('ENOTFOUND')) })
    expect(await problemOf(outbound.ask('https://geo.example.de/', LIMITS))).toBe('nameUnknown')
  })
})

describe('in the shape of fetch', () => {
  it('answers, and refuses as the guarded way does', async () => {
    const { url } = await serve((request, response) => {
      request.pipe(response.setHeader('content-type', 'application/json'))
    })
    const fetch = asFetch(openOutbound({ hosts: [], loopback: true }), LIMITS)
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ a: 1 }) })
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.json()).toEqual({ a: 1 })
    expect(await problemOf(fetch('https://169.254.169.254/'))).toBe('addressNotPublic')
  })
})
