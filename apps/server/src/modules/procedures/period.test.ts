import { describe, expect, it } from 'vitest'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeStaff, makeTenant, TERRITORY } from '../../../test/world.ts'
import { isRefusal } from '../../platform/refusal.graphql.ts'
import { createProcedure } from './create-procedure.ts'
import type { StaffProcedureView } from './procedure.queries.ts'
import { missingBeforePublishing } from './procedure.rules.ts'
import { publishProcedure } from './publish-procedure.ts'
import { updateProcedure, type ProcedureChange } from './update-procedure.ts'

const test = useDatabase()
const TODAY = '2026-11-23'

async function draftOf(templateKey: string, municipalityKey: string | null = '14511000') {
  const tenant = await makeTenant(test.database)
  await test.owner.query('update tenant set municipality_key = $2 where id = $1', [
    tenant.id,
    municipalityKey,
  ])
  const ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner']))
  const created = await createProcedure(ctx, tenant.slug, { templateKey, title: { de: 'Alte Gärtnerei' } })
  if (isRefusal(created)) throw new Error(JSON.stringify(created))
  let version = created.version
  const tryTo = (change: Omit<ProcedureChange, 'id' | 'version'>) =>
    updateProcedure(ctx, tenant.slug, { id: created.id, version, ...change })
  async function change(fields: Parameters<typeof tryTo>[0]): Promise<StaffProcedureView> {
    const saved = await tryTo(fields)
    if (isRefusal(saved)) throw new Error(JSON.stringify(saved))
    version = saved.version
    return saved
  }
  const publish = () => publishProcedure(ctx, tenant.slug, created.id, version)
  return { change, tryTo, publish }
}
const inTheWay = (view: StaffProcedureView) =>
  missingBeforePublishing(view, TODAY).filter((code) => /period|notice|law/i.test(code))

describe('the period of a public display', () => {
  it('is computed from its first day, with the holidays of the municipality', async () => {
    const { change } = await draftOf('publicDisplay')
    expect(await change({ startsOn: '2027-10-18' })).toMatchObject({
      endsOn: '2027-11-18',
      displayEndsOn: null,
    })
    const inBavaria = await draftOf('publicDisplay', '09162000')
    expect(await inBavaria.change({ startsOn: '2027-10-18' })).toMatchObject({ endsOn: '2027-11-17' })
    const nobodyKnowsWhere = await draftOf('publicDisplay', null)
    expect(await nobodyKnowsWhere.change({ startsOn: '2027-10-18' })).toMatchObject({ endsOn: '2027-11-18' })
  })

  it('waits for a notice that comes before it', async () => {
    const { change } = await draftOf('publicDisplay')
    expect(inTheWay(await change({ startsOn: '2027-10-18' }))).toEqual(['notice'])
    expect(inTheWay(await change({ noticeOn: '2027-10-18' }))).toEqual(['noticeTooLate'])
    expect(inTheWay(await change({ noticeOn: '2027-10-17' }))).toEqual([])
    expect(inTheWay(await change({ noticeOn: null }))).toEqual(['notice'])
  })

  it('keeps a shorter wish in the draft, and does not let it out', async () => {
    const { change } = await draftOf('publicDisplay')
    const short = await change({ startsOn: '2027-10-18', noticeOn: '2027-10-01', endsOn: '2027-11-05' })
    expect(short).toMatchObject({ displayEndsOn: '2027-11-05', endsOn: '2027-11-18' })
    expect(inTheWay(short)).toEqual(['periodTooShort'])
    expect(await change({ endsOn: null })).toMatchObject({ displayEndsOn: null, endsOn: '2027-11-18' })
  })

  it('may be longer with a reason, which stays with it', async () => {
    const { change } = await draftOf('publicDisplay')
    const longer = await change({ startsOn: '2027-10-18', noticeOn: '2027-10-01', endsOn: '2027-12-04' })
    // A Saturday: the end is on the Monday after.
    expect(longer).toMatchObject({ displayEndsOn: '2027-12-04', endsOn: '2027-12-06' })
    expect(inTheWay(longer)).toEqual(['periodReason'])
    const reasoned = await change({ lengthReason: ' Herbstferien \n' })
    expect(reasoned).toMatchObject({ lengthReason: 'Herbstferien', endsOn: '2027-12-06' })
    expect(inTheWay(reasoned)).toEqual([])
  })

  it('moves with its first day, while the law’s own day is no wish', async () => {
    const { change } = await draftOf('publicDisplay')
    await change({ startsOn: '2027-10-18', endsOn: '2027-11-18' })
    expect(await change({ startsOn: '2027-09-01' })).toMatchObject({
      displayEndsOn: null,
      endsOn: '2027-09-30',
    })
  })

  it('says which day is none', async () => {
    const { tryTo } = await draftOf('publicDisplay')
    expect(await tryTo({ startsOn: '1990-01-01' })).toMatchObject({
      fields: [{ field: 'startsOn', problem: 'outOfRange' }],
    })
    expect(await tryTo({ startsOn: '2027-10-18', noticeOn: '1990-01-01' })).toMatchObject({
      fields: [{ field: 'noticeOn', problem: 'outOfRange' }],
    })
    expect(await tryTo({ startsOn: '2027-10-18', endsOn: '2027-10-17' })).toMatchObject({
      fields: [{ field: 'endsOn', problem: 'beforeStart' }],
    })
    expect(await tryTo({ lengthReason: 'x'.repeat(2_001) })).toMatchObject({
      fields: [{ field: 'lengthReason', problem: 'tooLong' }],
    })
  })
})

describe('other periods', () => {
  it('of early participation and of a renewed display are the authority’s', async () => {
    const early = await draftOf('earlyParticipation')
    expect(inTheWay(await early.change({ startsOn: '2027-10-18' }))).toEqual(['period'])
    expect(inTheWay(await early.change({ endsOn: '2027-11-01' }))).toEqual([])
    const renewed = await draftOf('renewedDisplay')
    const fortnight = { startsOn: '2027-10-18', endsOn: '2027-11-02', noticeOn: '2027-10-08' }
    expect(await renewed.change(fortnight)).toMatchObject({ endsOn: '2027-11-02' })
  })

  it('of plan approval outlast the display, by the text of the law that is chosen', async () => {
    const { change } = await draftOf('planApproval')
    expect(await change({ startsOn: '2027-09-01' })).toMatchObject({ endsOn: '2027-10-13' })
    expect(await change({ lawText: 'old' })).toMatchObject({ endsOn: '2027-10-14' })
    // From 2028 on there is no choice any more.
    expect(await change({ startsOn: '2028-09-01' })).toMatchObject({ endsOn: '2028-10-13' })
  })

  it('of a regional plan want their notice a week ahead', async () => {
    const { change } = await draftOf('regionalPlan')
    expect(inTheWay(await change({ startsOn: '2027-06-09', noticeOn: '2027-06-02' }))).toEqual([
      'noticeTooLate',
    ])
    expect(inTheWay(await change({ noticeOn: '2027-06-01' }))).toEqual([])
  })

  it('of a dialogue are free, and can be taken back', async () => {
    const { change, publish } = await draftOf('mapDialogue')
    await change({
      summary: { de: 'Was soll hier entstehen?' },
      territory: TERRITORY,
      startsOn: '2026-11-20',
    })
    expect(await change({ endsOn: '2026-12-20' })).toMatchObject({
      endsOn: '2026-12-20',
      displayEndsOn: null,
    })
    expect(await change({ endsOn: null })).toMatchObject({ endsOn: null })
    await change({ endsOn: '2026-12-13' })
    expect(await publish()).toMatchObject({ endsOn: '2026-12-13' })
  })
})
