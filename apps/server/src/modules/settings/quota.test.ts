import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant, NOW } from '../../../test/world.ts'
import { beginContributionUpload } from '../contributions/begin-contribution-upload.ts'
import { beginUpload } from '../plans/begin-upload.ts'
import { publishProcedure } from '../procedures/publish-procedure.ts'
import { QuotaReached, setTerms } from '../tenants/index.ts'

const test = useDatabase()
const MEGABYTE = 1_000_000

async function makeOffice() {
  const tenant = await makeTenant(test.database)
  const ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner']))
  const agree = (terms: Parameters<typeof setTerms>[3]) =>
    setTerms(test.database, () => NOW, tenant.slug, terms)
  return { tenant, ctx, agree }
}

/** A draft with everything that publishing asks for. */
async function makeDraft(tenant: Awaited<ReturnType<typeof makeTenant>>) {
  const draft = await makeProcedure(test.database, tenant, { published: false })
  await test.owner.query(
    `update procedure set offline_ways = '[{"kind": "look", "text": {"de": "Rathaus"}}]' where id = $1`,
    [draft.id],
  )
  return draft
}

it('stops planners when the storage is full, and never a resident', async () => {
  const { tenant, ctx, agree } = await makeOffice()
  await agree({ storageMb: 2 })
  await test.owner.query(
    `insert into file (tenant_id, id, sha256, size_bytes, media_type, file_name, created_at)
     values ($1, $2, $3, $4, 'application/pdf', 'Plan.pdf', now())`,
    [tenant.id, newId(), createHash('sha256').update('x').digest(), MEGABYTE],
  )
  const begin = (sizeBytes: number) =>
    beginUpload(ctx, tenant.slug, { purpose: 'planDocument', fileName: 'Plan.pdf', sizeBytes })
  expect(await begin(MEGABYTE + 1)).toEqual(QuotaReached.of('storage', 2))
  expect(await begin(MEGABYTE / 2)).toHaveProperty('secret')
  // What is on its way counts as well.
  expect(await begin(MEGABYTE / 2 + 1)).toEqual(QuotaReached.of('storage', 2))
  const procedure = await makeProcedure(test.database, tenant)
  const resident = await beginContributionUpload(makeCtx(test.database), {
    idempotencyKey: newId(),
    procedureId: procedure.id,
    fileName: 'Foto.jpg',
    sizeBytes: 3 * MEGABYTE,
  })
  expect(resident).toHaveProperty('secret')
  await agree({ storageMb: null })
  expect(await begin(50 * MEGABYTE)).toHaveProperty('secret')
})

it('stops one procedure too many, and takes nothing off display', async () => {
  const { tenant, ctx, agree } = await makeOffice()
  await agree({ procedures: 1 })
  // Over, and so no longer counted.
  await makeProcedure(test.database, tenant, { endsOn: '2026-11-22' })
  const [first, second] = [await makeDraft(tenant), await makeDraft(tenant)]
  expect(await publishProcedure(ctx, tenant.slug, first.id, 1)).toMatchObject({ version: 2 })
  expect(await publishProcedure(ctx, tenant.slug, second.id, 1)).toEqual(QuotaReached.of('procedures', 1))
  await agree({ procedures: 0 })
  // What is on display can be published anew.
  expect(await publishProcedure(ctx, tenant.slug, first.id, 2)).toMatchObject({ version: 3 })
  await agree({ procedures: 2 })
  expect(await publishProcedure(ctx, tenant.slug, second.id, 1)).toMatchObject({ version: 2 })
})

it('lets one of two through who publish the last one at the same time', async () => {
  const { tenant, ctx, agree } = await makeOffice()
  await agree({ procedures: 1 })
  const drafts = await Promise.all([makeDraft(tenant), makeDraft(tenant)])
  const answers = await Promise.all(drafts.map(({ id }) => publishProcedure(ctx, tenant.slug, id, 1)))
  expect(answers.filter((answer) => answer instanceof QuotaReached)).toHaveLength(1)
})
