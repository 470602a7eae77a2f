import { expect, it } from 'vitest'
import { newId, ROLES_PER_PROCEDURE, type Id, type Role } from '@mitsprache/terms'
import { useServer } from '../../../test/server.ts'
import { addPasskey, newSession } from '../../../test/permissions/people.ts'
import { draftFor, makeCtx, makeProcedure, makeTenant, NOW, PASSWORD } from '../../../test/world.ts'
import { submitContribution } from '../contributions/index.ts'
import { addPerson } from './add-person.ts'

const server = useServer(() => NOW)
const NOT_FOUND = [expect.objectContaining({ extensions: expect.objectContaining({ code: 'NOT_FOUND' }) })]

/** An authority with two procedures, a contribution to each, and an administrator. */
async function makeOffice() {
  const tenant = await makeTenant(server.database)
  const ours = await makeProcedure(server.database, tenant)
  const other = await makeProcedure(server.database, tenant)
  const contributionOf: Record<Id, Id> = {}
  for (const procedure of [ours, other]) {
    const receipt = await submitContribution(makeCtx(server.database), draftFor(procedure))
    if (!('number' in receipt)) throw new Error(JSON.stringify(receipt))
    const { rows } = await server.owner.query<{ id: Id }>('select id from contribution where number = $1', [
      receipt.number,
    ])
    contributionOf[procedure.id] = rows[0]!.id
  }
  const admin = await addPerson(server.database, {
    name: 'Erika Amt',
    email: `${newId()}@stadt.example`,
    password: PASSWORD,
    memberships: [{ tenantId: tenant.id, role: 'administrator' }],
  })
  await addPasskey(server, admin)
  const cookie = await cookieOf(admin)
  const people = async () =>
    (
      await server.ask(
        `query($tenant: String!) { people(tenant: $tenant) {
           people { id name roles procedureRoles procedureIds viewerMayChangeRoles { may why } viewerMayRemove { may why } }
           invitations { id roles procedureIds } procedures { id } viewerMayInvite { may } } }`,
        { tenant: tenant.slug },
        { cookie },
      )
    ).data.people
  return { tenant, ours, other, contributionOf, admin, cookie, people }
}
type Office = Awaited<ReturnType<typeof makeOffice>>

const cookieOf = async (personId: Id) => (await newSession(server, personId)).cookie

const invite = async ({ tenant, cookie }: Office, roles: Role[], procedureIds: string[] | null) => {
  const { data, errors } = await server.ask(
    `mutation($tenant: String!, $input: InvitePersonInput!) { answer: invitePerson(tenant: $tenant, input: $input) {
       __typename ... on PersonInvited { link invitation { id procedureIds } } ... on InputRefused { fields { field problem } } } }`,
    {
      tenant: tenant.slug,
      input: { name: 'Kim Plan', email: `${newId()}@buero.example`, roles, procedureIds },
    },
    { cookie },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return data.answer
}

/** Invites, accepts, sets up a factor, and gives the cookie of a session. */
async function join(office: Office, roles: Role[], procedureIds: Id[] | null) {
  const made = await invite(office, roles, procedureIds)
  const { errors } = await server.ask(
    `mutation($tenant: String!, $secret: String!, $password: String!) {
       acceptInvitation(tenant: $tenant, secret: $secret, password: $password) { __typename } }`,
    { tenant: office.tenant.slug, secret: made.link.split('#')[1], password: 'Sieben Stufen bis zum Wasser' },
  )
  if (errors) throw new Error(JSON.stringify(errors))
  const { people } = await office.people()
  const { id } = people.find(({ name }: { name: string }) => name === 'Kim Plan')
  await addPasskey(server, id)
  return { id: id as Id, cookie: await cookieOf(id) }
}

const titlesOf = async ({ tenant }: Office, cookie: string) => {
  const { data } = await server.ask(
    `query($tenant: String!) { staffProcedures(tenant: $tenant) { nodes { id viewerMayEdit { may } } viewerMayCreate { may why } } }`,
    { tenant: tenant.slug },
    { cookie },
  )
  return data.staffProcedures
}

it('invites a planning office for one procedure, which is all it sees and edits', async () => {
  const office = await makeOffice()
  const { tenant, ours, other } = office
  const { cookie } = await join(office, ['planner'], [ours.id])
  expect(await titlesOf(office, cookie)).toEqual({
    nodes: [{ id: ours.id, viewerMayEdit: { may: true } }],
    viewerMayCreate: { may: false, why: 'onlySingleProcedures' },
  })
  const change = (id: Id) =>
    server.ask(
      `mutation($tenant: String!, $input: UpdateProcedureInput!) { answer: updateProcedure(tenant: $tenant, input: $input) { __typename } }`,
      { tenant: tenant.slug, input: { id, version: 1, number: '7' } },
      { cookie },
    )
  expect((await change(ours.id)).data.answer).toEqual({ __typename: 'ProcedureSaved' })
  expect((await change(other.id)).errors).toEqual(NOT_FOUND)
  // As what does not exist at all.
  expect((await change(newId())).errors).toEqual(NOT_FOUND)
  const [person] = (await office.people()).people.filter(({ name }: { name: string }) => name === 'Kim Plan')
  expect(person).toMatchObject({ roles: [], procedureRoles: ['planner'], procedureIds: [ours.id] })
})

it('shows a moderator of one procedure its contributions only, and takes decisions about no others', async () => {
  const office = await makeOffice()
  const { tenant, ours, other, contributionOf } = office
  const { cookie } = await join(office, ['moderator'], [ours.id])
  const queue = (procedureId: Id | null) =>
    server.ask(
      `query($tenant: String!, $procedureId: ID) { moderationQueue(tenant: $tenant, procedureId: $procedureId) {
         openCount nodes { id viewerMayDecide { may why } } } }`,
      { tenant: tenant.slug, procedureId },
      { cookie },
    )
  const mine = {
    openCount: 1,
    nodes: [{ id: contributionOf[ours.id], viewerMayDecide: { may: true, why: null } }],
  }
  expect((await queue(null)).data.moderationQueue).toEqual(mine)
  expect((await queue(ours.id)).data.moderationQueue).toEqual(mine)
  expect((await queue(other.id)).errors).toEqual(NOT_FOUND)
  const decide = (contributionId: Id) =>
    server.ask(
      `mutation($tenant: String!, $input: DecideVisibilityInput!) { answer: decideVisibility(tenant: $tenant, input: $input) {
         __typename ... on VisibilityDecided { openCount } } }`,
      { tenant: tenant.slug, input: { contributionId, version: 1, decision: 'publish' } },
      { cookie },
    )
  expect((await decide(contributionOf[other.id]!)).errors).toEqual(NOT_FOUND)
  expect((await decide(contributionOf[ours.id]!)).data.answer).toEqual({
    __typename: 'VisibilityDecided',
    openCount: 0,
  })
  const item = await server.ask(
    `query($tenant: String!, $id: ID!) { moderationItem(tenant: $tenant, id: $id) { id } }`,
    { tenant: tenant.slug, id: contributionOf[other.id] },
    { cookie },
  )
  expect(item.data.moderationItem).toBeNull()
})

it.each(ROLES_PER_PROCEDURE)('exports for a %s of one procedure nothing of another', async (role) => {
  const office = await makeOffice()
  const { tenant, ours, other } = office
  const { cookie } = await join(office, [role], [ours.id])
  const wanted = (procedureId: Id) =>
    server.ask(
      `mutation($tenant: String!, $procedureId: ID!) { answer: requestExport(tenant: $tenant, procedureId: $procedureId, format: csv) {
         ... on ExportReady { url } } }`,
      { tenant: tenant.slug, procedureId },
      { cookie },
    )
  expect((await wanted(other.id)).errors).toEqual(NOT_FOUND)
  const own = await wanted(ours.id)
  if (role === 'moderator') return expect(own.errors![0]!.extensions.code).toBe('FORBIDDEN')
  const download = async (url: string, with_: string) =>
    (await server.app.inject({ url, headers: { host: '127.0.0.1:4000', cookie: with_ } })).statusCode
  expect(await download(own.data.answer.url, cookie)).toBe(200)
  const { data } = await server.ask(
    `mutation($tenant: String!, $procedureId: ID!) { answer: requestExport(tenant: $tenant, procedureId: $procedureId, format: csv) {
       ... on ExportReady { url } } }`,
    { tenant: tenant.slug, procedureId: other.id },
    { cookie: office.cookie },
  )
  expect(await download(data.answer.url, office.cookie)).toBe(200)
  expect(await download(data.answer.url, cookie)).toBe(404)
})

it('widens and narrows what somebody works on with their very next request', async () => {
  const office = await makeOffice()
  const { tenant, ours, other } = office
  const { id: personId, cookie } = await join(office, ['planner'], [ours.id])
  const change = async (roles: Role[], procedureIds: string[] | null) => {
    const { data } = await server.ask(
      `mutation($tenant: String!, $personId: ID!, $roles: [Role!]!, $procedureIds: [ID!]) {
         answer: changeRoles(tenant: $tenant, personId: $personId, roles: $roles, procedureIds: $procedureIds) {
           __typename ... on InputRefused { fields { field problem } } } }`,
      { tenant: tenant.slug, personId, roles, procedureIds },
      { cookie: office.cookie },
    )
    return data.answer
  }
  const seen = async () => (await titlesOf(office, cookie)).nodes.map((node: { id: Id }) => node.id).sort()
  expect(await change(['planner', 'moderator'], [ours.id, other.id])).toEqual({ __typename: 'Done' })
  expect(await seen()).toEqual([ours.id, other.id].sort())
  expect(await change(['caseworker'], [other.id, other.id])).toEqual({ __typename: 'Done' })
  expect(await seen()).toEqual([other.id])
  expect(await change(['planner'], null)).toEqual({ __typename: 'Done' })
  expect(await seen()).toEqual([ours.id, other.id].sort())
  expect((await titlesOf(office, cookie)).viewerMayCreate.may).toBe(true)
  const elsewhere = await makeProcedure(server.database, await makeTenant(server.database))
  for (const [roles, ids, field, problem] of [
    [['administrator'], [ours.id], 'roles', 'unknown'],
    [['planner', 'auditor'], [ours.id], 'roles', 'unknown'],
    [['planner'], [], 'procedures', 'empty'],
    [['planner'], [elsewhere.id], 'procedures', 'unknown'],
    [['planner'], [ours.id, newId()], 'procedures', 'unknown'],
    [['planner'], ['x'], 'procedures', 'unknown'],
  ] as const) {
    const refused = { __typename: 'InputRefused', fields: [{ field, problem }] }
    expect(await change([...roles], [...ids])).toEqual(refused)
    expect(await invite(office, [...roles], [...ids])).toEqual(refused)
  }
  expect(await seen()).toEqual([ours.id, other.id].sort())
})

it('makes nobody a planner of everything whose procedures are gone before they accept', async () => {
  const office = await makeOffice()
  const made = await invite(office, ['planner'], [office.ours.id])
  await server.owner.query('delete from invitation_procedure where invitation_id = $1', [made.invitation.id])
  const { data } = await server.ask(
    `mutation($tenant: String!, $secret: String!, $password: String!) {
       answer: acceptInvitation(tenant: $tenant, secret: $secret, password: $password) { __typename } }`,
    { tenant: office.tenant.slug, secret: made.link.split('#')[1], password: 'Sieben Stufen bis zum Wasser' },
  )
  expect(data.answer).toEqual({ __typename: 'InvitationOver' })
})

it('tells why somebody cannot be removed', async () => {
  const office = await makeOffice()
  const me = (await office.people()).people.find(({ id }: { id: Id }) => id === office.admin)
  expect(me).toMatchObject({
    viewerMayChangeRoles: { may: true, why: null },
    viewerMayRemove: { may: false, why: 'lastAdministrator' },
  })
  const { id } = await join(office, ['planner'], null)
  await server.owner.query('update person set sample = true where id = $1', [id])
  const sample = (await office.people()).people.find((each: { id: Id }) => each.id === id)
  const samplePerson = { may: false, why: 'samplePerson' }
  expect(sample).toMatchObject({ viewerMayChangeRoles: samplePerson, viewerMayRemove: samplePerson })
})
