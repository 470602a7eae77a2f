import { newId } from '@mitsprache/terms'
import type { InjectOptions } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../src/modules/plans/pdf.testing.ts'
import { ask, cookieOf, makeThing, makeTown, type Town } from './permissions/town.ts'
import { HEADERS, useServer } from './server.ts'
import { ROUTES } from './two-tenants/routes.ts'
import { askerOf } from './two-tenants/towns.ts'
import { makeProcedure, NOW } from './world.ts'

const server = useServer(() => NOW)
let town: Town
let cookie: string
/** A document of a draft, and the procedure on display. */
let draftFile: string
let open: { id: string; slug: string }

beforeAll(async () => {
  town = await makeTown(server, 'http://127.0.0.1:1')
  cookie = await cookieOf(town, askerOf(town, 'administrator'))
  const thing = await makeThing(town, 'draft')
  const input = {
    procedureId: thing.procedureId,
    version: 1,
    uploadId: town.uploads.planDocument,
    category: 'planDrawing',
    title: { de: 'Plan' },
  }
  const { data } = await ask(town, cookie, 'addDocument', { tenant: town.here.slug, input })
  draftFile = String(data.answer.procedure.documents[0].url).split('/')[2]!
  open = await makeProcedure(server.database, town.here)
}, 180_000)

const inject = ({ headers, ...options }: InjectOptions) =>
  server.app.inject({ ...options, headers: { host: HEADERS.host, ...headers } })

const SEGMENTS = [
  '%00',
  'a%00b',
  '%ff%fe',
  '%',
  '%zz',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f%2e%2e',
  '....%2f%2f',
  '%5c..%5c..',
  'a%0d%0aX-Evil:%201',
  '-1',
  '1e9',
  'NaN',
  'Infinity',
  '0x10',
  '007',
  '1.5',
  '%D9%A3',
  '99999999999999999999',
  '%F0%9F%92%A9',
  '%ED%A0%80',
  "'%20or%20'1'='1",
  '{id}',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  '%3Cscript%3E',
  'x'.repeat(290),
  'x'.repeat(5_000),
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-7FFF-8FFF-FFFFFFFFFFFF',
]
const QUERIES = [
  '?',
  '?a[]=1&a[b]=2',
  '?v=%00',
  '?v=1&v=2',
  '?width=-1',
  '?width=1e9&width=320',
  '?width=NaN',
  '?bbox=NaN,NaN,NaN,NaN&z=12',
  '?bbox=13,51,12,50&z=12',
  '?bbox=12,50,13,51&z=-1',
  '?bbox=12,50,13,51&z=12.5',
  '?bbox=12,50,13,51&z=12&search=%00',
  '?bbox=12,50,13,51&z=12&search=%ED%A0%80',
  `?bbox=12,50,13,51&z=12&search=${'x'.repeat(3_000)}`,
  '?bbox=12,50,13,51&z=12&categories=x,y',
  `?bbox=12,50,13,51&z=12&categories=${Array.from({ length: 100 }, () => newId()).join(',')}`,
  '?kind=__proto__&from=0000-00-00&until=10000-01-01',
  '?from=2026-02-30',
  '?actor=x&procedure=%00',
  '?kind=people&kind=account',
  '?from=2026-01-01&from=2026-01-02',
  '?__proto__=1&constructor=2',
  '?%00=1',
  `?${'a=1&'.repeat(2_000)}`,
]
const HEAD_LINES: Record<string, string>[] = [
  { range: `bytes=${'0-0,'.repeat(1_000)}0-0` },
  { range: 'bytes=-0' },
  { range: 'bytes=99999999999999999999-' },
  { range: 'bytes=5-1' },
  { range: 'octets=0-1' },
  { 'if-none-match': `"${'x'.repeat(7_000)}"` },
  { 'if-none-match': '*' },
  { 'if-modified-since': 'yesterday' },
  { 'if-range': '"x"', range: 'bytes=0-0' },
  { 'accept-language': `${'de;q=1e400,'.repeat(500)}<script>` },
  { accept: '*/*;q=x, \u00e4' },
  { 'accept-encoding': 'br;q=0, gzip;q=-1, deflate, x' },
  { cookie: '__Host-mitsprache=%00; __Host-mitsprache-resident=%ff; =; ;;; a' },
  { cookie: `__Host-mitsprache=${'A'.repeat(6_000)}` },
  { 'x-forwarded-for': '1.2.3.4, unknown, ::, %00' },
  { 'x-http-method-override': 'DELETE' },
  { origin: 'null' },
  { 'upload-secret': `${'A'.repeat(42)}=` },
  { 'contribution-secret': 'x'.repeat(5_000) },
  { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.' },
  { expect: '100-continue' },
]

/** Neither a fault nor an echo, and the headers that every answer has. */
async function expectClear(options: InjectOptions, how: string) {
  const { statusCode, headers, body } = await inject(options)
  expect(statusCode, how).toBeLessThan(500)
  expect(headers, how).not.toHaveProperty('x-evil')
  expect(headers['x-content-type-options'], how).toBe('nosniff')
  expect(headers['content-security-policy'], how).toBeTruthy()
  if (statusCode >= 400)
    expect(body, how).not.toMatch(/<script>|etc\/passwd|\bat .*\.ts|node_modules|syntax error/i)
}

const asked = Object.entries(ROUTES).map(([route, how]) => [route, 'ask' in how ? how.ask : null] as const)

describe('whatever stands in an address', () => {
  it.each(asked)('%s: SQL-08 UPL-01 XSS-22', async (route) => {
    const [method] =
      route.includes('mail/stop') || route.endsWith('logout') ? ['POST' as const] : ['GET' as const]
    const parts = route.match(/:\w+|\*/g) ?? []
    for (const part of parts)
      for (const segment of SEGMENTS) {
        const url = route
          .replace(part, segment)
          .replace(':version', '1')
          .replace(':z', '14')
          .replace(':x', '8779')
          .replace(/:(tenant)/, town.here.slug)
          .replace(/:(layer)/, 'town')
          .replace(/:(theme)/, 'light')
          .replace(/:file/, '5489.png')
          .replace(/:\w+/g, newId())
        await expectClear({ method, url, headers: { cookie } }, `${method} ${url.slice(0, 120)}`)
      }
  })

  it.each(asked)('%s, and behind it', async (route, request) => {
    const { headers, ...one } = request?.(newId()) ?? { url: route.replaceAll(/:\w+/g, 'x') }
    for (const query of QUERIES) {
      const url = `${(one.url as string).split('?')[0]}${query}`
      await expectClear({ ...one, url, headers: { ...headers, cookie } }, url.slice(0, 120))
    }
    for (const query of QUERIES)
      for (const url of [
        `/map/${open.id}/cells${query}`,
        `/audit/${town.here.slug}.csv${query}`,
        `/files/${draftFile}${query}`,
      ])
        if (route === '/graphql') await expectClear({ url, headers: { cookie } }, url.slice(0, 120))
  })

  it.each(asked)('%s, by any method and with any headers', async (route, request) => {
    const { headers, ...one } = request?.(newId()) ?? { url: route.replaceAll(/:\w+/g, 'x') }
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
      await expectClear({ ...one, method, headers: { ...headers, cookie } }, `${method} ${route}`)
    for (const line of HEAD_LINES)
      await expectClear(
        { ...one, headers: { ...headers, cookie, ...line } },
        JSON.stringify(line).slice(0, 100),
      )
  })
})

describe('a file that is not on display', () => {
  it('AUT-25 is not there: not in part, not if it changed, not by its head', async () => {
    const own = await inject({ url: `/files/${draftFile}`, headers: { cookie } })
    expect([own.statusCode, own.headers['cache-control']]).toEqual([200, 'private, no-store'])
    const etag = String(own.headers.etag)
    const missing = newId()
    for (const method of ['GET', 'HEAD'] as const)
      for (const headers of [
        {},
        { range: 'bytes=0-9' },
        { 'if-none-match': etag },
        { 'if-none-match': '*' },
      ]) {
        const answers = await Promise.all(
          [draftFile, missing].map(async (id) => {
            const { statusCode, body, headers: got } = await inject({ method, url: `/files/${id}`, headers })
            return [statusCode, body, got.etag, got['content-length'], got['accept-ranges']]
          }),
        )
        expect(answers[0], JSON.stringify(headers)).toEqual(answers[1])
        expect(answers[0]![0]).toBe(404)
      }
  })

  it('PRI-05 is kept by no cache, and neither is anything else of somebody signed in', async () => {
    for (const url of [`/exports/${newId()}`, `/audit/${town.here.slug}.csv`, `/files/${newId()}`])
      expect((await inject({ url, headers: { cookie } })).headers['cache-control'], url).toBe('no-store')
    const { headers } = await ask(town, cookie, 'people', { tenant: town.here.slug })
    expect(headers['cache-control']).toBe('no-store')
  })
})

describe('an upload', () => {
  const begin = async () => {
    const input = { purpose: 'planDocument', fileName: 'Plan.pdf', sizeBytes: 1000 }
    const { data } = await ask(town, cookie, 'beginUpload', { tenant: town.here.slug, input })
    return data.answer as { id: string; url: string; secret: string }
  }

  it('UPL-04 AUT-26 takes its next part only, of this length, by whoever holds its secret', async () => {
    const { url, secret } = await begin()
    const put = (range: string, length: number, more: Record<string, string> = {}) =>
      inject({
        method: 'PUT',
        url,
        payload: makePdf({ fillBytes: 2_000 }).subarray(0, length),
        headers: {
          'upload-secret': secret,
          'content-type': 'application/pdf',
          'content-range': range,
          ...more,
        },
      })
    for (const [range, length, status] of [
      ['bytes 500-599/1000', 100, 409],
      ['bytes 0-99/2000', 100, 400],
      ['bytes 0-1999/1000', 100, 400],
      ['bytes -5-10/1000', 15, 400],
      ['bytes 0-99/1e3', 100, 400],
      ['bytes 0-99999999999999999/1000', 100, 400],
      ['bytes 0-99/1000', 50, 400],
    ] as const)
      expect((await put(range, length)).statusCode, range).toBe(status)
    expect((await put('bytes 0-99/1000', 100, { 'upload-secret': (await begin()).secret })).statusCode).toBe(
      404,
    )
    expect((await put('bytes 0-99/1000', 100)).statusCode).toBe(204)
    // The same part again, and one before it: nothing is written over.
    expect((await put('bytes 0-99/1000', 100)).statusCode).toBe(409)
    expect((await put('bytes 50-149/1000', 100)).statusCode).toBe(409)
    const stand = await inject({ method: 'HEAD', url, headers: { 'upload-secret': secret } })
    expect(stand.headers['upload-offset']).toBe('100')
    expect((await inject({ method: 'HEAD', url })).statusCode).toBe(404)
  })
})

describe('a link that is handed out', () => {
  it('SES-08 AUT-10 leads to the configured address, whatever the request calls itself', async () => {
    const input = { name: 'Neu', email: `${newId()}@stadt.example`, roles: ['planner'] }
    const variables = { tenant: town.here.slug, input }
    const query = `mutation($tenant: String!, $input: InvitePersonInput!) { answer: invitePerson(tenant: $tenant, input: $input) { ... on PersonInvited { link } } }`
    const { data } = await server.ask(query, variables, {
      cookie,
      host: 'localhost:9999',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'ftp',
      forwarded: 'host=evil.example;proto=ftp',
      'x-original-url': '/evil',
    })
    expect(data.answer.link).toMatch(/^http:\/\/127\.0\.0\.1:4000\/t\//)
    for (const host of ['evil.example', '127.0.0.1.evil.example', '127.0.0.1:4000@evil.example'])
      expect((await inject({ url: '/health/live', headers: { host } })).statusCode, host).toBeGreaterThan(399)
  })
})
