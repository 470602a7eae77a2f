import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { isRefusal, TooManyAttempts } from '../../platform/refusal.graphql.ts'
import { ProofRefused, StepUpNeeded } from './account-refusals.graphql.ts'
import { accountOf } from './account.ts'
import { addAuthenticatorApp, beginAuthenticatorApp } from './add-factor.ts'
import type { Ctx } from './context.ts'
import { FactorNeeded } from './factor-needed.graphql.ts'
import { browser, codeOf, makeTown, setUpApp, type Browser } from './identity.testing.ts'
import { proveFactor } from './prove-factor.ts'
import { FACTOR_LIMITS } from './sign-in-throttle.ts'
import { signIn } from './sign-in.ts'

const test = useDatabase()
const MINUTE = 60_000
const STEP = 30_000

/** A planner with an authenticator app and recovery codes, and a clock to turn. */
async function makePlanner(slug: string) {
  const time = { now: Date.now() }
  const town = await makeTown(test, slug, { roles: ['planner'] })
  const clock = () => new Date(time.now)
  const first = browser(test, clock)
  expect(await signIn(await first.ctx(), town.credentials)).toEqual(FactorNeeded.of([]))
  const { secret, recoveryCodes } = await setUpApp(first)
  time.now += STEP
  /** Password right, second factor to come. */
  const waiting = async (network?: string): Promise<Browser> => {
    const there = browser(test, clock, network)
    expect(await signIn(await there.ctx(), town.credentials)).toBeInstanceOf(FactorNeeded)
    return there
  }
  const code = () => codeOf(secret, clock())
  const prove = async (
    there: Browser,
    answer: string,
    kind: 'authenticatorApp' | 'recoveryCode' = 'authenticatorApp',
  ) => proveFactor(await there.ctx(), { kind, answer })
  return { ...town, time, clock, first, secret, recoveryCodes, waiting, code, prove }
}

it('opens nothing with the password alone for a planner, and everything with the code', async () => {
  const { waiting, prove, code } = await makePlanner('zweiter-schritt')
  const there = await waiting()
  expect((await there.ctx()).viewer).toBeNull()
  await expect(accountOf(await there.ctx(), 'zweiter-schritt')).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
  const before = there.jar.secret
  expect(await prove(there, code())).toBe(true)
  expect((await there.ctx()).viewer).toMatchObject({ name: 'Jana Wolf' })
  // SES-01: what the browser held before is worth nothing.
  expect(there.jar.secret).not.toBe(before)
  there.jar.secret = before
  expect((await there.ctx()).viewer).toBeNull()
})

it('lets whoever has none set up a factor, and nothing else, before anything opens', async () => {
  const { credentials } = await makeTown(test, 'erster-faktor', { roles: ['administrator'] })
  const there = browser(test)
  expect(await signIn(await there.ctx(), credentials)).toEqual(FactorNeeded.of([]))
  expect((await there.ctx()).viewer).toBeNull()
  const { recoveryCodes } = await setUpApp(there)
  expect(new Set(recoveryCodes).size).toBe(10)
  expect((await there.ctx()).viewer).not.toBeNull()
})

it('lets nobody set up a further factor with the password alone', async () => {
  const { waiting } = await makePlanner('kein-weiterer')
  const there = await waiting()
  expect(await beginAuthenticatorApp(await there.ctx())).toEqual(StepUpNeeded.of())
})

it('lets only one of two who hold the password set the first factor', async () => {
  const { credentials, staff } = await makeTown(test, 'wettlauf', { roles: ['planner'] })
  const both = [browser(test), browser(test)]
  const begun = []
  for (const there of both) {
    await signIn(await there.ctx(), credentials)
    const ctx = await there.ctx()
    begun.push({ ctx, app: (await beginAuthenticatorApp(ctx)) as { secret: string; enrolment: string } })
  }
  const answers = await Promise.all(
    begun.map(({ ctx, app }) => addAuthenticatorApp(ctx, app.enrolment, codeOf(app.secret, ctx.clock()))),
  )
  // Too late while it is written, or already when it is asked for: both are no.
  expect(answers.filter(isRefusal)).toHaveLength(1)
  const { rows } = await test.owner.query('select 1 from authenticator_app where person_id = $1', [
    staff.personId,
  ])
  expect(rows).toHaveLength(1)
  // Whoever was too late holds a session that opens nothing.
  const open = await Promise.all(both.map(async (there) => (await there.ctx()).viewer !== null))
  expect(open.filter(Boolean)).toHaveLength(1)
})

it('takes a code once, also when it is shown twice at the same moment', async () => {
  const { waiting, prove, code, time } = await makePlanner('einmal')
  const [one, two] = [await waiting(), await waiting()]
  const answers = await Promise.all([prove(one, code()), prove(two, code())])
  expect(answers.filter((answer) => answer === true)).toHaveLength(1)
  const three = await waiting()
  expect(await prove(three, code())).toEqual(ProofRefused.of())
  time.now += STEP
  expect(await prove(three, code())).toBe(true)
})

it.each([
  [-1, true],
  [1, true],
  [-2, false],
  [2, false],
])('takes the code of a telephone that is %i steps off: %s', async (steps, taken) => {
  const { waiting, prove, secret, time } = await makePlanner(`uhr-${steps}`)
  time.now += 10 * STEP
  const there = await waiting()
  const answer = await prove(there, codeOf(secret, new Date(time.now + steps * STEP)))
  expect(answer).toEqual(taken ? true : ProofRefused.of())
})

it.each(['', '12345', '1234567', 'abcdef', '000000; --', '１２３４５６'])(
  'refuses %j as a code',
  async (answer) => {
    const { waiting, prove } = await makePlanner(
      `kein-code-${Buffer.from(answer).toString('hex').slice(0, 20)}`,
    )
    expect(await prove(await waiting(), answer)).toEqual(ProofRefused.of())
  },
)

it('takes a recovery code once, however it is typed and however many try at the same moment', async () => {
  const { waiting, prove, recoveryCodes } = await makePlanner('wiederherstellung')
  const [first, second] = recoveryCodes
  const there = [await waiting(), await waiting(), await waiting()]
  const answers = await Promise.all(there.map((each) => prove(each, first!, 'recoveryCode')))
  expect(answers.filter((answer) => answer === true)).toHaveLength(1)
  const typed = second!.toLowerCase().replaceAll('-', ' ')
  expect(await prove(await waiting(), typed, 'recoveryCode')).toBe(true)
  expect(await prove(await waiting(), second!, 'recoveryCode')).toEqual(ProofRefused.of())
})

it('keeps secrets sealed and codes as hashes', async () => {
  const { staff, secret, recoveryCodes } = await makePlanner('versiegelt')
  const { rows } = await test.owner.query<{ row: string }>(
    `select a::text as row from authenticator_app a where person_id = $1
     union all select r::text from recovery_code r where person_id = $1`,
    [staff.personId],
  )
  expect(rows).toHaveLength(11)
  for (const { row } of rows)
    for (const plain of [
      secret,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '')),
    ]) {
      expect(row).not.toContain(plain)
      expect(row).not.toContain(Buffer.from(plain).toString('hex'))
    }
})

it('SES-16: stops somebody who guesses codes, also many at once', async () => {
  const { waiting, prove } = await makePlanner('codes-raten')
  const there = await waiting()
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => prove(there, String(100_000 + n))))
  expect(answers.filter((answer) => answer instanceof ProofRefused)).toHaveLength(
    FACTOR_LIMITS.accountAtNetwork,
  )
  expect(answers.filter((answer) => answer instanceof TooManyAttempts)).toHaveLength(35)
})

it('stops guesses from many networks, and lets the owner in from one that is known', async () => {
  const { waiting, prove, code, time } = await makePlanner('codes-von-ueberall')
  const office = await waiting('the office')
  expect(await prove(office, code())).toBe(true)
  time.now += STEP
  for (let n = 0; n < FACTOR_LIMITS.account; n++) {
    const guesser = await waiting(`network ${n % 5}-${Math.floor(n / 5)}`)
    expect(await prove(guesser, '000001')).toEqual(ProofRefused.of())
  }
  expect(await prove(await waiting('one more'), code())).toBeInstanceOf(TooManyAttempts)
  expect(await prove(await waiting('the office'), code())).toBe(true)
})

it('SES-25: who knows only the password cannot push out those who are signed in', async () => {
  const { waiting, first } = await makePlanner('verdraengen')
  for (let n = 0; n < 8; n++) await waiting()
  expect((await first.ctx()).viewer).not.toBeNull()
})

it('forgets a first step that nobody finishes within half an hour', async () => {
  const { waiting, prove, code, time } = await makePlanner('liegengeblieben')
  const there = await waiting()
  time.now += 30 * MINUTE
  await expect(prove(there, code())).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
})

it('asks for a factor with the next request when somebody is given a role that needs one', async () => {
  const { credentials, staff, tenantId } = await makeTown(test, 'befoerdert')
  const there = browser(test)
  expect(await signIn(await there.ctx(), credentials)).toMatchObject({ name: 'Jana Wolf' })
  await test.owner.query(
    `insert into membership (tenant_id, id, person_id, role) values ($1, gen_random_uuid(), $2, 'planner')`,
    [tenantId, staff.personId],
  )
  expect((await there.ctx()).viewer).toBeNull()
  await setUpApp(there)
  expect((await there.ctx()).viewer?.memberships).toHaveLength(2)
})

it('takes an enrolment in the session that began it only, and not for ever', async () => {
  const { credentials } = await makeTown(test, 'fremde-einrichtung', { roles: ['planner'] })
  let now = Date.now()
  const [mine, other] = [browser(test, () => new Date(now)), browser(test, () => new Date(now))]
  const ctxs: Ctx[] = []
  for (const there of [mine, other]) {
    await signIn(await there.ctx(), credentials)
    ctxs.push(await there.ctx())
  }
  const begun = (await beginAuthenticatorApp(ctxs[0]!)) as { secret: string; enrolment: string }
  const add = async (there: Browser, enrolment = begun.enrolment) =>
    addAuthenticatorApp(await there.ctx(), enrolment, codeOf(begun.secret, new Date(now)))
  expect(await add(other)).toEqual(ProofRefused.of())
  expect(await add(mine, `${begun.enrolment.slice(0, -4)}AAAA`)).toEqual(ProofRefused.of())
  expect(await add(mine, 'x'.repeat(100_000))).toEqual(ProofRefused.of())
  now += 21 * MINUTE
  expect(await add(mine)).toEqual(ProofRefused.of())
})
