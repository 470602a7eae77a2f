import { expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { useDatabase } from '../../../../test/database.ts'
import { isRefusal, TooManyAttempts } from '../../../platform/refusal.graphql.ts'
import { addTenant, browser } from '../identity.testing.ts'
import { deleteResidentAccount } from './delete-account.ts'
import { enterByLink } from './enter-by-link.ts'
import { residentLinkToSend } from './link-to-send.ts'
import { dropOldKeys, renewKey, resealTenant } from '../../../platform/tenant-keys/index.ts'
import { seal } from '../../../platform/seal.ts'
import { LinkOver } from './resident-refusals.graphql.ts'
import { requestResidentLink } from './request-link.ts'
import { residentOf, signOutResident } from './resident-session.ts'
import { linkSecret } from './resident.rules.ts'
import { SEALED_ADDRESSES } from './sealed-addresses.ts'

const MINUTE_MS = 60_000
const test = useDatabase()

async function town() {
  const slug = `res-${newId().slice(-8)}`
  const tenantId = await addTenant(test, slug)
  const clock = { ahead: 0 }
  const newBrowser = () => browser(test, () => new Date(Date.now() + clock.ahead))
  const there = newBrowser()
  const links = async () =>
    (
      await test.owner.query<{ id: Id }>('select id from resident_link where tenant_id = $1 order by id', [
        tenantId,
      ])
    ).rows
  /** Asks for a link and reads the mail. */
  const secret = async (email: string, from = there) => {
    const ctx = await from.ctx()
    expect(await requestResidentLink(ctx, slug, email, 'de')).toBe(true)
    return linkSecret(ctx.secrets, tenantId, (await links()).at(-1)!.id)
  }
  return { slug, tenantId, clock, newBrowser, there, links, secret }
}

it('signs in by the link of a mail, once, and finds the account again', async () => {
  const { slug, secret, there, newBrowser } = await town()
  const link = await secret(' Kim@Post.example ')
  expect(await enterByLink(await there.ctx(), link)).toMatchObject({
    email: 'kim@post.example',
    trustLevel: 'none',
  })
  const me = await residentOf(await there.ctx(), slug)
  expect(me).toMatchObject({ email: 'kim@post.example' })
  expect((await there.ctx()).viewer).toBeNull()
  const other = newBrowser()
  expect(await enterByLink(await other.ctx(), link)).toMatchObject({ code: 'LinkOver' })
  expect(await residentOf(await other.ctx(), slug)).toBeNull()
  await enterByLink(await other.ctx(), await secret('kim@post.example'))
  expect((await residentOf(await other.ctx(), slug))!.accountId).toBe(me!.accountId)
})

it('lets one of two in who open the same link at once', async () => {
  const { secret, newBrowser } = await town()
  const link = await secret('kim@post.example')
  const both = await Promise.all(
    [newBrowser(), newBrowser()].map(async (one) => enterByLink(await one.ctx(), link)),
  )
  expect(both.filter(isRefusal)).toHaveLength(1)
})

// @bad-input SES-05
it('answers the same whether the address is known, and makes no account before the link is opened', async () => {
  const { slug, tenantId, secret, there, links } = await town()
  await enterByLink(await there.ctx(), await secret('known@post.example'))
  const accounts = async () =>
    (await test.owner.query('select 1 from resident_account where tenant_id = $1', [tenantId])).rowCount
  expect(await accounts()).toBe(1)
  for (const email of ['known@post.example', 'unknown@post.example'])
    expect(await requestResidentLink(await there.ctx(), slug, email, 'de')).toBe(true)
  expect(await links()).toHaveLength(2)
  expect(await accounts()).toBe(1)
  const { rows } = await test.owner.query(
    `select type, subject_ids, actor_id from event where tenant_id = $1 and type = 'ResidentLinkRequested'`,
    [tenantId],
  )
  expect(rows).toHaveLength(3)
})

it('ends: the link after half an hour, the session after two hours without a request', async () => {
  const { slug, secret, there, clock } = await town()
  const late = await secret('kim@post.example')
  clock.ahead += 31 * MINUTE_MS
  expect(await enterByLink(await there.ctx(), late)).toMatchObject({ code: 'LinkOver' })
  await enterByLink(await there.ctx(), await secret('kim@post.example'))
  clock.ahead += 119 * MINUTE_MS
  expect(await residentOf(await there.ctx(), slug)).not.toBeNull()
  clock.ahead += 121 * MINUTE_MS
  expect(await residentOf(await there.ctx(), slug)).toBeNull()
})

// @bad-input EXP-13
it('writes to one address few times, whoever asks, and to no address that is none', async () => {
  const { slug, there, newBrowser } = await town()
  for (const email of [
    '',
    'kim',
    'kim@',
    'a@b@c.example',
    'kim@post.example\n',
    `${'a'.repeat(250)}@b.example`,
  ])
    expect(
      await requestResidentLink(await there.ctx(), slug, email.replace('\n', '\u0000'), 'de'),
      email,
    ).toMatchObject({
      code: 'InputRefused',
    })
  const answers: unknown[] = []
  for (let i = 0; i < 7; i++)
    answers.push(await requestResidentLink(await newBrowser().ctx(), slug, 'victim@post.example', 'de'))
  expect(answers.slice(0, 5)).toEqual([true, true, true, true, true])
  expect(answers[6]).toBeInstanceOf(TooManyAttempts)
})

it('keeps the address sealed, and neither address nor link in events', async () => {
  const { tenantId, secret, there } = await town()
  const link = await secret('geheim-kim@post.example')
  await enterByLink(await there.ctx(), link)
  for (const table of ['resident_account', 'resident_link', 'resident_session', 'event']) {
    const { rows } = await test.owner.query(`select x::text as row from ${table} x where tenant_id = $1`, [
      tenantId,
    ])
    const all = JSON.stringify(rows)
    expect(all, table).not.toContain('geheim-kim')
    expect(all, table).not.toContain(Buffer.from('geheim-kim').toString('hex'))
    expect(all, table).not.toContain(Buffer.from(link).toString('hex'))
  }
})

it('writes the mail later from the id alone, and none for a link that is over', async () => {
  const { slug, tenantId, there, links } = await town()
  await requestResidentLink(await there.ctx(), slug, 'later@post.example', 'en')
  const [{ id }] = (await links()) as [{ id: Id }]
  const mail = await residentLinkToSend(await there.ctx(), tenantId, id)
  expect(mail).toMatchObject({ email: 'later@post.example', language: 'en' })
  const { pathname, hash } = new URL(mail!.link)
  expect(pathname).toBe(`/t/${slug}/my/enter`)
  expect(await enterByLink(await there.ctx(), hash.slice(1))).toMatchObject({ email: 'later@post.example' })
  expect(await residentLinkToSend(await there.ctx(), tenantId, id)).toBeNull()
})

// @bad-input BIZ-17
it('signs out in the table, and deletes the account with every session', async () => {
  const { slug, tenantId, secret, there, newBrowser } = await town()
  await enterByLink(await there.ctx(), await secret('robin@post.example'))
  const copy = there.jar.resident
  await signOutResident(await there.ctx())
  there.jar.resident = copy
  expect(await residentOf(await there.ctx(), slug)).toBeNull()
  const second = newBrowser()
  await enterByLink(await there.ctx(), await secret('robin@post.example'))
  await enterByLink(await second.ctx(), await secret('robin@post.example'))
  await deleteResidentAccount(await there.ctx(), slug)
  expect(await residentOf(await second.ctx(), slug)).toBeNull()
  const { rowCount } = await test.owner.query('select from resident_account where tenant_id = $1', [tenantId])
  expect(rowCount).toBe(0)
  await expect(deleteResidentAccount(await second.ctx(), slug)).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
  })
})

it('follows a change of the tenant’s key: addresses and links on their way stay readable, the old key goes', async () => {
  const { slug, tenantId, clock, secret, there, links } = await town()
  clock.ahead = 24 * 60 * MINUTE_MS
  await enterByLink(await there.ctx(), await secret('kim@post.example'))
  await requestResidentLink(await there.ctx(), slug, 'lee@post.example', 'de')
  const vault = await there.ctx()
  const [before] = await addressesIn(tenantId)
  await renewKey(vault, tenantId)
  const resealed: number[] = []
  for (const table of SEALED_ADDRESSES) resealed.push(await resealTenant(vault, table, tenantId))
  expect(resealed).toEqual([1, 1, 0])
  for (const table of SEALED_ADDRESSES) expect(await resealTenant(vault, table, tenantId)).toBe(0)
  expect(await dropOldKeys(vault.database, tenantId)).toBe(1)
  expect((await addressesIn(tenantId))[0]).not.toEqual(before)
  expect(await residentOf(await there.ctx(), slug)).toMatchObject({ email: 'kim@post.example' })
  const [{ id }] = (await links()) as [{ id: Id }]
  expect(await residentLinkToSend(await there.ctx(), tenantId, id)).toMatchObject({
    email: 'lee@post.example',
  })
})

it('opens what an older version sealed with the key of the installation', async () => {
  const { slug, tenantId, clock, secret, there } = await town()
  clock.ahead = 24 * 60 * MINUTE_MS
  const resident = await enterByLink(await there.ctx(), await secret('old@post.example'))
  if (resident instanceof LinkOver) throw new Error('the link is over')
  const vault = await there.ctx()
  const { accountId } = resident
  await test.owner.query('update resident_account set email_sealed = $2 where id = $1', [
    accountId,
    seal(vault.secrets.personKey, `email of account ${accountId}`, 'old@post.example'),
  ])
  expect(await residentOf(await there.ctx(), slug)).toMatchObject({ email: 'old@post.example' })
  expect(await resealTenant(vault, SEALED_ADDRESSES[0]!, tenantId)).toBe(1)
  expect(await residentOf(await there.ctx(), slug)).toMatchObject({ email: 'old@post.example' })
})

const addressesIn = async (tenantId: Id) =>
  (
    await test.owner.query<{ email_sealed: Buffer }>(
      'select email_sealed from resident_account where tenant_id = $1',
      [tenantId],
    )
  ).rows.map((row) => row.email_sealed)
