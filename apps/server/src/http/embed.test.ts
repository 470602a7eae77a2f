import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADERS, useServer } from '../../test/server.ts'
import { makeProcedure, makeStaff, makeTenant, NOW, PASSWORD, type TestTenant } from '../../test/world.ts'

const webDir = mkdtempSync(join(tmpdir(), 'mitsprache-embed-'))
mkdirSync(join(webDir, 'assets'))
writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Mitsprache</title>')
const server = useServer(() => NOW, {}, webDir)
let tenant: TestTenant
let shown: string
let draft: string
let cookie: string

beforeAll(async () => {
  tenant = await makeTenant(server.database)
  shown = `/embed/t/${tenant.slug}/${(await makeProcedure(server.database, tenant)).slug}`
  draft = `/embed/t/${tenant.slug}/${(await makeProcedure(server.database, tenant, { published: false })).slug}`
  const administrator = await makeStaff(server.database, tenant, ['administrator', 'planner'])
  cookie = await server.signIn(tenant.slug, administrator.email, PASSWORD)
})
afterAll(() => rmSync(webDir, { recursive: true, force: true }))

const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { host: HEADERS.host, accept: 'text/html', ...headers } })

async function framedBy(url: string): Promise<string | undefined> {
  const policy = String((await get(url)).headers['content-security-policy'])
  return /frame-ancestors ([^;]*)/.exec(policy)?.[1]
}

const SAVE = `mutation($tenant: String!, $input: ChangeTenantSettingsInput!) {
  changeTenantSettings(tenant: $tenant, input: $input) { __typename
    ... on TenantSettingsSaved { settings { version embedHosts } }
    ... on InputRefused { fields { field problem } } } }`
const list = async (embedHosts: string[], version: number) =>
  (await server.ask(SAVE, { tenant: tenant.slug, input: { version, embedHosts } }, { cookie })).data
    .changeTenantSettings

describe('a procedure in the frame of somebody else', () => {
  it('is shown by nobody until an administrator lists who may', async () => {
    expect((await get(shown)).statusCode).toBe(200)
    expect(await framedBy(shown)).toBe(`'none'`)
    expect(await list(['www.stadt.example', '*.kreis.example', 'https://www.stadt.example/'], 1)).toEqual({
      __typename: 'TenantSettingsSaved',
      settings: { version: 2, embedHosts: ['https://www.stadt.example', 'https://*.kreis.example'] },
    })
    expect(await framedBy(shown)).toBe('https://www.stadt.example https://*.kreis.example')
  })

  it('leaves every other page to nobody, and other tenants to their own lists', async () => {
    const other = await makeTenant(server.database)
    const theirs = `/embed/t/${other.slug}/${(await makeProcedure(server.database, other)).slug}`
    for (const url of [theirs, '/', `/t/${tenant.slug}/`, '/status', '/embed', '/embed/t/nobody/nothing'])
      expect([url, await framedBy(url)]).toEqual([url, `'none'`])
  })

  it('does not exist before it is published, not even for its planner', async () => {
    for (const url of [draft, `/embed/t/${tenant.slug}/nothing`])
      for (const headers of [{}, { cookie }] as Record<string, string>[])
        expect([url, (await get(url, headers)).statusCode]).toEqual([url, 404])
  })

  it('recognises nobody and leaves nothing behind, whatever is asked below its address', async () => {
    for (const url of [shown, draft, '/embed/graphql']) {
      const { headers } = await get(url, { cookie })
      expect(headers['set-cookie'], url).toBeUndefined()
    }
    const told: (string | undefined)[] = []
    server.seen = (request) => void told.push(request.headers.cookie, JSON.stringify(request.cookies))
    await get(shown, { cookie })
    server.seen = undefined
    expect(told).toEqual([undefined, '{}'])
  })

  it('takes nothing in', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'] as const)
      expect(
        (await server.app.inject({ method, url: shown, headers: { host: HEADERS.host } })).statusCode,
      ).toBe(404)
  })

  it('refuses hosts that are none, each by its line, and changes nothing', async () => {
    expect(await list(['www.stadt.example', 'http://localhost:8080', 'a.example/b', '*'], 2)).toEqual({
      __typename: 'InputRefused',
      fields: [1, 2, 3].map((i) => ({ field: `embedHosts.${i}`, problem: 'notAHost' })),
    })
    const many = Array.from({ length: 21 }, (_, i) => `www${i}.stadt.example`)
    expect((await list(many, 2)).fields).toEqual([{ field: 'embedHosts', problem: 'tooMany' }])
    expect(await framedBy(shown)).toContain('https://www.stadt.example')
  })

  it('cannot have anything else in its header, even by a hand in the database', async () => {
    for (const wrong of [
      "'self'",
      "https://a.example; script-src 'unsafe-inline'",
      '*',
      'https://a b.example',
    ])
      await expect(
        server.owner.query('update tenant set embed_hosts = array[$2] where id = $1', [tenant.id, wrong]),
      ).rejects.toThrow(/tenant_embed_hosts_form/)
  })
})
