import { verify } from '@node-rs/argon2'
import { expect, it, vi } from 'vitest'
import { useDatabase } from '../../../test/database.ts'

import { browser, makeTown } from './identity.testing.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { viewerOf } from './viewer-of.ts'

// The real thing, but counted.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

const test = useDatabase()
const MINUTE = 60_000

it('signs somebody in with address and password, and the next request knows who it is', async () => {
  const { credentials, staff, tenantId } = await makeTown(test, 'anmelden')
  const there = browser(test)
  expect(await signIn(await there.ctx(), credentials)).toMatchObject({ personId: staff.personId })
  expect((await there.ctx()).viewer).toEqual({
    personId: staff.personId,
    name: 'Jana Wolf',
    email: staff.email,
    memberships: [{ tenantId, tenantSlug: 'anmelden', role: 'agencyClerk', procedureId: null }],
  })
})

it('records that somebody signed in, in ids only', async () => {
  const { credentials, staff, tenantId } = await makeTown(test, 'ereignis')
  await signIn(await browser(test).ctx(), credentials)
  const { rows } = await test.owner.query(
    'select type, subject_ids, actor_id from event where tenant_id = $1',
    [tenantId],
  )
  expect(rows).toEqual([{ type: 'StaffSignedIn', subject_ids: [staff.personId], actor_id: staff.personId }])
})

it('takes the address with capitals and spaces around it', async () => {
  const { credentials } = await makeTown(test, 'grossbuchstaben')
  const typed = `  ${credentials.email.toUpperCase()} `
  expect(await signIn(await browser(test).ctx(), { ...credentials, email: typed })).not.toBeInstanceOf(
    SignInRefused,
  )
})

it.each([
  ['an unknown address', { email: 'niemand@amt.example' }],
  ['a wrong password', { password: 'etwas ganz anderes' }],
  ['an overlong password', { password: 'x'.repeat(100_000) }],
  ['an address with a NUL in it', { email: 'planner\0@amt.example' }],
  ['a tenant the person does not work for', { tenantSlug: 'nachbarstadt' }],
])('refuses %s with the same words', async (what, wrong) => {
  const { credentials } = await makeTown(test, `abgelehnt-${what.length}`)
  const there = browser(test)
  const answer = await signIn(await there.ctx(), { ...credentials, ...wrong })
  expect(answer).toEqual(SignInRefused.of())
  expect(there.jar.secret).toBeNull()
})

// @bad-input SES-04
it('does the same work for an unknown address as for a wrong password', async () => {
  const { credentials } = await makeTown(test, 'gleich-viel')
  const work = async (email: string) => {
    vi.mocked(verify).mockClear()
    await signIn(await browser(test).ctx(), { ...credentials, email, password: 'nicht das richtige' })
    return vi.mocked(verify).mock.calls.map(([hashed]) => String(hashed).split('$').slice(1, 4))
  }
  const known = await work(credentials.email)
  // One comparison each, at the same cost: nothing is left for a stopwatch.
  expect(known).toEqual([['argon2id', 'v=19', 'm=19456,t=2,p=1']])
  expect(await work('niemand@amt.example')).toEqual(known)
})

// @bad-input SES-01
it('gives a new session at each sign-in and ends the one the browser came with', async () => {
  const { credentials } = await makeTown(test, 'neue-sitzung')
  const there = browser(test)
  await signIn(await there.ctx(), credentials)
  const first = there.jar.secret
  await signIn(await there.ctx(), credentials)
  expect(there.jar.secret).not.toBe(first)
  expect(await viewerOf(test.database, () => new Date(), first)).toBeNull()
})

it('never makes a session out of a cookie that somebody planted', async () => {
  const { credentials } = await makeTown(test, 'untergeschoben')
  const there = browser(test)
  const planted = 'A'.repeat(43)
  there.jar.secret = planted
  await signIn(await there.ctx(), credentials)
  expect(there.jar.secret).not.toBe(planted)
  expect(await viewerOf(test.database, () => new Date(), planted)).toBeNull()
})

it('stores only the hash of the session', async () => {
  const { credentials, staff } = await makeTown(test, 'nur-hash')
  const there = browser(test)
  await signIn(await there.ctx(), credentials)
  const { rows } = await test.owner.query('select s::text as row from session s where person_id = $1', [
    staff.personId,
  ])
  expect(rows).toHaveLength(1)
  expect(rows[0].row).not.toContain(Buffer.from(there.jar.secret!).toString('hex'))
  expect(rows[0].row).not.toContain(Buffer.from(there.jar.secret!, 'base64url').toString('hex'))
})

// @bad-input SES-02
it('does not answer a cookie that was kept from before signing out', async () => {
  const { credentials } = await makeTown(test, 'abmelden')
  const there = browser(test)
  await signIn(await there.ctx(), credentials)
  const kept = there.jar.secret
  expect(await signOut(await there.ctx())).toBe(true)
  expect(there.jar.secret).toBeNull()
  expect(await viewerOf(test.database, () => new Date(), kept)).toBeNull()
})

// @bad-input AUT-29
it('shuts out a disabled person with the next request, and from signing in', async () => {
  const { credentials, staff } = await makeTown(test, 'gesperrt')
  const there = browser(test)
  await signIn(await there.ctx(), credentials)
  await test.owner.query('update person set disabled_at = now() where id = $1', [staff.personId])
  expect((await there.ctx()).viewer).toBeNull()
  expect(await signIn(await there.ctx(), credentials)).toBeInstanceOf(SignInRefused)
})

it('ends a session after half an hour without a request and after twelve hours with them', async () => {
  const { credentials } = await makeTown(test, 'ablauf')
  let now = Date.now()
  const there = browser(test, () => new Date(now))
  await signIn(await there.ctx(), credentials)
  const begun = now
  for (now += 29 * MINUTE; now < begun + 12 * 60 * MINUTE; now += 29 * MINUTE)
    expect((await there.ctx()).viewer).not.toBeNull()
  expect((await there.ctx()).viewer).toBeNull()

  await signIn(await there.ctx(), credentials)
  now += 30 * MINUTE
  expect((await there.ctx()).viewer).toBeNull()
})

it('writes down that a session was used at most once a minute', async () => {
  const { credentials, staff } = await makeTown(test, 'zuletzt')
  let now = Date.now()
  const there = browser(test, () => new Date(now))
  await signIn(await there.ctx(), credentials)
  const seen = async () =>
    (
      await test.owner.query('select seen_at from session where person_id = $1', [staff.personId])
    ).rows[0].seen_at.getTime()
  const begun = now
  now += 59_000
  await there.ctx()
  expect(await seen()).toBe(begun)
  now += 1_000
  await there.ctx()
  expect(await seen()).toBe(now)
})
