import { pathToFileURL } from 'node:url'
import { inRoot } from './paths.mjs'
import { run } from './processes.mjs'

/** Runs one of the server's programs; a stop gives it time to close its database properly. */
export function runServerProgram(name, args, options = {}) {
  const program = inRoot('apps/server/dist', `${name}.mjs`)
  const endWithParent = pathToFileURL(inRoot('scripts/end-with-parent.mjs')).href
  return run(process.execPath, ['--enable-source-maps', '--import', endWithParent, program, ...args], {
    patienceMs: 30_000,
    isServer: true,
    ...options,
  })
}
