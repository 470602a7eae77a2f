import { expect, it } from 'vitest'
import type { Id } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { draftFor, makeProcedure, makeTenant, NOW } from '../../../test/world.ts'
import { browser } from '../identity/identity.testing.ts'
import { confirmNewAddress, stopAddressChange } from '../identity/new-address/answer-change-link.ts'
import { addressChangeToSend } from '../identity/new-address/change-to-send.ts'
import { requestResidentAddress } from '../identity/new-address/request-resident-address.ts'
import { enterByLink } from '../identity/residents/enter-by-link.ts'
import { requestResidentLink } from '../identity/residents/request-link.ts'
import { linkSecret } from '../identity/residents/resident.rules.ts'
import { getOwnContributions } from './own-contributions.ts'
import { submitContribution, type Receipt } from './submit-contribution.ts'

const test = useDatabase()
let passedMs = 0
const clock = () => new Date(NOW.getTime() + ++passedMs)

it('keeps what two accounts kept when one of them takes the address of the other, and back', async () => {
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant)
  const newest = async (table: string) =>
    (
      await test.owner.query<{ id: Id }>(
        `select id from ${table} where tenant_id = $1 order by created_at desc, id desc limit 1`,
        [tenant.id],
      )
    ).rows[0]!.id
  const enter = async (email: string) => {
    const there = browser(test, clock)
    const ctx = await there.ctx()
    await requestResidentLink(ctx, tenant.slug, email, 'de')
    await enterByLink(ctx, linkSecret(ctx.secrets, tenant.id, await newest('resident_link')))
    return there
  }
  const handIn = async (there: Awaited<ReturnType<typeof enter>>) => {
    const draft = draftFor(procedure, { keepInAccount: true })
    const receipt = (await submitContribution(await there.ctx(), draft)) as Receipt
    expect(receipt.number, JSON.stringify(receipt)).toBeTruthy()
    return receipt.number
  }
  const kept = async (there: Awaited<ReturnType<typeof enter>>) =>
    (await getOwnContributions(await there.ctx(), tenant.slug)).map(({ number }) => number).toSorted()
  const [old, fresh] = [`alt@${tenant.slug}.example`, `neu@${tenant.slug}.example`]

  const there = await enter(old)
  const numbers = [await handIn(there), await handIn(await enter(fresh))]
  await requestResidentAddress(await there.ctx(), tenant.slug, fresh, 'de')
  const change = await newest('resident_address_change')
  const secretOf = async (link: 'confirm' | 'stop') =>
    new URL((await addressChangeToSend(await there.ctx(), tenant.id, change, link))!.link).hash.slice(1)
  const stop = await secretOf('stop')
  expect(await confirmNewAddress(await there.ctx(), await secretOf('confirm'))).toBe(true)
  expect(await kept(there)).toEqual(numbers.toSorted())

  // Signed in with the old address meanwhile, an account is there again.
  numbers.push(await handIn(await enter(old)))
  expect(await stopAddressChange(await browser(test, clock).ctx(), stop)).toBe(true)
  expect(await kept(await enter(old))).toEqual(numbers.toSorted())
})
