import { afterEach, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../../test/database.ts'
import { startForger, type Forgery } from '../../../../test/oidc-provider.ts'
import { testConfig } from '../../../../test/world.ts'
import { addTenant, browser } from '../identity.testing.ts'
import { beginSignOn } from './begin-sign-on.ts'
import { finishSignOn } from './finish-sign-on.ts'
import { addProvider, beginning, LOCAL } from './sign-on.testing.ts'

const test = useDatabase()
const stops: (() => Promise<void>)[] = []
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())))

/** Goes to a provider that lies as told, and comes back with what it says. */
async function comeBackFrom(forgery: Forgery, config = LOCAL) {
  const forger = await startForger(forgery)
  stops.push(forger.stop)
  const slug = `host-${newId().slice(-8)}`
  const id = await addProvider(test, await addTenant(test, slug), forger.issuer)
  const there = browser(test, undefined, undefined, config)
  const address = await beginSignOn(await there.ctx(), beginning(slug, id))
  if (typeof address !== 'string') return { result: address, forger }
  const asked = new URL(address).searchParams
  if (forgery.claims?.nonce === undefined) forgery.claims = { ...forgery.claims, nonce: asked.get('nonce') }
  const query = `?code=c&state=${asked.get('state')}`
  return {
    result: await finishSignOn(await there.ctx(), { tenantSlug: slug, providerId: id, query }),
    viewer: (await there.ctx()).viewer,
    forger,
  }
}
const now = () => Math.floor(Date.now() / 1000)

it('believes a token in which everything is right', async () => {
  const { result, viewer } = await comeBackFrom({})
  expect(result).toMatchObject({ kind: 'staff' })
  expect(viewer!.memberships.map(({ role }) => role)).toEqual(['planner'])
})

// @bad-input SES-17
it.each<[string, Forgery]>([
  ['another nonce', { claims: { nonce: 'of somebody else' } }],
  ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
  ['another audience', { claims: { aud: 'another client' } }],
  ['several audiences and another party', { claims: { aud: ['mitsprache', 'b'], azp: 'b' } }],
  ['an end that is past', { claims: { exp: now() - 3600, iat: now() - 7200 } }],
  ['a signature of another key', { foreignKey: true }],
  ['nobody in it', { claims: { sub: undefined } }],
])('does not believe a token with %s', async (_what, forgery) => {
  const { result, viewer } = await comeBackFrom(forgery)
  expect(result).toMatchObject({ code: 'SignOnRefused', problem: 'invalid' })
  expect(viewer).toBeNull()
})

// @bad-input SSR-16 SES-19
it('is not led elsewhere by what a provider tells of itself', async () => {
  const { result: other } = await comeBackFrom({ metadata: { issuer: 'https://elsewhere.example' } })
  expect(other).toMatchObject({ problem: 'invalid' })
  for (const entrance of ['javascript:alert(1)', 'http://elsewhere.example/', 'data:text/html,x']) {
    const { result } = await comeBackFrom({ metadata: { authorization_endpoint: entrance } })
    expect(result, entrance).toMatchObject({ code: 'SignOnRefused' })
  }
  // Neither the machine's own network nor a cloud's table of secrets is asked.
  for (const inside of [
    'https://169.254.169.254/token',
    'https://10.0.0.1/token',
    'https://[fd00::1]/token',
  ]) {
    const { result } = await comeBackFrom({ metadata: { token_endpoint: inside } })
    expect(result, inside).toMatchObject({
      problem: 'unreachable',
      facts: [{ name: 'detail', value: 'addressNotPublic' }],
    })
  }
})

it('follows no redirect, and takes neither floods nor drops', async () => {
  const problem = async (answer: Forgery['answer']) => (await comeBackFrom({ answer })).result
  const discovery = '/.well-known/openid-configuration'
  expect(
    await problem((path, response) => {
      if (path !== discovery) return false
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
      return true
    }),
  ).toMatchObject({ problem: 'unreachable', facts: [{ value: 'redirected' }] })
  expect(
    await problem((path, response) => {
      if (path !== discovery) return false
      response.setHeader('content-type', 'application/json')
      response.end(`{"issuer":"${'x'.repeat(400_000)}"}`)
      return true
    }),
  ).toMatchObject({ problem: 'unreachable', facts: [{ value: 'tooLarge' }] })
  expect(
    await problem((path, response) => {
      if (path !== '/token') return false
      response.writeHead(200, { 'content-type': 'application/json' }).write('{')
      return true
    }),
  ).toMatchObject({ problem: 'unreachable', facts: [{ value: 'tooSlow' }] })
})

it('asks nobody on this machine or by plain http unless told to', async () => {
  const { result, forger } = await comeBackFrom({}, testConfig())
  expect(result).toMatchObject({ code: 'SignOnRefused' })
  expect(forger.asked).toEqual([])
})

it('leaves a word in the log of the tenant, with the provider and nothing that it said', async () => {
  const before = new Date()
  const { result } = await comeBackFrom({ claims: { aud: 'zyxjemand' } })
  expect(result).toMatchObject({ code: 'SignOnRefused' })
  const { rows } = await test.owner.query<{ row: string; own: boolean }>(
    `select e::text as row, exists (select from sign_on_provider p where p.tenant_id = e.tenant_id and e.subject_ids = array[p.id]) as own
     from event e where type = 'SignOnRefused' and at >= $1`,
    [before],
  )
  expect(rows.map(({ own }) => own)).toEqual([true])
  expect(rows[0]!.row).not.toContain('zyxjemand')
})
