import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { useDatabase } from '../../../test/database.ts'
import { makeCtx, makeStaff, makeTenant, SECRETS } from '../../../test/world.ts'
import { startMailServer, type MailServer } from '../../platform/mail/mail-server.testing.ts'
import { invitePerson } from '../identity/invite-person.ts'

const test = useDatabase()
const root = fileURLToPath(new URL('../../../', import.meta.url))
// Below the packages it loads at run time.
const folder = mkdtempSync(join(root, 'node_modules/.outbox-worker-'))
const program = join(folder, 'worker.mjs')
const started: ChildProcess[] = []
let post: MailServer

beforeAll(async () => {
  post = await startMailServer()
  const bundle = await rolldown({
    input: fileURLToPath(new URL('./outbox-worker.testing.ts', import.meta.url)),
    platform: 'node',
    tsconfig: join(root, 'tsconfig.json'),
    external: (id) =>
      /^[^./\0]/.test(id) && !id.startsWith('@mitsprache/') && !id.startsWith('@oxc-project/'),
    logLevel: 'silent',
  })
  await bundle.write({ file: program, format: 'esm', codeSplitting: false })
  await bundle.close()
}, 60_000)
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await post.close()
  rmSync(folder, { recursive: true, force: true })
})

async function startWorker(): Promise<ChildProcess> {
  const settings = JSON.stringify({ stemUrl: test.stemUrl, mail: post.config(), secrets: SECRETS })
  const child = spawn(process.execPath, [program, settings], {
    cwd: root,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(child)
  await once(child.stdout, 'data')
  return child
}

/** As after the two minutes that a dead server keeps a message for itself. */
const twoMinutesLater = () =>
  test.owner.query(
    `update message set claimed_until = null where state = 'waiting';
     update pgboss.job set started_on = started_on - interval '5 minutes' where state = 'active';
     update pgboss.job set start_after = now() where state = 'retry'`,
  )

const count = async (state: string) => {
  const { rows } = await test.owner.query<{ n: number }>(
    'select count(*) as n from message where state = $1',
    [state],
  )
  return rows[0]!.n
}
const until = async (
  is: () => boolean | Promise<boolean>,
  meanwhile: () => Promise<unknown> = async () => {},
) => {
  for (let i = 0; i < 2500; i++) {
    if (await is()) return
    if (i % 25 === 24) await meanwhile()
    await new Promise((done) => setTimeout(done, 40))
  }
  throw new Error('It did not happen in time.')
}

// @bad-input EXP-20 BIZ-11
it('loses no message and prepares none twice, however often the server is killed', async () => {
  const tenant = await makeTenant(test.database)
  const ctx = makeCtx(test.database, await makeStaff(test.database, tenant, ['administrator']), {
    clock: () => new Date(),
  })
  const emails = Array.from({ length: 24 }, () => `${newId()}@neu.example`)
  // Slow enough that most kills hit a message on its way.
  post.behave = () => ({ delayMs: 30 })
  let kills = 0
  for (let at = 0; at < emails.length; at += 6) {
    const child = await startWorker()
    const before = post.taken.length
    for (const email of emails.slice(at, at + 6))
      await invitePerson(ctx, tenant.slug, { name: 'Nora Feld', email, roles: ['planner'] })
    await until(() => post.taken.length > before + kills, twoMinutesLater)
    child.kill('SIGKILL')
    await once(child, 'exit')
    kills++
    await twoMinutesLater()
  }
  await startWorker()
  await until(async () => (await count('sent')) === emails.length, twoMinutesLater)

  const sentTo = (email: string) => post.taken.filter(({ to }) => to[0] === email)
  expect(emails.filter((email) => !sentTo(email).length)).toEqual([])
  // A copy more at most where the kill fell between the server's answer and our note, and a mailbox knows it again.
  expect(post.taken.length - emails.length).toBeLessThanOrEqual(kills)
  for (const email of emails) expect(new Set(sentTo(email).map(({ mail }) => mail.messageId)).size).toBe(1)
  const { rows } = await test.owner.query('select count(*) as n from message')
  expect(rows).toEqual([{ n: emails.length }])
}, 90_000)
