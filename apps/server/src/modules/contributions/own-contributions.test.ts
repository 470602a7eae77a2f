import { expect, it } from 'vitest'
import { newId, type TrustLevel } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import {
  draftFor,
  makeCtx,
  makeProcedure,
  makeStaff,
  makeTenant,
  NOW,
  type TestTenant,
} from '../../../test/world.ts'
import { updateProcedure } from '../procedures/update-procedure.ts'
import type { Ctx } from '../identity/index.ts'
import { newSessionSecret } from '../identity/session.rules.ts'
import { getOwnContributions, keepInAccount, leaveAccount } from './own-contributions.ts'
import { submitContribution, type Receipt } from './submit-contribution.ts'

const test = useDatabase()

/** A request of a resident who is signed in, as surely known as said. */
async function signedIn(tenant: TestTenant, trustLevel: TrustLevel): Promise<Ctx> {
  const [account, { idHash }] = [newId(), newSessionSecret()]
  await test.owner.query(
    'insert into resident_account values ($1, $2, sha256(uuid_send($2)), null, null, $3, $3)',
    [tenant.id, account, NOW],
  )
  await test.owner.query(
    `insert into resident_session values ($1, $2, $3, $4, null, null, $5, $5, $5::timestamptz + interval '1 hour')`,
    [tenant.id, idHash, account, trustLevel, NOW],
  )
  return { ...makeCtx(test.database), resident: { idHash, begin: () => {}, end: () => {} } }
}
const levelOf = async ({ number }: Receipt) =>
  (
    await test.owner.query(
      'select t.level from contribution c left join contribution_trust t on t.contribution_id = c.id where c.number = $1',
      [number],
    )
  ).rows[0].level as string | null

it('keeps what a resident hands in, where they wish so, and what they add by its receipt', async () => {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant)
  const ctx = await signedIn(tenant, 'none')
  const [kept, alone, other] = (await Promise.all([
    submitContribution(ctx, draftFor(procedure, { keepInAccount: true })),
    submitContribution(ctx, draftFor(procedure)),
    submitContribution(makeCtx(test.database), draftFor(procedure)),
  ])) as [Receipt, Receipt, Receipt]
  const own = await getOwnContributions(ctx, tenant.slug)
  expect(own.map(({ number, secret }) => [number, secret])).toEqual([[kept.number, kept.secret]])
  expect(await levelOf(kept)).toBeNull()
  await keepInAccount(ctx, tenant.slug, alone.number, alone.secret)
  await keepInAccount(ctx, tenant.slug, alone.number, alone.secret)
  for (const [number, secret] of [
    [other.number, alone.secret],
    [other.number, 'x'.repeat(24)],
    ['TST-0000-0000', other.secret],
    [other.number, 'y'.repeat(200)],
  ] as const)
    await expect(keepInAccount(ctx, tenant.slug, number, secret)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await getOwnContributions(ctx, tenant.slug)).toHaveLength(2)
  await leaveAccount(ctx, tenant.slug, kept.number)
  await expect(leaveAccount(ctx, tenant.slug, other.number)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await getOwnContributions(ctx, tenant.slug)).map(({ number }) => number)).toEqual([alone.number])
})

// @bad-input AUT-19
it('shows nobody else what they keep, neither in this tenant nor in another', async () => {
  const [tenant, foreign] = [await makeTenant(test.database), await makeTenant(test.database)]
  const procedure = await makeProcedure(test.database, tenant)
  const mine = await signedIn(tenant, 'high')
  await submitContribution(mine, draftFor(procedure, { keepInAccount: true }))
  expect(await getOwnContributions(await signedIn(tenant, 'high'), tenant.slug)).toEqual([])
  for (const [ctx, slug] of [
    [makeCtx(test.database), tenant.slug],
    [mine, foreign.slug],
    [await signedIn(foreign, 'high'), tenant.slug],
  ] as const)
    await expect(getOwnContributions(ctx, slug)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
})

it('takes a contribution of whom it knows surely enough, and writes the level down with it', async () => {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant, { trustLevel: 'substantial' })
  const draft = draftFor(procedure)
  const nobody = makeCtx(test.database)
  expect(await submitContribution(nobody, draft)).toMatchObject({
    code: 'TrustLevelNeeded',
    needed: 'substantial',
    has: 'none',
  })
  expect(await submitContribution(await signedIn(tenant, 'basic'), draft)).toMatchObject({ has: 'basic' })
  const elsewhere = await signedIn(await makeTenant(test.database), 'high')
  expect(await submitContribution(elsewhere, draft)).toMatchObject({ has: 'none' })
  const receipt = (await submitContribution(await signedIn(tenant, 'high'), draft)) as Receipt
  expect(receipt.number).toBeTruthy()
  expect(await levelOf(receipt)).toBe('high')
  // Sent again after the session is over, it is the same receipt still.
  expect(await submitContribution(nobody, draft)).toMatchObject({ number: receipt.number })
})

it('asks for nobody’s identity in a formal procedure', async () => {
  const tenant = await makeTenant(test.database)
  const ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['planner']))
  const change = async (kind: 'informalDialogue' | 'urbanLandUsePlan') => {
    const { id } = await makeProcedure(test.database, tenant, { kind, published: false })
    return updateProcedure(ctx, tenant.slug, { id, version: 1, trustLevel: 'basic' })
  }
  expect(await change('informalDialogue')).toMatchObject({ trustLevel: 'basic' })
  expect(await change('urbanLandUsePlan')).toMatchObject({
    code: 'InputRefused',
    fields: [{ field: 'trustLevel', problem: 'formal' }],
  })
})
