import { describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant } from '../../../test/world.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { copyProcedure, type ProcedureCopy } from './copy-procedure.ts'
import type { StaffProcedureView } from './procedure.queries.ts'

const test = useDatabase()

async function earlier(shape: Parameters<typeof makeProcedure>[2] = {}) {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant, shape)
  const ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner']))
  const tryTo = (change: Partial<ProcedureCopy> = {}) =>
    copyProcedure(ctx, tenant.slug, { procedureId: procedure.id, title: { de: 'Neue Gärtnerei' }, ...change })
  async function copy(change: Partial<ProcedureCopy> = {}): Promise<StaffProcedureView> {
    const made = await tryTo(change)
    if (isRefusal(made)) throw new Error(JSON.stringify(made))
    return made
  }
  return { tenant, procedure, ctx, tryTo, copy }
}

/** Every row of a table that a procedure has, without what has to be its own. */
async function rowsOf(table: string, procedureId: string) {
  const { rows } = await test.owner.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(x) - 'id' - 'procedure_id' - 'version' as row from ${table} x where procedure_id = $1 order by position, to_jsonb(x)->>'key'`,
    [procedureId],
  )
  return rows.map(({ row }) => row)
}

const fileOf = async (tenantId: string) => {
  const id = newId()
  await test.owner.query(
    `insert into file (tenant_id, id, sha256, size_bytes, media_type, file_name, created_at)
     values ($1, $2, decode(repeat('ab', 32), 'hex'), 10, 'application/pdf', 'Plan.pdf', now())`,
    [tenantId, id],
  )
  return id
}

describe('a copy of an earlier procedure', () => {
  it('has all it is made of, in rows of its own', async () => {
    const { tenant, procedure, copy } = await earlier({ kind: 'urbanLandUsePlan' })
    const fileId = await fileOf(tenant.id)
    const at = [tenant.id, newId(), procedure.id, fileId]
    await test.owner.query(
      `insert into plan_document (tenant_id, id, procedure_id, file_id, category, title, summary, position)
       values ($1, $2, $3, $4, 'planDrawing', '{"de": "Plan"}', '{"de": "Worum es geht"}', 0)`,
      at,
    )
    await test.owner.query(
      `insert into plan_drawing (tenant_id, id, procedure_id, file_id, page, width_px, height_px, title, points, placement, opacity, position, version)
       values ($1, $2, $3, $4, 1, 10, 10, '{"de": "Blatt 1"}', '[]', '{}', 0.5, 0, 7)`,
      at,
    )
    const made = await copy({ number: ' B 38 ' })
    expect(made).toMatchObject({
      title: { de: 'Neue Gärtnerei' },
      number: 'B 38',
      slug: 'neue-gaertnerei',
      kind: 'urbanLandUsePlan',
      version: 1,
      publishedAt: null,
      startsOn: null,
      endsOn: null,
      extensions: [],
      receivedCount: 0,
    })
    for (const table of ['category', 'plan_document', 'plan_drawing', 'plan_part']) {
      const [before, after] = await Promise.all([rowsOf(table, procedure.id), rowsOf(table, made.id)])
      expect([table, after]).toEqual([table, before])
      if (table !== 'plan_part') expect([table, before.length > 0]).toEqual([table, true])
    }
    const shared = await test.owner.query(
      'select 1 from category a join category b on a.id = b.id where a.procedure_id = $1 and b.procedure_id = $2',
      [procedure.id, made.id],
    )
    expect(shared.rowCount).toBe(0)
  })

  it('carries every column that a procedure can be typed in, or names it here', async () => {
    const left = {
      procedure: ['slug', 'version', 'created_at', 'created_by', 'published_at', 'decided', 'timeline'],
      consultation_round: [
        'starts_on',
        'ends_on',
        'notice_on',
        'display_ends_on',
        'length_reason',
        'law_text',
        'extensions',
      ],
    }
    const { procedure, copy } = await earlier()
    const made = await copy({ number: 'anders' })
    for (const [table, own] of Object.entries(left)) {
      const key = table === 'procedure' ? 'id' : 'procedure_id'
      const { rows } = await test.owner.query<{ a: Record<string, unknown>; b: Record<string, unknown> }>(
        `select to_jsonb(a) as a, to_jsonb(b) as b from ${table} a, ${table} b where a.${key} = $1 and b.${key} = $2`,
        [procedure.id, made.id],
      )
      const { a, b } = rows[0]!
      const ofItself = ['id', 'procedure_id', 'title', 'number', ...own]
      const differing = Object.keys(a).filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
      expect([table, differing.filter((name) => !ofItself.includes(name))]).toEqual([table, []])
    }
  })

  it('begins anew: of the law’s own length, or as long as the dialogue before', async () => {
    const formal = await earlier({ kind: 'urbanLandUsePlan' })
    await test.owner.query(`update procedure set template_key = 'publicDisplay' where id = $1`, [
      formal.procedure.id,
    ])
    await test.owner.query(`update tenant set municipality_key = '14511000' where id = $1`, [
      formal.tenant.id,
    ])
    expect(await formal.copy({ startsOn: '2027-10-18' })).toMatchObject({
      startsOn: '2027-10-18',
      endsOn: '2027-11-18',
      noticeOn: null,
    })
    const dialogue = await earlier({ kind: 'informalDialogue', startsOn: '2026-11-01', endsOn: '2026-11-30' })
    expect(await dialogue.copy({ startsOn: '2027-03-01' })).toMatchObject({ endsOn: '2027-03-30' })
  })

  it('of a name that is taken gets another address', async () => {
    const { copy } = await earlier()
    const [first, second] = [await copy(), await copy()]
    expect(second.slug).toMatch(new RegExp(`^${first.slug}-[0-9a-f]{6}$`))
  })

  it('is refused by what cannot be', async () => {
    const { tryTo } = await earlier()
    expect(await tryTo({ title: { de: ' ' } })).toMatchObject({
      fields: [{ field: 'title', problem: 'empty' }],
    })
    expect(await tryTo({ title: { de: 'ä'.repeat(500) } })).toMatchObject({
      fields: [{ field: 'title', problem: 'tooLong' }],
    })
  })

  it('is not for who works on single procedures, and not of another authority', async () => {
    const { tenant, procedure } = await earlier()
    const limited = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner'], procedure.id))
    const title = { de: 'Meins' }
    await expect(
      copyProcedure(limited, tenant.slug, { procedureId: procedure.id, title }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const other = await earlier()
    await expect(
      copyProcedure(other.ctx, other.tenant.slug, { procedureId: procedure.id, title }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
