import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { browser, makeTown } from './identity.testing.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { SIGN_IN_LIMITS } from './sign-in-throttle.ts'
import { signIn } from './sign-in.ts'

const test = useDatabase()
const MINUTE = 60_000

it('makes somebody who guesses wait, and lets the owner in from elsewhere meanwhile', async () => {
  const { credentials } = await makeTown(test, 'raten')
  let now = Date.now()
  const guesser = browser(test, () => new Date(now))
  for (let n = 0; n < SIGN_IN_LIMITS.accountAtNetwork; n++)
    expect(await signIn(await guesser.ctx(), { ...credentials, password: `geraten ${n}` })).toBeInstanceOf(
      SignInRefused,
    )
  const answer = await signIn(await guesser.ctx(), credentials)
  expect(answer).toBeInstanceOf(TooManyAttempts)
  expect((answer as TooManyAttempts).retryAfterSeconds).toBeLessThanOrEqual(15 * 60)

  expect(await signIn(await browser(test, () => new Date(now)).ctx(), credentials)).toMatchObject({
    name: 'Jana Wolf',
  })

  // Asking again and again does not make the wait longer.
  now += 14 * MINUTE
  await signIn(await guesser.ctx(), credentials)
  now += MINUTE
  expect(await signIn(await guesser.ctx(), credentials)).toMatchObject({ name: 'Jana Wolf' })
})

it('counts every try of one request, at once or one after the other', async () => {
  const { credentials } = await makeTown(test, 'alias')
  const ctx = await browser(test).ctx()
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => signIn(ctx, { ...credentials, password: `zugleich geraten ${n}` })),
  )
  expect(answers.filter((answer) => answer instanceof SignInRefused)).toHaveLength(
    SIGN_IN_LIMITS.accountAtNetwork,
  )
})

// @bad-input SES-10
it('stops one password for many accounts from one network', async () => {
  await makeTown(test, 'viele-konten')
  const there = browser(test)
  let taken = 0
  for (let n = 0; n < SIGN_IN_LIMITS.network + 5; n++) {
    const email = `person-${n}@viele-konten.example`
    if (
      (await signIn(await there.ctx(), {
        tenantSlug: 'viele-konten',
        email,
        password: 'Sommer 2026!',
      })) instanceof SignInRefused
    )
      taken++
  }
  expect(taken).toBe(SIGN_IN_LIMITS.network)
})

it('lets the owner in from a known network while guesses come from many others', async () => {
  const { credentials } = await makeTown(test, 'viele-netze')
  const office = browser(test)
  await signIn(await office.ctx(), credentials)
  for (let n = 0; n < SIGN_IN_LIMITS.account; n++)
    await signIn(await browser(test).ctx(), { ...credentials, password: `verteilt geraten ${n}` })
  expect(await signIn(await browser(test).ctx(), credentials)).toBeInstanceOf(TooManyAttempts)
  expect(await signIn(await office.ctx(), credentials)).toMatchObject({ name: 'Jana Wolf' })
})

it('forgives the slips of somebody who then signs in', async () => {
  const { credentials } = await makeTown(test, 'vertippt')
  const there = browser(test)
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < SIGN_IN_LIMITS.accountAtNetwork - 1; n++)
      await signIn(await there.ctx(), { ...credentials, password: 'vertippt, ganz knapp' })
    expect(await signIn(await there.ctx(), credentials)).toMatchObject({ name: 'Jana Wolf' })
  }
})
