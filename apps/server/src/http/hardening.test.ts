import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import Fastify from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { HEADERS, useServer } from '../../test/server.ts'
import { makeProcedure, makeTenant, NOW, testConfig } from '../../test/world.ts'
import { trustOf } from './our-hosts.ts'
import { registerSecurityTxt } from './security-txt.ts'

const CONTACT = 'mailto:sicherheit@stadt.example'
const ELSEWHERE = 'https://evil.example'
const server = useServer(() => NOW, { securityContact: CONTACT })
let paths: string[]

beforeAll(async () => {
  const tenant = await makeTenant(server.database)
  const { id } = await makeProcedure(server.database, tenant)
  paths = [
    '/health/live',
    '/health/ready',
    '/graphql?query=%7B__typename%7D',
    '/graphql',
    '/nothing',
    `/map/${id}/cells`,
    `/t/${tenant.slug}/theme.css`,
    `/files/${id}`,
    `/exports/${id}`,
    `/tiles/layers/${id}/1/1/1.png`,
    '/.well-known/security.txt',
  ]
})

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { host: HEADERS.host, ...headers } })

describe('the content policy', () => {
  it('leaves nothing to find below severity 50, on every kind of answer', async () => {
    for (const path of paths) {
      const policy = String((await get(path)).headers['content-security-policy'])
      const worse = new CspEvaluator(new CspParser(policy).csp)
        .evaluate()
        .filter((one) => Number(one.severity) < 50)
      expect([path, worse.map((one) => one.description)]).toEqual([path, []])
      expect(policy, path).toContain(`default-src 'none'`)
    }
  })

  it('would be found wanting if scripts could stand in the page', () => {
    const { csp } = new CspParser(`default-src 'none'; script-src 'unsafe-inline'`)
    expect(new CspEvaluator(csp).evaluate().some((one) => Number(one.severity) < 50)).toBe(true)
  })
})

describe('other origins', () => {
  it('may read the open data and nothing else', async () => {
    for (const path of paths) {
      const { headers } = await get(path, { origin: ELSEWHERE })
      expect(headers['access-control-allow-origin'], path).toBeUndefined()
    }
    const open = await get('/open-data/graphql?query=%7B__typename%7D', { origin: ELSEWHERE })
    expect(open.headers['access-control-allow-origin']).toBe('*')
  })
})

describe('a proxy', () => {
  /** What the installation takes for the sender's address, with this setting. */
  async function addressSeen(trustedProxies: string[], remoteAddress: string): Promise<string> {
    const behind = Fastify({ trustProxy: trustOf(testConfig({ trustedProxies })) })
    behind.get('/', (request, reply) => reply.send(request.ip))
    const { body } = await behind.inject({
      url: '/',
      remoteAddress,
      headers: { 'x-forwarded-for': '203.0.113.77' },
    })
    await behind.close()
    return body
  }

  // @bad-input SES-11 SES-13
  it('is believed only where the operator names it', async () => {
    expect(await addressSeen([], '10.0.0.5')).toBe('10.0.0.5')
    expect(await addressSeen(['10.0.0.5'], '198.51.100.1')).toBe('198.51.100.1')
    expect(await addressSeen(['10.0.0.5'], '10.0.0.5')).toBe('203.0.113.77')
  })
})

describe('security.txt', () => {
  it('says whom to tell, for less than a year', async () => {
    const { statusCode, headers, body } = await get('/.well-known/security.txt')
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    const fields = Object.fromEntries(
      body
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/: (.*)/s)),
    )
    expect(fields).toMatchObject({
      Contact: CONTACT,
      'Preferred-Languages': 'de, en',
      Canonical: 'http://127.0.0.1:4000/.well-known/security.txt',
    })
    const days = (Date.parse(fields.Expires) - NOW.getTime()) / 86_400_000
    expect(days > 170 && days < 365).toBe(true)
  })

  it('is not there where nobody is named', async () => {
    const silent = Fastify()
    registerSecurityTxt(silent, { config: testConfig({ securityContact: undefined }), clock: () => NOW })
    expect((await silent.inject('/.well-known/security.txt')).statusCode).toBe(404)
    await silent.close()
  })
})
