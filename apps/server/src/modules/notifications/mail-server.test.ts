import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId, type Id } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeStaff, makeTenant, SECRETS, testConfig, type TestTenant } from '../../../test/world.ts'
import { openLog } from '../../platform/log.ts'
import { openMailer, type Mail } from '../../platform/mail/index.ts'
import { startMailServer, type MailServer } from '../../platform/mail/mail-server.testing.ts'
import { Denial } from '../identity/index.ts'
import { invitePerson, type Invitation } from '../identity/invite-person.ts'
import { parkedMessages, retryParkedMessages, sendMessage, takeBounce } from './index.ts'
import { listMessages } from './list-messages.ts'
import { mailToken } from './message-id.rules.ts'
import { relayAll } from './notifications.testing.ts'
import { sendAgain } from './send-again.ts'
import { TRIES_MOST } from './send-message.ts'

const test = useDatabase()
const time = { now: Date.parse('2026-11-23T13:06:31.000Z') }
const clock = () => new Date(time.now)
const lines: string[] = []
const log = openLog('info', { write: (line) => void lines.push(line) })
let post: MailServer
let tenant: TestTenant
let ctx: ReturnType<typeof makeCtx>
let config: ReturnType<typeof testConfig>
let parts: Parameters<typeof sendMessage>[0]

beforeAll(async () => {
  post = await startMailServer()
})
afterAll(() => post.close())
beforeEach(async () => {
  config = testConfig({ mail: post.config({ perTenantPerHour: 3 }), baseUrl: 'https://mitsprache.example' })
  tenant = await makeTenant(test.database)
  const viewer = await makeStaff(test.database, tenant, ['administrator'])
  ctx = makeCtx(test.database, viewer, { clock, config })
  parts = { ...ctx, clock, log, mailer: openMailer(config)! }
  post.taken.length = post.tries = lines.length = 0
  post.behave = () => ({})
  await test.owner.query('delete from message; delete from pgboss.job')
})

type Row = { id: Id; state: string; reason: string | null; reply: string | null; tries: number }
const outbox = async () =>
  (
    await test.owner.query<Row>(
      'select id, state, reason, reply, tries from message where tenant_id = $1 order by created_at, id',
      [tenant.id],
    )
  ).rows
const messageTo = async (recipientId: Id) => {
  const { rows } = await test.owner.query<Row>('select id from message where recipient_id = $1', [
    recipientId,
  ])
  return rows[0]!.id
}
const invite = async (email = `${newId()}@neu.example`) => {
  const made = (await invitePerson(ctx, tenant.slug, {
    name: 'Nora Feld',
    email,
    roles: ['planner'],
  })) as Invitation
  await relayAll(test, clock)
  return { ...made, messageId: await messageTo(made.id) }
}
const send = (messageId: Id) => sendMessage(parts, tenant.id, messageId)
const stateOf = async (messageId: Id) => (await outbox()).find(({ id }) => id === messageId)

describe('a mail server', () => {
  it('that cuts the line after the text gets the message again, under the same Message-ID', async () => {
    const { messageId } = await invite()
    post.behave = (_to, tries) => (tries === 1 ? { cut: 'afterText' } : {})
    await expect(send(messageId)).rejects.toMatchObject({ when: 'later', reason: 'unreachable' })
    expect(await stateOf(messageId)).toMatchObject({ state: 'waiting', tries: 1, reason: 'unreachable' })
    await send(messageId)
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', tries: 2 })
    // It came twice: a mailbox tells by the Message-ID that it is one.
    expect(post.taken).toHaveLength(2)
    expect(new Set(post.taken.map(({ mail }) => mail.messageId)).size).toBe(1)
    await send(messageId)
    expect(post.taken).toHaveLength(2)
  })

  it('that cuts the line before the text, or answers late, loses nothing and doubles nothing', async () => {
    const { messageId } = await invite()
    post.behave = (_to, tries) => (tries === 1 ? { cut: 'beforeText' } : { delayMs: 700 })
    await expect(send(messageId)).rejects.toMatchObject({ when: 'later' })
    // Two servers at the same message: one of them has it.
    await Promise.all([send(messageId), send(messageId), send(messageId)])
    expect(post.taken).toHaveLength(1)
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent', tries: 2 })
  })

  it('that is away keeps the message waiting for six days, and then it is parked and shown', async () => {
    const { messageId } = await invite()
    const away = {
      ...parts,
      mailer: openMailer({ mail: { ...config.mail!, smtpUrl: 'smtp://127.0.0.1:1' } }),
    }
    for (let tries = 1; tries < TRIES_MOST; tries++)
      await expect(sendMessage(away, tenant.id, messageId)).rejects.toMatchObject({ reason: 'unreachable' })
    await sendMessage(away, tenant.id, messageId)
    expect(await stateOf(messageId)).toMatchObject({
      state: 'parked',
      reason: 'unreachable',
      tries: TRIES_MOST,
    })
    expect(await parkedMessages(test.database)).toMatchObject([{ id: messageId, kind: 'staffInvitation' }])
    expect(await retryParkedMessages(test.database)).toBe(1)
    await send(messageId)
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent' })
  })

  it.each([
    [{ answerRecipient: [451, '4.7.1 Greylisted'] }, 'waiting', 'refused', '451 4.7.1'],
    [{ answerText: [452, '4.3.1 Full'] }, 'waiting', 'refused', '452 4.3.1'],
    [{ answerRecipient: [550, '5.1.1 <nora@neu.example> unknown'] }, 'parked', 'refused', '550 5.1.1'],
    [{ answerText: [554, '5.7.1 Spam'] }, 'parked', 'rejected', '554 5.7.1'],
  ] as const)('that answers %j leaves the message %s', async (manner, state, reason, reply) => {
    const { messageId } = await invite()
    post.behave = () => manner as never
    const sending = send(messageId)
    const failed = await sending.catch((cause: unknown) => cause)
    expect(failed).toEqual(state === 'waiting' ? expect.objectContaining({ when: 'later' }) : undefined)
    // The numbers only: the words quote addresses.
    expect(await stateOf(messageId)).toMatchObject({ state, reason, reply })
    expect(lines.join('')).not.toContain('nora')
  })

  it('without TLS gets nothing where TLS is required', async () => {
    const { messageId } = await invite()
    const strict = { ...parts, mailer: openMailer({ mail: post.config({ tls: 'required' }) }) }
    await expect(sendMessage(strict, tenant.id, messageId)).rejects.toMatchObject({ when: 'later' })
    expect(post.taken).toHaveLength(0)
  })

  it('with TLS and a certificate that nobody vouches for gets nothing either', async () => {
    const imposter = await startMailServer({ tls: true })
    const mailer = openMailer({ mail: imposter.config({ tls: 'required' }) })
    const { messageId } = await invite()
    await expect(sendMessage({ ...parts, mailer }, tenant.id, messageId)).rejects.toMatchObject({
      when: 'later',
    })
    expect(imposter.taken).toHaveLength(0)
    await imposter.close()
  })

  it('gets no more than the hour of a tenant allows; the rest waits', async () => {
    const made = []
    for (let i = 0; i < 4; i++) made.push(await invite())
    for (const { messageId } of made) await send(messageId)
    expect((await outbox()).map(({ state }) => state).toSorted()).toEqual(['sent', 'sent', 'sent', 'waiting'])
    time.now += 3_600_001
    await send(made[3]!.messageId)
    expect((await outbox()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent'])
  })
})

/** As mail servers report, RFC 3464. */
const report = (messageId: Id, { action = 'failed', status = '5.1.1' } = {}) => {
  const token = mailToken(SECRETS.signingKey, messageId)
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mail.example',
      `To: BOUNCES+${token.toUpperCase()}@mail.example`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="grenze"',
      '',
      '--grenze',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'I am sorry.',
      '--grenze',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example',
      '',
      'Final-Recipient: rfc822; nora@neu.example',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 <nora@neu.example> unknown',
      '',
      '--grenze',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${token}@mail.example>`,
      '--grenze--',
      '',
    ].join('\r\n'),
  )
}

describe('a report that a message did not arrive', () => {
  it('is shown with the message, and the address is left alone until an administrator tries again', async () => {
    const email = `${newId()}@weg.example`
    const { messageId } = await invite(email)
    await send(messageId)
    expect(await takeBounce(parts, report(messageId))).toBe('taken')
    expect(await takeBounce(parts, report(messageId))).toBe('taken')
    const { nodes, parked } = await listMessages(ctx, tenant.slug, { shelf: 'parked', first: 20 })
    expect(nodes).toMatchObject([{ state: 'bounced', reply: '5.1.1', recipient: 'Nora Feld' }])
    expect(parked).toBe(1)

    const again = await invite(email)
    await send(again.messageId)
    expect(await stateOf(again.messageId)).toMatchObject({ state: 'parked', reason: 'suppressed' })
    expect(post.taken).toHaveLength(1)
    await sendAgain(ctx, tenant.slug, again.messageId)
    await send(again.messageId)
    expect(await stateOf(again.messageId)).toMatchObject({ state: 'sent' })
    await expect(sendAgain(ctx, tenant.slug, again.messageId)).rejects.toBeInstanceOf(Denial)
  })

  it('of a delay, of a mailbox that is full today, or of something not ours holds nothing back', async () => {
    const { messageId, email } = await invite()
    await send(messageId)
    expect(await takeBounce(parts, report(messageId, { action: 'delayed', status: '4.4.1' }))).toBe(
      'noBounce',
    )
    expect(await takeBounce(parts, Buffer.from('Subject: Bin im Urlaub\r\n\r\nBis Montag.'))).toBe('noBounce')
    expect(await takeBounce(parts, report(newId()))).toBe('notOurs')
    const forged = report(messageId)
      .toString()
      .replaceAll(/\.[0-9A-Fa-f]{16}@/g, '.0000000000000000@')
    expect(await takeBounce(parts, Buffer.from(forged))).toBe('notOurs')
    expect(await stateOf(messageId)).toMatchObject({ state: 'sent' })

    expect(await takeBounce(parts, report(messageId, { status: '4.2.2' }))).toBe('taken')
    const again = await invite(email)
    await send(again.messageId)
    expect(await stateOf(again.messageId)).toMatchObject({ state: 'sent' })
  })
})

describe('a mail', () => {
  const mail: Mail = {
    to: 'a@stadt.example',
    from: { name: 'Stadt', address: 'beteiligung@mail.example' },
    replyTo: 'amt@stadt.example',
    subject: 'Betreff',
    text: 'Text',
    html: '<p>Text</p>',
    language: 'de',
    messageId: '<1@mail.example>',
    returnPath: 'bounces@mail.example',
  }

  // @bad-input EXP-11 EXP-17 XSS-02
  it('goes to one person, whatever stands in its headers', async () => {
    await parts.mailer!.send({
      ...mail,
      from: { name: 'Stadt\r\nBcc: boese@x.example', address: mail.from.address },
      subject: 'Hallo\r\nBcc: boese@x.example\r\n\r\nText',
    })
    expect(post.taken.map(({ to }) => to)).toEqual([['a@stadt.example']])
    expect(post.taken[0]!.source).not.toMatch(/^Bcc:/im)
  })

  it('SSR-17 is never made of a file or of an answer of somebody else', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'mitsprache-mail-')), 'secret')
    writeFileSync(file, 'Geheimnis der Maschine')
    for (const elsewhere of [{ path: file }, { href: `http://127.0.0.1:${post.port}/` }, `file://${file}`])
      for (const part of ['text', 'html', 'subject'] as const)
        await parts.mailer!.send({ ...mail, [part]: elsewhere as never }).catch(() => {})
    for (const { source } of post.taken) {
      expect(source).not.toContain('Geheimnis der Maschine')
      expect(source).not.toContain(Buffer.from('Geheimnis der Maschine').toString('base64'))
    }
    rmSync(file)
  })

  // @bad-input EXP-16
  it('stays one message when a line of it looks like the end of one', async () => {
    const text = 'Zeile\r\n.\r\nMAIL FROM:<boese@x.example>\r\n\n.\r\nEnde'
    await parts.mailer!.send({ ...mail, text })
    expect(post.taken).toHaveLength(1)
    expect(post.taken[0]!.mail.text?.replace(/\r?\n/g, '\n').trim()).toBe(text.replace(/\r?\n/g, '\n'))
  })
})
