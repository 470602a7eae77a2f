import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff } from '../../../test/world.ts'
import { planPartsOf, publishProcedure, staffProcedureById } from '../procedures/index.ts'
import { beginUpload } from './begin-upload.ts'
import { removePart, renamePart } from './change-part.ts'
import { importPlan, type PlanOrder } from './import-plan.ts'
import { makePdf } from './pdf.testing.ts'
import { lastImportOf, partsOfProcedure } from './plan-part.queries.ts'
import { makeZip } from './plan-data/plan-file.testing.ts'
import { makeDesk, put, useOffice, type Desk } from './plan.testing.ts'
import { previewPlanImport } from './preview-plan-import.ts'
import { undoPlanImport } from './undo-plan-import.ts'

const test = useDatabase()
const office = useOffice(test)
const GAERTNEREI = readFileSync(
  new URL('../../../../../packages/sample-town/documents/alte-gaertnerei.gml', import.meta.url),
)

let desk: Desk
let procedure: Awaited<ReturnType<typeof makeProcedure>>
beforeEach(async () => {
  desk = await makeDesk(test, office)
  desk.ctx = makeCtx(test.database, desk.viewer, { clock: () => office.now, files: office.files })
  procedure = await makeProcedure(test.database, desk.tenant, {
    published: false,
    startsOn: '2026-12-01',
    endsOn: '2027-01-04',
  })
})

async function send(content: Buffer, fileName: string): Promise<string> {
  const wish = { purpose: 'planData', fileName, sizeBytes: content.length }
  const ticket = await beginUpload(desk.ctx, desk.tenant.slug, wish)
  if (!('secret' in ticket)) throw new Error(JSON.stringify(ticket))
  const { statusCode, body } = await put(office, ticket, content)
  if (statusCode !== 200) throw new Error(body)
  return ticket.id
}
const order = (uploadId: string, changes: Partial<PlanOrder> = {}): PlanOrder => ({
  procedureId: procedure.id,
  version: 1,
  uploadId,
  takeTerritory: true,
  takeObjects: true,
  manner: 'replace',
  attachments: [],
  ...changes,
})
const bring = async (content: Buffer, fileName: string, changes: Partial<PlanOrder> = {}) =>
  importPlan(desk.ctx, desk.tenant.slug, order(await send(content, fileName), changes))
const staffRead = <T>(work: Parameters<typeof desk.ctx.staff<T>>[1]) => desk.ctx.staff(desk.tenant.id, work)
const parts = () => staffRead((tx) => tx.read(partsOfProcedure, desk.tenant.id, procedure.id))
const onDisplay = async () => {
  const { rows } = await test.owner.query<{ parts: { id: string; details: object[] }[] }>(
    'select plan_parts as parts from published_procedure where id = $1',
    [procedure.id],
  )
  return rows[0]!.parts
}
const versionNow = async () =>
  (await staffRead((tx) => tx.read(staffProcedureById, desk.tenant.id, procedure.id)))[0]!.version

const square = (name: string, lon: number, id?: string) => ({
  type: 'Feature',
  ...(id && { id }),
  properties: { name },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon, 50.821],
        [lon + 0.001, 50.821],
        [lon + 0.001, 50.822],
        [lon, 50.821],
      ],
    ],
  },
})
const geoJson = (...features: object[]) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))

/** Somebody writes about a part, as far as the plan cares. */
async function writeAbout(partId: string) {
  await test.owner.query(
    `insert into contribution (tenant_id, id, procedure_id, round_id, number, bearer_hash, idempotency_key, body_hash, channel, title, text,
       language, place_kind, plan_part_id, audience, received_at, late)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'online', null, 'Zu hoch.', 'de', 'planPart', $9, 'plannersOnly', now(), false)`,
    [
      desk.tenant.id,
      newId(),
      procedure.id,
      procedure.roundId,
      `TST-${newId().slice(-8)}`,
      Buffer.alloc(32, newId()),
      newId(),
      Buffer.alloc(32),
      partId,
    ],
  )
}

describe('a plan in XPlanGML', () => {
  it('shows before anything is written what it holds and what would change', async () => {
    const preview = await previewPlanImport(desk.ctx, desk.tenant.slug, {
      procedureId: procedure.id,
      uploadId: await send(GAERTNEREI, 'Plan.gml'),
      manner: 'replace',
    })
    if (!('data' in preview)) throw new Error(JSON.stringify(preview))
    expect(preview.data.plan).toMatchObject({ name: 'Alte Gärtnerei', number: '37' })
    expect(preview.parts).toHaveLength(34)
    expect(preview.change).toEqual({ added: 34, kept: 0, removed: 1, heldBack: 0 })
    expect(preview.territoryChangeM2).toBeGreaterThan(100_000)
    expect((await parts()).map(({ key }) => key)).toEqual(['wa1'])
  })

  it('is taken over with area and parts, and goes on display with the next publication', async () => {
    const saved = await bring(GAERTNEREI, 'Plan.gml')
    expect(saved).toMatchObject({ version: 2, territory: { type: 'Polygon' } })
    expect(await parts()).toHaveLength(34)
    const published = await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, 2)
    if (!('missing' in published)) {
      expect(await onDisplay()).toHaveLength(34)
      expect((await onDisplay())[0]).toMatchObject({
        class: expect.stringMatching(/^BP_/),
        style: expect.any(String),
      })
    } else throw new Error(published.missing.join())
  })

  it('comes again: each part stays the one it was', async () => {
    await bring(GAERTNEREI, 'Plan.gml')
    const before = await parts()
    await bring(GAERTNEREI, 'Plan.gml', { version: 2 })
    expect((await parts()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  it('refuses an upload that was used, a version that is old, and nothing to take', async () => {
    const uploadId = await send(GAERTNEREI, 'Plan.gml')
    const go = (changes: Partial<PlanOrder>) =>
      importPlan(desk.ctx, desk.tenant.slug, order(uploadId, changes))
    expect(await go({ takeTerritory: false, takeObjects: false })).toMatchObject({ code: 'InputRefused' })
    expect(await go({ version: 7 })).toMatchObject({ code: 'StaleVersion' })
    expect(await go({})).toMatchObject({ version: 2 })
    expect(await go({ version: 2 })).toMatchObject({
      code: 'InputRefused',
      fields: [{ field: 'uploadId', problem: 'alreadyUsed' }],
    })
  })

  it('is nobody’s business who does not set the procedure up', async () => {
    const uploadId = await send(GAERTNEREI, 'Plan.gml')
    const moderator = await makeStaff(test.database, desk.tenant, ['moderator'])
    const ctx = makeCtx(test.database, moderator, { files: office.files })
    await expect(importPlan(ctx, desk.tenant.slug, order(uploadId))).rejects.toThrow()
    const other = await makeDesk(test, office)
    const stranger = makeCtx(test.database, other.viewer, { files: office.files })
    await expect(importPlan(stranger, desk.tenant.slug, order(uploadId))).rejects.toThrow()
    expect(
      await importPlan(stranger, other.tenant.slug, order(uploadId)).catch((cause: Error) => cause),
    ).toBeInstanceOf(Error)
  })

  it('is refused with reason and line when it cannot be read', async () => {
    const broken = Buffer.from(GAERTNEREI.toString('utf8').replace('</xplan:BP_Plan>', '</xplan:BP_Pla>'))
    expect(await bring(broken, 'Plan.gml')).toMatchObject({
      refused: 'not-well-formed',
      line: expect.any(Number),
      message: { de: expect.any(String), en: expect.any(String) },
    })
    const elsewhere = Buffer.from(GAERTNEREI.toString('utf8').replaceAll('25833', '99999'))
    expect(await bring(elsewhere, 'Plan.gml')).toMatchObject({ refused: expect.stringContaining('crs') })
    await expect(send(Buffer.from('MZ…'), 'Plan.gml')).rejects.toThrow('NotPlanData')
  })
})

describe('parts that people know', () => {
  it('leave the plan but not the file when somebody wrote about them', async () => {
    await bring(geoJson(square('A', 12.901, 'a'), square('B', 12.903, 'b')), 'a.geojson', {
      takeTerritory: false,
    })
    const [a] = await parts()
    await writeAbout(a!.id)
    const uploadId = await send(geoJson(square('B neu', 12.903, 'b'), square('C', 12.905, 'c')), 'b.geojson')
    const preview = await previewPlanImport(desk.ctx, desk.tenant.slug, {
      procedureId: procedure.id,
      uploadId,
      manner: 'replace',
    })
    expect(preview).toMatchObject({ change: { added: 1, kept: 1, removed: 1, heldBack: 1 } })
    await importPlan(desk.ctx, desk.tenant.slug, order(uploadId, { version: 2, takeTerritory: false }))
    expect((await parts()).map(({ name }) => name.de)).toEqual(['B neu', 'C'])
    const { rows } = await test.owner.query('select key, removed_at from plan_part where id = $1', [a!.id])
    expect(rows).toEqual([{ key: 'a', removed_at: expect.any(Date) }])
    // It comes back as the one it was.
    await bring(geoJson(square('A', 12.901, 'a')), 'c.geojson', {
      version: 3,
      takeTerritory: false,
      manner: 'add',
    })
    expect((await parts()).map(({ id, contributionCount }) => [id, contributionCount])).toContainEqual([
      a!.id,
      1,
    ])
    expect(await parts()).toHaveLength(3)
  })

  it('stay for those who are just writing about what is on display', async () => {
    await bring(GAERTNEREI, 'Plan.gml')
    await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, 2)
    const [first] = await parts()
    await bring(geoJson(square('A', 12.901), square('B', 12.903)), 'a.geojson', {
      version: await versionNow(),
      takeTerritory: false,
    })
    expect(await parts()).toHaveLength(2)
    expect(await onDisplay()).toHaveLength(34)
    await writeAbout(first!.id)
  })

  it('get other names and can be taken out one by one', async () => {
    await bring(geoJson(square('A', 12.901), square('B', 12.903)), 'a.geojson', { takeTerritory: false })
    const [a, b] = await parts()
    const key = { procedureId: procedure.id, partId: a!.id }
    expect(
      await renamePart(desk.ctx, desk.tenant.slug, { ...key, version: 2, name: { de: ' ' } }),
    ).toMatchObject({
      code: 'InputRefused',
    })
    await renamePart(desk.ctx, desk.tenant.slug, { ...key, version: 2, name: { de: 'Haus am Bach' } })
    await removePart(desk.ctx, desk.tenant.slug, { ...key, partId: b!.id, version: 3 })
    expect((await parts()).map(({ name }) => name.de)).toEqual(['Haus am Bach'])
    expect(await removePart(desk.ctx, desk.tenant.slug, { ...key, version: 3 })).toMatchObject({
      code: 'StaleVersion',
    })
  })
})

describe('an import', () => {
  it('can be undone until it is published, and then no more', async () => {
    const before = await parts()
    const { territory } = (
      await staffRead((tx) => tx.read(staffProcedureById, desk.tenant.id, procedure.id))
    )[0]!
    await bring(GAERTNEREI, 'Plan.gml')
    const undone = await undoPlanImport(desk.ctx, desk.tenant.slug, { procedureId: procedure.id, version: 2 })
    expect(undone).toMatchObject({ version: 3, territory })
    expect(await parts()).toEqual(before)
    expect(
      await undoPlanImport(desk.ctx, desk.tenant.slug, { procedureId: procedure.id, version: 3 }),
    ).toMatchObject({
      missing: ['nothingToUndo'],
    })
    await bring(GAERTNEREI, 'Plan.gml', { version: 3 })
    await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, 4)
    expect(
      await undoPlanImport(desk.ctx, desk.tenant.slug, { procedureId: procedure.id, version: 5 }),
    ).toMatchObject({
      missing: ['importIsPublished'],
    })
  })

  it('brings the PDF files of its archive as documents, looked into like any other', async () => {
    const zip = await makeZip({
      'plan.gml': GAERTNEREI,
      'begruendung.pdf': makePdf(),
      'falsch.pdf': Buffer.from('MZ'),
    })
    const attachment = { category: 'explanatoryReport' as const, title: 'Begründung' }
    const wrong = await bring(zip, 'Plan.zip', { attachments: [{ ...attachment, path: 'falsch.pdf' }] })
    expect(wrong).toMatchObject({ fields: [{ field: 'attachments.0', problem: 'NotAPdf' }] })
    const missing = await bring(zip, 'Plan.zip', { attachments: [{ ...attachment, path: '../x.pdf' }] })
    expect(missing).toMatchObject({ fields: [{ field: 'attachments.0', problem: 'unknown' }] })
    const saved = await bring(zip, 'Plan.zip', { attachments: [{ ...attachment, path: 'begruendung.pdf' }] })
    expect(saved).toMatchObject({
      documents: [{ title: { de: 'Begründung' }, fileName: 'begruendung.pdf', pages: 1 }],
    })
  })

  it('is told as the last one', async () => {
    await bring(GAERTNEREI, 'Plan.gml')
    const last = await staffRead((tx) => tx.read(lastImportOf, desk.tenant.id, procedure.id))
    expect(last).toMatchObject([
      { format: 'XPlanGML', fileName: 'Plan.gml', objectCount: 34, published: false },
    ])
  })
})

describe('the real plans', () => {
  it('are all taken over and published, LA 22 with every object', async () => {
    const collection = new URL('../../../../../../shared/data/xplanung/', import.meta.url)
    if (!existsSync(collection)) {
      process.stdout.write(
        'Skipped: the real plans are not beside the repository (../shared/data/xplanung).\n',
      )
      return
    }
    let version = 1
    for (const [name, count] of [
      ['v4_0_BP2070.gml', 302],
      ['v5_0_1_BP2070.gml', 302],
      ['BPlan005_6-0.zip', 26],
      ['v5_0_1_LA22.gml', 1307],
    ] as const) {
      const uploadId = await send(readFileSync(new URL(name, collection)), name)
      const preview = await previewPlanImport(desk.ctx, desk.tenant.slug, {
        procedureId: procedure.id,
        uploadId,
        manner: 'replace',
      })
      expect(preview, name).toMatchObject({ territoryProblem: null })
      const saved = await importPlan(desk.ctx, desk.tenant.slug, order(uploadId, { version }))
      expect(saved, name).toMatchObject({ version: ++version })
      expect(await parts()).toHaveLength(count)
    }
    await publishProcedure(desk.ctx, desk.tenant.slug, procedure.id, version)
    expect(await onDisplay()).toHaveLength(1307)
    const kept = await staffRead((tx) => tx.read(planPartsOf, desk.tenant.id, procedure.id))
    expect(kept).toHaveLength(1307)
  })
})
