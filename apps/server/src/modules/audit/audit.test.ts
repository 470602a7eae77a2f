import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventKindOf, newId, type Id } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import {
  draftFor,
  makeCtx,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  type TestProcedure,
  type TestTenant,
} from '../../../test/world.ts'
import { recordEvent } from '../../platform/database/event.ts'
import { submitContribution } from '../contributions/index.ts'
import { decideVisibility } from '../moderation/index.ts'
import { chainEvents } from './chain-events.ts'
import { canonicalBytes, NO_HASH } from './event-chain.rules.ts'
import { readLog, readLogChoices } from './read-log.ts'
import { verifyChains } from './verify-chains.ts'

const test = useDatabase()
let tenant: TestTenant
let procedure: TestProcedure

beforeAll(async () => {
  tenant = await makeTenant(test.database)
  procedure = await makeProcedure(test.database, tenant)
})

const happens = (tenantId: Id, type = 'ProcedureChanged', subjectIds: Id[] = [newId()]) =>
  test.database.transaction('staff', { tenantId }, (tx) =>
    recordEvent(tx, { tenantId, type, subjectIds, actorKind: 'system', at: NOW }),
  )

async function withName(): Promise<Id> {
  const draft = draftFor(procedure, {
    audience: 'publicWithName',
    person: { name: 'Nora Beispiel', email: 'nora@post.example' },
  })
  const receipt = await submitContribution(makeCtx(test.database), draft)
  if (!('number' in receipt)) throw new Error(JSON.stringify(receipt))
  const { rows } = await test.owner.query<{ id: Id }>('select id from contribution where number = $1', [
    receipt.number,
  ])
  return rows[0]!.id
}

/** Databases of other tests hold the horizon back while they write. */
const chainUntil = (tenantId: Id, count: number) =>
  vi.waitFor(
    async () => {
      await chainEvents(test.database)
      const { rows } = await test.owner.query('select count(*) as n from event_chain where tenant_id = $1', [
        tenantId,
      ])
      expect(rows[0].n).toBe(count)
    },
    { timeout: 100_000, interval: 100 },
  )

describe('the chain over the events', () => {
  /** What an owner of the database could do, and nobody through a door. */
  const tamper = async (sql: string, params: unknown[]) => {
    await test.owner.query(
      'alter table event disable trigger user; alter table event_chain disable trigger user',
    )
    await test.owner.query(sql, params)
    await test.owner.query(
      'alter table event enable trigger user; alter table event_chain enable trigger user',
    )
  }
  let own: Id
  let ids: Id[]

  beforeEach(async () => {
    own = (await makeTenant(test.database)).id
    for (let n = 0; n < 4; n++) await happens(own)
    await chainUntil(own, 4)
    ids = (
      await test.owner.query<{ id: Id }>(
        'select event_id as id from event_chain where tenant_id = $1 order by position',
        [own],
      )
    ).rows.map(({ id }) => id)
  })
  const findings = async (noted?: Parameters<typeof verifyChains>[1]) =>
    (await verifyChains(test.database, noted)).findings
      .filter(({ tenantId }) => tenantId === own)
      .map(({ problem, position }) => [problem, position])

  it('has a link for each event, its own for each tenant, and finds nothing where nothing was done', async () => {
    expect(ids).toHaveLength(4)
    expect(await findings()).toEqual([])
    await happens(own)
    await chainUntil(own, 5)
    expect(await chainEvents(test.database)).toBe(0)
    const { heads, findings: all } = await verifyChains(test.database)
    expect(heads.find(({ tenantId }) => tenantId === own)!.position).toBe(5)
    expect(all).toEqual([])
  })

  it('can be computed with nothing but SHA-256 and JSON', async () => {
    const { createHash } = await import('node:crypto')
    const { rows } = await test.owner.query(
      `select e.*, e.xid::text as xid, (extract(epoch from at) * 1000000)::bigint::text as micros, c.hash
       from event e join event_chain c on c.event_id = e.id where e.tenant_id = $1 and c.position = 1`,
      [own],
    )
    const [e] = rows
    const bytes = `["mitsprache event",1,"${own}",1,"${e.id}","ProcedureChanged",1,["${e.subject_ids[0]}"],"system",null,"${NOW.getTime()}000","${e.xid}"]`
    const event = { ...e, tenantId: own, subjectIds: e.subject_ids, actorKind: 'system', actorId: null }
    expect(canonicalBytes({ ...event, atMicros: e.micros }, 1).toString()).toBe(bytes)
    expect(createHash('sha256').update(NO_HASH).update(bytes).digest()).toEqual(e.hash)
  })

  it.each([
    ['another actor', `actor_kind = 'resident'`],
    ['another time, by a microsecond', `at = at + interval '1 microsecond'`],
    ['another subject', `subject_ids = array[gen_random_uuid()]`],
    ['another word', `type = 'ProcedureCreated'`],
  ])('finds an event that was changed: %s', async (_, change) => {
    await tamper(`update event set ${change} where id = $1`, [ids[1]])
    expect(await findings()).toEqual([['changed', 2]])
  })

  // @bad-input BIZ-19
  it('finds an event that was removed, with its link or without', async () => {
    await tamper('delete from event where id = $1', [ids[2]])
    expect(await findings()).toEqual([['removed', 3]])
    await tamper('delete from event_chain where event_id = $1', [ids[2]])
    expect(await findings()).toEqual([
      ['linkRemoved', 3],
      ['changed', 4],
    ])
  })

  it('finds an event that was put in between', async () => {
    await tamper(
      `insert into event select tenant_id, $2, type, version, subject_ids, actor_kind, actor_id, at, xid from event where id = $1`,
      [ids[0], newId()],
    )
    // As old as another one: the sequencer has passed it.
    expect(await findings()).toContainEqual(['inserted', null])
  })

  it('finds a chain that was cut or written anew, by a head that was noted down', async () => {
    const head = (await verifyChains(test.database)).heads.find(({ tenantId }) => tenantId === own)!
    await tamper('delete from event where id = $1', [ids[3]])
    await tamper('delete from event_chain where event_id = $1', [ids[3]])
    expect(await findings()).toEqual([])
    expect(await findings([head])).toEqual([['headDiffers', 4]])
  })

  it('waits for nobody who writes, and misses nobody who commits late', async () => {
    const late = await test.database.connect('system')
    await late.query('begin')
    await late.query(
      `insert into event (tenant_id, id, type, version, subject_ids, actor_kind, at) values ($1, $2, 'ProcedureChanged', 1, '{}', 'system', now())`,
      [own, newId()],
    )
    await happens(own)
    await chainEvents(test.database)
    await late.query('commit')
    late.release()
    await chainUntil(own, 6)
    expect(await findings()).toEqual([])
  })

  it('can be changed through no door', async () => {
    for (const door of ['staff', 'system', 'identity', 'bearer'] as const)
      for (const table of ['event', 'event_chain'])
        for (const act of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`])
          await expect(
            test.database.transaction(door, { tenantId: own }, (tx) => tx.query(act)),
            `${door} ${act}`,
          ).rejects.toThrow(/permission denied/)
  })
})

describe('the log', () => {
  it('tells an auditor who read whose name, and nothing of what was written', async () => {
    const contributionId = await withName()
    const moderator = await makeStaff(test.database, tenant, ['moderator'])
    await decideVisibility(makeCtx(test.database, moderator), tenant.slug, {
      contributionId,
      version: 1,
      decision: 'publish',
    })
    const auditor = makeCtx(test.database, await makeStaff(test.database, tenant, ['auditor']))
    const { nodes } = await readLog(auditor, tenant.slug, {}, { first: 50 })
    const reading = nodes.find((event) => event.type === 'AuthorsReadForReview')!
    expect(reading).toMatchObject({ actorId: moderator.personId, procedureId: procedure.id })
    expect(reading.subjectIds).toEqual([procedure.id, contributionId])
    expect(nodes.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['ContributionPublished', 'ContributionSubmitted', 'ProcedurePublished']),
    )
    expect(JSON.stringify(nodes)).not.toMatch(/Nora|nora|Mozartstraße/)
  })

  it('is narrowed by kind, person, procedure and day, page by page, none twice', async () => {
    const other = await makeProcedure(test.database, tenant)
    const ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['auditor']))
    const all = async (filter: Parameters<typeof readLog>[2], first = 100) => {
      const nodes = []
      for (let after: string | null = null; ;) {
        const page = await readLog(ctx, tenant.slug, filter, { first, after })
        nodes.push(...page.nodes)
        if (!page.hasNext) return nodes
        after = page.endCursor
      }
    }
    const everything = await all({})
    expect((await all({}, 2)).map(({ id }) => id)).toEqual(everything.map(({ id }) => id))
    expect((await all({ procedureId: other.id })).map(({ type }) => type)).toEqual(['ProcedurePublished'])
    const readings = await all({ kind: 'reading' })
    expect(readings.length).toBeGreaterThan(0)
    expect(new Set(readings.map(({ type }) => eventKindOf(type)))).toEqual(new Set(['reading']))
    expect(await all({ actorId: readings[0]!.actorId! })).toHaveLength(
      everything.filter(({ actorId }) => actorId === readings[0]!.actorId).length,
    )
    expect(await all({ until: '2026-11-22' })).toEqual([])
    expect(await all({ from: '2026-11-23', until: '2026-11-23' })).toHaveLength(everything.length)
    await happens(tenant.id, 'SomethingNobodyKnows')
    expect((await all({ kind: 'other' })).map(({ type }) => type)).toEqual(['SomethingNobodyKnows'])
    const page = await readLog(ctx, tenant.slug, {}, { first: 1 })
    await expect(
      readLog(ctx, tenant.slug, { kind: 'reading' }, { first: 1, after: page.endCursor }),
    ).rejects.toThrow(/not a cursor/)
    await expect(readLog(ctx, tenant.slug, { actorId: 'x' }, { first: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('shows an auditor of one procedure nothing of the others', async () => {
    const other = await makeProcedure(test.database, tenant)
    const ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['auditor'], other.id))
    const { nodes } = await readLog(ctx, tenant.slug, {}, { first: 100 })
    expect(nodes.length).toBeGreaterThan(0)
    for (const { subjectIds } of nodes) expect(subjectIds).toContain(other.id)
    expect((await readLogChoices(ctx, tenant.slug)).procedures.map(({ id }) => id)).toEqual([other.id])
  })

  it('has a kind for every event that the server writes', () => {
    const source = new URL('../../', import.meta.url)
    const types = new Set<string>()
    for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || /\.(test|testing)\.ts$/.test(file)) continue
      const text = readFileSync(new URL(file, source), 'utf8')
      if (!/recordEvent|NewEvent|EventRow|insert into event/.test(text)) continue
      for (const [, type] of text.matchAll(/type: '([A-Z]\w+)'/g)) types.add(type!)
    }
    expect(types.size).toBeGreaterThan(8)
    const geometries = /^(Point|LineString|Polygon|Multi\w+|Feature\w*)$/
    expect([...types].filter((type) => !geometries.test(type) && eventKindOf(type) === 'other')).toEqual([])
  })
})

describe('who wrote a contribution', () => {
  it('is given to staff by one function, which writes down who read', async () => {
    const id = await withName()
    const behind = (sql: string, params: unknown[] = []) =>
      test.database.transaction('staff', { tenantId: tenant.id }, (tx) => tx.query(sql, params))
    for (const column of ['name_sealed', 'email_sealed', '*'])
      await expect(behind(`select ${column} from contribution_person`)).rejects.toThrow(/permission denied/)
    await expect(behind('select author_name from contribution_case')).rejects.toThrow(/permission denied/)
    const read = (reader: Id | null, purpose = 'Export', of = tenant.id) =>
      behind('select * from read_authors($1, $2, $3, $4, $5, $6, now())', [
        of,
        purpose,
        [],
        [id],
        newId(),
        reader,
      ])
    await expect(read(null)).rejects.toThrow(/by somebody/)
    await expect(read(newId(), 'Curiosity')).rejects.toThrow(/for something/)
    await expect(read(newId(), 'Export', newId())).rejects.toThrow(/of the tenant/)
    const reader = newId()
    expect(await read(reader)).toHaveLength(1)
    const { rows } = await test.owner.query('select type, subject_ids from event where actor_id = $1', [
      reader,
    ])
    expect(rows).toEqual([{ type: 'AuthorsReadForExport', subject_ids: [procedure.id, id] }])
  })

  it('is written down with the reading or not at all', async () => {
    const id = await withName()
    const reader = newId()
    const failing = test.database.transaction('staff', { tenantId: tenant.id }, async (tx) => {
      await tx.query('select * from read_authors($1, $2, $3, $4, $5, $6, now())', [
        tenant.id,
        'Export',
        [],
        [id],
        newId(),
        reader,
      ])
      throw new Error('gone')
    })
    await expect(failing).rejects.toThrow('gone')
    expect((await test.owner.query('select from event where actor_id = $1', [reader])).rowCount).toBe(0)
  })
})
