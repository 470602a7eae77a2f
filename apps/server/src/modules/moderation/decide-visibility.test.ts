import { newId } from '@mitsprache/terms'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { draftFor, makeCtx, makeProcedure, makeStaff, makeTenant } from '../../../test/world.ts'
import { Denial } from '../identity/index.ts'
import { submitContribution, type Receipt } from '../contributions/index.ts'
import { decideVisibility } from './decide-visibility.ts'

const test = useDatabase()

async function world(shape: Parameters<typeof makeProcedure>[2] = {}) {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant, shape)
  const moderator = makeCtx(test.database, await makeStaff(test.database, tenant, ['moderator']))
  return { tenant, procedure, moderator }
}

async function submitted(
  procedure: Awaited<ReturnType<typeof makeProcedure>>,
  changes: Record<string, unknown> = {},
) {
  const receipt = (await submitContribution(makeCtx(test.database), draftFor(procedure, changes))) as Receipt
  const { rows } = await test.owner.query('select id from contribution where number = $1', [receipt.number])
  return { ...receipt, id: rows[0].id as string }
}

const published = async (procedureId: string) =>
  (await test.owner.query('select * from published_contribution where procedure_id = $1', [procedureId])).rows

/** What the map adds up to, cell by cell, against what is published. */
async function expectMapInLine(procedureId: string) {
  const { rows } = await test.owner.query(
    `with want as (select z as zoom, grid_x(lon) >> (22 - z) as gx, grid_y(lat) >> (22 - z) as gy,
         coalesce(category_id, '00000000-0000-0000-0000-000000000000') as category_id, count(*)::int as n
       from published_contribution, generate_series(5, 17) z where procedure_id = $1 and lon is not null group by 1, 2, 3, 4),
     have as (select zoom, gx, gy, category_id, n from map_cell where procedure_id = $1 and n <> 0)
     (select * from want except select * from have) union all (select * from have except select * from want)`,
    [procedureId],
  )
  expect(rows).toEqual([])
  const counts = await test.owner.query(
    `select (select coalesce(sum(n), 0)::int from published_count where procedure_id = $1) as counted,
            (select count(*)::int from published_contribution where procedure_id = $1) as there,
            (select coalesce(sum(n), 0)::int from review_count where procedure_id = $1) as "waitingCounted",
            (select count(*)::int from contribution_case where procedure_id = $1 and visibility = 'inReview') as waiting`,
    [procedureId],
  )
  expect(counts.rows[0].counted).toBe(counts.rows[0].there)
  expect(counts.rows[0].waitingCounted).toBe(counts.rows[0].waiting)
}

const point = (lon: number, lat: number) => ({
  kind: 'point' as const,
  geometry: { type: 'Point', coordinates: [lon, lat] },
})

describe('deciding what the public sees', () => {
  it('publishes what its author released, on list, counts and map in the same breath', async () => {
    const { tenant, procedure, moderator } = await world()
    const { id } = await submitted(procedure, {
      place: point(12.905, 50.825),
      categoryId: procedure.categoryId,
    })
    const result = await decideVisibility(moderator, tenant.slug, {
      contributionId: id,
      version: 1,
      decision: 'publish',
    })
    expect(result).toMatchObject({
      item: {
        visibility: 'published',
        version: 2,
        history: [{ decision: 'publish', byName: 'Erika Beispiel' }],
      },
      openCount: 0,
    })
    expect(await published(procedure.id)).toMatchObject([
      { id, number: 1, author_name: null, category_id: procedure.categoryId },
    ])
    await expectMapInLine(procedure.id)
  })

  it('withholds with a reason, takes back what was public, and loses nothing', async () => {
    const { tenant, procedure, moderator } = await world()
    const { id } = await submitted(procedure, { place: point(12.905, 50.825) })
    await decideVisibility(moderator, tenant.slug, { contributionId: id, version: 1, decision: 'publish' })
    await decideVisibility(moderator, tenant.slug, {
      contributionId: id,
      version: 2,
      decision: 'withhold',
      reason: 'insult',
    })
    expect(await published(procedure.id)).toEqual([])
    await expectMapInLine(procedure.id)
    expect((await test.owner.query('select text from contribution where id = $1', [id])).rowCount).toBe(1)
    const decisions = await test.owner.query(
      'select decision, reason from visibility_decision where contribution_id = $1 order by number',
      [id],
    )
    expect(decisions.rows).toEqual([
      { decision: 'publish', reason: null },
      { decision: 'withhold', reason: 'insult' },
    ])
  })

  it('does not withhold without a reason', async () => {
    const { tenant, procedure, moderator } = await world()
    const { id } = await submitted(procedure)
    const result = await decideVisibility(moderator, tenant.slug, {
      contributionId: id,
      version: 1,
      decision: 'withhold',
    })
    expect(result).toMatchObject({ fields: [{ field: 'reason', problem: 'empty' }] })
  })

  it('shows the name only to whoever its author wanted to see it', async () => {
    const { tenant, procedure, moderator } = await world()
    const named = await submitted(procedure, {
      audience: 'publicWithName',
      person: { name: 'Anton  Muster' },
    })
    const unnamed = await submitted(procedure, { person: { name: 'Berta Muster' } })
    for (const { id } of [named, unnamed])
      await decideVisibility(moderator, tenant.slug, { contributionId: id, version: 1, decision: 'publish' })
    const names = new Map((await published(procedure.id)).map((row) => [row.id, row.author_name]))
    expect(names.get(named.id)).toBe('Anton Muster')
    expect(names.get(unnamed.id)).toBeNull()
  })

  // @bad-input BIZ-07
  it('lets twenty moderators decide at once, and one of them win', async () => {
    const { tenant, procedure, moderator } = await world()
    const { id } = await submitted(procedure, { place: point(12.905, 50.825) })
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        decideVisibility(moderator, tenant.slug, {
          contributionId: id,
          version: 1,
          ...(i % 2 ? { decision: 'publish' } : { decision: 'withhold', reason: 'other' }),
        }),
      ),
    )
    expect(results.filter((result) => 'openCount' in result)).toHaveLength(1)
    expect(results.filter((result) => 'alreadyDecided' in result)).toHaveLength(19)
    expect(
      (await test.owner.query('select from visibility_decision where contribution_id = $1', [id])).rowCount,
    ).toBe(1)
    await expectMapInLine(procedure.id)
  })

  it('keeps its sums through sixteen decisions at a time in one place', async () => {
    const { tenant, procedure, moderator } = await world()
    const ids = await Promise.all(
      Array.from({ length: 48 }, (_, i) =>
        submitted(procedure, {
          place: point(12.905 + (i % 4) / 1e4, 50.825),
          categoryId: i % 2 ? procedure.categoryId : null,
        }),
      ),
    )
    for (let i = 0; i < ids.length; i += 16)
      await Promise.all(
        ids.slice(i, i + 16).map(({ id }, k) =>
          decideVisibility(moderator, tenant.slug, {
            contributionId: id,
            version: 1,
            ...(k % 4 ? { decision: 'publish' } : { decision: 'withhold', reason: 'offTopic' }),
          }),
        ),
      )
    expect(await published(procedure.id)).toHaveLength(36)
    const numbers = (await published(procedure.id)).map((row) => row.number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 36 }, (_, i) => i + 1))
    await expectMapInLine(procedure.id)
  })
})

describe('what moderation cannot do', () => {
  it('make public what its author kept to the planners', async () => {
    const { tenant, procedure, moderator } = await world()
    const { id, visibility } = await submitted(procedure, { audience: 'plannersOnly' })
    expect(visibility).toBe('notPublic')
    await expect(
      decideVisibility(moderator, tenant.slug, { contributionId: id, version: 1, decision: 'publish' }),
    ).rejects.toThrow(Denial)
    expect(await published(procedure.id)).toEqual([])
  })

  it('make it public behind the use case either: the database asks again', async () => {
    const { tenant, procedure } = await world({ publicationMode: 'not', kind: 'urbanLandUsePlan' })
    const { id } = await submitted(procedure)
    const asStaff = (sql: string, params: unknown[]) =>
      test.database.transaction('staff', { tenantId: tenant.id }, (tx) => tx.query(sql, params))
    const decided = await asStaff(
      `select decide_visibility($1, null, $2, 1, 'publish', null, null, false, $3, $4, null, now()) as answer`,
      [tenant.id, id, newId(), newId()],
    )
    expect(decided).toEqual([{ answer: 'refused' }])
    await expect(
      asStaff(`update contribution_case set visibility = 'published' where contribution_id = $1`, [id]),
    ).rejects.toThrow(/permission denied/)
    await test.owner.query(
      `update contribution_case set visibility = 'published' where contribution_id = $1`,
      [id],
    )
    await asStaff('select project_contribution($1, $2, now())', [tenant.id, id])
    expect(await published(procedure.id)).toEqual([])
  })

  it('decide where they are no moderators, though they work there', async () => {
    const { tenant, procedure } = await world()
    const other = await makeProcedure(test.database, tenant)
    const { id } = await submitted(procedure)
    const choice = { contributionId: id, version: 1, decision: 'publish' as const }
    const viewer = await makeStaff(test.database, tenant, ['moderator'], other.id)
    const decideAs = (who: typeof viewer) =>
      decideVisibility(makeCtx(test.database, who), tenant.slug, choice)
    await expect(decideAs(viewer)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const [membership] = viewer.memberships
    const alsoPlanner = { ...membership!, role: 'planner' as const, procedureId: procedure.id }
    await expect(decideAs({ ...viewer, memberships: [membership!, alsoPlanner] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      why: 'needsModerator',
    })
    expect(await published(procedure.id)).toEqual([])
  })

  // @bad-input AUT-08
  it('reach into another tenant', async () => {
    const { procedure } = await world()
    const other = await world()
    const { id } = await submitted(procedure)
    await expect(
      decideVisibility(other.moderator, other.tenant.slug, {
        contributionId: id,
        version: 1,
        decision: 'publish',
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const project = test.database.transaction('staff', { tenantId: other.tenant.id }, (tx) =>
      tx.query('select project_contribution((select id from tenant where id <> $1 limit 1), $2, now())', [
        other.tenant.id,
        id,
      ]),
    )
    await expect(project).rejects.toThrow(/no such contribution/)
  })

  // @bad-input AUT-23
  it('be done by a planner', async () => {
    const { tenant, procedure } = await world()
    const { id } = await submitted(procedure)
    const planner = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner']))
    await expect(
      decideVisibility(planner, tenant.slug, { contributionId: id, version: 1, decision: 'publish' }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
      why: 'needsModerator',
    })
  })

  // @bad-input AUT-20
  it('rewrite what was handed in, decided or recorded', async () => {
    const { procedure } = await world()
    const { id } = await submitted(procedure)
    await expect(test.owner.query(`update contribution set text = 'x' where id = $1`, [id])).rejects.toThrow(
      /append-only/,
    )
    await expect(test.owner.query(`delete from event where $1 = any(subject_ids)`, [id])).rejects.toThrow(
      /append-only/,
    )
  })
})

it('publishes what can be found in small and in capital letters', async () => {
  const { tenant, procedure, moderator } = await world()
  const { id } = await submitted(procedure, { text: 'ÄPFEL für die GROẞE Straße, señor Łukasz' })
  await decideVisibility(moderator, tenant.slug, { contributionId: id, version: 1, decision: 'publish' })
  const { rows } = await test.owner.query('select search_text from published_contribution where id = $1', [
    id,
  ])
  expect(rows[0].search_text.trim()).toBe('apfel fur die grosse strasse, señor lukasz')
})

describe('publishing at once', () => {
  it('needs no moderator, and can still be withheld', async () => {
    const { tenant, procedure, moderator } = await world({ publicationMode: 'atOnce' })
    const { id, visibility } = await submitted(procedure, { place: point(12.905, 50.825) })
    expect(visibility).toBe('published')
    expect(await published(procedure.id)).toHaveLength(1)
    await decideVisibility(moderator, tenant.slug, {
      contributionId: id,
      version: 1,
      decision: 'withhold',
      reason: 'duplicate',
    })
    expect(await published(procedure.id)).toHaveLength(0)
    await expectMapInLine(procedure.id)
  })
})
