import { build } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { say } from '../lib/say.mjs'
import { runServerProgram } from '../lib/server.mjs'

/** Installs and builds what is missing, then runs the server until it is stopped. */
export default async function start(args) {
  await install()
  await build(['web', 'server'])
  say('Starting the server …')
  const { code } = await runServerProgram('main', args)
  return code
}
