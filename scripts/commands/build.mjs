import { build } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'

/** Builds the web app and the server, changed or not. */
export default async function buildAll() {
  await install()
  await build(['web', 'server'], { evenIfUnchanged: true })
  return 0
}
