import { build } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { isThere } from '../lib/paths.mjs'
import { Trouble } from '../lib/say.mjs'
import { runServerProgram } from '../lib/server.mjs'

/** Takes in contributions that came by letter, by mail or from another platform. */
export default async function intake(args) {
  await install()
  await build(['server'])
  if (!isThere('apps/server/dist/intake.mjs')) throw new Trouble('This version has no intake yet.')
  const { code } = await runServerProgram('intake', args)
  return code
}
