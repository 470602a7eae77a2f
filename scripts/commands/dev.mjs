import { watch } from 'node:fs'
import { build, runPackageScript } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { bin, inRoot } from '../lib/paths.mjs'
import { run } from '../lib/processes.mjs'
import { say, sayError } from '../lib/say.mjs'

const WEB_PORT = 5173

/** Server and web app for people who change them: what is saved is running a second later. */
export default async function dev(args) {
  await install()
  await build(['web', 'server'])
  regenerateTypes()

  const port = process.env.PORT ?? '4000'
  const webAddress = `http://127.0.0.1:${WEB_PORT}`
  const serverEnv = {
    PORT: port,
    // Cookies and links belong to the address in the browser's bar, and that is Vite's.
    BASE_URL: process.env.BASE_URL ?? webAddress,
  }
  say(`The web app in development: ${webAddress}`)
  const { code } = await Promise.race([
    run(bin('rolldown'), ['-c', 'rolldown.config.mjs', '--watch'], { cwd: inRoot('apps/server') }),
    run(
      process.execPath,
      ['--watch', '--watch-preserve-output', '--enable-source-maps', 'apps/server/dist/main.mjs', ...args],
      { env: serverEnv, patienceMs: 30_000 },
    ),
    run(process.execPath, [inRoot('scripts/dev-web.mjs')], {
      env: { WEB_PORT: String(WEB_PORT), API_URL: `http://127.0.0.1:${port}` },
    }),
  ])
  // None of the three ends by itself; the first that does takes the others along.
  say('One of the three programs ended, so the others do.')
  process.kill(process.pid, 'SIGTERM')
  return code
}

/** The types of the web's queries follow the queries. */
function regenerateTypes() {
  let timer
  watch(inRoot('apps/web/src'), { recursive: true }, (_event, file) => {
    if (!file?.endsWith('.graphql')) return
    clearTimeout(timer)
    timer = setTimeout(() => runPackageScript('apps/web', 'codegen').catch(sayError), 200)
  })
}
