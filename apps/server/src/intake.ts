import 'reflect-metadata'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ENTITIES } from './entities.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { Denial } from './modules/identity/index.ts'
import {
  BONN_MAPPING,
  BONN_SLUG,
  createBonnProcedure,
  exitCodeOf,
  FileProblem,
  findActor,
  getIntakeRound,
  quoted,
  readChannel,
  readDay,
  readMapping,
  takeIn,
  tellReport,
  type IntakeOrder,
} from './modules/intake/index.ts'
import { tenantBySlug } from './modules/tenants/index.ts'
import { systemClock } from './platform/clock.ts'
import { prepareDataDir, readConfig, readSecrets, type Secrets } from './platform/config.ts'
import type { Database } from './platform/database/database.ts'
import { openInstallation } from './platform/database/installation.ts'
import { StartProblem } from './platform/start-problem.ts'

const USAGE = `Takes in contributions that came by letter, by mail or from another platform.

  npm run intake -- --tenant quellstedt --procedure SLUG --file FILE [options]

  --channel WORD         letter, email, record or otherPlatform; where the file does not say it
  --received-on DAY      day of receipt, where the file does not say it (2026-11-20 or 20.11.2026)
  --source NAME          where the ids of the file come from; without it, the channel
  --mapping FILE|bonn    how the columns of another platform are read
  --format csv|json      where the name of the file does not tell it
  --as EMAIL             the member of staff in whose name it happens
  --dry-run              checks everything and writes nothing
  --only valid           takes the good rows; without it one wrong row refuses the file (--all-or-nothing)
  --report FILE          writes what became of the rows as JSON
  --create-procedure bonn  makes a map dialogue for the Raddialog Bonn first, for trying things out

It ends with 0 when everything is there, 1 when rows were refused, 2 when nothing was taken.
The columns are described in docs/intake.md.`

/** What was typed cannot be done; said without a stack. */
class UsageProblem extends Error {}

const OPTIONS = {
  tenant: { type: 'string' },
  procedure: { type: 'string' },
  file: { type: 'string' },
  channel: { type: 'string' },
  'received-on': { type: 'string' },
  source: { type: 'string' },
  mapping: { type: 'string' },
  format: { type: 'string' },
  as: { type: 'string' },
  'dry-run': { type: 'boolean' },
  only: { type: 'string' },
  'all-or-nothing': { type: 'boolean' },
  report: { type: 'string' },
  'create-procedure': { type: 'string' },
} as const

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** npm changes the folder and tells it in INIT_CWD; paths count from where the person stands. */
const { INIT_CWD = process.cwd() } = process.env
const here = (path: string) => resolve(INIT_CWD, path)

type Typed = ReturnType<typeof readArguments>

function readArguments(argv: string[]) {
  const { values } = parseArgs({
    args: argv[0] === '--' ? argv.slice(1) : argv,
    options: OPTIONS,
    strict: true,
  })
  if (!values.tenant) throw new UsageProblem('--tenant is missing: the short name of the authority.')
  const create = values['create-procedure']
  if (create !== undefined && create !== 'bonn')
    throw new UsageProblem('--create-procedure knows only “bonn”.')
  const isBonn = values.mapping === 'bonn'
  const procedure = values.procedure ?? (isBonn || create ? BONN_SLUG : undefined)
  if (!procedure)
    throw new UsageProblem('--procedure is missing: the short name of the procedure, as in its address.')
  if (!values.file && !create) throw new UsageProblem('--file is missing.')
  if (values.only !== undefined && values.only !== 'valid') throw new UsageProblem('--only takes “valid”.')
  if (values.only && values['all-or-nothing'])
    throw new UsageProblem('--only valid and --all-or-nothing exclude each other.')
  return { ...values, tenant: values.tenant, procedure, create, isBonn }
}

function readOrder(typed: Typed & { file: string }): Omit<IntakeOrder, 'round' | 'actorId'> {
  const path = here(typed.file)
  if (!existsSync(path)) throw new UsageProblem(`There is no file ${typed.file}.`)
  const format = typed.format ?? (/\.json$/i.test(path) ? 'json' : 'csv')
  if (format !== 'csv' && format !== 'json') throw new UsageProblem('--format takes csv or json.')
  const channel = typed.channel === undefined ? null : readChannel(typed.channel)
  if (channel === undefined) throw new UsageProblem('--channel takes letter, email, record or otherPlatform.')
  const receivedOn = typed['received-on'] === undefined ? null : readDay(typed['received-on'])
  if (receivedOn === undefined) throw new UsageProblem('--received-on takes a day such as 2026-11-20.')
  return {
    path,
    format,
    mapping: typed.isBonn
      ? BONN_MAPPING
      : typed.mapping
        ? readMapping(readFileSync(here(typed.mapping), 'utf8'))
        : null,
    defaults: { channel, source: typed.source ?? null, receivedOn },
    onlyValid: typed.only === 'valid',
    dryRun: typed['dry-run'] ?? false,
  }
}

async function work(typed: Typed, database: Database, secrets: Secrets): Promise<number> {
  const [tenant] = await database.read(tenantBySlug, typed.tenant)
  if (!tenant) throw new UsageProblem(`There is no tenant ${quoted(typed.tenant)}.`)
  if (typed.create && (await createBonnProcedure(database, tenant, systemClock())))
    say(`Made the procedure ${BONN_SLUG}: /t/${tenant.slug}/p/${BONN_SLUG}`)
  const { file } = typed
  if (!file) return 0
  const round = await getIntakeRound(database, tenant.slug, typed.procedure)
  if (!round)
    throw new UsageProblem(`${quoted(typed.tenant)} has no procedure ${quoted(typed.procedure)} on display.`)
  const actorId = typed.as ? await findActor(database, tenant, typed.as, round.procedureId) : null
  const order = { ...readOrder({ ...typed, file }), round, actorId }

  const started = performance.now()
  const report = await takeIn({ database, secrets, clock: systemClock }, order)
  const seconds = Math.round((performance.now() - started) / 10) / 100
  for (const line of tellReport(report, order)) say(line)
  say(`${seconds} s`)
  if (typed.report) {
    const whole = {
      tenant: tenant.slug,
      procedure: typed.procedure,
      file,
      dryRun: order.dryRun,
      onlyValid: order.onlyValid,
      seconds,
      ...report,
    }
    writeFileSync(here(typed.report), `${JSON.stringify(whole, null, 2)}\n`)
  }
  return exitCodeOf(report, order.onlyValid)
}

async function main(argv: string[]): Promise<number> {
  if (argv.filter((arg) => arg !== '--').length === 0) {
    say(USAGE)
    return 2
  }
  const typed = readArguments(argv)
  const config = readConfig(process.env, [])
  prepareDataDir(config.dataDir)
  const secrets = readSecrets(config.dataDir)
  const installation = await openInstallation(config, secrets, ENTITIES, MIGRATIONS, say, true)
  try {
    return await work(typed, installation.database, secrets)
  } finally {
    await installation.close()
  }
}

/** Problems that the person at the terminal can do something about; everything else is ours. */
function wordsFor(cause: unknown): string | undefined {
  if (cause instanceof UsageProblem || cause instanceof FileProblem || cause instanceof StartProblem)
    return cause.message
  if (cause instanceof Denial)
    return 'The person named by --as does not work there, or may not take in contributions.'
  if ((cause as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
    return `${(cause as Error).message}\n\n${USAGE}`
  return undefined
}

// Who reads only the first lines (`| head`) shall not stop what is being written.
process.stdout.on('error', () => {})

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (cause: unknown) => {
    process.stderr.write(`\n${wordsFor(cause) ?? (cause as Error).stack}\n`)
    process.exitCode = 2
  },
)
