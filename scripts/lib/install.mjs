import { existsSync } from 'node:fs'
import { PNPM_VERSION } from './pnpm-version.mjs'
import { bin, inRoot } from './paths.mjs'
import { runQuietly } from './processes.mjs'
import { step } from './say.mjs'
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
    await step('Installing packages (the first time takes about half a minute)', () =>
      runQuietly('The installation', 'npx', ['-y', `pnpm@${PNPM_VERSION}`, 'install', '--frozen-lockfile'], {
        // Without a terminal pnpm must not stop to ask whether it may replace an older node_modules.
        env: { CI: 'true' },
        cwd: inRoot(),
      }),
    )
    stamp(STAMP, hash)
  })
}
