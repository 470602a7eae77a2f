import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeStaff, makeTenant, testConfig, type TestTenant } from '../../../test/world.ts'
import { openLog } from '../../platform/log.ts'
import { openMailer, type Mailer } from '../../platform/mail/index.ts'
import { startMailServer, type MailServer } from '../../platform/mail/mail-server.testing.ts'
import { invitePerson, withdrawInvitation, type Invitation } from '../identity/invite-person.ts'
import { resumeTenant, suspendTenant } from '../tenants/index.ts'
import { sendMessage, sweepMessages } from './index.ts'
import type { MessageState } from './message.entity.ts'
import { relayAll } from './notifications.testing.ts'

const test = useDatabase()
const time = { now: new Date('2026-11-23T13:06:31.000Z') }
const clock = () => time.now
const lines: string[] = []
const log = openLog('info', { write: (line) => void lines.push(line) })
let post: MailServer
let mailer: Mailer
let tenant: TestTenant
let ctx: ReturnType<typeof makeCtx>

const config = () => testConfig({ mail: post.config(), baseUrl: 'https://mitsprache.example' })
const parts = () => ({ ...ctx, config: config(), clock, mailer, log })

beforeAll(async () => {
  post = await startMailServer()
  mailer = openMailer({ mail: post.config() })!
})
afterAll(async () => {
  mailer.close()
  await post.close()
})
beforeEach(async () => {
  tenant = await makeTenant(test.database)
  ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['administrator']), {
    clock,
    config: config(),
  })
  post.taken.length = post.tries = lines.length = 0
  post.behave = () => ({})
  await test.owner.query('delete from message; delete from pgboss.job')
})

const invite = async (name = 'Nora Feld', email = `${newId()}@neu.example`) =>
  (await invitePerson(ctx, tenant.slug, { name, email, roles: ['planner'] })) as Invitation
const outbox = async () =>
  (
    await test.owner.query<{
      id: Id
      state: MessageState
      reason: string | null
      reply: string | null
      tries: number
    }>('select id, state, reason, reply, tries from message where tenant_id = $1 order by created_at, id', [
      tenant.id,
    ])
  ).rows
const send = async () => {
  for (const { id, state } of await outbox())
    if (state === 'waiting') await sendMessage(parts(), tenant.id, id)
}

describe('a message', () => {
  it('follows from an event, once, with a job of its tenant that holds nothing but ids', async () => {
    const { email, id } = await invite()
    expect(await relayAll(test, clock)).toBe(1)
    expect(await relayAll(test, clock)).toBe(0)
    const [message] = await outbox()
    expect(message).toMatchObject({ state: 'waiting', tries: 0 })
    const { rows } = await test.owner.query<{ name: string; data: unknown }>(
      'select name, data from pgboss.job',
    )
    expect(rows).toEqual([{ name: 'send-message', data: { tenantId: tenant.id, subjects: [message!.id] } }])
    const row = JSON.stringify((await test.owner.query('select * from message')).rows)
    expect(row).toContain(id)
    expect(row).not.toContain(email)
  })

  // @bad-input SES-08
  it('reaches the invited with a link that opens the invitation, as text and as HTML', async () => {
    const { email, link } = await invite('Nora Feld')
    await relayAll(test, clock)
    await send()
    expect(await outbox()).toMatchObject([{ state: 'sent', tries: 1 }])
    const [{ to, from, mail, source }] = post.taken as [(typeof post.taken)[0]]
    expect(to).toEqual([email])
    expect(from).toMatch(/^bounces\+[0-9a-f]{32}\.[0-9a-f]{16}@mail\.example$/)
    expect(mail.from).toMatchObject({ name: `Stadt ${tenant.slug}`, address: 'beteiligung@mail.example' })
    expect(mail.replyTo).toMatchObject([{ address: 'beteiligung@stadt.example' }])
    expect(mail.subject).toBe(`Einladung zur Mitarbeit: Stadt ${tenant.slug}`)
    expect(mail.text).toContain(link)
    expect(mail.text).toContain('Guten Tag Nora Feld,')
    expect(mail.text).toContain('26. November 2026')
    expect(mail.html).toContain(`<a href="${link}"`)
    expect(mail.html).toContain('<html lang="de">')
    expect(link).toContain('https://mitsprache.example/t/')
    // Nothing in it is fetched when it is opened.
    expect(mail.html).not.toMatch(/<(img|script|link|iframe)|url\(/)
    expect(source).toMatch(/^Auto-Submitted: auto-generated$/m)
  })

  it('is not sent once the invitation was withdrawn', async () => {
    const { id } = await invite()
    await relayAll(test, clock)
    await withdrawInvitation(ctx, tenant.slug, id)
    await send()
    expect(await outbox()).toMatchObject([{ state: 'dropped', reason: 'overtaken' }])
    expect(post.tries).toBe(0)
  })

  it('waits without a mail server, and leaves when there is one', async () => {
    await invite()
    await relayAll(test, clock)
    const id = (await outbox())[0]!.id
    await sendMessage({ ...parts(), mailer: null }, tenant.id, id)
    expect(await outbox()).toMatchObject([{ state: 'waiting', tries: 0 }])
    await test.owner.query(`update pgboss.job set state = 'completed'`)
    expect(await sweepMessages(test.database)).toBe(1)
    expect(await sweepMessages(test.database)).toBe(0)
    await send()
    expect(await outbox()).toMatchObject([{ state: 'sent' }])
  })

  it('waits while its tenant is suspended, and leaves afterwards', async () => {
    await invite()
    await relayAll(test, clock)
    await suspendTenant(test.database, clock, tenant.id, { de: 'Der Vertrag ruht.' })
    await test.owner.query('delete from pgboss.job')
    await send()
    expect(await sweepMessages(test.database)).toBe(0)
    expect(await outbox()).toMatchObject([{ state: 'waiting', tries: 0 }])
    expect(post.taken).toEqual([])
    await resumeTenant(test.database, clock, tenant.id)
    expect(await sweepMessages(test.database)).toBe(1)
    await send()
    expect(await outbox()).toMatchObject([{ state: 'sent' }])
  })
})
