import { watch as watchFiles } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build, runPackageScript } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { inRoot } from '../lib/paths.mjs'
import { run } from '../lib/processes.mjs'
import { say, sayError } from '../lib/say.mjs'
import { runServerProgram } from '../lib/server.mjs'

const WEB_PORT = 5173

/** Server and web app for people who change them: what is saved is running a second later. */
export default async function dev(args) {
  await install()
  await build(['web', 'server'])

  const port = process.env.PORT ?? '4000'
  const webAddress = `http://127.0.0.1:${WEB_PORT}`
  await keepServerRunning(args, {
    PORT: port,
    // Cookies and links belong to the address in the browser's bar, and that is Vite's.
    BASE_URL: process.env.BASE_URL ?? webAddress,
  })
  regenerateTypes()
  const { code } = await run(process.execPath, [inRoot('scripts/dev-web.mjs')], {
    env: { WEB_PORT: String(WEB_PORT), API_URL: `http://127.0.0.1:${port}` },
  })
  return code
}

/**
 * Bundles the server anew whenever one of its files is saved, and starts it anew when the bundle is whole.
 * (`node --watch` restarts at the first file of a bundle and then misses the others.)
 */
async function keepServerRunning(args, env) {
  // Only there once the packages are installed, hence not at the top of this file.
  const { watch } = await import('rolldown')
  const config = await import(pathToFileURL(inRoot('apps/server/rolldown.config.mjs')).href)

  let child = null
  let ended = Promise.resolve()
  let restarts = Promise.resolve()
  const restart = async () => {
    child?.kill('SIGTERM')
    await ended
    ended = runServerProgram('main', args, { env, onStart: (started) => (child = started) })
      .then(({ code }) => code !== 0 && say('The server ended; it is tried again after the next change.'))
      .catch(sayError)
  }

  const watcher = watch({ ...config.default, cwd: inRoot('apps/server') })
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') sayError(event.error)
    // One after the other: two changes in a row must not start two servers.
    if (event.code === 'END') restarts = restarts.then(restart)
    return event.result?.close?.()
  })
}

/** The types of the web's queries follow the queries. */
function regenerateTypes() {
  let timer
  watchFiles(inRoot('apps/web/src'), { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.graphql')) return
    clearTimeout(timer)
    timer = setTimeout(() => runPackageScript('apps/web', 'codegen').catch(sayError), 200)
  })
}
