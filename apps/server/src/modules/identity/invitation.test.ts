import { expect, it } from 'vitest'
import { newId, type Role } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx } from '../../../test/world.ts'
import { InputRefused } from '../../platform/refusal.graphql.ts'
import { acceptInvitation, findInvitation } from './accept-invitation.ts'
import { changeRoles, removePerson } from './change-staff.ts'
import { FactorNeeded } from './factor-needed.graphql.ts'
import { browser, codeOf, makeTown, PASSWORD, setUpApp } from './identity.testing.ts'
import { invitePerson, makeInvitation, withdrawInvitation, type Invitation } from './invite-person.ts'
import { AlreadyMember, InvitationOver, LastAdministrator } from './people-refusals.graphql.ts'
import { getPeople } from './people.ts'
import { proveFactor } from './prove-factor.ts'
import { SampleAccount } from './account-refusals.graphql.ts'
import { signInAsSample } from './sign-in-as-sample.ts'
import { SignInRefused } from './sign-in-refused.graphql.ts'
import { signIn } from './sign-in.ts'

const test = useDatabase()
const HOUR = 60 * 60_000
const secretOf = ({ link }: Invitation) => new URL(link).hash.slice(1)

/** A tenant whose administrator is signed in, and a clock to turn. */
async function makeOffice(slug: string, { sample = false } = {}) {
  const time = { now: Date.now() }
  const clock = () => new Date(time.now)
  const town = await makeTown(test, slug, { roles: ['administrator'], sample })
  const admin = browser(test, clock)
  await signIn(await admin.ctx(), town.credentials)
  const { secret } = await setUpApp(admin)
  const invite = async (roles: Role[], email = `${newId()}@neu.example`) =>
    (await invitePerson(await admin.ctx(), slug, { name: 'Nora Feld', email, roles })) as Invitation
  return { ...town, time, clock, admin, secret, invite }
}

it('makes a person and a member of whoever accepts, and not before', async () => {
  const { invite, clock, slug, admin, tenantId } = await makeOffice('annehmen')
  const made = await invite(['planner'])
  expect(made.link).toMatch(/^http:\/\/127\.0\.0\.1:4000\/t\/annehmen\/invitation#[\w-]{43}$/)
  const people = async () =>
    (await test.owner.query('select 1 from person where email = $1', [made.email])).rows.length
  expect(await people()).toBe(0)
  const there = browser(test, clock)
  expect(await acceptInvitation(await there.ctx(), slug, secretOf(made), PASSWORD)).toEqual(
    FactorNeeded.of([]),
  )
  expect((await there.ctx()).viewer).toBeNull()
  await setUpApp(there)
  expect((await there.ctx()).viewer).toMatchObject({ name: 'Nora Feld', email: made.email })
  expect((await getPeople(await admin.ctx(), slug)).invitations).toEqual([])
  const { rows } = await test.owner.query(
    `select type from event where tenant_id = $1 and type ~ 'Invit' order by id`,
    [tenantId],
  )
  expect(rows.map(({ type }) => type as string)).toEqual(['StaffInvited', 'InvitationAccepted'])
})

it('SES-07: takes a link once, also at the same moment, and only with this very secret', async () => {
  const { invite, clock, slug } = await makeOffice('nur-einmal')
  const secret = secretOf(await invite(['agencyClerk']))
  for (const wrong of [secret.toLowerCase(), secret.slice(1), `${secret}A`, '', "' or 1=1 --"])
    expect(await findInvitation(await browser(test, clock).ctx(), wrong)).toBeNull()
  const answers = await Promise.all(
    [1, 2, 3].map(async () => acceptInvitation(await browser(test, clock).ctx(), slug, secret, PASSWORD)),
  )
  expect(answers.filter((answer) => !(answer instanceof InvitationOver))).toMatchObject([
    { name: 'Nora Feld' },
  ])
  expect(await acceptInvitation(await browser(test, clock).ctx(), slug, secret, PASSWORD)).toEqual(
    InvitationOver.of(),
  )
})

it('lets a link end after three days, when it is withdrawn, and when there is a newer one', async () => {
  const { invite, clock, time, admin, slug } = await makeOffice('vorbei')
  const works = async (made: Invitation) =>
    !!(await findInvitation(await browser(test, clock).ctx(), secretOf(made)))
  const old = await invite(['planner'])
  const newer = await invite(['planner'], old.email)
  expect([await works(old), await works(newer)]).toEqual([false, true])
  await withdrawInvitation(await admin.ctx(), slug, newer.id)
  expect(await works(newer)).toBe(false)
  const last = await invite(['planner'])
  time.now += 72 * HOUR - 1
  expect(await works(last)).toBe(true)
  time.now += 1
  expect(await works(last)).toBe(false)
})

it('keeps the secret of a link as a hash', async () => {
  const { invite } = await makeOffice('link-hash')
  const made = await invite(['planner'])
  const { rows } = await test.owner.query('select i::text as row from invitation i where id = $1', [made.id])
  expect(rows[0].row).not.toContain(secretOf(made))
  expect(rows[0].row).not.toContain(Buffer.from(secretOf(made)).toString('hex'))
  expect(rows[0].row).not.toContain(Buffer.from(secretOf(made), 'base64url').toString('hex'))
})

it('refuses a password that will not do and keeps the link', async () => {
  const { invite, clock, slug } = await makeOffice('schwach')
  const made = await invite(['agencyClerk'])
  const answer = await acceptInvitation(
    await browser(test, clock).ctx(),
    slug,
    secretOf(made),
    'Passwort2026!',
  )
  expect(answer).toBeInstanceOf(InputRefused)
  expect(
    await acceptInvitation(await browser(test, clock).ctx(), slug, secretOf(made), PASSWORD),
  ).toMatchObject({
    name: 'Nora Feld',
  })
})

it('never hands an account of another authority to whoever invites its owner', async () => {
  const elsewhere = await makeTown(test, 'anderswo', { roles: ['planner'] })
  const owner = browser(test)
  await signIn(await owner.ctx(), elsewhere.credentials)
  const { secret } = await setUpApp(owner)
  const { invite, slug, time } = await makeOffice('einladend')
  const made = await invite(['planner'], elsewhere.staff.email)
  // The administrator has the link, but neither the password …
  const thief = browser(test)
  expect(await acceptInvitation(await thief.ctx(), slug, secretOf(made), 'ein anderes Passwort')).toEqual(
    SignInRefused.of(),
  )
  // … nor the second factor.
  time.now = Date.now() + 60_000
  const there = browser(test, () => new Date(time.now))
  expect(await acceptInvitation(await there.ctx(), slug, secretOf(made), PASSWORD)).toBeInstanceOf(
    FactorNeeded,
  )
  expect((await there.ctx()).viewer).toBeNull()
  const answer = codeOf(secret, new Date(time.now))
  expect(await proveFactor(await there.ctx(), { kind: 'authenticatorApp', answer })).toBe(true)
  expect((await there.ctx()).viewer?.memberships.map(({ tenantSlug }) => tenantSlug).sort()).toEqual([
    'anderswo',
    slug,
  ])
})

it('begins anew for somebody who lost all factors, on the operator’s word alone', async () => {
  const { tenantId, slug, staff, admin, clock } = await makeOffice('von-vorn')
  const typed = { name: 'Jana Wolf', email: staff.email, roles: ['administrator'] as Role[] }
  const made = (await makeInvitation(makeCtx(test.database, null, { clock }), {
    tenant: { id: tenantId, slug },
    typed,
    invitedBy: null,
    startsOver: true,
  })) as Invitation
  const there = browser(test, clock)
  const accepted = await acceptInvitation(
    await there.ctx(),
    slug,
    secretOf(made),
    'Sieben Stufen bis zum Wasser',
  )
  expect(accepted).toEqual(FactorNeeded.of([]))
  // The old way in is closed everywhere.
  expect((await admin.ctx()).viewer).toBeNull()
  await setUpApp(there)
  expect((await there.ctx()).viewer?.personId).toBe(staff.personId)
})

it('refuses who works here already', async () => {
  const { admin, slug, staff } = await makeOffice('schon-da')
  const typed = { name: 'x', email: staff.email.toUpperCase(), roles: ['planner'] as Role[] }
  expect(await invitePerson(await admin.ctx(), slug, typed)).toEqual(AlreadyMember.of())
})

it('changes roles and ends memberships with the very next request', async () => {
  const { admin, slug, invite, clock } = await makeOffice('rollen')
  const there = browser(test, clock)
  await acceptInvitation(await there.ctx(), slug, secretOf(await invite(['agencyClerk'])), PASSWORD)
  const { personId } = (await there.ctx()).viewer!
  expect(await changeRoles(await admin.ctx(), slug, personId, ['auditor', 'agencyClerk'])).toBe(true)
  expect((await there.ctx()).viewer!.memberships.map(({ role }) => role)).toEqual(['agencyClerk', 'auditor'])
  expect(await changeRoles(await admin.ctx(), slug, personId, [])).toBeInstanceOf(InputRefused)
  expect(await removePerson(await admin.ctx(), slug, personId)).toBe(true)
  expect((await there.ctx()).viewer?.memberships).toEqual([])
  await expect(removePerson(await admin.ctx(), slug, personId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('keeps an administrator: nobody removes the last, and of two who remove each other one stays', async () => {
  const { admin, slug, staff, tenantId, invite, clock } = await makeOffice('letzte')
  expect(await removePerson(await admin.ctx(), slug, staff.personId)).toEqual(LastAdministrator.of())
  expect(await changeRoles(await admin.ctx(), slug, staff.personId, ['planner'])).toEqual(
    LastAdministrator.of(),
  )
  const other = browser(test, clock)
  await acceptInvitation(await other.ctx(), slug, secretOf(await invite(['administrator'])), PASSWORD)
  await setUpApp(other)
  const [a, b] = [await admin.ctx(), await other.ctx()]
  const answers = await Promise.all([
    removePerson(a, slug, b.viewer!.personId),
    removePerson(b, slug, a.viewer!.personId),
  ])
  expect(answers.filter((answer) => answer === true)).toHaveLength(1)
  const { rows } = await test.owner.query(
    `select 1 from membership where tenant_id = $1 and role = 'administrator'`,
    [tenantId],
  )
  expect(rows).toHaveLength(1)
})

it('AUT-07, AUT-08, AUT-22: is for administrators of this tenant, about people of this tenant', async () => {
  const mine = await makeOffice('eigene')
  const theirs = await makeOffice('fremde')
  const planner = await makeTown(test, 'nur-planung', { roles: ['planner'] })
  const there = browser(test)
  await signIn(await there.ctx(), planner.credentials)
  await setUpApp(there)
  const typed = { name: 'x', email: 'x@y.example', roles: ['planner'] as Role[] }
  await expect(invitePerson(await there.ctx(), 'nur-planung', typed)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(getPeople(await there.ctx(), 'nur-planung')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const ctx = await mine.admin.ctx()
  const made = await theirs.invite(['planner'])
  for (const act of [
    () => getPeople(ctx, 'fremde'),
    () => invitePerson(ctx, 'fremde', typed),
    () => removePerson(ctx, 'fremde', theirs.staff.personId),
    () => removePerson(ctx, 'eigene', theirs.staff.personId),
    () => changeRoles(ctx, 'eigene', theirs.staff.personId, ['planner']),
    () => withdrawInvitation(ctx, 'eigene', made.id),
    () => removePerson(ctx, 'eigene', 'x'),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(getPeople(await browser(test).ctx(), 'fremde')).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
})

it('leaves the people of a sample town, and makes no button of somebody invited to it', async () => {
  const { admin, slug, staff, invite, clock } = await makeOffice('muster-leute', { sample: true })
  expect(await removePerson(await admin.ctx(), slug, staff.personId)).toEqual(SampleAccount.of())
  expect(await changeRoles(await admin.ctx(), slug, staff.personId, ['planner'])).toEqual(SampleAccount.of())
  const there = browser(test, clock)
  await acceptInvitation(await there.ctx(), slug, secretOf(await invite(['auditor'])), PASSWORD)
  expect(await signInAsSample(await browser(test).ctx(), { tenantSlug: slug, role: 'auditor' })).toEqual(
    SignInRefused.of(),
  )
})
