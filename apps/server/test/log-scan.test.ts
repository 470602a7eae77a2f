import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '@mitsprache/terms'
import { handlersOf } from '../src/jobs.ts'
import { codeOf } from '../src/modules/identity/identity.testing.ts'
import { addPerson } from '../src/modules/identity/index.ts'
import { CATALOGUE } from '../src/platform/database/catalogue.ts'
import { startWorkers } from '../src/platform/jobs/index.ts'
import { openLog } from '../src/platform/log.ts'
import { dump, tablesWith } from './filled-tenant.ts'
import { ADD_APP, BEGIN_APP, HEADERS, SIGN_IN, useServer } from './server.ts'
import { makeProcedure, makeTenant, NOW, PASSWORD, type TestProcedure, type TestTenant } from './world.ts'

const server = useServer(() => NOW)
let tenant: TestTenant
let procedure: TestProcedure

/** What a person is known by; nobody but the planners may ever read it. */
const PERSON = ['zyxnora', 'zyxpost', 'zyxgeheim', 'zyxwohnt']
/** What members of staff are known by, and what opens something. */
const STAFF = ['zyxamt', 'zyxerika', 'zyxdatei', PASSWORD]
const secrets: string[] = []

const console = ['log', 'info', 'warn', 'error', 'debug'] as const
const said: unknown[] = []
const publicly: string[] = []
const refused: string[] = []

beforeAll(async () => {
  for (const way of console)
    vi.spyOn(globalThis.console, way).mockImplementation((...words) => void said.push(words))
  tenant = await makeTenant(server.database)
  procedure = await makeProcedure(server.database, tenant)
  await addPerson(server.database, {
    name: 'Zyxerika Beispiel',
    email: 'zyxamt@stadt.example',
    password: PASSWORD,
    memberships: (['administrator', 'moderator', 'planner'] as const).map((role) => ({
      tenantId: tenant.id,
      role,
    })),
  })
})
afterAll(() => vi.restoreAllMocks())

const draft = (audience: string, mark: string) => ({
  idempotencyKey: newId(),
  procedureId: procedure.id,
  roundId: procedure.roundId,
  title: `Titel ${mark}`,
  text: `Beitrag ${mark}`,
  language: 'de',
  audience,
  categoryId: procedure.categoryId,
  place: {
    kind: 'point',
    label: 'hier zyxwohnt jemand',
    geometry: { type: 'Point', coordinates: [12.905, 50.825] },
  },
  person: { name: 'Zyxnora Zyxnora', email: 'zyxpost@post.example' },
})

/** Asks and goes on, whatever the answer; what is refused or faulty is kept to be looked at. */
async function ask(query: string, variables: object = {}, cookie = '') {
  const answer = await server.ask(query, variables, cookie ? { cookie } : {})
  if (answer.errors) refused.push(JSON.stringify(answer.errors))
  return answer
}

async function get(url: string, cookie = '') {
  const response = await server.app.inject({
    url,
    headers: { host: HEADERS.host, ...(cookie && { cookie }) },
  })
  if (response.statusCode >= 400) refused.push(response.body)
  return response
}

const SUBMIT = `mutation($input: SubmitContributionInput!) { submitContribution(input: $input) { __typename
  ... on SubmissionReceipt { number secret } } }`

const cookieIn = ({ headers }: { headers: Record<string, unknown> }) => {
  const cookie = (headers['set-cookie'] as string | undefined)?.split(';')[0] ?? ''
  if (cookie) secrets.push(cookie.split('=')[1]!)
  return cookie
}

/** Password and second factor; on a new telephone each time, because the clock of this test stands still. */
async function signInWithNewApp(credentials: { tenant: string; email: string; password: string }) {
  await server.owner.query('delete from authenticator_app')
  await server.owner.query('delete from recovery_code')
  const waiting = cookieIn(await ask(SIGN_IN, credentials))
  const begun = await ask(BEGIN_APP, {}, waiting)
  const app = begun.data?.beginAuthenticatorApp as { secret?: string; enrolment?: string } | undefined
  const code = app?.secret ? codeOf(app.secret, NOW) : '000000'
  const enrolment = app?.enrolment ?? ''
  const added = await ask(ADD_APP, { tenant: credentials.tenant, enrolment, code }, waiting)
  const codes = (added.data?.addAuthenticatorApp as { recoveryCodes?: string[] } | undefined)?.recoveryCodes
  if (app?.secret) secrets.push(app.secret)
  secrets.push(...(codes ?? []))
  return cookieIn(added)
}

/** Everything the main job consists of, as resident, moderator and planner; each step goes on if one before failed. */
async function walk() {
  for (const [audience, mark] of [
    ['plannersOnly', 'zyxgeheim'],
    ['publicWithoutName', 'zyxoffen'],
  ] as const) {
    const { data } = await ask(SUBMIT, { input: draft(audience, mark) })
    const receipt = data?.submitContribution as { number: string; secret: string } | undefined
    if (receipt) secrets.push(receipt.secret)
    await ask(
      `query($number: String!, $secret: String!) { contributionStatus(number: $number, secret: $secret) { text } }`,
      {
        number: receipt?.number ?? 'TST-0000',
        secret: receipt?.secret ?? 'zyxgeheim',
      },
    )
  }
  const credentials = { tenant: tenant.slug, email: 'zyxamt@stadt.example', password: PASSWORD }
  await ask(SIGN_IN, { ...credentials, password: 'zyxgeheim vertippt' })
  const cookie = await signInWithNewApp(credentials)

  const { rows } = await server.owner.query<{ id: string; version: number }>(
    `select contribution_id as id, version from contribution_case where tenant_id = $1 and visibility <> 'notPublic' order by received_at, contribution_id`,
    [tenant.id],
  )
  const of = { tenant: tenant.slug }
  await ask(
    `query($tenant: String!) { moderationQueue(tenant: $tenant) { nodes { id text authorName } } }`,
    of,
    cookie,
  )
  for (const { id, version } of rows)
    await ask(
      `mutation($tenant: String!, $input: DecideVisibilityInput!) { decideVisibility(tenant: $tenant, input: $input) { __typename } }`,
      { ...of, input: { contributionId: id, version, decision: 'publish' } },
      cookie,
    )
  const upload = await ask(
    `mutation($tenant: String!, $input: BeginUploadInput!) { beginUpload(tenant: $tenant, input: $input) { __typename ... on UploadTicket { id secret } } }`,
    { ...of, input: { purpose: 'planDocument', fileName: 'zyxdatei.pdf', sizeBytes: 9 } },
    cookie,
  )
  const ticket = upload.data?.beginUpload as { id: string; secret: string } | undefined
  if (ticket?.secret) {
    secrets.push(ticket.secret)
    await server.app.inject({
      method: 'PUT',
      url: `/uploads/${ticket.id}`,
      headers: { host: HEADERS.host, 'upload-secret': ticket.secret, 'content-type': 'application/pdf' },
      payload: 'zyxgeheim',
    })
  }
  const made = await ask(
    `mutation($tenant: String!, $id: ID!) { requestExport(tenant: $tenant, procedureId: $id, format: csv) { __typename ... on ExportReady { url } } }`,
    { ...of, id: procedure.id },
    cookie,
  )
  const exported = made.data?.requestExport as { url: string } | undefined
  if (exported) await get(exported.url, cookie)
  if (rows[0])
    await ask(
      `mutation($tenant: String!, $id: ID!) { eraseAuthor(tenant: $tenant, contributionId: $id) { contributionId } }`,
      { ...of, id: newId() },
      cookie,
    )

  // What anybody may ask, with what somebody typed in the address.
  const search = encodeURIComponent('zyxnora')
  const anyone = `{ tenants { name { de } contactEmail } procedures(tenant: "${tenant.slug}") { nodes { title { de } receivedCount } }
    contributions(procedureId: "${procedure.id}") { nodes { id title text authorName placeLabel geometry } }
    found: contributions(procedureId: "${procedure.id}", search: "zyxnora zyxgeheim") { nodes { text } }
    viewer(tenant: "${tenant.slug}") { email } }`
  publicly.push(JSON.stringify((await ask(anyone)).data))
  for (const url of [
    `/map/${procedure.id}/cells?zoom=14&bbox=12.8,50.7,13,50.9`,
    `/map/${procedure.id}/cells?zoom=14&bbox=12.8,50.7,13,50.9&q=${search}&search=${search}`,
    `/t/${tenant.slug}/${search}`,
    `/files/${newId()}/${search}.pdf`,
  ])
    publicly.push((await get(url)).body)
}

// @bad-input PRI-02
it('leaves no trace of a person in log, events, jobs and what is public, whatever fails on the way', async () => {
  await walk()
  expect(publicly.join()).toContain('zyxoffen')
  expect(refused.join()).not.toMatch(/INTERNAL/)

  // Each table in turn fails as databases do: with the row in its message.
  await server.owner.query(`create function spill() returns trigger language plpgsql as $$
    begin raise exception 'no room for %', coalesce(new, old)::text using detail = coalesce(new, old)::text, hint = coalesce(new, old)::text; end $$`)
  const log = openLog('info', { write: (line) => void server.logged.push(line) })
  for (const table of [
    'contribution',
    'contribution_person',
    'contribution_case',
    'event',
    'session',
    'sign_in_attempt',
    'authenticator_app',
    'recovery_code',
    'visibility_decision',
    'published_contribution',
    'map_cell',
    'upload',
    'export',
  ]) {
    await server.owner.query(
      `create trigger spilling before insert or update or delete on ${table} for each row execute function spill()`,
    )
    await walk()
    await server.owner.query(`drop trigger spilling on ${table}`)
  }
  for (const table of ['published_contribution', 'contribution', 'person', 'file']) {
    await server.owner.query(`alter table ${table} rename to gone`)
    await walk()
    await server.owner.query(`alter table gone rename to ${table}`)
  }

  await server.owner.query('alter table upload rename to gone')
  const parts = { database: server.database, files: server.files, clock: () => NOW }
  const stop = await startWorkers({ ...parts, log }, handlersOf(parts), { pollMs: 20 })
  await vi.waitFor(() => expect(server.logged.join()).toMatch(/job failed/), 100_000)
  await stop()
  await server.owner.query('alter table gone rename to upload')

  const faults = server.logged.filter((line) => line.includes('"fault"'))
  expect(faults.length).toBeGreaterThan(20)
  expect(faults.join()).toMatch(/P0001/)
  expect(secrets.length).toBeGreaterThan(10)

  const forbidden = [...PERSON, ...STAFF, ...secrets]
  const traces = (texts: string[], words = forbidden) =>
    words.filter((word) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase())))
  expect(traces(server.logged)).toEqual([])
  expect(traces(said.map((words) => JSON.stringify(words)))).toEqual([])
  expect(traces(refused)).toEqual([])
  expect(traces(publicly, [...PERSON.filter((word) => word !== 'zyxwohnt'), ...STAFF, ...secrets])).toEqual(
    [],
  )

  const all = await dump(server, Object.keys(CATALOGUE))
  expect(all.get('event')!.length).toBeGreaterThan(5)
  expect(all.get('pgboss.job')!.length).toBeGreaterThan(0)
  const clean = [...all].filter(
    ([table]) =>
      table === 'event' || table === 'event_cursor' || table === 'export' || table.startsWith('pgboss.'),
  )
  expect(traces(clean.flatMap(([, rows]) => rows))).toEqual([])
  // Names and addresses lie sealed; what opens something lies nowhere.
  expect(tablesWith(all, ['Zyxnora', 'zyxpost', ...secrets])).toEqual([])
}, 120_000)
