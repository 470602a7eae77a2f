import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../lib/build.mjs'
import { countsOfVitest, lastCounts } from '../lib/counts.mjs'
import { install } from '../lib/install.mjs'
import { bin, isThere } from '../lib/paths.mjs'
import { run } from '../lib/processes.mjs'
import { say, sayError } from '../lib/say.mjs'

const E2E = 'e2e/run.mjs'

/** Flags that pick some of the tests: whoever picks gets no browser walk on top. */
const isChoice = (arg) =>
  !arg.startsWith('-') || /^(-t|--testNamePattern|--project|--changed|--shard)\b/.test(arg)

/**
 * Runs rules, use cases, screens, and the walk in a real browser.
 * Arguments go to Vitest; `npm test -- e2e …` runs the walk alone, with the rest as its arguments.
 */
export default async function test(args) {
  const onlyE2e = args[0] === 'e2e'
  const total = { passed: 0, failed: 0 }
  const add = (counts) => {
    total.passed += counts.passed
    total.failed += counts.failed
  }

  await install()
  // The web's tests need the types of its queries, the walk needs both.
  if (!(await isBuilt())) add({ passed: 0, failed: 1 })
  if (!onlyE2e) add(await runVitest(args))

  const skipWalk = !onlyE2e && args.some(isChoice)
  if (skipWalk)
    say('Only the chosen tests ran; the browser walk runs without a choice, or with: npm test -- e2e')
  else add(await runE2e(onlyE2e ? args.slice(1) : []))

  say(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

/** A build that fails is one failure; what can still be tested is tested. */
async function isBuilt() {
  try {
    await build(['web', 'server'])
    return true
  } catch (error) {
    sayError(error)
    return false
  }
}

async function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'mitsprache-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const report = join(folder, 'vitest.json')
  const { code } = await run(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { patienceMs: 15_000 },
  )
  return countsOfVitest(report, code)
}

async function runE2e(args) {
  if (!isThere(E2E)) {
    say(`\n${E2E} is missing: nothing was walked through in a browser.`)
    return { passed: 0, failed: 1 }
  }
  say('\nWalking through the town in a real browser …')
  const { code, stdout } = await run(process.execPath, [E2E, ...args], { output: 'both', patienceMs: 20_000 })
  return lastCounts(stdout, code)
}
