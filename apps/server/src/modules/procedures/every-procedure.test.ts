import { expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeTenant } from '../../../test/world.ts'
import { listProcedures, type ProceduresAsked } from './list-procedures.ts'

const test = useDatabase()

it('lists the procedures of all tenants, filtered by tenant, kind and state, page after page', async () => {
  const [one, other] = [await makeTenant(test.database), await makeTenant(test.database)]
  const open = await makeProcedure(test.database, one, { endsOn: '2026-12-20' })
  const sooner = await makeProcedure(test.database, other, { endsOn: '2026-12-10' })
  const formal = await makeProcedure(test.database, other, {
    kind: 'planApproval',
    startsOn: '2026-12-01',
    endsOn: '2027-01-10',
  })
  await makeProcedure(test.database, other, { published: false })
  const ctx = makeCtx(test.database)
  const ids = async (asked: Partial<ProceduresAsked>) =>
    (await listProcedures(ctx, { tenant: null, state: 'all', first: 10, ...asked })).nodes.map(({ id }) => id)

  expect(await ids({})).toEqual([sooner.id, open.id, formal.id])
  expect(await ids({ tenant: one.slug })).toEqual([open.id])
  expect(await ids({ kind: 'planApproval' })).toEqual([formal.id])
  expect(await ids({ kind: 'planApproval', tenant: one.slug })).toEqual([])
  expect(await ids({ state: 'planned' })).toEqual([formal.id])
  expect(await ids({ tenant: 'nirgends' })).toEqual([])

  const first = await listProcedures(ctx, { tenant: null, state: 'all', first: 2 })
  expect(first.hasNext).toBe(true)
  expect(await ids({ first: 2, after: first.endCursor })).toEqual([formal.id])
  // A cursor belongs to what was asked.
  await expect(ids({ kind: 'planApproval', after: first.endCursor })).rejects.toThrow()
})
