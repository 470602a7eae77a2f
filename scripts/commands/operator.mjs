import { build } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { runServerProgram } from '../lib/server.mjs'

/** What only whoever runs the installation may do: delete a tenant, erase a person. */
export default async function operator(args) {
  await install()
  await build(['server'])
  const { code } = await runServerProgram('operator', args)
  return code
}
