import { ROLES } from '@mitsprache/terms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMapService, type MapService } from '../src/modules/map/layers/map-service.testing.ts'
import { resumeTenant, suspendTenant, whatSuspendingStops } from '../src/modules/tenants/index.ts'
import { OPERATIONS } from './field-policies.ts'
import type { Act, State } from './permissions/act.ts'
import { ROOMS } from './permissions/acts/index.ts'
import { outcomeOf } from './permissions/outcome.ts'
import type { Who } from './permissions/people.ts'
import { ask, askedBy, cookieOf, makeThing, makeTown, restore, type Town } from './permissions/town.ts'
import { useServer } from './server.ts'
import { draftFor, NOW } from './world.ts'

const clock = () => NOW
const server = useServer(clock, { layerLoopback: true })
const REASON = { de: 'Der Vertrag ruht.', en: 'The contract is paused.', hsb: 'Zrěčenje wotpočuje.' }
/** Stay as they are: each holds the secret of one thing of their own, or it is about signing in and one's account. */
const STAYS = ['contributionStatus', 'mailLink', 'confirmAddress', 'stopMessages', 'keepInAccount']
let service: MapService
let town: Town

beforeAll(async () => {
  service = await startMapService()
  town = await makeTown(server, service.url)
}, 120_000)
afterAll(() => service?.close())

const close = async () => expect(await suspendTenant(server.database, clock, town.here.id, REASON)).toBe(true)
const open = async () => expect(await resumeTenant(server.database, clock, town.here.id)).toBe(true)

/** Everything is prepared while the authority is open, and asked while it is not. */
async function askWhileClosed(operation: string, act: Act, state: State | undefined, who: Who) {
  const asker = town.askers.find((one) => one.who === who)!
  const thing = await makeThing(town, state)
  if (act.own) await restore(town, asker)
  const cookie = await cookieOf(town, asker, act.waiting)
  const variables = await act.ask(askedBy(town, thing, state, asker, cookie))
  await close()
  const answer = await ask(town, cookie, operation, variables)
  await open()
  return { answer, outcome: outcomeOf(answer, act), thing }
}

const acts = ROOMS.flatMap((room) => Object.entries(room.acts))
const states = (act: Act) => act.states ?? [undefined]

describe('a suspended authority', () => {
  it('lets nobody of its staff do or see what is for staff', async () => {
    let asked = 0
    for (const [operation, act] of acts) {
      const may = OPERATIONS[operation]
      if (!Array.isArray(may) || !may.length) continue
      const role = ROLES.find((one) => may.includes(one))!
      for (const state of states(act)) {
        const { outcome } = await askWhileClosed(operation, act, state, role)
        expect(['hidden', 'sign in'], `${operation} ${state ?? ''} by ${role}`).toContain(outcome.word)
        asked++
      }
    }
    expect(asked).toBeGreaterThan(50)
  }, 120_000)

  it('shows the public nothing of what it has on display, and takes nothing', async () => {
    let asked = 0
    for (const [operation, act] of acts) {
      const may = OPERATIONS[operation]
      if (Array.isArray(may) || may === 'self' || STAYS.includes(operation)) continue
      for (const state of states(act)) {
        const { answer, thing } = await askWhileClosed(operation, act, state, 'anyone')
        const body = JSON.stringify(answer.data ?? null)
        for (const word of [thing.procedureId, thing.slug, thing.planPartId, thing.contribution?.number])
          if (word) expect(body, `${operation} ${state ?? ''}`).not.toContain(word)
        asked++
      }
    }
    expect(asked).toBeGreaterThan(20)
  }, 120_000)

  it('takes no contribution, also where a server remembers the procedure; and does as soon as it is open', async () => {
    const thing = await makeThing(town, 'open')
    const draft = () =>
      draftFor({ id: thing.procedureId, roundId: thing.roundId, slug: '', categoryId: '', planPartId: '' })
    const { input } = { input: { ...draft(), categoryId: null } }
    expect((await ask(town, '', 'submitContribution', { input })).data.answer.number).toBeTruthy()
    await close()
    const late = { ...draft(), categoryId: null }
    const { errors } = await ask(town, '', 'submitContribution', { input: late })
    expect(errors![0]!.extensions.code).toBe('NOT_FOUND')
    await open()
    expect((await ask(town, '', 'submitContribution', { input: late })).data.answer.number).toBeTruthy()
  })

  it('tells everybody since when and why, with whom to ask, and keeps its imprint', async () => {
    const about = `query($slug: String!) { tenant(slug: $slug) { contactEmail logoUrl
      suspension { since reason { de en hsb } } } tenantPages(tenant: $slug) { imprint { text { de } } }
      tenants { slug } }`
    const of = async () => (await server.ask(about, { slug: town.here.slug })).data
    expect((await of()).tenant.suspension).toBeNull()
    await close()
    const closed = await of()
    expect(closed.tenant).toEqual({
      contactEmail: 'beteiligung@stadt.example',
      logoUrl: null,
      suspension: { since: NOW.toISOString(), reason: REASON },
    })
    expect(closed.tenantPages.imprint).toEqual([])
    expect(closed.tenants.map(({ slug }: { slug: string }) => slug)).not.toContain(town.here.slug)
    // Twice changes nothing, and says so.
    expect(await suspendTenant(server.database, clock, town.here.id, { de: 'Anders' })).toBe(false)
    expect((await of()).tenant.suspension.reason).toEqual(REASON)
    await open()
    expect(await resumeTenant(server.database, clock, town.here.id)).toBe(false)
    expect((await of()).tenants.map(({ slug }: { slug: string }) => slug)).toContain(town.here.slug)
  })

  it('gives out no file of what is on display', async () => {
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into published_file (tenant_id, id, sha256, size_bytes, media_type, file_name)
       select tenant_id, gen_random_uuid(), sha256, size_bytes, media_type, file_name from file
       where tenant_id = $1 limit 1 returning id`,
      [town.here.id],
    )
    const status = async () => {
      const url = `/files/${rows[0]!.id}`
      return (await server.app.inject({ url, headers: { host: '127.0.0.1:4000' } })).statusCode
    }
    expect(await status()).toBe(200)
    await close()
    expect(await status()).toBe(404)
    await open()
    expect(await status()).toBe(200)
  })

  it('shows neither map nor plan nor what other programs read', async () => {
    const { procedureId } = await makeThing(town, 'open')
    const get = async (url: string) => {
      const { statusCode, body } = await server.app.inject({ url, headers: { host: '127.0.0.1:4000' } })
      return { statusCode, told: body.includes('Platz am Bach') }
    }
    const asked = `{ procedureById(id: "${procedureId}") { title { de } } }`
    const other = `/open-data/graphql?query=${encodeURIComponent(asked)}`
    expect((await get(`/map/plan/${procedureId}`)).statusCode).toBe(200)
    expect(await get(other)).toEqual({ statusCode: 200, told: true })
    await close()
    expect((await get(`/map/plan/${procedureId}`)).statusCode).toBe(404)
    expect(await get(other)).toEqual({ statusCode: 200, told: false })
    await open()
    expect((await get(`/map/plan/${procedureId}`)).statusCode).toBe(200)
    expect(await get(other)).toEqual({ statusCode: 200, told: true })
  })

  it('writes down both in its own log, and leaves the other authority alone', async () => {
    await close()
    const { data } = await server.ask(
      `query($slug: String!) { tenant(slug: $slug) { suspension { since } } }`,
      {
        slug: town.elsewhere.slug,
      },
    )
    expect(data.tenant.suspension).toBeNull()
    await open()
    const { rows } = await server.owner.query<{ type: string; actor_kind: string }>(
      `select type, actor_kind from event where tenant_id = $1 and type like 'Tenant%' order by id desc limit 2`,
      [town.here.id],
    )
    expect(rows).toEqual([
      { type: 'TenantResumed', actor_kind: 'system' },
      { type: 'TenantSuspended', actor_kind: 'system' },
    ])
  })

  it('is counted before it is closed', async () => {
    const stops = await whatSuspendingStops(server.database, clock, town.here.id)
    expect(stops.running).toBeGreaterThan(0)
    expect(stops.formal).toBe(0)
    expect(stops.staff).toBeGreaterThanOrEqual(9)
  })
})
