import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { bin, inRoot, isThere } from './paths.mjs'
import { runQuietly } from './processes.mjs'
import { step, Trouble } from './say.mjs'
import { alone, hashOf, isStamped, stamp, unstamp } from './stamps.mjs'

const SHARED_SOURCES = ['packages', 'pnpm-lock.yaml', 'tsconfig.base.json']

const PARTS = {
  web: {
    stamp: 'apps/web/dist/.build-stamp',
    result: 'apps/web/dist/index.html',
    sources: ['apps/web', ...SHARED_SOURCES],
    async make() {
      await runPackageScript('apps/web', 'codegen')
      await runQuietly('The build of the web app', bin('vite'), ['build'], { cwd: inRoot('apps/web') })
    },
  },
  server: {
    stamp: 'apps/server/dist/.build-stamp',
    result: 'apps/server/dist/main.mjs',
    sources: ['apps/server', ...SHARED_SOURCES],
    async make() {
      await runQuietly('The build of the server', bin('rolldown'), ['-c', 'rolldown.config.mjs'], {
        cwd: inRoot('apps/server'),
      })
    },
  },
}

/** Runs a script of a package the way npm would, without npm's start-up time. */
export async function runPackageScript(folder, name) {
  const script = JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8')).scripts?.[name]
  if (!script) throw new Trouble(`${folder}/package.json has no script "${name}".`)
  const path = [inRoot(folder, 'node_modules/.bin'), inRoot('node_modules/.bin'), process.env.PATH]
  await runQuietly(`"${name}" of ${folder}`, 'sh', ['-c', script], {
    cwd: inRoot(folder),
    env: { PATH: path.join(delimiter) },
  })
}

async function makePart(name) {
  const part = PARTS[name]
  // Taken before the build: what is saved while it runs is built the next time.
  const hash = hashOf(part.sources)
  unstamp(part.stamp)
  await part.make()
  stamp(part.stamp, hash)
}

/**
 * Builds what changed since it was last built.
 *
 * @param {('web' | 'server')[]} names
 * @param {{ evenIfUnchanged?: boolean }} [options]
 */
export function build(names, { evenIfUnchanged = false } = {}) {
  return alone(async () => {
    const stale = names.filter((name) => {
      const part = PARTS[name]
      return evenIfUnchanged || !isThere(part.result) || !isStamped(part.stamp, hashOf(part.sources))
    })
    if (stale.length === 0) return

    await step(`Building the ${stale.join(' and the ')}`, async () => {
      const results = await Promise.allSettled(stale.map(makePart))
      const failed = results.find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    })
  })
}
