import { build } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { inRoot, isThere } from '../lib/paths.mjs'
import { run } from '../lib/processes.mjs'
import { Trouble } from '../lib/say.mjs'

const BENCH = 'bench/run.mjs'

/** Measures the server against the bare baseline; arguments go to the benchmark. */
export default async function bench(args) {
  if (!isThere(BENCH)) throw new Trouble(`${BENCH} is not there: there is nothing to measure with.`)
  await install()
  await build(['web', 'server'])
  const { code } = await run(process.execPath, [inRoot(BENCH), ...args], { patienceMs: 20_000 })
  return code
}
