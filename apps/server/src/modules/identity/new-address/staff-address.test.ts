import { expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { useDatabase } from '../../../../test/database.ts'
import { InputRefused, isRefusal, TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { SampleAccount, StepUpNeeded } from '../account-refusals.graphql.ts'
import { accountOf } from '../account.ts'
import { erasePerson } from '../erase-person.ts'
import { browser, codeOf, makeTown, PASSWORD, setUpApp, type Browser } from '../identity.testing.ts'
import { HeldBySignOn } from '../people-refusals.graphql.ts'
import { proveFactor } from '../prove-factor.ts'
import { LinkOver } from '../residents/resident-refusals.graphql.ts'
import { signInAsSample } from '../sign-in-as-sample.ts'
import { SignInRefused } from '../sign-in-refused.graphql.ts'
import { signIn } from '../sign-in.ts'
import { confirmNewAddress, stopAddressChange } from './answer-change-link.ts'
import { addressChangeToSend } from './change-to-send.ts'
import { AddressTaken } from './new-address-refusals.graphql.ts'
import { requestStaffAddress } from './request-staff-address.ts'

const test = useDatabase()
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A planner, signed in with an app just now, a clock to turn, and the mail that is on its way. */
async function makePlanner() {
  const slug = `neu-${newId().slice(-8)}`
  const time = { now: Date.now() }
  const clock = () => new Date(time.now)
  const town = await makeTown(test, slug, { roles: ['planner'] })
  const there = browser(test, clock)
  await signIn(await there.ctx(), town.credentials)
  const { secret } = await setUpApp(there)
  const prove = async (who: Browser) => {
    time.now += 30_000
    return proveFactor(await who.ctx(), { kind: 'authenticatorApp', answer: codeOf(secret, clock()) })
  }
  const enter = async (email: string) => {
    const other = browser(test, clock)
    const answer = await signIn(await other.ctx(), { ...town.credentials, email })
    if (answer instanceof SignInRefused) return null
    expect(await prove(other)).toBe(true)
    return other
  }
  const ask = async (email: string, from = there) => {
    time.now += 1000
    return requestStaffAddress(await from.ctx(), slug, email)
  }
  const changes = async () =>
    (
      await test.owner.query<{ id: Id }>(
        'select id from person_address_change where person_id = $1 order by created_at, id',
        [town.staff.personId],
      )
    ).rows.map(({ id }) => id)
  const mail = async (link: 'confirm' | 'stop', id?: Id) =>
    addressChangeToSend(await there.ctx(), town.tenantId, id ?? (await changes()).at(-1)!, link)
  const secretOf = async (link: 'confirm' | 'stop', id?: Id) =>
    new URL((await mail(link, id))!.link).hash.slice(1)
  const address = async () =>
    (
      await test.owner.query<{ email: string }>('select email from person where id = $1', [
        town.staff.personId,
      ])
    ).rows[0]!.email
  const events = async () =>
    (
      await test.owner.query<{ type: string }>(
        `select type from event where tenant_id = $1 and type like 'Address%' order by id`,
        [town.tenantId],
      )
    ).rows.map(({ type }) => type)
  const fresh = `neu@${slug}.example`
  return { ...town, slug, time, there, fresh, prove, enter, ask, changes, mail, secretOf, address, events }
}

it('keeps the old address until the new one is confirmed, and then signs the other browsers out', async () => {
  const { there, slug, enter, ask, fresh, mail, secretOf, address, staff, events } = await makePlanner()
  const other = (await enter(staff.email))!
  expect(await ask(` ${fresh.toUpperCase()} `)).toBe(true)
  expect(await accountOf(await there.ctx(), slug)).toMatchObject({
    email: staff.email,
    newAddress: { email: fresh },
  })
  expect(await mail('confirm')).toMatchObject({ email: fresh })
  expect(await mail('stop')).toMatchObject({ email: staff.email })
  expect(new URL((await mail('confirm'))!.link).pathname).toBe(`/t/${slug}/new-address/confirm`)
  expect(await enter(fresh)).toBeNull()
  expect(await address()).toBe(staff.email)

  const secret = await secretOf('confirm')
  expect(await confirmNewAddress(await there.ctx(), secret)).toBe(true)
  expect(await address()).toBe(fresh)
  expect((await there.ctx()).viewer).toMatchObject({ email: fresh })
  expect((await other.ctx()).viewer).toBeNull()
  expect(await enter(staff.email)).toBeNull()
  expect(await enter(fresh)).not.toBeNull()
  expect(await confirmNewAddress(await there.ctx(), secret)).toEqual(LinkOver.of())
  expect(await mail('confirm')).toBeNull()
  expect(await accountOf(await there.ctx(), slug)).toMatchObject({ email: fresh, newAddress: null })
  expect(await events()).toEqual(['AddressChangeRequested', 'AddressChanged'])
})

it('wants to see the second factor again, for which the password does not stand in', async () => {
  const { there, time, ask, fresh, prove, changes } = await makePlanner()
  time.now += 10 * MINUTE
  expect(await ask(fresh)).toEqual(StepUpNeeded.of())
  expect(await proveFactor(await there.ctx(), { kind: 'password', answer: PASSWORD })).toBe(true)
  expect(await ask(fresh)).toEqual(StepUpNeeded.of())
  expect(await changes()).toEqual([])
  expect(await prove(there)).toBe(true)
  expect(await ask(fresh)).toBe(true)
})

it('gives nobody the account who only has the mail: not without a session, not in somebody else’s', async () => {
  const { ask, fresh, secretOf, address, staff } = await makePlanner()
  const stranger = await makePlanner()
  await ask(fresh)
  const secret = await secretOf('confirm')
  await expect(confirmNewAddress(await browser(test).ctx(), secret)).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
  expect(await confirmNewAddress(await stranger.there.ctx(), secret)).toEqual(LinkOver.of())
  // Nor while the second factor is still to come.
  const half = browser(test)
  await signIn(await half.ctx(), { ...stranger.credentials, email: staff.email, tenantSlug: stranger.slug })
  await expect(confirmNewAddress(await half.ctx(), secret)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  for (const wrong of ['', 'x', 'A'.repeat(43), `${secret}A`])
    expect(await confirmNewAddress(await stranger.there.ctx(), wrong)).toEqual(LinkOver.of())
  expect(await address()).toBe(staff.email)
})

// @bad-input SES-05
it('answers the same whether somebody has the address, and says so only to who reads its mail', async () => {
  const mine = await makePlanner()
  const theirs = await makePlanner()
  expect(await mine.ask(theirs.staff.email)).toBe(true)
  expect(await mine.changes()).toHaveLength(1)
  expect(await mine.mail('confirm')).toMatchObject({ email: theirs.staff.email })
  const secret = await mine.secretOf('confirm')
  expect(await confirmNewAddress(await mine.there.ctx(), secret)).toEqual(AddressTaken.of())
  expect(await mine.address()).toBe(mine.staff.email)
  expect((await mine.there.ctx()).viewer).not.toBeNull()
  expect(await mine.events()).toEqual(['AddressChangeRequested'])
  // Once it is free again, the same link is still good.
  await erasePerson(test.database, () => new Date(), theirs.staff.email, false)
  expect(await confirmNewAddress(await mine.there.ctx(), secret)).toBe(true)
})

it('gives one of two the address who both confirm it at once', async () => {
  const two = [await makePlanner(), await makePlanner()]
  const wanted = `beide-${newId()}@stadt.example`
  const secrets: string[] = []
  for (const one of two) {
    await one.ask(wanted)
    secrets.push(await one.secretOf('confirm'))
  }
  const answers = await Promise.all(
    two.map(async (one, i) => confirmNewAddress(await one.there.ctx(), secrets[i]!)),
  )
  expect(answers.filter((answer) => answer === true)).toHaveLength(1)
  expect(answers.filter(isRefusal)).toEqual([AddressTaken.of()])
})

it('lets the later of two changes count, and one of two presses of the same button', async () => {
  const { there, ask, fresh, changes, secretOf, mail, address } = await makePlanner()
  await ask(fresh)
  const earlier = await secretOf('confirm')
  await Promise.all([ask(`a.${fresh}`), ask(`b.${fresh}`)])
  const ids = await changes()
  expect(ids).toHaveLength(3)
  const mails = await Promise.all(ids.map((id) => mail('confirm', id)))
  expect(mails.filter(Boolean)).toHaveLength(1)
  expect(await confirmNewAddress(await there.ctx(), earlier)).toEqual(LinkOver.of())
  const secret = new URL(mails.find(Boolean)!.link).hash.slice(1)
  const both = await Promise.all([
    confirmNewAddress(await there.ctx(), secret),
    confirmNewAddress(await there.ctx(), secret),
  ])
  expect(both.filter((answer) => answer === true)).toHaveLength(1)
  expect(await address()).toMatch(/^[ab]\./)
})

it('ends: confirming after a day, stopping after three', async () => {
  const { time, ask, fresh, mail, secretOf, enter, staff } = await makePlanner()
  await ask(fresh)
  const [confirm, stop] = [await secretOf('confirm'), await secretOf('stop')]
  time.now += 24 * HOUR
  expect(await mail('confirm')).toBeNull()
  const again = (await enter(staff.email))!
  expect(await confirmNewAddress(await again.ctx(), confirm)).toEqual(LinkOver.of())
  time.now += 47 * HOUR + 58 * MINUTE
  expect(await mail('stop')).not.toBeNull()
  time.now += 2 * MINUTE
  expect(await mail('stop')).toBeNull()
  expect(await stopAddressChange(await browser(test, () => new Date(time.now)).ctx(), stop)).toEqual(
    LinkOver.of(),
  )
})

it('stops from the old address what is not confirmed yet, and signs everybody out', async () => {
  const { there, enter, ask, fresh, secretOf, staff, address, events } = await makePlanner()
  await ask(fresh)
  const [confirm, stop] = [await secretOf('confirm'), await secretOf('stop')]
  expect(await stopAddressChange(await browser(test).ctx(), stop)).toBe(true)
  expect((await there.ctx()).viewer).toBeNull()
  const again = (await enter(staff.email))!
  expect(await confirmNewAddress(await again.ctx(), confirm)).toEqual(LinkOver.of())
  expect(await stopAddressChange(await browser(test).ctx(), stop)).toEqual(LinkOver.of())
  expect(await address()).toBe(staff.email)
  expect(await events()).toEqual(['AddressChangeRequested', 'AddressChangeStopped'])
})

it('brings the old address back when a thief has changed it, twice even', async () => {
  const { there, enter, ask, fresh, changes, secretOf, staff, address } = await makePlanner()
  await ask(fresh)
  await confirmNewAddress(await there.ctx(), await secretOf('confirm'))
  await ask(`weiter.${fresh}`)
  await confirmNewAddress(await there.ctx(), await secretOf('confirm'))
  const [first, second] = await changes()
  const theirs = await secretOf('stop', second)
  expect(await stopAddressChange(await browser(test).ctx(), await secretOf('stop', first))).toBe(true)
  expect(await address()).toBe(staff.email)
  expect((await there.ctx()).viewer).toBeNull()
  // The thief's own link to the address in between brings nothing back.
  expect(await stopAddressChange(await browser(test).ctx(), theirs)).toEqual(LinkOver.of())
  expect(await enter(staff.email)).not.toBeNull()
  expect(await enter(fresh)).toBeNull()
})

it('refuses what is no address, or the one there is', async () => {
  const { ask, staff, changes } = await makePlanner()
  for (const [email, problem] of [
    ['', 'empty'],
    ['kim', 'notAnEmail'],
    ['a@b@c.example', 'notAnEmail'],
    ['kim@post.example\u0000', 'notAnEmail'],
    [`${'a'.repeat(250)}@b.example`, 'tooLong'],
    [staff.email.toUpperCase(), 'unchanged'],
  ] as const) {
    const answer = await ask(email)
    expect(answer, email).toBeInstanceOf(InputRefused)
    expect((answer as InputRefused).fields).toMatchObject([{ field: 'email', problem }])
  }
  expect(await changes()).toEqual([])
})

it('writes to few addresses for one person, and seldom to one address', async () => {
  const { ask, fresh } = await makePlanner()
  const answers: unknown[] = []
  for (let i = 0; i < 4; i++) answers.push(await ask(`${i}.${fresh}`))
  expect(answers.slice(0, 3)).toEqual([true, true, true])
  expect(answers[3]).toBeInstanceOf(TooManyAttempts)
  const victim = `opfer-${newId()}@stadt.example`
  const asked: unknown[] = []
  for (let i = 0; i < 6; i++) asked.push(await (await makePlanner()).ask(victim))
  expect(asked.slice(0, 5)).toEqual([true, true, true, true, true])
  expect(asked[5]).toBeInstanceOf(TooManyAttempts)
}, 60_000)

it('leaves people of single sign-on and of a sample town as they are', async () => {
  const { ask, there, fresh, changes } = await makePlanner()
  await test.owner.query(`update session set signed_in_by = 'signOn' where id_hash = $1`, [
    (await there.ctx()).session.idHash,
  ])
  expect(await ask(fresh)).toEqual(HeldBySignOn.of())
  expect(await changes()).toEqual([])
  const slug = `muster-${newId().slice(-8)}`
  await makeTown(test, slug, { sample: true, roles: ['planner'] })
  const sample = browser(test)
  await signInAsSample(await sample.ctx(), { tenantSlug: slug, role: 'planner' })
  expect(await requestStaffAddress(await sample.ctx(), slug, fresh)).toEqual(SampleAccount.of())
})

it('is for who works here, and has no address in the log nor a link in the table', async () => {
  const { there, ask, fresh, secretOf, staff, tenantId } = await makePlanner()
  const elsewhere = await makePlanner()
  await expect(requestStaffAddress(await there.ctx(), elsewhere.slug, fresh)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(requestStaffAddress(await browser(test).ctx(), 'x', fresh)).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
  await ask(fresh)
  const secrets = [await secretOf('confirm'), await secretOf('stop')]
  await confirmNewAddress(await there.ctx(), secrets[0]!)
  const { rows: events } = await test.owner.query('select e::text as row from event e where tenant_id = $1', [
    tenantId,
  ])
  const { rows: changes } = await test.owner.query(
    'select c::text as row from person_address_change c where person_id = $1',
    [staff.personId],
  )
  for (const word of [fresh, staff.email]) expect(JSON.stringify(events)).not.toContain(word)
  for (const secret of secrets) {
    expect(JSON.stringify([events, changes])).not.toContain(secret)
    expect(JSON.stringify(changes)).not.toContain(Buffer.from(secret).toString('hex'))
  }
  await erasePerson(test.database, () => new Date(), fresh, false)
  const left = await test.owner.query('select from person_address_change where person_id = $1', [
    staff.personId,
  ])
  expect(left.rowCount).toBe(0)
})
