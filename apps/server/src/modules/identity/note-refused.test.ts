import { beforeAll, describe, expect, it } from 'vitest'
import { eventKindOf, newId } from '@mitsprache/terms'
import { SIGN_IN, useServer } from '../../../test/server.ts'
import { makeProcedure, makeStaff, makeTenant, PASSWORD, type TestTenant } from '../../../test/world.ts'
import { recordHourly } from '../../platform/database/event.ts'
import type { Viewer } from './context.ts'
import { unknownSignInFailed } from './identity.events.ts'

let now = new Date('2026-11-23T13:06:31.000Z')
const server = useServer(() => now)
let tenant: TestTenant
let planner: Viewer
let cookie: string

beforeAll(async () => {
  tenant = await makeTenant(server.database)
  planner = await makeStaff(server.database, tenant, ['planner'])
  cookie = await server.signIn(tenant.slug, planner.email, PASSWORD)
})

type Noted = { type: string; subjects: string[]; actor: string | null }
async function noted(of = tenant): Promise<Noted[]> {
  const { rows } = await server.owner.query<Noted>(
    `select type, subject_ids as subjects, actor_id as actor from event where tenant_id = $1 order by type, at`,
    [of.id],
  )
  return rows.filter(({ type }) => eventKindOf(type) === 'refused')
}
const fail = (email: string, slug = tenant.slug) =>
  server.ask(SIGN_IN, { tenant: slug, email, password: 'falsch geraten, oder?' })

describe('the log of who was turned away', () => {
  it('has a failed sign-in once an hour for an account, however often it is tried', async () => {
    const own = await makeTenant(server.database)
    const person = await makeStaff(server.database, own, ['moderator'])
    for (let n = 0; n < 4; n++) await fail(person.email, own.slug)
    const once = { type: 'StaffSignInFailed', subjects: [person.personId], actor: null }
    expect(await noted(own)).toEqual([once])
    now = new Date(now.getTime() + 3_600_000)
    await fail(person.email, own.slug)
    expect(await noted(own)).toEqual([once, once])
    now = new Date(now.getTime() - 3_600_000)
  })

  it('has one entry for all accounts that are none, and nothing of what was typed', async () => {
    const own = await makeTenant(server.database)
    for (let n = 0; n < 30; n++) await fail(`zyxniemand${n}@stadt.example`, own.slug)
    // A colleague of another authority is nobody here.
    await fail(planner.email, own.slug)
    expect(await noted(own)).toEqual([{ type: 'UnknownSignInFailed', subjects: [own.id], actor: null }])
    await fail('zyxniemand@stadt.example', 'keine-stadt')
    const { rows } = await server.owner.query(`select from event e where e::text like '%zyxniemand%'`)
    expect(rows).toEqual([])
  })

  it('has a second factor that was wrong', async () => {
    const { data } = await server.ask(
      `mutation($tenant: String!) { proveFactor(tenant: $tenant, kind: authenticatorApp, answer: "000000") { __typename } }`,
      { tenant: tenant.slug },
      { cookie },
    )
    expect(data?.proveFactor?.__typename).toBe('ProofRefused')
    expect(await noted()).toContainEqual({
      type: 'FactorProofFailed',
      subjects: [planner.personId],
      actor: null,
    })
  })

  it('has what staff were denied: without the right, and of others', async () => {
    const other = await makeTenant(server.database)
    const theirs = await makeProcedure(server.database, other)
    const read = (query: string, variables: object) => server.ask(query, variables, { cookie })
    for (let n = 0; n < 3; n++) {
      const settings = await read('query($t: String!) { tenantSettings(tenant: $t) { version } }', {
        t: tenant.slug,
      })
      expect(settings.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      const hidden = await read(
        `mutation($t: String!, $id: ID!) { eraseAuthor(tenant: $t, contributionId: $id) { contributionId } }`,
        { t: other.slug, id: theirs.id },
      )
      expect(hidden.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    }
    const mine = (await noted()).filter(({ actor }) => actor === planner.personId)
    expect(mine.map(({ type }) => type)).toEqual(['ActDenied', 'HiddenAsked'])
    // It stands where they work, and tells the other authority nothing.
    expect(await noted(other)).toEqual([])
  })

  it('has nothing of residents, who may ask for whatever they like', async () => {
    const before = await noted()
    await server.ask('query($t: String!) { tenantSettings(tenant: $t) { version } }', { t: tenant.slug })
    await server.ask('query($id: ID!) { contribution(id: $id) { id } }', { id: newId() })
    expect(await noted()).toEqual(before)
  })

  it('answers as before where nothing can be written down', async () => {
    await server.owner.query(`create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'no room'; end $$;
      create trigger no_room before insert on event for each row execute function no_room()`)
    const { errors } = await server
      .ask('query($t: String!) { tenantSettings(tenant: $t) { version } }', { t: tenant.slug }, { cookie })
      .finally(() => server.owner.query('drop trigger no_room on event'))
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect(server.logged.filter((line) => line.includes('"fault"'))).toHaveLength(1)
  })

  it('is written once by two servers at the same time', async () => {
    const own = await makeTenant(server.database)
    const note = () =>
      server.database.transaction('identity', {}, (tx) =>
        recordHourly(tx, unknownSignInFailed(own.id, own.id, now)),
      )
    await Promise.all(Array.from({ length: 8 }, note))
    expect(await noted(own)).toHaveLength(1)
  })
})
