import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant, NOW } from '../../../test/world.ts'
import { endOfDay } from '../../platform/municipal-day.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { extendPeriod, type Extension } from './extend-period.ts'
import { findProcedureById } from './list-procedures.ts'
import { publishProcedure } from './publish-procedure.ts'
import { updateProcedure } from './update-procedure.ts'

const test = useDatabase()
const NOTE = { de: 'Die Seite war zwei Tage lang nicht zu erreichen.' }

async function display(shape: Parameters<typeof makeProcedure>[2] = {}, at = NOW) {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant, { endsOn: '2026-12-02', ...shape })
  const staff = await makeStaff(test.database, tenant, ['planner'])
  const ctx = makeCtx(test.database, staff, { clock: () => at })
  const extend = (change: Partial<Extension> = {}) =>
    extendPeriod(ctx, tenant.slug, {
      id: procedure.id,
      version: 1,
      endsOn: '2026-12-16',
      note: NOTE,
      ...change,
    })
  const shown = (when: Date) =>
    findProcedureById(makeCtx(test.database, null, { clock: () => when }), procedure.id)
  return { tenant, procedure, ctx, extend, shown }
}

describe('a period that is extended', () => {
  it('is on display at once with its note, to the last second of the new day', async () => {
    const { extend, shown, procedure } = await display()
    expect(await extend()).toMatchObject({ endsOn: '2026-12-16', version: 2 })
    const last = endOfDay('2026-12-16')
    expect((await shown(last))!.round).toMatchObject({
      state: 'open',
      endsOn: '2026-12-16',
      endsAt: last,
      extensions: [{ endedOn: '2026-12-02', endsOn: '2026-12-16', note: NOTE, at: NOW }],
    })
    expect((await shown(new Date(last.getTime() + 1)))!.round.state).toBe('closed')
    const { rows } = await test.owner.query<{ type: string }>(
      `select type from event where $1 = any(subject_ids) order by id desc limit 1`,
      [procedure.id],
    )
    expect(rows).toEqual([{ type: 'PeriodExtended' }])
  })

  it('takes nothing else of the draft along, and stays as it is when that is published', async () => {
    const { tenant, ctx, procedure, extend, shown } = await display()
    const before = (await shown(NOW))!
    await updateProcedure(ctx, tenant.slug, {
      id: procedure.id,
      version: 1,
      summary: { de: 'Noch im Entwurf' },
    })
    await extend({ version: 2 })
    expect((await shown(NOW))!.summary).toEqual(before.summary)
    expect(isRefusal(await publishProcedure(ctx, tenant.slug, procedure.id, 3))).toBe(false)
    const after = (await shown(NOW))!
    expect(after).toMatchObject({ summary: { de: 'Noch im Entwurf' }, round: { endsOn: '2026-12-16' } })
    expect(after.round.extensions).toHaveLength(1)
    const { rows } = await test.owner.query<{ number: number; endsOn: string; summary: string; n: number }>(
      `select number, content->>'endsOn' as "endsOn", content->'summary'->>'de' as summary,
         coalesce(jsonb_array_length(content->'extensions'), 0) as n
       from procedure_revision where procedure_id = $1 order by number`,
      [procedure.id],
    )
    expect(rows).toEqual([
      { number: 1, endsOn: '2026-12-02', summary: before.summary.de, n: 0 },
      { number: 2, endsOn: '2026-12-16', summary: before.summary.de, n: 1 },
      { number: 3, endsOn: '2026-12-16', summary: 'Noch im Entwurf', n: 1 },
    ])
  })

  it('can be extended again, each time with its own note', async () => {
    const { extend, shown } = await display()
    await extend()
    await extend({ version: 2, endsOn: '2026-12-23', note: { de: 'Noch einmal.', en: ' Once more. ' } })
    expect(
      (await shown(NOW))!.round.extensions.map(({ endedOn, endsOn, note }) => [endedOn, endsOn, note]),
    ).toEqual([
      ['2026-12-02', '2026-12-16', NOTE],
      ['2026-12-16', '2026-12-23', { de: 'Noch einmal.', en: 'Once more.' }],
    ])
  })
})

describe('what is not an extension', () => {
  it.each([
    [{ endsOn: '2026-12-02' }, 'endsOn', 'notLater'],
    [{ endsOn: '2026-11-25' }, 'endsOn', 'notLater'],
    [{ endsOn: '2028-12-02' }, 'endsOn', 'outOfRange'],
    [{ note: { de: ' \n' } }, 'note', 'empty'],
    [{ note: { de: 'x'.repeat(5_000) } }, 'note', 'tooLong'],
    [{ note: { de: 'a', en: 'b\0c' } }, 'note', 'unreadable'],
  ])('%o is refused by its field', async (change, field, problem) => {
    const { extend, shown } = await display()
    expect(await extend(change)).toMatchObject({ fields: [{ field, problem }] })
    expect((await shown(NOW))!.round).toMatchObject({ endsOn: '2026-12-02', extensions: [] })
  })

  it('a draft and a period that is over have nothing to extend', async () => {
    const draft = await display({ published: false })
    expect(await draft.extend()).toMatchObject({ missing: ['notPublished'] })
    const last = endOfDay('2026-12-02')
    expect(isRefusal(await (await display({}, last)).extend())).toBe(false)
    const over = await display({}, new Date(last.getTime() + 1))
    expect(await over.extend()).toMatchObject({ missing: ['periodOver'] })
  })

  it('the second of two at once sees that somebody was first', async () => {
    const { extend, shown } = await display()
    const answers = await Promise.all([extend(), extend({ endsOn: '2026-12-18' })])
    expect(answers.filter(isRefusal)).toMatchObject([{ code: 'StaleVersion' }])
    expect((await shown(NOW))!.round.extensions).toHaveLength(1)
  })

  it('an earlier end is refused by the database itself, whoever asks', async () => {
    const { procedure } = await display()
    const shorten = test.owner.query(
      `update published_procedure set ends_at = ends_at - interval '1 second' where id = $1`,
      [procedure.id],
    )
    await expect(shorten).rejects.toThrow('never ends early')
  })

  it('somebody who works on other procedures learns nothing of this one', async () => {
    const { tenant, procedure } = await display()
    const other = await makeProcedure(test.database, tenant)
    const limited = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner'], other.id))
    const asked = extendPeriod(limited, tenant.slug, {
      id: procedure.id,
      version: 1,
      endsOn: '2026-12-16',
      note: NOTE,
    })
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
