import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@mitsprache/terms'
import { invitePerson } from '../src/modules/identity/invite-person.ts'
import { saveOrganisation } from '../src/modules/identity/organisations/keep-organisations.ts'
import { requestResidentLink } from '../src/modules/identity/residents/request-link.ts'
import { relayAll } from '../src/modules/notifications/notifications.testing.ts'
import { CATALOGUE } from '../src/platform/database/catalogue.ts'
import { HEADERS, SIGN_IN, useServer } from './server.ts'
import { makeCtx, makeProcedure, makeStaff, makeTenant, NOW, PASSWORD } from './world.ts'

const server = useServer(() => NOW)

/** Everything that tells of a person, each word in one place only, so that what is found says what it was. */
const MARKS = {
  authorName: 'Zyxnora',
  publicName: 'Zyxvorn',
  authorMail: 'zyxpost',
  residentMail: 'zyxwohnt',
  accountMail: 'zyxkonto',
  guessedMail: 'zyxgeraten',
  address: '203.0.113.199',
  text: 'zyxgedanke',
  place: 'zyxecke',
  invitedName: 'Zyxgast',
  invitedMail: 'zyxbuero',
  officePhone: '0371 987654321',
} as const
type Mark = keyof typeof MARKS

/**
 * What stands readable in a dump, and why it has to. Everything else is sealed, hashed, or not kept; whoever adds to
 * this list says so here, by name.
 */
const READABLE: Partial<Record<Mark, string[]>> = {
  // The file itself: everybody may hand in without a name, and who decides has to read it.
  text: ['contribution.text', 'contribution.search_text', 'published_contribution.text'],
  place: ['contribution.place_label', 'published_contribution.place_label'],
  // A name that its author wants public waits with the case, for the one statement that publishes both.
  publicName: ['contribution_case.author_name', 'published_contribution.author_name'],
  // An invitation that nobody answered ends after three days; until then administrators see whom they invited.
  invitedName: ['invitation.name'],
  invitedMail: ['invitation.email'],
  // Of an office, not of a person.
  officePhone: ['organisation.phone'],
}

const SUBMIT = `mutation($input: SubmitContributionInput!) { submitContribution(input: $input) { __typename
  ... on SubmissionReceipt { number secret } } }`

beforeAll(async () => {
  const tenant = await makeTenant(server.database)
  const procedure = await makeProcedure(server.database, tenant)
  const viewer = await makeStaff(server.database, tenant, ['administrator', 'moderator', 'planner'])
  const ctx = makeCtx(server.database, viewer)
  const from = (query: string, variables: object, headers: Record<string, string> = {}) =>
    server.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: MARKS.address,
      headers: { ...HEADERS, ...headers },
      payload: { query, variables },
    })
  for (const [audience, name] of [
    ['plannersOnly', MARKS.authorName],
    ['publicWithoutName', MARKS.authorName],
    ['publicWithName', MARKS.publicName],
  ] as const) {
    const answer = await from(SUBMIT, {
      input: {
        idempotencyKey: newId(),
        procedureId: procedure.id,
        roundId: procedure.roundId,
        text: `Mein ${MARKS.text} dazu.`,
        language: 'de',
        audience,
        place: {
          kind: 'point',
          label: MARKS.place,
          geometry: { type: 'Point', coordinates: [12.905, 50.825] },
        },
        person: { name: `${name} Beispiel`, email: `${MARKS.authorMail}@post.example` },
      },
    })
    expect(answer.json().data.submitContribution.__typename).toBe('SubmissionReceipt')
  }
  await from(SIGN_IN, {
    tenant: tenant.slug,
    email: `${MARKS.guessedMail}@stadt.example`,
    password: PASSWORD,
  })
  await requestResidentLink(ctx, tenant.slug, `${MARKS.residentMail}@post.example`, 'de')
  await from(
    `mutation($tenant: String!, $email: String!) { requestResidentLink(tenant: $tenant, email: $email, language: de) { __typename } }`,
    { tenant: tenant.slug, email: `${MARKS.accountMail}@post.example` },
  )
  const invited = await invitePerson(ctx, tenant.slug, {
    name: `${MARKS.invitedName} Beispiel`,
    email: `${MARKS.invitedMail}@buero.example`,
    roles: ['auditor'],
  })
  expect(invited).toHaveProperty('link')
  await saveOrganisation(ctx, tenant.slug, {
    name: 'Amt',
    kind: 'office',
    email: 'amt@stadt.example',
    phone: MARKS.officePhone,
  })
  // The mails that follow from all that.
  await relayAll(server, () => NOW)
})

type Column = { column: string; value: string }

/** `table.column` and what stands there, of every row of a dump as `pg_dump` writes it. */
function columnsOf(text: string): Column[] {
  const columns: Column[] = []
  let table = ''
  let names: string[] | null = null
  for (const line of text.split('\n')) {
    const head = /^COPY ([\w.]+) \((.*)\) FROM stdin;$/.exec(line)
    if (head) {
      table = head[1]!.replace(/^public\./, '')
      names = head[2]!.split(', ')
    } else if (line === '\\.') names = null
    else if (names)
      for (const [i, value] of line.split('\t').entries())
        columns.push({ column: `${table}.${names[i]}`, value })
  }
  return columns
}

/** As it is, and as bytes are written: hexadecimal and base64 at each of its three offsets. */
function formsOf(word: string): string[] {
  const bytes = Buffer.from(word)
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(shift ? shift + 1 : 0, -1),
  )
  return [word.toLowerCase(), bytes.toString('hex'), ...base64]
}

const holds = (value: string, [plain, ...coded]: string[]) =>
  value.toLowerCase().includes(plain!) || coded.some((form) => value.includes(form))

/** What `pg_dump` writes, or null and why it does not: none is there, or it is older than this PostgreSQL. */
function pgDump(url: string): { text: string | null; why: string } {
  try {
    const text = execFileSync('pg_dump', ['--no-owner', '--dbname', url], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { text, why: '' }
  } catch (cause) {
    return { text: null, why: String((cause as { stderr?: string }).stderr || (cause as Error).message) }
  }
}

/** The same from the rows themselves, where there is no program for it. */
async function columnsOfRows(): Promise<Column[]> {
  const columns: Column[] = []
  for (const table of [...Object.keys(CATALOGUE), 'pgboss.job', 'pgboss.archive']) {
    const { rows } = await server.owner.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(x) as row from ${table} x`,
    )
    for (const { row } of rows)
      for (const [name, value] of Object.entries(row))
        columns.push({ column: `${table}.${name}`, value: JSON.stringify(value) })
  }
  return columns
}

describe('a dump of the database', () => {
  it('tells of a person only what is named here, column by column', async () => {
    const { text, why } = pgDump(server.adminUrl)
    if (text === null) process.stdout.write(`Every row is read instead of a dump: ${why.split('\n')[0]}\n`)
    const columns = text === null ? await columnsOfRows() : columnsOf(text)
    expect(columns.length).toBeGreaterThan(300)
    for (const mark of Object.keys(MARKS) as Mark[]) {
      const forms = formsOf(MARKS[mark])
      const found = new Set(columns.filter(({ value }) => holds(value, forms)).map(({ column }) => column))
      const allowed = READABLE[mark] ?? []
      expect([mark, [...found].filter((column) => !allowed.includes(column))]).toEqual([mark, []])
      // A word that was never written down would be found nowhere, either.
      if (allowed.length) expect([mark, found.size > 0]).toEqual([mark, true])
    }
  })

  it('holds what was sealed, so that there was something to find', async () => {
    const { rows } = await server.owner.query<{ authors: number; links: number; mails: number }>(
      `select (select count(*)::int from contribution_person where name_sealed is not null) as authors,
         (select count(*)::int from resident_link) as links, (select count(*)::int from message) as mails`,
    )
    expect(rows[0]).toMatchObject({ authors: 3, links: 2 })
    expect(rows[0]!.mails).toBeGreaterThan(1)
  })

  it('is not what a log is: there nothing of it stands at all', () => {
    const log = server.logged.join('\n')
    for (const mark of Object.keys(MARKS) as Mark[])
      expect([mark, holds(log, formsOf(MARKS[mark]))]).toEqual([mark, false])
  })
})

it('would find a word in the clear, in hexadecimal and in base64', () => {
  const sealed = (value: string) => columnsOf(`COPY public.a (b) FROM stdin;\n${value}\n\\.`)[0]!
  const forms = formsOf('zyxpost')
  for (const prefix of ['', 'a', 'ab', 'abc'])
    for (const encoding of ['utf8', 'hex', 'base64'] as const) {
      const value = Buffer.from(`${prefix}zyxpost@post.example`).toString(encoding)
      expect([prefix, encoding, holds(sealed(value).value, forms)]).toEqual([prefix, encoding, true])
    }
  expect(sealed('x').column).toBe('a.b')
})
