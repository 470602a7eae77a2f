import { build } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { writeOrCompareSchema } from '../schema.mjs'

/** Prints the server's schema into packages/schema; with `--check` only compares. */
export default async function schema(args) {
  await install()
  await build(['server'])
  return writeOrCompareSchema({ check: args.includes('--check') })
}
