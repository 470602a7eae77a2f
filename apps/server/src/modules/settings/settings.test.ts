import { describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant, NOW } from '../../../test/world.ts'
import { InputRefused, StaleVersion } from '../../platform/refusal.graphql.ts'
import { changeSettings, type SettingsWish } from './change-settings.ts'
import { getSettings, type Settings } from './get-settings.ts'
import { ContrastTooLow, DialoguesWouldEnd } from './settings-refusals.graphql.ts'

const test = useDatabase()

async function makeOffice(role: 'administrator' | 'planner' | 'auditor' = 'administrator') {
  const tenant = await makeTenant(test.database)
  const viewer = await makeStaff(test.database, tenant, [role])
  const ctx = makeCtx(test.database, viewer)
  const save = (wish: Partial<SettingsWish>) =>
    changeSettings(ctx, tenant.slug, { version: 1, ...wish }) as Promise<Settings>
  return { tenant, viewer, ctx, save }
}

const eventsOf = async (tenantId: string) =>
  (
    await test.owner.query(
      'select type, subject_ids as "subjectIds", actor_id as "actorId" from event where tenant_id = $1 order by type',
      [tenantId],
    )
  ).rows

describe('the settings of a tenant', () => {
  it('are saved field by field, and what is not named stays', async () => {
    const { tenant, viewer, ctx, save } = await makeOffice()
    const saved = await save({
      name: { de: ' Stadt Bautzen ', en: '', hsb: 'Město Budyšin' },
      municipalityKey: '14625020',
      languages: ['de', 'hsb'],
      mapCenter: [14.42, 51.18],
      colours: { primary: '#1F4F9C', primaryDark: '#a3c6f2' },
      imprint: [{ title: { de: 'Herausgeber' }, text: { de: 'Stadt Bautzen' } }],
    })
    expect(saved).toMatchObject({
      version: 2,
      name: { de: 'Stadt Bautzen', hsb: 'Město Budyšin' },
      municipalityKey: '14625020',
      languages: ['de', 'hsb'],
      mapLon: 14.42,
      mapLat: 51.18,
      mapZoom: 14,
      colours: { primary: '#1f4f9c', primaryDark: '#a3c6f2' },
      contactPhone: '0371 000-0',
      privacy: [],
      accessibility: null,
    })
    expect(saved.name).not.toHaveProperty('en')
    const cleared = await save({ version: 2, colours: null, municipalityKey: null })
    expect(cleared).toMatchObject({
      version: 3,
      colours: null,
      municipalityKey: null,
      languages: ['de', 'hsb'],
    })
    expect(await getSettings(ctx, tenant.slug)).toEqual(cleared)
    // Which field, who and when; nothing of what stands in it.
    const events = await eventsOf(tenant.id)
    expect(events.map(({ type }) => type)).toEqual([
      'TenantColoursChanged',
      'TenantColoursChanged',
      'TenantImprintChanged',
      'TenantLanguagesChanged',
      'TenantMapViewChanged',
      'TenantMunicipalityKeyChanged',
      'TenantMunicipalityKeyChanged',
      'TenantNameChanged',
    ])
    for (const event of events)
      expect(event).toMatchObject({ subjectIds: [tenant.id], actorId: viewer.personId })
  })

  it('are not overwritten by who read them before somebody else saved', async () => {
    const { tenant, save } = await makeOffice()
    await save({ mapZoom: 12 })
    expect(await save({ mapZoom: 15 })).toEqual(StaleVersion.of())
    expect(await save({ version: 2, mapZoom: 15 })).toMatchObject({ version: 3, mapZoom: 15 })
    expect(await eventsOf(tenant.id)).toHaveLength(2)
  })

  it('refuse colours that cannot be read, and say what was measured', async () => {
    const { tenant, ctx, save } = await makeOffice()
    const refused = await save({ colours: { primary: '#ffcc00', primaryDark: '#7fd1b0' } })
    expect(refused).toBeInstanceOf(ContrastTooLow)
    expect(refused).toMatchObject({ code: 'ContrastTooLow', colour: 'primary', needed: 4.5 })
    const { ratio } = refused as unknown as ContrastTooLow
    expect(ratio).toBeGreaterThan(1)
    expect(ratio).toBeLessThan(2)
    expect((await getSettings(ctx, tenant.slug)).version).toBe(1)
    expect(await eventsOf(tenant.id)).toEqual([])
  })

  it('refuse what cannot be so before anything is written', async () => {
    const { tenant, save } = await makeOffice()
    expect(await save({ municipalityKey: '99', mapZoom: 12 })).toEqual(
      InputRefused.of({ field: 'municipalityKey', problem: 'unknown' }),
    )
    expect(await save({ logoUploadId: newId(), mapZoom: 12 })).toEqual(
      InputRefused.of({ field: 'logoUploadId', problem: 'unknown' }),
    )
    expect(await save({ logoUploadId: 'x' })).toBeInstanceOf(InputRefused)
    expect(await eventsOf(tenant.id)).toEqual([])
  })

  it('are an administrator’s; for another tenant’s they do not exist', async () => {
    const { tenant, ctx } = await makeOffice('planner')
    await expect(getSettings(ctx, tenant.slug)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(changeSettings(ctx, tenant.slug, { version: 1, mapZoom: 12 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const other = await makeOffice()
    await expect(changeSettings(other.ctx, tenant.slug, { version: 1, mapZoom: 12 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(getSettings(makeCtx(test.database), tenant.slug)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    })
  })

  it('cannot be changed behind the door of another tenant, nor what is the operator’s by any staff', async () => {
    const { tenant } = await makeOffice()
    const other = await makeOffice()
    const asStaff = (ofTenant: string, sql: string, params: unknown[]) =>
      test.database.transaction('staff', { tenantId: ofTenant }, (tx) => tx.query(sql, params))
    expect(
      await asStaff(other.tenant.id, 'update tenant set map_zoom = 9 where id = $1 returning id', [
        tenant.id,
      ]),
    ).toEqual([])
    for (const column of ['host', 'storage_quota_mb', 'procedure_quota', 'slug', 'receipt_prefix', 'sample'])
      await expect(
        asStaff(tenant.id, `update tenant set ${column} = null where id = $1`, [tenant.id]),
      ).rejects.toThrow(/permission denied/)
  })

  it('ask before files of dialogues end by them', async () => {
    const { tenant, ctx, save } = await makeOffice()
    await makeProcedure(test.database, tenant, { startsOn: '2018-01-01', endsOn: '2018-02-01' })
    await makeProcedure(test.database, tenant, { startsOn: '2024-01-01', endsOn: '2024-02-01' })
    await makeProcedure(test.database, tenant, {
      kind: 'planApproval',
      startsOn: '2018-01-01',
      endsOn: '2018-02-01',
    })
    expect(await save({ dialogueKeptYears: 10 })).toMatchObject({ dialogueKeptYears: 10 })
    expect(await save({ version: 2, dialogueKeptYears: 5 })).toEqual(DialoguesWouldEnd.of(1))
    expect((await getSettings(ctx, tenant.slug)).dialogueKeptYears).toBe(10)
    expect(await save({ version: 2, dialogueKeptYears: 5, endDialogues: true })).toMatchObject({
      dialogueKeptYears: 5,
    })
    // Longer ends nothing, and nobody is asked.
    expect(await save({ version: 3, dialogueKeptYears: 6 })).toMatchObject({ dialogueKeptYears: 6 })
    expect(await save({ version: 4, dialogueKeptYears: null })).toMatchObject({ dialogueKeptYears: null })
  })

  it('tell how much of the quotas is used', async () => {
    const { tenant, ctx } = await makeOffice()
    await makeProcedure(test.database, tenant)
    await makeProcedure(test.database, tenant, { endsOn: '2026-11-22' })
    await makeProcedure(test.database, tenant, { published: false })
    await test.owner.query('update tenant set procedure_quota = 3, storage_quota_mb = 500 where id = $1', [
      tenant.id,
    ])
    expect(await getSettings(ctx, tenant.slug)).toMatchObject({
      activeProcedures: 1,
      procedureQuota: 3,
      storageUsedBytes: 0,
      storageQuotaMb: 500,
    })
    expect(NOW.toISOString()).toMatch(/^2026-11-23/)
  })
})
