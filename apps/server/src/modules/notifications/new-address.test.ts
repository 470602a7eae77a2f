import { expect, it } from 'vitest'
import type { Id } from '@mitsprache/terms'
import { useServer } from '../../../test/server.ts'
import { makeCtx, makeTenant, NOW, PASSWORD } from '../../../test/world.ts'
import { newSession } from '../../../test/permissions/people.ts'
import { openLog } from '../../platform/log.ts'
import { openMailer } from '../../platform/mail/index.ts'
import { startMailServer } from '../../platform/mail/mail-server.testing.ts'
import { addPerson } from '../identity/index.ts'
import { relayAll } from './notifications.testing.ts'
import { sendMessage } from './index.ts'

const clock = () => NOW
const test = useServer(clock)
const log = openLog('info', { write: () => {} })
const REQUEST = `mutation($tenant: String!, $email: String!) { requestNewAddress(tenant: $tenant, email: $email) { __typename } }`
const CONFIRM = `mutation($secret: String!) { confirmNewAddress(secret: $secret) { __typename } }`
const STOP = `mutation($secret: String!) { stopAddressChange(secret: $secret) { __typename } }`

it('writes to both addresses, then to the new one, and a scanner that opens the links changes nothing', async () => {
  const post = await startMailServer()
  const tenant = await makeTenant(test.database)
  const [old, fresh] = [`alt@${tenant.slug}.example`, `neu@${tenant.slug}.example`]
  const personId = await addPerson(test.database, {
    name: 'Jana Wolf',
    email: old,
    password: PASSWORD,
    memberships: [{ tenantId: tenant.id, role: 'planner' }],
  })
  const { cookie } = await newSession(test, personId)
  const ctx = makeCtx(test.database)
  const config = { ...ctx.config, mail: post.config() }
  const mailer = openMailer(config)
  const deliver = async () => {
    await relayAll(test, clock)
    const { rows } = await test.owner.query<{ id: Id }>(
      `select id from message where tenant_id = $1 and state = 'waiting' order by created_at, id`,
      [tenant.id],
    )
    const before = post.taken.length
    for (const { id } of rows) await sendMessage({ ...ctx, config, mailer, log }, tenant.id, id)
    return post.taken.slice(before).map(({ mail, to, source }) => ({ to: to[0], mail, source }))
  }
  const address = async () =>
    (await test.owner.query<{ email: string }>('select email from person where id = $1', [personId])).rows[0]!
      .email

  const asked = await test.ask(REQUEST, { tenant: tenant.slug, email: fresh }, { cookie })
  expect(asked.data.requestNewAddress.__typename).toBe('Done')
  const mails = await deliver()
  const to = (who: string) => mails.find((mail) => mail.to === who)!
  expect(mails).toHaveLength(2)
  // Whoever reads the one does not learn the other.
  expect(to(old).source).not.toContain(fresh)
  expect(to(fresh).source).not.toContain(old)
  expect(to(fresh).source).not.toContain('Jana')
  const linkIn = (who: string, kind: string) =>
    new RegExp(`/t/${tenant.slug}/new-address/${kind}#([\\w-]{43})`).exec(to(who).mail.text ?? '')!
  const [confirm, stop] = [linkIn(fresh, 'confirm'), linkIn(old, 'stop')]

  const headers = { host: '127.0.0.1:4000', cookie }
  for (const [url] of [confirm, stop])
    for (const method of ['GET', 'HEAD'] as const)
      await test.app.inject({ method, url: url.split('#')[0]!, headers })
  for (const [query, [, secret]] of [[CONFIRM, confirm] as const, [STOP, stop] as const])
    await test.app.inject({
      method: 'GET',
      url: `/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ secret }) }).toString()}`,
      headers,
    })
  expect(await address()).toBe(old)

  const confirmed = await test.ask(CONFIRM, { secret: confirm[1] }, { cookie })
  expect(confirmed.data.confirmNewAddress.__typename).toBe('Done')
  expect(await address()).toBe(fresh)
  const after = await deliver()
  expect(after.map((mail) => [mail.to, mail.mail.subject])).toEqual([[fresh, 'Ihr Konto wurde geändert']])

  const stopped = await test.ask(STOP, { secret: stop[1] })
  expect(stopped.data.stopAddressChange.__typename).toBe('Done')
  expect(await address()).toBe(old)
  expect((await deliver()).map((mail) => mail.to)).toEqual([old])
  await post.close()
})
