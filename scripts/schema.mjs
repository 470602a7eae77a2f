import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from './lib/paths.mjs'
import { say, Trouble } from './lib/say.mjs'
import { runServerProgram } from './lib/server.mjs'

/** What the server prints, and where it is kept: the API of our own app, and the one for other programs. */
const SCHEMAS = [
  { args: [], path: 'packages/schema/schema.graphql' },
  { args: ['public'], path: 'packages/schema/public.graphql' },
]

/**
 * Keeps the printed schemas equal to what the server serves.
 *
 * The files are reviewed like source: a field that appears or disappears shows up in a diff, and the web
 * app's types are generated from the first.
 *
 * @param {{ check: boolean }} options check: compare only, and answer 1 when one differs
 * @returns {Promise<number>} the exit code
 */
export async function writeOrCompareSchema({ check }) {
  let exitCode = 0
  for (const schema of SCHEMAS) exitCode = (await writeOrCompare(schema, check)) || exitCode
  return exitCode
}

async function writeOrCompare({ args, path }, check) {
  const { code, stdout, output } = await runServerProgram('print-schema', args, {
    output: 'hold',
    isServer: false,
  })
  if (code !== 0) throw new Trouble(`${output.trimEnd()}\n\nThe server could not print its schema.`)
  if (!/\btype Query\b/.test(stdout)) throw new Trouble('The server printed something that is no schema.')

  const printed = `${stdout.trimEnd()}\n`
  const kept = existsSync(inRoot(path)) ? readFileSync(inRoot(path), 'utf8') : ''
  if (printed === kept) {
    say(`${path} is what the server serves.`)
    return 0
  }
  if (check) {
    say(`${path} is not what the server serves. The first difference:\n`)
    say(firstDifference(kept, printed))
    say('\nRun `npm run schema`, look at the difference, and commit it with the change that made it.')
    return 1
  }
  writeFileSync(inRoot(path), printed)
  say(`${path} written.`)
  return 0
}

/** The lines around the place where two texts part. */
export function firstDifference(kept, printed) {
  const keptLines = kept.split('\n')
  const printedLines = printed.split('\n')
  const at = printedLines.findIndex((line, index) => line !== keptLines[index])
  const line = at === -1 ? printedLines.length : at
  return [
    ...printedLines.slice(Math.max(0, line - 3), line).map((text) => `    ${text}`),
    ...keptLines.slice(line, line + 3).map((text) => `  - ${text}`),
    ...printedLines.slice(line, line + 3).map((text) => `  + ${text}`),
  ].join('\n')
}
