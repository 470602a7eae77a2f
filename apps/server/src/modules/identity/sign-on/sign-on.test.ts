import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../../test/database.ts'
import { signInThere, startProvider, type TestProvider } from '../../../../test/oidc-provider.ts'
import { addStaff, addTenant, browser, setUpApp } from '../identity.testing.ts'
import { changePassword } from '../change-account.ts'
import { changeRoles } from '../change-staff.ts'
import { FactorNeeded } from '../factor-needed.graphql.ts'
import { HeldBySignOn } from '../people-refusals.graphql.ts'
import { residentOf } from '../residents/resident-session.ts'
import { beginSignOn } from './begin-sign-on.ts'
import { endFromProvider } from './end-from-provider.ts'
import { finishSignOn } from './finish-sign-on.ts'
import { addProvider, beginning, enterClient, LOCAL, signOn } from './sign-on.testing.ts'

const MINUTE_MS = 60_000
const test = useDatabase()
let provider: TestProvider
let blind: TestProvider
beforeAll(async () => {
  provider = await startProvider()
  blind = await startProvider({ refreshTokens: false })
})
afterAll(() => Promise.all([provider.stop(), blind.stop()]))

/** A tenant with this provider, and a browser whose clock the test holds. */
async function town(shape: Parameters<typeof addProvider>[3] = {}, at: TestProvider = provider) {
  const slug = `sso-${newId().slice(-8)}`
  const tenantId = await addTenant(test, slug)
  const id = await addProvider(test, tenantId, at.issuer, shape)
  enterClient(at, slug, id)
  const clock = { ahead: 0 }
  const newBrowser = () => browser(test, () => new Date(Date.now() + clock.ahead), undefined, LOCAL)
  return { slug, tenantId, id, clock, newBrowser, there: newBrowser(), begun: beginning(slug, id) }
}
const sub = () => `s-${newId()}`
const rolesIn = async ({ there }: { there: ReturnType<typeof browser> }) =>
  ((await there.ctx()).viewer?.memberships ?? []).map(({ role }) => role).sort()

describe('staff', () => {
  it('come in by their provider, in the roles of their groups', async () => {
    const here = await town({ groupRoles: { planning: ['planner'], press: ['moderator', 'caseworker'] } })
    const me = sub()
    provider.accounts.set(me, {
      name: 'Jana Wolf',
      email: 'Jana@Stadt.example',
      groups: ['press', 'canteen'],
    })
    const result = await signOn(here.there, me, here.begun)
    expect(result).toMatchObject({
      kind: 'staff',
      entered: { name: 'Jana Wolf', email: 'jana@stadt.example' },
    })
    expect(await rolesIn(here)).toEqual(['caseworker', 'moderator'])
    provider.accounts.get(me)!.groups = ['planning']
    await signOn(here.there, me, here.begun)
    expect(await rolesIn(here)).toEqual(['planner'])
  })

  it('are one person however often they come, and never found by their address', async () => {
    const here = await town()
    const other = await addStaff(test, here.tenantId, ['administrator'], { email: 'chefin@stadt.example' })
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', email: other.email, groups: ['planning'] })
    const ids: unknown[] = []
    for (let i = 0; i < 2; i++) {
      await signOn(here.there, me, here.begun)
      ids.push((await here.there.ctx()).viewer!.personId)
    }
    expect(ids[0]).toBe(ids[1])
    expect(ids[0]).not.toBe(other.personId)
    expect(await rolesIn(here)).toEqual(['planner'])
  })

  it('do not come in without a group, and are out when they lose it', async () => {
    const here = await town()
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', groups: ['canteen'] })
    expect(await signOn(here.there, me, here.begun)).toMatchObject({ problem: 'noRole' })
    const { rows } = await test.owner.query('select 1 from sign_on_identity where subject = $1', [me])
    expect(rows).toEqual([])
    provider.accounts.get(me)!.groups = ['planning']
    await signOn(here.there, me, here.begun)
    expect(await rolesIn(here)).toEqual(['planner'])
    delete provider.accounts.get(me)!.groups
    expect(await signOn(here.newBrowser(), me, here.begun)).toMatchObject({ problem: 'noRole' })
    expect((await here.there.ctx()).viewer).toBeNull()
  })

  it('show a second factor here unless their provider did', async () => {
    const here = await town({ showsFactor: false })
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', groups: ['planning'] })
    expect(await signOn(here.there, me, here.begun)).toMatchObject({ entered: expect.any(FactorNeeded) })
    expect((await here.there.ctx()).viewer).toBeNull()
    await setUpApp(here.there)
    expect(await rolesIn(here)).toEqual(['planner'])
    for (const shown of [{ amr: ['pwd', 'mfa'] }, { acr: 'urn:substantial' }]) {
      const strong = sub()
      provider.accounts.set(strong, { name: 'Jemand', groups: ['planning'], ...shown })
      const there = here.newBrowser()
      await signOn(there, strong, here.begun)
      expect((await there.ctx()).viewer, JSON.stringify(shown)).not.toBeNull()
    }
  })

  it('take over their groups while they are signed in, and are out when their account is locked', async () => {
    const here = await town({ groupRoles: { planning: ['planner'], press: ['moderator'] } })
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', groups: ['planning'] })
    await signOn(here.there, me, here.begun)
    provider.accounts.get(me)!.groups = ['press']
    expect(await rolesIn(here)).toEqual(['planner'])
    here.clock.ahead += 6 * MINUTE_MS
    expect(await rolesIn(here)).toEqual(['moderator'])
    // The refresh token is another each time: the second check proves that the first one was kept.
    here.clock.ahead += 6 * MINUTE_MS
    expect(await rolesIn(here)).toEqual(['moderator'])
    provider.revoke(me)
    provider.accounts.delete(me)
    here.clock.ahead += 6 * MINUTE_MS
    expect((await here.there.ctx()).viewer).toBeNull()
  })

  it('are out at once everywhere when the check finds no group any more', async () => {
    const here = await town()
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', groups: ['planning'] })
    const second = here.newBrowser()
    await signOn(here.there, me, here.begun)
    await signOn(second, me, here.begun)
    provider.accounts.get(me)!.groups = []
    here.clock.ahead += 6 * MINUTE_MS
    expect((await here.there.ctx()).viewer).toBeNull()
    expect((await second.ctx()).viewer).toBeNull()
    const { rows } = await test.owner.query('select type from event where tenant_id = $1 order by id desc', [
      here.tenantId,
    ])
    expect(rows[0].type).toBe('StaffRemoved')
  })

  it('are believed for an hour where the provider cannot be asked', async () => {
    const here = await town({}, blind)
    const me = sub()
    blind.accounts.set(me, { name: 'Jemand', groups: ['planning'] })
    await signOn(here.there, me, here.begun)
    for (const _ of [1, 2]) {
      here.clock.ahead += 25 * MINUTE_MS
      expect(await rolesIn(here)).toEqual(['planner'])
    }
    here.clock.ahead += 15 * MINUTE_MS
    expect((await here.there.ctx()).viewer).toBeNull()
  })

  // @bad-input SES-22
  it('keep to the tenant whose provider it is, also with the same issuer and the same name there', async () => {
    const [ours, theirs] = [await town(), await town({ groupRoles: { planning: ['administrator'] } })]
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', groups: ['planning'] })
    enterClient(provider, ours.slug, ours.id)
    await signOn(ours.there, me, ours.begun)
    enterClient(provider, theirs.slug, theirs.id)
    await signOn(theirs.there, me, theirs.begun)
    const [a, b] = [(await ours.there.ctx()).viewer!, (await theirs.there.ctx()).viewer!]
    expect(a.personId).not.toBe(b.personId)
    expect(a.memberships.map(({ tenantSlug, role }) => [tenantSlug, role])).toEqual([[ours.slug, 'planner']])
    await expect(beginSignOn(await ours.there.ctx(), beginning(ours.slug, theirs.id))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('change neither password nor roles here', async () => {
    const here = await town()
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', groups: ['planning'] })
    await signOn(here.there, me, here.begun)
    const ctx = await here.there.ctx()
    expect(await changePassword(ctx, 'Ein ganz neuer langer Satz')).toBeInstanceOf(HeldBySignOn)
    const chief = await addStaff(test, here.tenantId, ['administrator'])
    const viewer = {
      personId: chief.personId,
      name: '',
      email: '',
      memberships: [
        { tenantId: here.tenantId, tenantSlug: here.slug, role: 'administrator' as const, procedureId: null },
      ],
    }
    expect(
      await changeRoles({ ...ctx, viewer }, here.slug, ctx.viewer!.personId, ['administrator']),
    ).toBeInstanceOf(HeldBySignOn)
  })

  // @bad-input SES-17 SES-23
  it('are signed out here when they sign out there', async () => {
    const here = await town()
    const [me, other] = [sub(), sub()]
    for (const one of [me, other]) provider.accounts.set(one, { name: 'Jemand', groups: ['planning'] })
    const second = here.newBrowser()
    await signOn(here.there, me, here.begun)
    await signOn(second, other, here.begun)
    const parts = await here.there.ctx()
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
    const now = Math.floor(Date.now() / 1000)
    const good = { iss: provider.issuer, aud: 'mitsprache', iat: now, jti: newId(), sub: me, events: event }
    const bad: [string, Record<string, unknown>, Record<string, unknown>?][] = [
      ['another audience', { ...good, aud: 'somebody else' }],
      ['another issuer', { ...good, iss: 'https://elsewhere.example' }],
      ['a nonce', { ...good, nonce: 'n' }],
      ['no event', { ...good, events: {} }],
      ['too old', { ...good, iat: now - 3600 }],
      ['nobody named', { ...good, sub: undefined }],
      ['no id of its own', { ...good, jti: undefined }],
    ]
    for (const [what, payload, header] of bad)
      expect(await endFromProvider(parts, here.id, await provider.sign(payload, header)), what).toBeNull()
    expect(await endFromProvider(parts, here.id, 'no.token.atAll')).toBeNull()
    expect(await endFromProvider(parts, here.id, await blind.sign(good)), 'signed by another').toBeNull()
    expect(await rolesIn(here)).toEqual(['planner'])

    const token = await provider.sign(good)
    expect(await endFromProvider(parts, here.id, token)).toBe(1)
    expect((await here.there.ctx()).viewer).toBeNull()
    expect((await second.ctx()).viewer).not.toBeNull()
    expect(await endFromProvider(parts, here.id, token), 'once').toBeNull()
  })
})

describe('residents', () => {
  const asResident = (here: Awaited<ReturnType<typeof town>>) => ({ ...here.begun, for: 'resident' as const })

  it('come in by the provider with the level it shows, and never as staff', async () => {
    const here = await town()
    const me = sub()
    provider.accounts.set(me, {
      name: 'Kim',
      email: 'kim@post.example',
      groups: ['planning'],
      acr: 'urn:high',
    })
    const result = await signOn(here.there, me, asResident(here))
    expect(result).toMatchObject({ kind: 'resident', resident: { trustLevel: 'high', email: null } })
    const ctx = await here.there.ctx()
    expect(ctx.viewer).toBeNull()
    expect(ctx.session.idHash).toBeNull()
    expect(await residentOf(ctx, here.slug)).toMatchObject({
      trustLevel: 'high',
      providerLabel: 'Stadt-Konto',
    })
    expect(await residentOf(ctx, 'elsewhere')).toBeNull()
    // Neither cookie opens what the other does.
    const mixed = here.newBrowser()
    mixed.jar.secret = here.there.jar.resident
    expect((await mixed.ctx()).viewer).toBeNull()
    const { rows } = await test.owner.query('select * from resident_account where tenant_id = $1', [
      here.tenantId,
    ])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('kim')
    expect(rows[0].email_sealed).toBeNull()
  })

  it('have at least the level of having an account, and find theirs again', async () => {
    const here = await town()
    const me = sub()
    provider.accounts.set(me, { name: 'Kim', acr: 'urn:low' })
    const first = await signOn(here.there, me, asResident(here))
    provider.accounts.get(me)!.acr = 'urn:substantial'
    const second = await signOn(here.newBrowser(), me, asResident(here))
    expect(first).toMatchObject({ resident: { trustLevel: 'basic' } })
    expect(second).toMatchObject({ resident: { trustLevel: 'substantial' } })
    const accounts = [first, second].map((one) => 'resident' in one && one.resident.accountId)
    expect(accounts[0]).toBe(accounts[1])
  })

  it('are asked for the level that is needed', async () => {
    const here = await town()
    const address = (await beginSignOn(await here.there.ctx(), {
      ...asResident(here),
      level: 'substantial',
    })) as string
    expect(new URL(address).searchParams.get('acr_values')).toBe('urn:substantial urn:high')
  })

  it('are signed out here when they sign out there', async () => {
    const here = await town()
    const me = sub()
    provider.accounts.set(me, { name: 'Kim' })
    await signOn(here.there, me, asResident(here))
    const token = await provider.sign({
      iss: provider.issuer,
      aud: 'mitsprache',
      iat: Math.floor(Date.now() / 1000),
      jti: newId(),
      sub: me,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })
    expect(await endFromProvider(await here.there.ctx(), here.id, token)).toBe(1)
    expect(await residentOf(await here.there.ctx(), here.slug)).toBeNull()
  })

  it('do not come in by a provider that is for staff only, nor staff by one for residents', async () => {
    const here = await town({ forResidents: false })
    await expect(beginSignOn(await here.there.ctx(), asResident(here))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const there = await town({ forStaff: false })
    await expect(beginSignOn(await there.there.ctx(), there.begun)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('the way back', () => {
  async function under() {
    const here = await town()
    const me = sub()
    provider.accounts.set(me, { name: 'Jemand', groups: ['planning'] })
    const address = (await beginSignOn(await here.there.ctx(), here.begun)) as string
    const back = await signInThere(address, me)
    const finish = async (query = back.search, there = here.there) =>
      finishSignOn(await there.ctx(), { ...here.begun, query })
    return { ...here, address, back, finish, me }
  }

  // @bad-input SES-20
  it('carries a challenge, a state and a nonce', async () => {
    const { address } = await under()
    const { searchParams: asked } = new URL(address)
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)!.length).toBeGreaterThan(20)
    expect(asked.get('response_type')).toBe('code')
  })

  it('is taken in the browser that began it, once', async () => {
    const { finish, newBrowser, there } = await under()
    expect(await finish(undefined, newBrowser())).toMatchObject({ problem: 'over' })
    const copy = there.jar.signOn
    expect(await finish()).toMatchObject({ kind: 'staff' })
    expect(await finish()).toMatchObject({ problem: 'over' })
    there.jar.signOn = copy
    expect(await finish()).toMatchObject({ problem: 'over' })
  })

  it('is not taken with another state, another issuer, a code of another, or a refusal', async () => {
    const changed = async (name: string, value: string) => {
      const { back, finish } = await under()
      back.searchParams.set(name, value)
      return finish(back.search)
    }
    expect(await changed('state', 'x'.repeat(43))).toMatchObject({ problem: 'invalid' })
    expect(await changed('iss', 'https://elsewhere.example')).toMatchObject({ problem: 'invalid' })
    expect(await changed('code', 'made up')).toMatchObject({ problem: 'invalid' })
    const [one, other] = [await under(), await under()]
    one.back.searchParams.set('code', other.back.searchParams.get('code')!)
    expect(await one.finish(one.back.search), 'stolen code').toMatchObject({ problem: 'invalid' })
    const { there, begun } = await town()
    expect(await signOn(there, '', begun)).toMatchObject({ problem: 'declined' })
  })

  it('is not taken too late, nor after the settings changed', async () => {
    const late = await under()
    late.clock.ahead += 16 * MINUTE_MS
    expect(await late.finish()).toMatchObject({ problem: 'over' })
    const changed = await under()
    await test.owner.query('update sign_on_provider set version = 2 where id = $1', [changed.id])
    expect(await changed.finish()).toMatchObject({ problem: 'over' })
  })

  it('leads nowhere by another provider of the same tenant', async () => {
    const here = await under()
    const second = await addProvider(test, here.tenantId, blind.issuer)
    expect(
      await finishSignOn(await here.there.ctx(), {
        tenantSlug: here.slug,
        providerId: second,
        query: here.back.search,
      }),
    ).toMatchObject({ problem: 'over' })
  })
})
