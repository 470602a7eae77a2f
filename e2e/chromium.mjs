import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { run } from '../scripts/lib/processes.mjs'
import { say, step, Trouble } from '../scripts/lib/say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Debian's Chromium is no sandbox's friend when it runs as root, and none of our pages needs one. */
const runs = async (path) => {
  if (!existsSync(path)) return false
  // A stub that only asks to install something else answers with an error.
  const { code } = await run(path, ['--version', '--no-sandbox'], { output: 'hold' })
  return code === 0
}

async function firstThatRuns(paths) {
  for (const path of paths) if (await runs(path)) return path
  return null
}

const onThisMachine = () =>
  firstThatRuns([
    ...NAMES.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))),
    chromium.executablePath(),
  ])

async function fromPlaywright() {
  const program = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  )
  await run(process.execPath, [program, 'install', '--no-shell', 'chromium'], {
    output: 'hold',
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
  })
  return onThisMachine()
}

async function fromDebian() {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version')
  if (!mayInstall) return null
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { output: 'hold', env })
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
    output: 'hold',
    env,
  })
  return onThisMachine()
}

/**
 * Where a Chromium is: on this machine, else fetched.
 *
 * @returns {Promise<string>} the path of its program
 * @throws Trouble when there is none and none can be had: a walk without a browser would prove nothing
 */
export async function chromiumHere() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (await runs(named)) return named
    throw new Trouble(`CHROMIUM_PATH is ${named}, which does not run.`)
  }
  const found = await onThisMachine()
  if (found) return found

  say('There is no Chromium on this machine.')
  const fetched =
    (await step('Fetching one with the installer of Playwright', fromPlaywright)) ??
    (await step('Asking Debian for one', fromDebian))
  if (fetched) return fetched
  throw new Trouble(
    'The walk needs a Chromium, and none could be fetched: neither by the installer of Playwright nor, ' +
      'as root on Debian, by apt-get.\nInstall Chromium or Chrome, or name one in CHROMIUM_PATH.',
  )
}
