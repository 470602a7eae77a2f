import { runPackageScript } from '../lib/build.mjs'
import { install } from '../lib/install.mjs'
import { bin, inRoot } from '../lib/paths.mjs'
import { run } from '../lib/processes.mjs'
import { say } from '../lib/say.mjs'

/** The quick check first, the thorough one next, the look of the text last. `--fix` mends what can be mended. */
export default async function lint(args) {
  await install()
  const fix = args.includes('--fix')
  // ESLint reads types, and the types of the web's queries are generated.
  await runPackageScript('apps/web', 'codegen')

  const checks = [
    ['oxlint', bin('oxlint'), ['--deny-warnings', ...(fix ? ['--fix'] : [])]],
    ['eslint', bin('eslint'), ['.', '--max-warnings', '0', ...(fix ? ['--fix'] : [])]],
    ['prettier', bin('prettier'), [fix ? '--write' : '--check', '--log-level', 'warn', '.']],
    ['import arrows', process.execPath, [inRoot('packages/presets/src/check-arrows.mjs'), inRoot()]],
  ]
  const failed = []
  for (const [name, command, commandArgs] of checks) {
    say(name)
    const { code } = await run(command, commandArgs)
    if (code !== 0) failed.push(name)
  }
  say(failed.length === 0 ? 'Nothing to complain about.' : `\nComplaints from: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}
