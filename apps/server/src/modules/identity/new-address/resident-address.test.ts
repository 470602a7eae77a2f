import { expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { useDatabase } from '../../../../test/database.ts'
import type { InputRefused } from '../../../platform/refusal.graphql.ts'
import { dropOldKeys, renewKey, resealTenant } from '../../../platform/tenant-keys/index.ts'
import { StepUpNeeded } from '../account-refusals.graphql.ts'
import { addTenant, browser } from '../identity.testing.ts'
import { HeldBySignOn } from '../people-refusals.graphql.ts'
import { enterByLink } from '../residents/enter-by-link.ts'
import { requestResidentLink } from '../residents/request-link.ts'
import { LinkOver } from '../residents/resident-refusals.graphql.ts'
import { residentOf } from '../residents/resident-session.ts'
import { linkSecret } from '../residents/resident.rules.ts'
import { SEALED_ADDRESSES } from '../residents/sealed-addresses.ts'
import { confirmNewAddress, stopAddressChange } from './answer-change-link.ts'
import { addressChangeToSend } from './change-to-send.ts'
import { requestResidentAddress } from './request-resident-address.ts'

const test = useDatabase()
const MINUTE = 60_000

async function town() {
  const slug = `neu-${newId().slice(-8)}`
  const tenantId = await addTenant(test, slug)
  const [OLD, NEW] = [`kim@${slug}.example`, `neu@${slug}.example`]
  const clock = { ahead: 0 }
  const newBrowser = () => browser(test, () => new Date(Date.now() + clock.ahead))
  /** Signs in with a link to the address. */
  const enter = async (email: string, where = newBrowser()) => {
    const ctx = await where.ctx()
    expect(await requestResidentLink(ctx, slug, email, 'de')).toBe(true)
    const { rows } = await test.owner.query<{ id: Id }>(
      'select id from resident_link where tenant_id = $1 order by id desc limit 1',
      [tenantId],
    )
    const resident = await enterByLink(await where.ctx(), linkSecret(ctx.secrets, tenantId, rows[0]!.id))
    if (resident instanceof LinkOver) throw new Error('the link is over')
    return where
  }
  const there = await enter(OLD)
  const ask = async (email: string, from = there) =>
    requestResidentAddress(await from.ctx(), slug, email, 'en')
  const mail = async (link: 'confirm' | 'stop') => {
    const { rows } = await test.owner.query<{ id: Id }>(
      'select id from resident_address_change where tenant_id = $1 order by created_at desc, id desc limit 1',
      [tenantId],
    )
    return addressChangeToSend(await there.ctx(), tenantId, rows[0]!.id, link)
  }
  const secretOf = async (link: 'confirm' | 'stop') => new URL((await mail(link))!.link).hash.slice(1)
  const who = async (where = there) => residentOf(await where.ctx(), slug)
  const accounts = async () =>
    (await test.owner.query('select id from resident_account where tenant_id = $1', [tenantId])).rowCount
  return { OLD, NEW, slug, tenantId, clock, newBrowser, there, enter, ask, mail, secretOf, who, accounts }
}

it('keeps the account under the new address, and signs the other browsers out', async () => {
  const { OLD, NEW, slug, there, enter, ask, mail, secretOf, who, accounts } = await town()
  const other = await enter(OLD)
  const { accountId } = (await who())!
  expect(await ask(NEW)).toBe(true)
  expect(await mail('confirm')).toMatchObject({ email: NEW, language: 'en' })
  expect(await mail('stop')).toMatchObject({ email: OLD, language: 'en' })
  expect(new URL((await mail('stop'))!.link).pathname).toBe(`/t/${slug}/my/new-address/stop`)
  expect(await who()).toMatchObject({ email: OLD })
  const secret = await secretOf('confirm')
  expect(await confirmNewAddress(await there.ctx(), secret)).toBe(true)
  expect(await who()).toMatchObject({ email: NEW, accountId })
  expect(await who(other)).toBeNull()
  expect(await confirmNewAddress(await there.ctx(), secret)).toEqual(LinkOver.of())
  expect(await who(await enter(NEW))).toMatchObject({ accountId })
  expect(await accounts()).toBe(1)
})

it('asks for a link opened just now, and for an address', async () => {
  const { OLD, NEW, slug, clock, there, enter, ask, newBrowser } = await town()
  for (const [email, problem] of [
    ['', 'empty'],
    ['kim', 'notAnEmail'],
    [OLD.toUpperCase(), 'unchanged'],
  ] as const)
    expect(((await ask(email)) as InputRefused).fields).toMatchObject([{ field: 'email', problem }])
  clock.ahead += 10 * MINUTE
  expect(await ask(NEW)).toEqual(StepUpNeeded.of())
  await enter(OLD, there)
  expect(await ask(NEW)).toBe(true)
  await expect(requestResidentAddress(await newBrowser().ctx(), slug, NEW, 'de')).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
})

it('is of one authority, and of the account that asked', async () => {
  const here = await town()
  const elsewhere = await town()
  await expect(
    requestResidentAddress(await here.there.ctx(), elsewhere.slug, here.NEW, 'de'),
  ).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  await here.ask(here.NEW)
  const secret = await here.secretOf('confirm')
  expect(await confirmNewAddress(await elsewhere.there.ctx(), secret)).toEqual(LinkOver.of())
  await expect(confirmNewAddress(await here.newBrowser().ctx(), secret)).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
  const another = await here.enter('robin@post.example')
  expect(await confirmNewAddress(await another.ctx(), secret)).toEqual(LinkOver.of())
  // The mail of another authority has no link for it.
  const { rows } = await test.owner.query<{ id: Id }>(
    'select id from resident_address_change where tenant_id = $1',
    [here.tenantId],
  )
  expect(
    await addressChangeToSend(await here.there.ctx(), elsewhere.tenantId, rows[0]!.id, 'confirm'),
  ).toBeNull()
  expect(await here.who()).toMatchObject({ email: here.OLD })
})

it('merges an account that the new address has, also one made meanwhile', async () => {
  const { NEW, there, enter, ask, secretOf, who, accounts } = await town()
  const { accountId } = (await who())!
  await ask(NEW)
  const second = await enter(NEW)
  const other = (await who(second))!.accountId
  expect(await accounts()).toBe(2)
  expect(await confirmNewAddress(await there.ctx(), await secretOf('confirm'))).toBe(true)
  expect(await accounts()).toBe(1)
  expect(await who()).toMatchObject({ email: NEW, accountId })
  expect(await who(second)).toBeNull()
  const { rowCount } = await test.owner.query('select from resident_account where id = $1', [other])
  expect(rowCount).toBe(0)
})

it('changes once where the button is pressed twice at once, beside a link to the same address', async () => {
  const { NEW, there, ask, secretOf, who, enter, accounts } = await town()
  await ask(NEW)
  const secret = await secretOf('confirm')
  const [one, two] = await Promise.all([
    confirmNewAddress(await there.ctx(), secret),
    confirmNewAddress(await there.ctx(), secret),
    enter(NEW),
  ])
  expect([one, two].filter((answer) => answer === true)).toHaveLength(1)
  expect(await who()).toMatchObject({ email: NEW })
  expect(await accounts()).toBe(1)
})

it('brings the old address back, also where an account was made there meanwhile', async () => {
  const { OLD, NEW, slug, there, enter, ask, secretOf, who, accounts, newBrowser } = await town()
  const { accountId } = (await who())!
  await ask(NEW)
  await confirmNewAddress(await there.ctx(), await secretOf('confirm'))
  const stop = await secretOf('stop')
  // Its owner signs in as always, and finds nothing: a new account.
  const owner = await enter(OLD)
  expect((await who(owner))!.accountId).not.toBe(accountId)
  expect(await stopAddressChange(await newBrowser().ctx(), stop)).toBe(true)
  expect(await residentOf(await there.ctx(), slug)).toBeNull()
  expect(await accounts()).toBe(1)
  expect(await who(await enter(OLD))).toMatchObject({ accountId, email: OLD })
  expect(await stopAddressChange(await newBrowser().ctx(), stop)).toEqual(LinkOver.of())
})

it('leaves who came by a sign-in service to that service', async () => {
  const { NEW, tenantId, there, ask, who } = await town()
  const { accountId } = (await who())!
  await test.owner.query(
    `update resident_account set email_hash = null, email_sealed = null, identity_hash = 'x' where tenant_id = $1 and id = $2`,
    [tenantId, accountId],
  )
  expect(await ask(NEW)).toEqual(HeldBySignOn.of())
  expect(there.jar.resident).not.toBeNull()
})

it('keeps both addresses sealed, out of the log, and readable after a change of keys', async () => {
  const { OLD, NEW, tenantId, clock, there, enter, mail, secretOf, who, newBrowser } = await town()
  clock.ahead = 24 * 60 * MINUTE
  await enter(OLD, there)
  expect(await requestResidentAddress(await there.ctx(), (await who())!.tenantSlug, NEW, 'hsb')).toBe(true)
  const vault = await there.ctx()
  await renewKey(vault, tenantId)
  let resealed = 0
  for (const table of SEALED_ADDRESSES) resealed += await resealTenant(vault, table, tenantId)
  expect(resealed).toBe(2)
  expect(await dropOldKeys(vault.database, tenantId)).toBe(1)
  expect(await mail('confirm')).toMatchObject({ email: NEW })
  const stop = await secretOf('stop')
  expect(await confirmNewAddress(await there.ctx(), await secretOf('confirm'))).toBe(true)
  for (const table of ['resident_address_change', 'resident_account', 'event']) {
    const { rows } = await test.owner.query(`select x::text as row from ${table} x where tenant_id = $1`, [
      tenantId,
    ])
    for (const word of [OLD, NEW, stop]) {
      expect(JSON.stringify(rows), table).not.toContain(word)
      expect(JSON.stringify(rows), table).not.toContain(Buffer.from(word).toString('hex'))
    }
  }
  expect(await stopAddressChange(await newBrowser().ctx(), stop)).toBe(true)
})
