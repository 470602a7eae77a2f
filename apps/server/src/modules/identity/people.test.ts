import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { endWhatIsOver } from '../tenants/index.ts'
import { addStaff, addTenant, browser, makeTown } from './identity.testing.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { signInAsSample } from './sign-in-as-sample.ts'
import { signIn } from './sign-in.ts'

const test = useDatabase()
const MINUTE = 60_000

it('signs in by role only where the tenant is a sample', async () => {
  const sample = await makeTown(test, 'musterstadt', { sample: true, roles: ['planner'] })
  const real = await makeTown(test, 'echte-stadt', { roles: ['planner'] })
  const there = browser(test)
  expect(await signInAsSample(await there.ctx(), { tenantSlug: sample.slug, role: 'planner' })).toMatchObject(
    {
      personId: sample.staff.personId,
    },
  )
  expect((await there.ctx()).viewer?.personId).toBe(sample.staff.personId)
  for (const [tenantSlug, role] of [
    [real.slug, 'planner'],
    [sample.slug, 'auditor'],
    ['nirgends', 'planner'],
  ] as const)
    expect(await signInAsSample(await browser(test).ctx(), { tenantSlug, role })).toEqual(SignInRefused.of())
})

it('never opens somebody by a role button who also works for a real tenant', async () => {
  const sample = await addTenant(test, 'muster-und-echt', true)
  const real = await makeTown(test, 'echt-dazu')
  await addStaff(test, sample, ['administrator'], { email: real.staff.email, sample: true })
  const answer = await signInAsSample(await browser(test).ctx(), {
    tenantSlug: 'muster-und-echt',
    role: 'administrator',
  })
  expect(answer).toBeInstanceOf(SignInRefused)
})

it('adds a person once, however often the town is filled, and what is missing of their roles', async () => {
  const { tenantId, staff, credentials } = await makeTown(test, 'zweimal')
  const again = await addStaff(test, tenantId, ['agencyClerk', 'auditor'], {
    email: staff.email.toUpperCase(),
  })
  expect(again.personId).toBe(staff.personId)
  const there = browser(test)
  await signIn(await there.ctx(), credentials)
  expect((await there.ctx()).viewer?.memberships.map((membership) => membership.role)).toEqual([
    'agencyClerk',
    'auditor',
  ])
})

it('forgets ended sessions and old tries', async () => {
  const { credentials } = await makeTown(test, 'aufraeumen')
  await signIn(await browser(test).ctx(), credentials)
  await endWhatIsOver(test.database, () => new Date(Date.now() + 48 * 60 * MINUTE))
  const { rows } = await test.owner.query(
    'select (select count(*) from session) + (select count(*) from sign_in_attempt) as n',
  )
  expect(rows[0].n).toBe(0)
})
