import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PNPM_VERSION } from './pnpm-version.mjs'
import { bin, inRoot } from './paths.mjs'
import { runQuietly } from './processes.mjs'
import { say, step } from './say.mjs'
import { alone, filesBelow, hashOf, isStamped, stamp, unstamp } from './stamps.mjs'

const STAMP = 'node_modules/.install-stamp'

/** What decides the contents of node_modules. */
const inputs = () => [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...['apps', 'packages', 'bench', 'e2e'].flatMap(filesBelow).filter((path) => path.endsWith('package.json')),
]

/** Installs the packages of the lockfile, unless they are there already. */
export function install() {
  return alone(async () => {
    const hash = hashOf(inputs())
    if (isStamped(STAMP, hash) && existsSync(bin('vite'))) return

    unstamp(STAMP)
    await step('Installing packages (the first time takes about half a minute)', () => runPnpm(2))
    stamp(STAMP, hash)
  })
}

/**
 * pnpm now and then trips over a folder that two of its threads make at the same moment ("File exists"), and a
 * registry may stumble. Another try goes on from what is there already. Where npx cannot even get pnpm, npm has
 * tried long enough.
 */
async function runPnpm(triesLeft) {
  try {
    await runQuietly(
      'The installation',
      'npx',
      ['-y', `pnpm@${PNPM_VERSION}`, 'install', '--frozen-lockfile'],
      {
        // Without a terminal pnpm must not stop to ask whether it may replace an older node_modules.
        env: { CI: 'true' },
        cwd: inRoot(),
      },
    )
  } catch (cause) {
    const [reason] = /ERR_PNPM_\w+/.exec(cause.message) ?? []
    if (!reason || triesLeft === 0) throw cause
    say(`  did not work (${reason}), trying again`)
    await sleep(1000)
    await runPnpm(triesLeft - 1)
  }
}
