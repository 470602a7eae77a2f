import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { LastFactor, SampleAccount, StepUpNeeded } from './account-refusals.graphql.ts'
import { accountOf } from './account.ts'
import { beginAuthenticatorApp } from './add-factor.ts'
import { changePassword, endOtherSessions, removeFactor, renewRecoveryCodes } from './change-account.ts'
import { browser, codeOf, makeTown, PASSWORD, setUpApp } from './identity.testing.ts'
import { proveFactor } from './prove-factor.ts'
import { signInAsSample } from './sign-in-as-sample.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { signIn } from './sign-in.ts'

const test = useDatabase()
const MINUTE = 60_000
const NEW_PASSWORD = 'Sieben Stufen bis zum Wasser'

/** A planner, signed in with an app just now, and a clock to turn. */
async function makePlanner(slug: string) {
  const time = { now: Date.now() }
  const town = await makeTown(test, slug, { roles: ['planner'] })
  const clock = () => new Date(time.now)
  const there = browser(test, clock)
  await signIn(await there.ctx(), town.credentials)
  const { secret, recoveryCodes } = await setUpApp(there)
  const code = () => codeOf(secret, clock())
  /** The same person in another browser. */
  const another = async () => {
    time.now += 30_000
    const other = browser(test, clock)
    await signIn(await other.ctx(), town.credentials)
    expect(await proveFactor(await other.ctx(), { kind: 'authenticatorApp', answer: code() })).toBe(true)
    return other
  }
  return { ...town, time, clock, there, code, recoveryCodes, another }
}

it.each([
  ['the password', (ctx: Parameters<typeof changePassword>[0]) => changePassword(ctx, NEW_PASSWORD)],
  ['the factors', (ctx: Parameters<typeof changePassword>[0]) => removeFactor(ctx, null)],
  ['an app in place of the one there is', beginAuthenticatorApp],
  ['the recovery codes', renewRecoveryCodes],
  ['other sessions', (ctx: Parameters<typeof changePassword>[0]) => endOtherSessions(ctx, null)],
])('wants to see again who one is before it changes %s, after ten minutes', async (what, change) => {
  const { there, time } = await makePlanner(`erneut-${what.replaceAll(' ', '-')}`)
  time.now += 10 * MINUTE
  expect(await change(await there.ctx())).toEqual(StepUpNeeded.of())
  const before = there.jar.secret
  expect(await proveFactor(await there.ctx(), { kind: 'password', answer: PASSWORD })).toBe(true)
  expect(there.jar.secret).not.toBe(before)
  expect(await change(await there.ctx())).not.toEqual(StepUpNeeded.of())
})

it('ends the sessions of other browsers with a new password, which alone is then taken', async () => {
  const { there, another, credentials, code, time } = await makePlanner('neues-passwort')
  const other = await another()
  expect(await changePassword(await there.ctx(), NEW_PASSWORD)).toBe(true)
  expect((await there.ctx()).viewer).not.toBeNull()
  expect((await other.ctx()).viewer).toBeNull()
  const fresh = browser(test, () => new Date(time.now))
  expect(await signIn(await fresh.ctx(), credentials)).toEqual(SignInRefused.of())
  await signIn(await fresh.ctx(), { ...credentials, password: NEW_PASSWORD })
  time.now += 30_000
  expect(await proveFactor(await fresh.ctx(), { kind: 'authenticatorApp', answer: code() })).toBe(true)
})

it.each([
  ['zu kurz', 'tooShort'],
  ['Jana Wolf 2026', 'tooCommon'],
  ['Passwort2026!', 'tooCommon'],
  ['lang '.repeat(60), 'tooLong'],
])('refuses %s as a new password and keeps everything as it was', async (password, problem) => {
  const { there, another } = await makePlanner(`abgelehnt-${problem.toLowerCase()}-${password.length}`)
  const other = await another()
  const answer = await changePassword(await there.ctx(), password)
  expect(answer).toBeInstanceOf(InputRefused)
  expect((answer as InputRefused).fields).toMatchObject([{ field: 'password', problem }])
  expect((await other.ctx()).viewer).not.toBeNull()
})

it('lists one’s own sessions by browser and time, and ends one of them or all others', async () => {
  const { there, another, slug } = await makePlanner('sitzungen')
  const [second, third] = [await another(), await another()]
  const { sessions } = await accountOf(await there.ctx(), slug)
  expect(sessions).toHaveLength(3)
  expect(sessions.filter(({ current }) => current)).toHaveLength(1)
  expect(sessions[0]).toMatchObject({ device: 'Firefox, Linux' })
  const { sessions: theirs } = await accountOf(await second.ctx(), slug)
  const id = theirs.find(({ current }) => current)!.id
  expect(await endOtherSessions(await there.ctx(), id)).toBe(1)
  expect((await second.ctx()).viewer).toBeNull()
  expect((await third.ctx()).viewer).not.toBeNull()
  expect(await endOtherSessions(await there.ctx(), null)).toBe(1)
  expect((await third.ctx()).viewer).toBeNull()
  expect((await there.ctx()).viewer).not.toBeNull()
})

it('ends nobody else’s session, whoever names its id', async () => {
  const mine = await makePlanner('meine-sitzung')
  const theirs = await makePlanner('fremde-sitzung')
  const { sessions } = await accountOf(await theirs.there.ctx(), theirs.slug)
  expect(await endOtherSessions(await mine.there.ctx(), sessions[0]!.id)).toBe(0)
  await expect(endOtherSessions(await mine.there.ctx(), 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await theirs.there.ctx()).viewer).not.toBeNull()
})

it('keeps the last factor of somebody whose role asks for one', async () => {
  const { there } = await makePlanner('letzter-faktor')
  expect(await removeFactor(await there.ctx(), null)).toEqual(LastFactor.of())
})

it('lets somebody go without whose role asks for none, and forgets their recovery codes', async () => {
  const { credentials, slug, staff } = await makeTown(test, 'ohne-pflicht')
  const there = browser(test)
  await signIn(await there.ctx(), credentials)
  await setUpApp(there)
  expect(await removeFactor(await there.ctx(), null)).toBe(true)
  expect(await accountOf(await there.ctx(), slug)).toMatchObject({
    authenticatorApp: null,
    recoveryCodesLeft: 0,
  })
  const { rows } = await test.owner.query(
    `select type from event where $1 = any(subject_ids) and type like 'Factor%' order by id`,
    [staff.personId],
  )
  expect(rows.map(({ type }) => type as string)).toEqual(['FactorAdded', 'FactorRemoved'])
})

it('makes the old recovery codes worthless with new ones', async () => {
  const { there, recoveryCodes, credentials, clock } = await makePlanner('neue-codes')
  const renewed = (await renewRecoveryCodes(await there.ctx())) as { recoveryCodes: string[] }
  const other = browser(test, clock)
  await signIn(await other.ctx(), credentials)
  const prove = async (answer: string) => proveFactor(await other.ctx(), { kind: 'recoveryCode', answer })
  expect(await prove(recoveryCodes[0]!)).not.toBe(true)
  expect(await prove(renewed.recoveryCodes[0]!)).toBe(true)
})

it('leaves an account of a sample town as it is, whoever came by the button', async () => {
  await makeTown(test, 'muster-konto', { sample: true, roles: ['planner'] })
  const there = browser(test)
  await signInAsSample(await there.ctx(), { tenantSlug: 'muster-konto', role: 'planner' })
  expect(await changePassword(await there.ctx(), NEW_PASSWORD)).toEqual(SampleAccount.of())
  expect(await beginAuthenticatorApp(await there.ctx())).toEqual(SampleAccount.of())
  expect(await endOtherSessions(await there.ctx(), null)).toEqual(SampleAccount.of())
  const password = { kind: 'password', answer: PASSWORD } as const
  expect(await proveFactor(await there.ctx(), password)).toEqual(SampleAccount.of())
  expect(await accountOf(await there.ctx(), 'muster-konto')).toMatchObject({ sample: true, sessions: [] })
})
