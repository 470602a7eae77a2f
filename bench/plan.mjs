// Shows a large plan in a browser and measures the longest task of the page while somebody looks about in it.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromiumHere } from '../e2e/chromium.mjs'
import { launch } from '../e2e/launch.mjs'
import { inRoot } from '../scripts/lib/paths.mjs'
import { Trouble } from '../scripts/lib/say.mjs'
import { withServer } from '../scripts/lib/server.mjs'
import { walkOverPlan } from './lib/plan-walk.mjs'
import { putPlan } from './lib/put-plan.mjs'
import { ownerUrl } from './lib/servers.mjs'

const LARGE_PLAN = '../shared/data/xplanung/v5_0_1_LA22.gml'
const SLUG = 'alte-gaertnerei'
const GOAL_MS = 100

/**
 * @param {{ file?: string, json: boolean }} options `file` is a plan in XPlanGML
 * @returns the longest task of each act, at the speed of this machine and at a quarter of it
 */
export async function measurePlan({ file, json }) {
  const path = file ? resolve(file) : inRoot(LARGE_PLAN)
  if (!existsSync(path)) throw new Trouble(`${path} is not there; name another plan with --plan FILE.`)
  const say = json ? () => {} : console.log
  const folder = mkdtempSync(join(tmpdir(), 'mitsprache-plan-'))
  // As root the database runs as another user, who must be able to walk to its folder.
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'var')
  mkdirSync(dataDir)
  try {
    const browser = await launch(await chromiumHere())
    const result = await withServer(
      async (address) => {
        const parts = await putPlan(ownerUrl(dataDir), SLUG, path, folder)
        say(`${parts} objects of ${path.split('/').at(-1)} on display.`)
        const page = `/t/quellstedt/p/${SLUG}/plan`
        const full = await walkOverPlan(browser, address, page, 1)
        const quarter = await walkOverPlan(browser, address, page, 4)
        return { parts, full, quarter }
      },
      { DATA_DIR: dataDir, SAMPLE_TOWN: '1', DATABASE_URL: '', DATABASE_ADMIN_URL: '' },
    )
    await browser.close()
    say(table(result))
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function table({ full, quarter }) {
  const row = (cells) =>
    cells.map((cell, i) => (i ? String(cell).padStart(16) : String(cell).padEnd(10))).join('')
  const lines = Object.keys(full).map((act) =>
    row([
      act,
      `${full[act].longestMs} ms`,
      `${full[act].clockMs} ms`,
      full[act].over50,
      `${quarter[act].longestMs} ms`,
      quarter[act].over50,
    ]),
  )
  const moving = Object.entries(full).filter(([act]) => act !== 'open')
  const longest = Math.max(...moving.map(([, { longestMs }]) => longestMs))
  const verdict = longest <= GOAL_MS ? 'reached' : 'missed'
  return [
    row(['', 'longest task', 'by the clock', 'over 50 ms', 'at 1/4 speed', 'over 50 ms']),
    ...lines,
    `No task over ${GOAL_MS} ms of processor time while panning, zooming and picking: ${verdict} (longest ${longest} ms).`,
  ].join('\n')
}
