import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { ROLES, type Role } from '@mitsprache/terms'
import { ENTITIES } from './entities.ts'
import { rotateKeys, verifyEvents } from './operator-audit.ts'
import { create } from './operator-create.ts'
import { exportWholeTenant } from './operator-export.ts'
import { UsageProblem } from './operator-problem.ts'
import { resume, suspend } from './operator-suspend.ts'
import { handlersOf } from './jobs.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { AlreadyMember, erasePerson, makeInvitation } from './modules/identity/index.ts'
import { parkedMessages, retryParkedMessages, takeBounce } from './modules/notifications/index.ts'
import {
  deleteTenant,
  keepDialogues,
  setTerms,
  settingsOfTenant,
  tenantBySlug,
  type TenantTerms,
} from './modules/tenants/index.ts'
import { systemClock } from './platform/clock.ts'
import { prepareDataDir, readConfig, readSecrets, type Config, type Secrets } from './platform/config.ts'
import { openInstallation, type Installation } from './platform/database/installation.ts'
import { openFilesOf } from './platform/files/index.ts'
import { parkedJobs, retryParked } from './platform/jobs/index.ts'
import { openLog } from './platform/log.ts'
import { InputRefused } from './platform/refusal.graphql.ts'
import { StartProblem } from './platform/start-problem.ts'

const USAGE = `What only whoever runs the installation may do. The server may be running meanwhile.

  npm run tenant:create -- TENANT --de NAME [--en NAME] [--hsb NAME] --prefix ABC --email EMAIL --phone PHONE
                           --address ADDRESS --lon LON --lat LAT
                                             makes a tenant, and says how its first administrator gets in
  npm run tenant:delete -- TENANT            counts what would go: rows by table, contents of files
  npm run tenant:delete -- TENANT --yes      deletes it, for good
  npm run tenant:export -- TENANT FILE|FOLDER
                                             writes everything it has into one archive, sealed names left out
  npm run tenant:export -- TENANT FILE|FOLDER --with-personal-data
                                             the same with names and addresses opened, which is written down
  npm run tenant:keep-dialogues -- TENANT YEARS|always
                                             how long files of dialogues are kept after their last day
  npm run tenant:terms -- TENANT [--host NAME|none] [--storage-mb N|none] [--procedures N|none]
                                             its own host name, and how much it may use; says what is agreed
  npm run tenant:suspend -- TENANT --de TEXT [--en TEXT] [--hsb TEXT]
                                             says what would stop: procedures that are running, and members of staff
  npm run tenant:suspend -- TENANT … --yes   closes it for everybody for now; people are told the text, nothing is lost
  npm run tenant:resume -- TENANT            opens it again, as it was
  npm run person:add -- --tenant TENANT --email EMAIL --name NAME --role ROLE [--role ROLE]
                                             prints a link that makes them a member, once, within three days
  npm run person:add -- … --start-over       the same for somebody who lost all factors: password and factors anew
  npm run person:erase -- EMAIL              says who it would be
  npm run person:erase -- EMAIL --yes        erases somebody who worked for one or more tenants
  npm run keys:rotate                        wraps every data key with the current key encryption key
  npm run keys:rotate -- --new               makes a new key encryption key first, in the file of this installation
  npm run keys:rotate -- --tenant TENANT     a new data key for a tenant, and everything sealed with it
  npm run audit:verify                       looks whether an event was changed, removed or put in between
  npm run audit:verify -- --head TENANT:POSITION:HASH
                                             the same, against what an earlier run printed
  npm run jobs:parked                        lists the jobs and messages that were given up
  npm run jobs:parked -- --yes               gives each of them one more try
  npm run mail:bounce < FILE                 takes a report of a mail server that a message did not arrive

docs/operations.md tells what each of them leaves.`

const say = (line: string) => void process.stdout.write(`${line}\n`)
const log = openLog(process.env.LOG_LEVEL, process.stderr)

/** Reports quote what they are about; whatever is longer is none. */
const BOUNCE_BYTES = 10 * 1024 * 1024

async function readInput(most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new UsageProblem('This is too long for a report of a mail server.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

type Work = (
  installation: Installation,
  config: Config,
  what: string[],
  yes: boolean,
  secrets: Secrets,
) => Promise<number | void>

const COMMANDS: Record<string, Work> = {
  async 'tenant:delete'({ database, adminUrl }, config, [slug], yes) {
    if (!slug) throw new UsageProblem('Which tenant? Its short name is missing.')
    if (!adminUrl)
      throw new StartProblem(
        'Only the owner of the database deletes a tenant. Name it in DATABASE_ADMIN_URL.',
      )
    const deleted = await deleteTenant(adminUrl, slug, !yes)
    if (!deleted) throw new UsageProblem(`There is no tenant ${slug}.`)
    for (const [table, n] of Object.entries(deleted.rows)) say(`${String(n).padStart(10)}  ${table}`)
    say(`${String(deleted.contents.length).padStart(10)}  contents of files that only this tenant has`)
    if (!yes) return say('\nNothing was deleted. With --yes it is.')
    const handlers = handlersOf({ database, files: await openFilesOf(config), clock: systemClock })
    // What lies here goes now; a job does the same wherever else a server keeps files.
    await handlers['forget-contents']({ tenantId: null, subjects: deleted.contents })
    await handlers['sweep-files']()
    log.info('tenant deleted', { tenantId: deleted.tenantId, rows: deleted.rows })
    say('\nDeleted.')
  },

  async 'tenant:keep-dialogues'({ database }, _config, [slug, typed]) {
    const years = typed === 'always' ? null : Number(typed)
    if (!slug || (years !== null && !(Number.isInteger(years) && years >= 1 && years <= 100)))
      throw new UsageProblem('It takes a tenant and 1 to 100 years, or “always”.')
    if (!(await keepDialogues(database, slug, years))) throw new UsageProblem(`There is no tenant ${slug}.`)
    say(
      years === null
        ? `${slug} keeps the files of its dialogues until somebody says otherwise.`
        : `${slug} keeps the files of its dialogues for ${years} years after their last day; what is older goes within the hour.`,
    )
  },

  async 'tenant:terms'({ database }, _config, what) {
    const { slug, ...terms } = readTerms(what)
    const set = await setTerms(database, systemClock, slug, terms)
    if (set === 'hostTaken') throw new UsageProblem(`${terms.host} belongs to another tenant.`)
    if (!set) throw new UsageProblem(`There is no tenant ${slug}.`)
    const [tenant] = await database.read(tenantBySlug, slug)
    const [agreed] = await database.read(settingsOfTenant, tenant!.id)
    const { host, storageQuotaMb, procedureQuota } = agreed!
    say(`host name:   ${host ?? 'none'}`)
    say(`storage:     ${storageQuotaMb === null ? 'no limit' : `${storageQuotaMb} MB`}`)
    say(`procedures:  ${procedureQuota === null ? 'no limit' : `${procedureQuota} on display at a time`}`)
  },

  'tenant:create': create,
  'tenant:suspend': suspend,
  'tenant:resume': resume,

  async 'jobs:parked'({ database }, _config, _what, yes) {
    const parked = await parkedJobs(database)
    for (const { queue, id, tries, at, output } of parked)
      say(
        `${at.toISOString()}  ${queue}  ${id}  ${tries} tries  ${output.error ?? ''} ${output.code ?? ''}`.trimEnd(),
      )
    const messages = await parkedMessages(database)
    for (const { tenant, kind, id, tries, at, reason, reply } of messages)
      say(
        `${at.toISOString()}  ${tenant}: ${kind}  ${id}  ${tries} tries  ${reason} ${reply ?? ''}`.trimEnd(),
      )
    if (yes) {
      const again = (await retryParked(database)) + (await retryParkedMessages(database))
      return say(`${again} of them are tried again, by whichever server runs.`)
    }
    say(parked.length + messages.length ? '\nWith --yes they are tried again.' : 'No job is parked.')
  },

  async 'mail:bounce'({ database }, config) {
    const parts = { database, config, secrets: readSecrets(config.dataDir), clock: systemClock }
    const taken = await takeBounce(parts, await readInput(BOUNCE_BYTES))
    if (taken === 'taken') say('Taken: the message is shown as not delivered.')
    else if (taken === 'noBounce') say('This reports no failed delivery: nothing to do.')
    else say('This is about no message of ours: nothing to do.')
  },

  'tenant:export': exportWholeTenant,
  'keys:rotate': rotateKeys,
  'audit:verify': verifyEvents,

  async 'person:add'({ database }, config, what) {
    const typed = readPerson(what)
    const [tenant] = await database.read(tenantBySlug, typed.tenant)
    if (!tenant) throw new UsageProblem(`There is no tenant ${typed.tenant}.`)
    const parts = { database, clock: systemClock, config, secrets: readSecrets(config.dataDir) }
    const made = await makeInvitation(parts, {
      tenant,
      typed,
      invitedBy: null,
      startsOver: typed.startsOver,
    })
    if (made instanceof AlreadyMember)
      throw new UsageProblem(
        `${typed.email} works for ${tenant.slug} already; --start-over renews their way in.`,
      )
    if (made instanceof InputRefused)
      throw new UsageProblem(made.fields.map(({ field, problem }) => `--${field}: ${problem}`).join('\n'))
    say(`Works once, until ${made.expiresAt.toISOString()}:\n\n${made.link}\n`)
    if (!process.env.BASE_URL) say('BASE_URL is not set: the link begins with the address of this machine.')
  },

  async 'person:erase'({ database }, _config, [email], yes) {
    if (!email) throw new UsageProblem('Who? The address is missing.')
    const erased = await erasePerson(database, systemClock, email, !yes)
    if (!erased) throw new UsageProblem('Nobody has this address.')
    say(`${erased.personId}, member of: ${erased.tenants.join(', ') || 'no tenant'}`)
    if (!yes) return say('\nNothing was changed. With --yes the person is erased.')
    log.info('person erased', { personId: erased.personId })
    say('\nErased: no name, no address, no way in. What they did stays under this id.')
  },
}

/** What was typed about a tenant's terms; `none` lifts one, what is not named stays. */
function readTerms(args: string[]): TenantTerms & { slug: string } {
  const text = { type: 'string' } as const
  const options = { host: text, 'storage-mb': text, procedures: text }
  const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true })
  const [slug] = positionals
  if (!slug) throw new UsageProblem('Which tenant? Its short name is missing.')
  const number = (name: 'storage-mb' | 'procedures', least: number) => {
    const typed = values[name]
    if (typed === undefined) return undefined
    if (typed === 'none') return null
    if (!/^\d{1,9}$/.test(typed) || Number(typed) < least)
      throw new UsageProblem(`--${name} is a whole number of at least ${least}, or none.`)
    return Number(typed)
  }
  const host = values.host?.toLowerCase()
  if (host && !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host))
    throw new UsageProblem(
      '--host is a host name without port and path, such as beteiligung.stadt.de, or none.',
    )
  return {
    slug,
    host: host === 'none' ? null : host,
    storageMb: number('storage-mb', 1),
    procedures: number('procedures', 0),
  }
}

/** What was typed about a new member. */
function readPerson(args: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      tenant: text,
      email: text,
      name: text,
      role: { type: 'string', multiple: true },
      'start-over': { type: 'boolean' },
    },
  })
  const { tenant, email, name = '', role = [] } = values
  if (!tenant || !email) throw new UsageProblem('--tenant and --email are needed.')
  const unknown = role.filter((one) => !ROLES.some((known) => known === one))
  if (unknown.length || !role.length) throw new UsageProblem(`--role is one or more of: ${ROLES.join(', ')}.`)
  return { tenant, email, name, roles: role as Role[], startsOver: values['start-over'] ?? false }
}

const READ_OPTIONS = [
  'person:add',
  'keys:rotate',
  'audit:verify',
  'tenant:terms',
  'tenant:export',
  'tenant:create',
  'tenant:suspend',
]

async function main(argv: string[]): Promise<number> {
  const typed = argv.filter((arg) => arg !== '--')
  const [name = '', ...what] = typed.filter((arg) => arg !== '--yes')
  const work = COMMANDS[name]
  // Commands with options read them themselves.
  const unknown = READ_OPTIONS.includes(name) ? undefined : what.find((arg) => arg.startsWith('-'))
  if (!work || unknown) {
    say(unknown ? `There is no ${unknown}.\n\n${USAGE}` : USAGE)
    return 2
  }
  const config = readConfig(process.env, [])
  prepareDataDir(config.dataDir)
  const secrets = readSecrets(config.dataDir)
  const installation = await openInstallation(config, secrets, ENTITIES, MIGRATIONS, say, true)
  try {
    return (await work(installation, config, what, typed.includes('--yes'), secrets)) ?? 0
  } finally {
    await installation.close()
  }
}

// Who reads only the first lines (`| head`) shall not stop what is being done.
process.stdout.on('error', () => {})

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (cause: unknown) => {
    const known =
      cause instanceof UsageProblem ||
      cause instanceof StartProblem ||
      String((cause as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
    process.stderr.write(`\n${known ? (cause as Error).message : (cause as Error).stack}\n`)
    process.exitCode = 2
  },
)
