import { expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../../test/database.ts'
import { InputRefused, StaleVersion } from '../../../platform/refusal.graphql.ts'
import { acceptInvitation } from '../accept-invitation.ts'
import { removePerson } from '../change-staff.ts'
import { browser, makeTown, PASSWORD, setUpApp } from '../identity.testing.ts'
import { invitePerson, type Invitation } from '../invite-person.ts'
import { getPeople } from '../people.ts'
import { signIn } from '../sign-in.ts'
import { changeOrganisation, removeOrganisation, saveOrganisation } from './keep-organisations.ts'
import { readOrganisation } from './organisation.rules.ts'

const test = useDatabase()
const OFFICE = {
  name: ' Büro  Feldweg ',
  kind: 'planningOffice' as const,
  email: 'post@feldweg.example',
  phone: '+49 371 1',
}

async function makeOffice(slug: string) {
  const town = await makeTown(test, slug, { roles: ['administrator'] })
  const admin = browser(test)
  await signIn(await admin.ctx(), town.credentials)
  await setUpApp(admin)
  const list = async () => (await getPeople(await admin.ctx(), slug)).organisations
  return { ...town, admin, list }
}

/** Somebody who was invited for an organisation and has accepted. */
async function join({ slug, admin }: Awaited<ReturnType<typeof makeOffice>>, organisationId: string) {
  const email = `${newId()}@feldweg.example`
  const typed = { name: 'Kim Plan', email, roles: ['agencyClerk' as const], organisationId }
  const made = (await invitePerson(await admin.ctx(), slug, typed)) as Invitation
  const [invitation] = (await getPeople(await admin.ctx(), slug)).invitations
  expect(invitation).toMatchObject({ organisationId })
  await acceptInvitation(await browser(test).ctx(), slug, made.link.split('#')[1]!, PASSWORD)
  const of = async () =>
    (await getPeople(await admin.ctx(), slug)).people.find((each) => each.email === email)
  return { of, id: (await of())!.id }
}

it('keeps organisations, and whoever is invited for one works for it', async () => {
  const office = await makeOffice('mit-bueros')
  const { slug, admin, list } = office
  expect(await saveOrganisation(await admin.ctx(), slug, OFFICE)).toBe(true)
  const [made] = await list()
  expect(made).toEqual({ ...OFFICE, name: 'Büro Feldweg', id: made!.id, version: 1 })
  const { of, id } = await join(office, made!.id)
  expect(await of()).toMatchObject({ organisationId: made!.id })
  expect(await changeOrganisation(await admin.ctx(), slug, id, null)).toBe(true)
  expect(await of()).toMatchObject({ organisationId: null })
  expect(await changeOrganisation(await admin.ctx(), slug, id, made!.id)).toBe(true)
  expect(await removeOrganisation(await admin.ctx(), slug, made!.id)).toBe(true)
  // Nobody goes with it.
  expect(await of()).toMatchObject({ organisationId: null, roles: ['agencyClerk'] })
  expect(await list()).toEqual([])
})

it('forgets where somebody worked who works here no more', async () => {
  const office = await makeOffice('weggang')
  const { slug, admin, list, tenantId } = office
  await saveOrganisation(await admin.ctx(), slug, OFFICE)
  const { id } = await join(office, (await list())[0]!.id)
  expect(await removePerson(await admin.ctx(), slug, id)).toBe(true)
  const { rows } = await test.owner.query('select 1 from staff_organisation where tenant_id = $1', [tenantId])
  expect(rows).toEqual([])
})

it('refuses a name twice, what somebody else changed meanwhile, and what does not exist', async () => {
  const { slug, admin, list, staff } = await makeOffice('zweimal-buero')
  const ctx = await admin.ctx()
  await saveOrganisation(ctx, slug, OFFICE)
  const [made] = await list()
  const refused = (field: string, problem: string) => ({ fields: [{ field, problem }] })
  expect(await saveOrganisation(ctx, slug, { ...OFFICE, name: 'BÜRO Feldweg' })).toMatchObject(
    refused('name', 'taken'),
  )
  const change = { ...OFFICE, id: made!.id, version: 1, phone: '' }
  expect(await saveOrganisation(ctx, slug, change)).toBe(true)
  expect(await saveOrganisation(ctx, slug, change)).toBeInstanceOf(StaleVersion)
  expect((await list())[0]).toMatchObject({ version: 2, phone: '' })
  const typed = { name: 'x', email: 'x@y.example', roles: ['planner' as const] }
  for (const organisationId of [newId(), 'x']) {
    expect(await invitePerson(ctx, slug, { ...typed, organisationId })).toBeInstanceOf(InputRefused)
    expect(await changeOrganisation(ctx, slug, staff.personId, organisationId)).toMatchObject(
      refused('organisation', 'unknown'),
    )
    for (const act of [
      () => removeOrganisation(ctx, slug, organisationId),
      () => saveOrganisation(ctx, slug, { ...change, name: 'Anders', id: organisationId }),
      () => changeOrganisation(ctx, slug, organisationId, null),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})

it('is for administrators of this tenant, about organisations of this tenant', async () => {
  const mine = await makeOffice('eigene-bueros')
  const theirs = await makeOffice('fremde-bueros')
  await saveOrganisation(await theirs.admin.ctx(), theirs.slug, OFFICE)
  const [their] = await theirs.list()
  const ctx = await mine.admin.ctx()
  expect(await changeOrganisation(ctx, mine.slug, mine.staff.personId, their!.id)).toBeInstanceOf(
    InputRefused,
  )
  for (const act of [
    () => saveOrganisation(ctx, theirs.slug, OFFICE),
    () => saveOrganisation(ctx, mine.slug, { ...OFFICE, name: 'Anders', id: their!.id, version: 1 }),
    () => removeOrganisation(ctx, mine.slug, their!.id),
    () => changeOrganisation(ctx, mine.slug, theirs.staff.personId, null),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const auditor = await makeTown(test, 'nur-pruefung', { roles: ['auditor'] })
  const there = browser(test)
  await signIn(await there.ctx(), auditor.credentials)
  await expect(saveOrganisation(await there.ctx(), auditor.slug, OFFICE)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await theirs.list()).toEqual([their])
})

it.each([
  [{ name: ' ' }, 'name', 'empty'],
  [{ name: 'x'.repeat(201) }, 'name', 'tooLong'],
  [{ name: 'a\u0007b' }, 'name', 'unknown'],
  [{ email: 'kein' }, 'email', 'unknown'],
  [{ phone: 'ruf an' }, 'phone', 'unknown'],
  [{ phone: '1'.repeat(61) }, 'phone', 'tooLong'],
])('refuses %j', (wrong, field, problem) => {
  expect(readOrganisation({ ...OFFICE, ...wrong }).problems).toMatchObject([{ field, problem }])
})
