import { describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant, NOW, TERRITORY } from '../../../test/world.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { createProcedure } from './create-procedure.ts'
import type { StaffProcedureView } from './procedure.queries.ts'
import { PROCEDURE_TEMPLATES } from './procedure-templates.ts'
import { roundState, slugOf } from './procedure.rules.ts'
import { publishProcedure } from './publish-procedure.ts'
import { updateProcedure } from './update-procedure.ts'

const test = useDatabase()

async function desk(roles: Parameters<typeof makeStaff>[2] = ['planner']) {
  const tenant = await makeTenant(test.database)
  return { tenant, ctx: makeCtx(test.database, await makeStaff(test.database, tenant, roles)) }
}

function saved(result: Awaited<ReturnType<typeof updateProcedure>>): StaffProcedureView {
  if (isRefusal(result)) throw new Error(JSON.stringify(result))
  return result
}

const onDisplay = async (id: string) =>
  (await test.owner.query('select * from published_procedure where id = $1', [id])).rows[0]

describe('setting up a procedure', () => {
  it.each(PROCEDURE_TEMPLATES)(
    'begins from the card $key, a formal one without publication of contributions',
    async (template) => {
      const { tenant, ctx } = await desk()
      const procedure = saved(
        await createProcedure(ctx, tenant.slug, {
          templateKey: template.key,
          title: { de: 'Straße „Am Bäckerweg“' },
        }),
      )
      expect(procedure).toMatchObject({
        slug: 'strasse-am-baeckerweg',
        step: template.step,
        publishedAt: null,
      })
      expect(procedure.publicationMode).toBe(template.kind === 'informalDialogue' ? 'afterReview' : 'not')
      expect(procedure.categories.map((category) => category.key)).toEqual(
        template.categories.map((category) => category.key),
      )
    },
  )

  it('goes from draft to display, and shows the public just what was published', async () => {
    const { tenant, ctx } = await desk()
    const draft = saved(
      await createProcedure(ctx, tenant.slug, { templateKey: 'mapDialogue', title: { de: 'Platz am Bach' } }),
    )
    expect(await publishProcedure(ctx, tenant.slug, draft.id, draft.version)).toMatchObject({
      missing: ['summary', 'period'],
    })
    const ready = saved(
      await updateProcedure(ctx, tenant.slug, {
        id: draft.id,
        version: draft.version,
        summary: { de: 'Was soll hier entstehen?' },
        territory: TERRITORY,
        startsOn: '2026-11-20',
        endsOn: '2026-12-20',
      }),
    )
    expect(await onDisplay(draft.id)).toBeUndefined()
    const published = saved(await publishProcedure(ctx, tenant.slug, ready.id, ready.version))
    const row = await onDisplay(draft.id)
    expect(row).toMatchObject({ slug: 'platz-am-bach', formal: false, revision: 1 })
    expect(row.ends_at.toISOString()).toBe('2026-12-20T22:59:59.999Z')
    expect([row.center_lon, row.center_lat]).toEqual([expect.closeTo(12.905, 3), expect.closeTo(50.825, 3)])

    // A change waits in the draft until it is published; the earlier revision stays word for word.
    const changed = saved(
      await updateProcedure(ctx, tenant.slug, {
        id: draft.id,
        version: published.version,
        title: { de: 'Platz an der Quelle' },
      }),
    )
    expect((await onDisplay(draft.id)).title).toEqual({ de: 'Platz am Bach' })
    saved(await publishProcedure(ctx, tenant.slug, draft.id, changed.version))
    expect((await onDisplay(draft.id)).title).toEqual({ de: 'Platz an der Quelle' })
    const { rows } = await test.owner.query(
      'select number, content from procedure_revision where procedure_id = $1 order by number',
      [draft.id],
    )
    expect(rows.map((one) => [one.number, one.content.title.de])).toEqual([
      [1, 'Platz am Bach'],
      [2, 'Platz an der Quelle'],
    ])
    await expect(test.owner.query(`update procedure_revision set number = 9`)).rejects.toThrow(/append-only/)
  })

  it('asks a display after § 3 (2) BauGB for plan, report, area and a way without the internet', async () => {
    const { tenant, ctx } = await desk()
    const draft = saved(
      await createProcedure(ctx, tenant.slug, {
        templateKey: 'publicDisplay',
        title: { de: 'Alte Gärtnerei' },
      }),
    )
    expect(await publishProcedure(ctx, tenant.slug, draft.id, draft.version)).toMatchObject({
      missing: ['summary', 'territory', 'planDrawing', 'explanatoryReport', 'period', 'offlineWay'],
    })
  })

  it('does not move a period that people already rely on', async () => {
    const { tenant, ctx } = await desk()
    const { id } = await makeProcedure(test.database, tenant)
    expect(await updateProcedure(ctx, tenant.slug, { id, version: 1, endsOn: '2026-11-25' })).toMatchObject({
      missing: ['periodIsPublished'],
    })
  })

  it('shows the second of two planners that somebody was first, and keeps the first’s work', async () => {
    const { tenant, ctx } = await desk()
    const { id } = await makeProcedure(test.database, tenant, { published: false })
    const results = await Promise.all(
      ['eins', 'zwei', 'drei'].map((de) =>
        updateProcedure(ctx, tenant.slug, { id, version: 1, summary: { de } }),
      ),
    )
    expect(results.filter((result) => isRefusal(result) && result.code === 'StaleVersion')).toHaveLength(2)
  })

  it.each([
    ['a title of nothing', { title: { de: ' ' } }, 'title', 'empty'],
    ['a title too long', { title: { de: 'x'.repeat(201) } }, 'title', 'tooLong'],
    ['an end before the start', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'endsOn', 'beforeStart'],
    [
      'a point for a territory',
      { territory: { type: 'Point', coordinates: [12, 50] } },
      'territory',
      'notAnArea',
    ],
    [
      'an open ring',
      {
        territory: {
          type: 'Polygon',
          coordinates: [
            [
              [12, 50],
              [12.1, 50],
              [12.1, 50.1],
            ],
          ],
        },
      },
      'territory',
      'notGeoJson',
    ],
    [
      'a ring in UTM',
      {
        territory: {
          type: 'Polygon',
          coordinates: [
            [
              [350000, 5630000],
              [350100, 5630000],
              [350100, 5630100],
              [350000, 5630000],
            ],
          ],
        },
      },
      'territory',
      'outOfRange',
    ],
    [
      'a bow-tie',
      {
        territory: {
          type: 'Polygon',
          coordinates: [
            [
              [12, 50],
              [12.1, 50.1],
              [12.1, 50],
              [12, 50.1],
              [12, 50],
            ],
          ],
        },
      },
      'territory',
      'selfIntersecting',
    ],
    [
      'a place without extent',
      {
        territory: {
          type: 'Polygon',
          coordinates: [
            [
              [12, 50],
              [12, 50],
              [12, 50],
              [12, 50],
            ],
          ],
        },
      },
      'territory',
      'empty',
    ],
    [
      'text in place of coordinates',
      { territory: { type: 'Polygon', coordinates: 'x' } },
      'territory',
      'notGeoJson',
    ],
    [
      'ten thousand brackets',
      { territory: { type: 'Polygon', coordinates: JSON.parse('['.repeat(9_000) + ']'.repeat(9_000)) } },
      'territory',
      'notGeoJson',
    ],
    ['NUL in a summary', { summary: { de: 'a\0b' } }, 'summary', 'unreadable'],
  ])('refuses %s in its field, and saves nothing', async (_what, change, field, problem) => {
    const { tenant, ctx } = await desk()
    const { id } = await makeProcedure(test.database, tenant, { published: false })
    const result = await updateProcedure(ctx, tenant.slug, { id, version: 1, ...change })
    expect(result).toMatchObject({
      code: 'InputRefused',
      fields: [expect.objectContaining({ field, problem })],
    })
    expect(
      (await test.owner.query('select version from procedure where id = $1', [id])).rows[0].version,
    ).toBe(1)
  })

  it('takes a feature collection, turns its rings the right way and cuts what nobody can measure', async () => {
    const { tenant, ctx } = await desk()
    const { id } = await makeProcedure(test.database, tenant, { published: false })
    const clockwise = [
      [12.9, 50.82],
      [12.9, 50.83],
      [12.91, 50.83],
      [12.910000000123, 50.82, 99],
      [12.9, 50.82],
    ]
    const territory = {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { name: 'x' },
          geometry: { type: 'Polygon', coordinates: [clockwise] },
        },
      ],
    }
    const procedure = saved(await updateProcedure(ctx, tenant.slug, { id, version: 1, territory }))
    expect(procedure.territory).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [12.9, 50.82],
          [12.91, 50.82],
          [12.91, 50.83],
          [12.9, 50.83],
          [12.9, 50.82],
        ],
      ],
    })
  })

  it('belongs to its planners: not to moderators, and to nobody of another tenant', async () => {
    const { tenant } = await desk()
    const { id } = await makeProcedure(test.database, tenant)
    const moderator = makeCtx(test.database, await makeStaff(test.database, tenant, ['moderator']))
    await expect(updateProcedure(moderator, tenant.slug, { id, version: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const other = await desk()
    await expect(updateProcedure(other.ctx, other.tenant.slug, { id, version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(updateProcedure(other.ctx, tenant.slug, { id, version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const limited = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner'], id))
    await expect(updateProcedure(limited, tenant.slug, { id: newId(), version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    saved(await updateProcedure(limited, tenant.slug, { id, version: 1, summary: { de: 'Unser Vorhaben' } }))
  })
})

describe('small rules', () => {
  it('a round is open from its first instant to its last', () => {
    const [from, to] = [new Date('2026-11-01T00:00:00Z'), new Date('2026-12-01T00:00:00Z')]
    expect(roundState(from, to, from)).toBe('open')
    expect(roundState(from, to, to)).toBe('open')
    expect(roundState(from, to, new Date(from.getTime() - 1))).toBe('planned')
    expect(roundState(from, to, new Date(to.getTime() + 1))).toBe('closed')
    expect(NOW.getTime()).toBeGreaterThan(from.getTime())
  })

  it('addresses are made of what everybody can type', () => {
    expect(slugOf('Čorny Hód – Łužica')).toBe('corny-hod-luzica')
    expect(slugOf('„…“')).toBe('verfahren')
    expect(slugOf('a'.repeat(300))).toHaveLength(60)
  })
})
