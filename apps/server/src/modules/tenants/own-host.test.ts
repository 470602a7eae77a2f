import { expect, it } from 'vitest'
import { HEADERS, useServer } from '../../../test/server.ts'
import { makeTenant } from '../../../test/world.ts'
import { setTerms } from './set-terms.ts'

let now = new Date('2026-11-23T13:06:31.000Z')
const clock = () => now
const server = useServer(clock)
const OWN = 'beteiligung.eigenstadt.example'
const get = (url: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { host: OWN, ...headers } })
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

it('answers at a tenant’s own host name once it is agreed, and at no made-up one', async () => {
  const { slug } = await makeTenant(server.database, 'eigenstadt')
  expect((await get('/health/live')).statusCode).toBe(421)
  expect(await setTerms(server.database, clock, slug, { host: OWN })).toBe(true)
  later(11)
  expect((await get('/health/live')).statusCode).toBe(200)
  expect((await get('/health/live', { host: OWN.toUpperCase() })).statusCode).toBe(200)
  expect((await get('/health/live', { host: `x.${OWN}` })).statusCode).toBe(421)
  const other = await makeTenant(server.database, 'andernorts')
  expect(await setTerms(server.database, clock, other.slug, { host: OWN })).toBe('hostTaken')
  expect(await setTerms(server.database, clock, 'nirgends', { host: 'x.example' })).toBe(false)
  expect(await setTerms(server.database, clock, slug, { host: null })).toBe(true)
  later(11)
  expect((await get('/health/live')).statusCode).toBe(421)
})

it('takes writes there from its own pages only', async () => {
  const { slug } = await makeTenant(server.database, 'hier')
  await setTerms(server.database, clock, slug, { host: OWN })
  later(11)
  const write = async (origin: string, host = OWN) =>
    (
      await server.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { ...HEADERS, host, origin },
        payload: { query: '{ tenants { slug } }' },
      })
    ).statusCode
  expect(await write(`https://${OWN}`)).toBe(200)
  expect(await write('http://127.0.0.1:4000')).toBe(403)
  expect(await write('https://evil.example')).toBe(403)
  // Nor may a page of the tenant's host write at the installation's address.
  expect(await write(`https://${OWN}`, HEADERS.host)).toBe(403)
})

it('gives the colours of a tenant as a style sheet that is sent again only when they changed', async () => {
  const { id, slug } = await makeTenant(server.database, 'farbig')
  const url = `/t/${slug}/theme.css`
  const sheet = (headers = {}) => server.app.inject({ url, headers: { host: HEADERS.host, ...headers } })
  expect((await sheet()).body).toBe('')
  await server.owner.query(
    `update tenant set colours = '{"primary": "#1f4f9c", "primaryDark": "#a3c6f2"}' where id = $1`,
    [id],
  )
  const first = await sheet()
  expect(first.headers['content-type']).toBe('text/css; charset=utf-8')
  expect(first.body).toContain('--primary: light-dark(#1f4f9c, #a3c6f2);')
  expect(first.headers['content-security-policy']).toContain(`style-src 'self'`)
  expect((await sheet({ 'if-none-match': first.headers.etag })).statusCode).toBe(304)
  // Whatever got into the database: only colours become style.
  await server.owner.query(
    `update tenant set colours = '{"primary": "red;} body {display: none", "primaryDark": "#a3c6f2"}' where id = $1`,
    [id],
  )
  expect((await sheet()).body).toBe('')
  expect(
    (await server.app.inject({ url: '/t/nirgends/theme.css', headers: { host: HEADERS.host } })).body,
  ).toBe('')
})
