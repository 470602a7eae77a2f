// Measures the server against the bare baseline on the same PostgreSQL, in one run and in turns, and holds the
// ratios against the goals. A missed goal is a figure, not an error; a wrong answer is an error.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { inRoot } from '../scripts/lib/paths.mjs'
import { finish } from '../scripts/lib/processes.mjs'
import { sayError, Trouble } from '../scripts/lib/say.mjs'
import { measureBareExport, measureExport } from './lib/export.mjs'
import { goalsOf } from './lib/goals.mjs'
import { interleave, openMeter } from './lib/measure.mjs'
import { exportTable, goalTable, measuredTable } from './lib/report.mjs'
import * as scenarios from './lib/scenarios.mjs'
import { startBare, startOurs } from './lib/servers.mjs'
import { ask, askGraphql, demandWholeSums, seed, signIn, TENANT } from './lib/world.mjs'
import { allowList, OPERATIONS } from './operations.mjs'
import { measurePlan } from './plan.mjs'

const HELP = `npm run bench -- [options]

  --quick              short rounds and 1k and 10k contributions only: to try something out
  --size <n>[,<n>…]    contributions of the procedures, such as 1k,100k,1M (default 1k,10k,100k)
  --rounds <n>         rounds of each side, in turn (default 3)
  --seconds <n>        length of a round (default 4)
  --only <name>[,…]    firstPage, sizes, map, submit, approve, export; or plan, which needs a browser
  --plan <file>        with --only plan: the plan to look at, in XPlanGML (default LA 22 beside the repository)
  --server <path>      another build of apps/server/dist/main.mjs
  --profile <folder>   writes what the server does as a CPU profile
  --json               prints everything as JSON`

/** Measures the page and not the server: by itself, and against no baseline. */
const PLAN = 'plan'
const SCENARIOS = ['firstPage', 'sizes', 'map', 'submit', 'approve', 'export']

function readOptions() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      size: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string' },
      plan: { type: 'string' },
      server: { type: 'string' },
      profile: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { quick } = values
  const sizes = (values.size ?? (quick ? '1k,10k' : '1k,10k,100k')).split(',').map(readSize)
  const only = values.only?.split(',') ?? SCENARIOS
  const rounds = Number(values.rounds ?? (quick ? 2 : 3))
  const ms = 1000 * Number(values.seconds ?? (quick ? 1.5 : 4))
  if (!(rounds >= 1 && rounds <= 20 && ms >= 200 && ms <= 60_000))
    throw new Trouble('1 to 20 rounds of 0.2 to 60 seconds.')
  if (values.only !== PLAN && only.some((name) => !SCENARIOS.includes(name)))
    throw new Trouble(`--only takes ${SCENARIOS.join(', ')}; or ${PLAN} alone.`)
  return { ...values, sizes: sizes.sort((a, b) => a - b), only, rounds, ms }
}

function readSize(text) {
  const [, number, unit] = /^(\d+)([kM]?)$/.exec(text) ?? []
  const size = Number(number) * { '': 1, k: 1e3, M: 1e6 }[unit]
  if (!(size >= 1000 && size <= 1e6)) throw new Trouble(`--size takes 1k to 1M, not "${text}".`)
  return size
}

async function bench(options) {
  const { sizes, only, json } = options
  const say = json ? () => {} : console.log
  const closing = []
  const folder = mkdtempSync(join(tmpdir(), 'mitsprache-bench-'))
  // As root the database runs as another user, who must be able to walk to its folder.
  chmodSync(folder, 0o755)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', removeFolder)
  try {
    const operationsFile = join(folder, 'operations.json')
    writeFileSync(operationsFile, JSON.stringify(allowList()))
    const program = resolve(options.server ?? inRoot('apps/server/dist/main.mjs'))
    const execArgv = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${resolve(options.profile)}`] : []
    const dataDir = join(folder, 'var')
    mkdirSync(dataDir)
    const ours = await startOurs(program, dataDir, operationsFile, execArgv)
    closing.push(ours.stop)
    say(`Filling ${sizes.length} procedures …`)
    const procedures = await seed(ours.port, ours.databaseUrl, sizes, say)
    const bare = await startBare(ours.databaseUrl)
    closing.push(bare.stop)
    const meter = await openMeter(ours.databaseUrl)
    closing.push(meter.close)
    say(`Measuring, ${options.rounds} rounds of ${options.ms / 1000} s for each side …`)
    return await measureAll({ ours, bare, meter, procedures, only, say, options })
  } finally {
    for (const close of closing.reverse()) await close()
    removeFolder()
    process.removeListener('exit', removeFolder)
  }
}

async function measureAll({ ours, bare, meter, procedures, only, say, options }) {
  const [smallest, largest] = [procedures[0], procedures.at(-1)]
  const moderator = await signIn(ours.port, 'moderator')
  const inTurns = (sides) => interleave(meter, sides, options)
  const measured = []
  const add = (name, sides, baseline) => {
    measured.push({ name, sides, baseline })
    say(`\n${measuredTable([measured.at(-1)])}`)
    return sides
  }
  const results = {}

  // First of all, while the server's memory is that of a server that has just begun.
  if (only.includes('export')) {
    results.exports = await measureExports(ours, procedures)
    say(`\n${exportTable(results.exports)}`)
  }
  if (only.includes('firstPage'))
    results.firstPage = add('first page', await inTurns(scenarios.firstPage(ours, bare, largest)), 'bare')
  if (only.includes('sizes')) {
    results.sizes = {}
    const each = (of) =>
      Object.fromEntries(procedures.map((procedure) => [`${procedure.size}`, of(procedure)]))
    for (const [name, label, of] of [
      ['firstPage', 'first page', (procedure) => scenarios.firstPageOf(ours, procedure)],
      ['byId', 'by id', (procedure) => scenarios.byIdOf(ours, procedure)],
      ['queue', 'moderation queue', (procedure) => scenarios.queueOf(ours, procedure, moderator)],
    ]) {
      const sides = name === 'byId' ? { ...each(of), bare: scenarios.bareById(bare, largest) } : each(of)
      const all = add(label, await inTurns(sides), name === 'byId' ? 'bare' : `${smallest.size}`)
      results.sizes[name] = { smallest: all[smallest.size], largest: all[largest.size] }
    }
  }
  if (only.includes('map')) {
    const sides = {
      largest: scenarios.mapOf(ours, largest),
      smallest: scenarios.mapOf(ours, smallest),
      bare: scenarios.bareMap(bare, largest),
    }
    results.map = { ...add('map', await inTurns(sides), 'bare'), ...(await lookAtViews(ours, largest)) }
  }
  if (only.includes('submit'))
    results.submit = add('submit', await inTurns(scenarios.submit(ours, bare, largest)), 'bare')
  if (only.includes('approve')) {
    results.visibleMs = await approveAndLook(ours, largest, moderator)
    results.keptMs = await approveAndWait(ours, largest, moderator)
    results.approve = add(
      'approve',
      await inTurns(scenarios.approve(ours, bare, largest, moderator, options.rounds)),
      'bare',
    )
    await demandWholeSums(ours.databaseUrl, largest.id)
  }
  const isWhole = SCENARIOS.every((name) => only.includes(name))
  return { measured, exports: results.exports, goals: isWhole ? goalsOf(results) : [] }
}

async function measureExports(ours, procedures) {
  const planner = await signIn(ours.port, 'planner')
  const million = procedures.find(({ size }) => size === 1e6)
  const main = procedures.filter((procedure) => procedure !== million).at(-1) ?? million
  // What the first export of a process loads and compiles stays; it is not what a hundred thousand rows cost.
  for (const format of ['csv', 'geojson']) await measureExport(ours, planner, procedures[0].id, format)
  const exports = {}
  for (const format of ['csv', 'geojson'])
    exports[format] = await measureExport(ours, planner, main.id, format)
  exports.bare = await measureBareExport(ours.databaseUrl, main.id)
  if (million && million !== main) exports.million = await measureExport(ours, planner, million.id, 'csv')
  return exports
}

/** Sizes of the five views as a browser gets them. */
async function lookAtViews({ port }, procedure) {
  let gzipBytes = 0
  let mostItems = 0
  for (const view of scenarios.VIEWS) {
    const path = scenarios.viewPath(procedure, view)
    const packed = await ask(port, path, { headers: { 'accept-encoding': 'gzip' } })
    gzipBytes = Math.max(gzipBytes, packed.content.length)
    const { cells, points } = JSON.parse((await ask(port, path)).content)
    mostItems = Math.max(mostItems, cells.length + points.length)
  }
  return { gzipBytes, mostItems }
}

/** How long after the click everybody sees it, in the list and on the map. */
async function approveAndLook({ port }, procedure, moderator) {
  const contributionId = procedure.waitingIds.pop()
  const startedAt = performance.now()
  const input = { contributionId, version: 1, decision: 'publish' }
  await askGraphql(port, 'approve', { tenant: TENANT, input }, moderator)
  const { data } = await askGraphql(port, 'firstPage', { procedureId: procedure.id, first: 20 })
  const found = data.contributions.nodes.find((node) => node.id === contributionId)
  if (!found) throw new Trouble('What was approved is not on the first page.')
  if (found.geometry) {
    const [lon, lat] = found.geometry.coordinates
    const bbox = [lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4].map((degrees) => degrees.toFixed(6))
    const { content } = await ask(port, `/map/${procedure.id}/cells?bbox=${bbox.join(',')}&z=19`)
    if (!content.includes(contributionId)) throw new Trouble('What was approved is not on the map.')
  }
  return performance.now() - startedAt
}

/** How long after the click a page that is asked for all the time, and kept, shows it. */
async function approveAndWait({ port }, procedure, moderator) {
  const query = new URLSearchParams({
    variables: JSON.stringify({ procedureId: procedure.id, first: 20 }),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: OPERATIONS.firstPage.hash } }),
  })
  const look = () => ask(port, `/graphql?${query}`, { headers: { 'apollo-require-preflight': '1' } })
  const contributionId = procedure.waitingIds.pop()
  for (let i = 0; i < 50; i++) await look()
  const startedAt = performance.now()
  await askGraphql(
    port,
    'approve',
    { tenant: TENANT, input: { contributionId, version: 1, decision: 'publish' } },
    moderator,
  )
  while (performance.now() - startedAt < 60_000)
    if (String((await look()).content).includes(contributionId)) return performance.now() - startedAt
  throw new Trouble('What was approved never came to the kept page.')
}

let exitCode = 1
let isDone = false
// Stopped half-way, the servers end well; the measurement did not.
process.once('exit', () => {
  if (!isDone) process.exitCode = 1
})
try {
  const options = readOptions()
  if (options.help) console.log(HELP)
  else if (options.only.includes(PLAN)) {
    const result = await measurePlan({ file: options.plan, json: options.json })
    if (options.json) console.log(JSON.stringify(result, null, 2))
  } else {
    const { measured, exports, goals } = await bench(options)
    if (options.json) console.log(JSON.stringify({ measured, exports, goals }, null, 2))
    else if (goals.length) console.log(`\n${goalTable(goals)}`)
  }
  exitCode = 0
} catch (error) {
  sayError(error)
}
isDone = true
await finish(exitCode)
