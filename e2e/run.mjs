// Walks through the sample town in a real browser, with servers of its own: `npm test` does it last,
// `npm test -- e2e` does it alone; more words go to Vitest, so `npm test -- e2e resident` walks one walk.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countsOfVitest } from '../scripts/lib/counts.mjs'
import { bin, inRoot } from '../scripts/lib/paths.mjs'
import { finish, run } from '../scripts/lib/processes.mjs'
import { say, sayError } from '../scripts/lib/say.mjs'
import { withServer } from '../scripts/lib/server.mjs'
import { chromiumHere } from './chromium.mjs'

/** Longer than the display period of the sample town's plan, shorter than its dialogue with residents. */
const DAYS_AGO = 40

const folder = mkdtempSync(join(tmpdir(), 'mitsprache-e2e-'))
// As root the database runs as another user, who must be able to walk to its folder.
chmodSync(folder, 0o755)
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

// A walk that was broken off has shown nothing, however cleanly the servers stopped.
let walked = false
process.once('exit', (code) => {
  if (code === 0 && !walked) process.exitCode = 130
})

/** Fills a town while the server's clock is set back, so that a period has really passed when it starts again. */
async function fillEarlierTown(dataDir) {
  const setBack = new URL('set-clock-back.mjs', import.meta.url).href
  await withServer(async () => {}, {
    DATA_DIR: dataDir,
    CLOCK_DAYS_BACK: String(DAYS_AGO),
    NODE_OPTIONS: `--import=${setBack}`,
  })
}

async function walk(env) {
  const report = join(folder, 'walks.json')
  const { code } = await run(
    bin('vitest'),
    [
      'run',
      `--config=${inRoot('e2e/vitest.config.ts')}`,
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    // Profiles of the browser lie in our folder too, and so go with it.
    { env: { ...env, TMPDIR: folder }, patienceMs: 15_000 },
  )
  return countsOfVitest(report, code)
}

let exitCode = 1
try {
  const chromium = await chromiumHere()
  const earlier = join(folder, 'earlier-town')
  const counts = await withServer(
    async (address) => {
      await fillEarlierTown(earlier)
      return withServer(
        (earlierAddress) =>
          walk({ E2E_CHROMIUM: chromium, E2E_ADDRESS: address, E2E_EARLIER_ADDRESS: earlierAddress }),
        { DATA_DIR: earlier },
      )
      // One walk brings a map service of its own, another a sign-in service, on this machine.
    },
    { LAYER_LOOPBACK: '1', SIGN_ON_LOOPBACK: '1' },
  )
  say(`\n${counts.passed} passed, ${counts.failed} failed`)
  walked = true
  exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1
} catch (error) {
  sayError(error)
  say('\n0 passed, 1 failed')
}
await finish(exitCode)
