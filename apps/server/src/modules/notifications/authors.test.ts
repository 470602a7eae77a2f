import { expect, it } from 'vitest'
import type { Id } from '@mitsprache/terms'
import { useServer } from '../../../test/server.ts'
import { draftFor, makeCtx, makeProcedure, makeStaff, makeTenant, NOW } from '../../../test/world.ts'
import { startMailServer } from '../../platform/mail/mail-server.testing.ts'
import { openMailer } from '../../platform/mail/index.ts'
import { openLog } from '../../platform/log.ts'
import { submitContribution, type Receipt } from '../contributions/index.ts'
import { decideVisibility, eraseAuthor } from '../moderation/index.ts'
import { relayAll } from './notifications.testing.ts'
import { sendMessage } from './index.ts'

const clock = () => NOW
const test = useServer(clock)
const log = openLog('info', { write: () => {} })

/** A town with a dialogue, a moderator, and a mail server that takes everything. */
async function open() {
  const post = await startMailServer()
  const tenant = await makeTenant(test.database)
  const procedure = await makeProcedure(test.database, tenant)
  const staff = makeCtx(test.database, await makeStaff(test.database, tenant, ['administrator', 'moderator']))
  const config = { ...staff.config, mail: post.config() }
  const mailer = openMailer(config)
  /** Everything that leaves by now, in the order in which it came about. */
  const deliver = async () => {
    await relayAll(test, clock)
    const { rows } = await test.owner.query<{ id: Id }>(
      `select id from message where tenant_id = $1 and state = 'waiting' order by created_at, id`,
      [tenant.id],
    )
    const before = post.taken.length
    for (const { id } of rows) await sendMessage({ ...staff, config, mailer, log }, tenant.id, id)
    return post.taken
      .slice(before)
      .map(({ mail, to, source }) => ({ to: to[0], mail, source, text: mail.text ?? '' }))
  }
  const submit = async (email: string | null, text = 'Mehr Bäume am Bach, bitte.') => {
    const person = { name: 'Nora Feld', email }
    const draft = draftFor(procedure, { text, person })
    const receipt = (await submitContribution(makeCtx(test.database), draft)) as Receipt
    const { rows } = await test.owner.query<{ id: Id }>('select id from contribution where number = $1', [
      receipt.number,
    ])
    return { ...receipt, id: rows[0]!.id }
  }
  const decide = (contributionId: Id, version: number, choice: { decision: 'publish' | 'withhold' }) =>
    decideVisibility(staff, tenant.slug, {
      contributionId,
      version,
      ...choice,
      ...(choice.decision === 'withhold' && {
        reason: 'insult',
        reasonText: 'Sie nennen Herrn K. einen Esel.',
      }),
    })
  return { post, tenant, staff, deliver, submit, decide, close: () => post.close() }
}

const tokenIn = (text: string, kind: 'confirm' | 'stop') =>
  new RegExp(`/mail/${kind}[#/]([\\w-]{43})`).exec(text)?.[1] ?? null
const CONFIRM = `mutation($tenant: String!, $token: String!) { confirmAddress(tenant: $tenant, token: $token) { confirmed stopped } }`
const LOOK = `query($tenant: String!, $token: String!) { mailLink(tenant: $tenant, kind: confirm, token: $token) { confirmed stopped } }`

it('asks whether the address is right, and writes of the contribution only to who says so', async () => {
  const { tenant, deliver, submit, decide, close } = await open()
  const receipt = await submit('nora@feld.example')
  await submit(null)
  const [asked, ...others] = await deliver()
  expect(others).toEqual([])
  expect(asked).toMatchObject({
    to: 'nora@feld.example',
    mail: { subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse' },
  })
  // Whose address it is nobody knows yet: nothing opens the contribution, nothing of it is told.
  for (const word of [receipt.secret, receipt.number, 'Bäume', 'Nora'])
    expect(asked!.source).not.toContain(word)

  // Decided before anybody confirmed: nobody is told.
  await decide(receipt.id, 1, { decision: 'publish' })
  expect(await deliver()).toEqual([])

  const token = tokenIn(asked!.text, 'confirm')!
  const look = await test.ask(LOOK, { tenant: tenant.slug, token })
  expect(look.data.mailLink).toEqual({ confirmed: false, stopped: false })
  expect(await deliver()).toEqual([])
  for (let times = 0; times < 2; times++)
    expect((await test.ask(CONFIRM, { tenant: tenant.slug, token })).data.confirmAddress.confirmed).toBe(true)
  const copies = await deliver()
  expect(copies).toHaveLength(1)
  expect(copies[0]!.mail.subject).toBe(`Ihr Beleg ${receipt.number}`)
  expect(copies[0]!.text).toContain(`/status/${receipt.number}#${receipt.secret}`)

  await decide(receipt.id, 2, { decision: 'withhold' })
  const [withheld] = await deliver()
  expect(withheld!.text).toContain('wird nicht öffentlich gezeigt. Er enthält eine Beleidigung.')
  // What was written about them stands behind the link.
  expect(withheld!.source).not.toContain('Esel')
  await close()
})

it('tells of the decision that holds, not of one taken back before it left', async () => {
  const { tenant, deliver, submit, decide, close } = await open()
  const { id } = await submit('nora@feld.example')
  const [asked] = await deliver()
  await test.ask(CONFIRM, { tenant: tenant.slug, token: tokenIn(asked!.text, 'confirm')! })
  await deliver()
  await decide(id, 1, { decision: 'publish' })
  await decide(id, 2, { decision: 'withhold' })
  expect((await deliver()).map(({ mail }) => mail.subject)).toEqual(['Ihr Beitrag wird nicht veröffentlicht'])
  await close()
})

// @bad-input EXP-19
it('stops when a mail program posts, and does nothing when somebody only opens the link', async () => {
  const { tenant, deliver, submit, decide, close } = await open()
  const { id } = await submit('nora@feld.example')
  const [asked] = await deliver()
  await test.ask(CONFIRM, { tenant: tenant.slug, token: tokenIn(asked!.text, 'confirm')! })
  const [copy] = await deliver()
  expect(copy!.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  const url = new URL(/^List-Unsubscribe:\s+<([^>]+)>/m.exec(copy!.source)![1]!)
  const stopped = async () =>
    (await test.owner.query('select stopped_at from contribution_notice where contribution_id = $1', [id]))
      .rows[0]!.stopped_at as Date | null
  const headers = { host: '127.0.0.1:4000' }
  await test.app.inject({ method: 'GET', url: url.pathname, headers })
  await test.app.inject({ method: 'HEAD', url: url.pathname, headers })
  expect(await stopped()).toBeNull()

  const post = (path: string, origin?: string) =>
    test.app.inject({
      method: 'POST',
      url: path,
      headers: { ...headers, ...(origin && { origin }), 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
  const wrong = `${url.pathname.slice(0, -2)}${url.pathname.endsWith('AA') ? 'BB' : 'AA'}`
  expect((await post(wrong)).statusCode).toBe(404)
  expect((await post(url.pathname, 'https://mail.example')).statusCode).toBe(200)
  expect((await post(url.pathname)).statusCode).toBe(200)
  expect(await stopped()).toEqual(NOW)
  await decide(id, 1, { decision: 'publish' })
  expect(await deliver()).toEqual([])
  await close()
})

it('fills nobody’s mailbox: three unasked messages a day to one address', async () => {
  const { deliver, submit, tenant, close } = await open()
  for (let i = 0; i < 5; i++) await submit('opfer@anderswo.example')
  expect(await deliver()).toHaveLength(3)
  const { rows } = await test.owner.query(
    `select count(*) as n from message where tenant_id = $1 and state = 'dropped' and reason = 'tooManyToAddress'`,
    [tenant.id],
  )
  expect(rows[0]).toEqual({ n: 2 })
  await close()
})

it('writes to nobody who was erased', async () => {
  const { tenant, staff, deliver, submit, close } = await open()
  const { id } = await submit('nora@feld.example')
  const [asked] = await deliver()
  const token = tokenIn(asked!.text, 'confirm')!
  await test.ask(CONFIRM, { tenant: tenant.slug, token })
  await relayAll(test, clock)
  await eraseAuthor(staff, tenant.slug, id)
  expect(await deliver()).toEqual([])
  const { rows } = await test.owner.query('select 1 from contribution_notice where contribution_id = $1', [
    id,
  ])
  expect(rows).toEqual([])
  expect((await test.ask(LOOK, { tenant: tenant.slug, token })).data.mailLink).toBeNull()
  await close()
})
